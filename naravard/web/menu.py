"""The menus: only pages that exist, in the order they are used."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from naravard.access.rules import Action
from naravard.web.signin.session import Shown


class Face(StrEnum):
    """Whom a page is made for; the value is what the session remembers."""

    INHABITANT = "inhabitant"
    STAFF = "staff"
    DECISION_MAKER = "decisionmaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuItem:
    """One page in a menu, by the name of its route; `holds` are those it leads to."""

    text: str | Promise
    route: str
    icon: str
    holds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuGroup:
    """Pages under one heading."""

    title: str | Promise
    items: tuple[MenuItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A menu item as shown on one page."""

    text: str
    href: str
    icon: str
    current: bool
    route: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A menu group as shown on one page."""

    title: str
    entries: tuple[Entry, ...]


ABOUT = MenuGroup(
    title=gettext_lazy("Om Nära"),
    items=(
        MenuItem(text=gettext_lazy("Komponenter"), route="gallery", icon="list"),
        MenuItem(
            text=gettext_lazy("Tillgänglighet"), route="accessibility", icon="person"
        ),
        MenuItem(
            text=gettext_lazy("Så hanterar vi uppgifter"),
            route="data_handling",
            icon="lock",
        ),
    ),
)
INHABITANT = MenuGroup(
    title=gettext_lazy("Min sida"),
    items=(
        MenuItem(text=gettext_lazy("Hem"), route="inhabitant:home", icon="home"),
        MenuItem(text=gettext_lazy("Plan"), route="inhabitant:my_plan", icon="heart"),
        MenuItem(text=gettext_lazy("Tider"), route="inhabitant:times", icon="calendar"),
        MenuItem(text=gettext_lazy("Skriv"), route="inhabitant:talks", icon="letter"),
        MenuItem(
            text=gettext_lazy("Mer"),
            route="inhabitant:more",
            icon="list",
            holds=(
                "inhabitant:details",
                "inhabitant:papers",
                "inhabitant:readers",
                "inhabitant:consents",
                "inhabitant:visits",
            ),
        ),
    ),
)
STAFF: tuple[MenuGroup, ...] = (
    MenuGroup(
        title=gettext_lazy("Mitt arbete"),
        items=(
            MenuItem(text=gettext_lazy("Min dag"), route="staff:my_day", icon="list"),
            MenuItem(
                text=gettext_lazy("Utskrivningar"),
                route="staff:worklist",
                icon="discharge",
            ),
            MenuItem(
                text=gettext_lazy("Hembesök"), route="staff:requests", icon="home"
            ),
            MenuItem(
                text=gettext_lazy("Meddelanden"), route="staff:talks", icon="letter"
            ),
            MenuItem(
                text=gettext_lazy("Mina personer"),
                route="staff:my_persons",
                icon="heart",
            ),
            MenuItem(
                text=gettext_lazy("Sök person"), route="staff:search", icon="person"
            ),
        ),
    ),
    MenuGroup(
        title=gettext_lazy("Tillsammans"),
        items=(
            MenuItem(
                text=gettext_lazy("Avvikelser"),
                route="staff:deviations",
                icon="warning",
            ),
            MenuItem(text=gettext_lazy("Läget"), route="decisions:state", icon="chart"),
            MenuItem(
                text=gettext_lazy("Orosanmälan"),
                route="staff:concern",
                icon="warning",
            ),
            MenuItem(
                text=gettext_lazy("Granskning"), route="staff:reviews", icon="eye"
            ),
            MenuItem(
                text=gettext_lazy("Reservrutin"), route="staff:reserve", icon="print"
            ),
        ),
    ),
)
DECISIONS = MenuGroup(
    title=gettext_lazy("Beslut"),
    items=(
        MenuItem(text=gettext_lazy("Läget"), route="decisions:state", icon="chart"),
        MenuItem(text=gettext_lazy("Mått"), route="decisions:measures", icon="list"),
        MenuItem(
            text=gettext_lazy("Jämlikhet"), route="decisions:equity", icon="person"
        ),
        MenuItem(text=gettext_lazy("Nåbarhet"), route="decisions:access", icon="home"),
        MenuItem(text=gettext_lazy("Färdplan"), route="decisions:road", icon="road"),
        MenuItem(
            text=gettext_lazy("Beslut"), route="decisions:decisions", icon="meeting"
        ),
        MenuItem(
            text=gettext_lazy("Veckomöte"), route="decisions:week", icon="calendar"
        ),
        MenuItem(text=gettext_lazy("Signaler"), route="decisions:signals", icon="info"),
    ),
)
# A mandate to read opens neither the log nor what the person has said to others.
CLOSED_TO_MANDATES = frozenset(
    {
        "inhabitant:readers",
        "inhabitant:consents",
        "inhabitant:details",
        "inhabitant:talks",
    }
)
# What one must be allowed to do for a page to be of use: who reviews the log never
# works with persons, and is not led to pages that would refuse her.
NEEDED: Mapping[str, Action] = {
    "staff:my_day": Action.LIST,
    "staff:worklist": Action.LIST,
    "staff:requests": Action.LIST,
    "staff:my_persons": Action.LIST,
    "staff:deviations": Action.LIST,
    "staff:talks": Action.READ_TALK,
    "staff:search": Action.SEARCH,
    "staff:concern": Action.REPORT_CONCERN,
}
SIGNED_OUT: tuple[MenuGroup, ...] = (ABOUT,)
MENUS: Mapping[Face, tuple[MenuGroup, ...]] = {
    Face.STAFF: STAFF,
    Face.INHABITANT: (INHABITANT,),
    Face.DECISION_MAKER: (DECISIONS,),
}
# The page each face starts from, and the page its search form posts to.
HOMES: Mapping[Face, str] = {
    Face.STAFF: "staff:my_day",
    Face.INHABITANT: "inhabitant:home",
    Face.DECISION_MAKER: "decisions:state",
}
SEARCHES: Mapping[Face, str] = {Face.STAFF: "staff:search"}


def groups_for(
    me: Shown | None, path: str, closed: Collection[str] = ()
) -> tuple[Group, ...]:
    """The menu of the one who is signed in, with the current page marked.

    `closed` are the routes of pages that this reader may not open.
    """
    groups = MENUS.get(Face(me.face), SIGNED_OUT) if me else SIGNED_OUT
    return tuple(
        Group(
            title=str(group.title),
            entries=_entries(
                [item for item in group.items if item.route not in closed], path
            ),
        )
        for group in groups
    )


def decisions_menu(path: str) -> tuple[Entry, ...]:
    """The pages about the state of things; its first page is current only by itself."""
    home = reverse("decisions:state")
    return tuple(
        replace(entry, current=path == home) if entry.href == home else entry
        for entry in _entries(DECISIONS.items, path)
    )


def home_for(me: Shown | None) -> str:
    """The address a signed-in person starts from; empty when there is none."""
    route = HOMES.get(Face(me.face), "") if me else ""
    return reverse(route) if route else ""


def search_for(me: Shown | None, closed: Collection[str] = ()) -> str:
    """The address the search form posts to; empty when one cannot search."""
    route = SEARCHES.get(Face(me.face), "") if me else ""
    return reverse(route) if route and route not in closed else ""


def _entries(items: Sequence[MenuItem], path: str) -> tuple[Entry, ...]:
    shown = [(item, reverse(item.route)) for item in items]
    return tuple(
        Entry(
            text=str(item.text),
            href=href,
            icon=item.icon,
            current=path.startswith((href, *map(reverse, item.holds))),
            route=item.route,
        )
        for item, href in shown
    )
