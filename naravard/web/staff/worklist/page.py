"""The list as a page: heading, tabs, filters and groups, ready for the template."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from naravard.access.rules import Actor
from naravard.discharge.rows import Tab, TabCounts, Worklist, WorklistFilter
from naravard.people.roles import CareUnitKind
from naravard.web.components import navigation
from naravard.web.staff.words.steps import COLOURS
from naravard.web.staff.worklist.groups import DueGroup, grouped
from naravard.web.staff.worklist.lines import Line, line_of

PAGE_ROWS = 100
YES = "ja"
LONGEST_PAGE_NUMBER = 6  # digits; no list is longer
GROUP_NAMES: dict[DueGroup, Promise] = {
    DueGroup.LATE: gettext_lazy("Försenat"),
    DueGroup.TODAY: gettext_lazy("I dag"),
    DueGroup.TOMORROW: gettext_lazy("I morgon"),
    DueGroup.LATER: gettext_lazy("Senare"),
}
TAB_NAMES: dict[Tab, Promise] = {
    Tab.ALL: gettext_lazy("Alla"),
    Tab.OURS: gettext_lazy("Vår tur"),
    Tab.WAITING: gettext_lazy("Väntar på andra"),
    Tab.HOME_TODAY: gettext_lazy("Hemgång i dag"),
    Tab.AT_HOME: gettext_lazy("Hemma, följs upp"),
}
ABOUT_WARD = gettext_lazy(
    "Alla på avdelningen som behöver någon annan efter hemgången."
)
ABOUT_HEALTH_CENTRE = gettext_lazy(
    "Alla våra patienter som är på sjukhus och behöver oss efter hemgången."
)
ABOUT_MUNICIPALITY = gettext_lazy(
    "Alla från kommunen som är på sjukhus och behöver oss efter hemgången."
)
ABOUT: dict[str | None, Promise] = {
    CareUnitKind.INPATIENT: ABOUT_WARD,
    CareUnitKind.OPEN_CARE: ABOUT_HEALTH_CENTRE,
    CareUnitKind.MOBILE_TEAM: ABOUT_HEALTH_CENTRE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownGroup:
    """One group of the list with its heading."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """Everything on the page of discharges."""

    about: str
    place_heading: str
    tabs: tuple[navigation.Tab, ...]
    groups: tuple[ShownGroup, ...]
    wanted: WorklistFilter
    hospitals: tuple[str, ...]
    areas: tuple[str, ...]
    colours: tuple[tuple[str, str], ...]
    token: str
    read_at: datetime
    page_number: int
    last_page: int
    query: str
    empty: str

    @property
    def in_hospital(self) -> bool:
        """Whether the filter on hospitals says anything."""
        return len(self.hospitals) > 1 or bool(self.wanted.hospital)

    @property
    def in_areas(self) -> bool:
        """Whether the filter on areas says anything."""
        return len(self.areas) > 1 or bool(self.wanted.area)


def wanted_in(query: QueryDict) -> WorklistFilter:
    """What the reader has chosen in the address; what is not known is ignored."""
    tabs = {tab.value: tab for tab in Tab}
    page_number = query.get("sida", "1")
    known = page_number.isdecimal() and len(page_number) <= LONGEST_PAGE_NUMBER
    first = max(int(page_number), 1) - 1 if known else 0
    track = query.get("spar", "")
    return WorklistFilter(
        tab=tabs.get(query.get("visa", ""), Tab.ALL),
        hospital=query.get("sjukhus", "").replace("\0", ""),
        area=query.get("omrade", "").replace("\0", ""),
        mine=query.get("mina") == YES,
        track=track if track in COLOURS else "",
        limit=PAGE_ROWS,
        offset=first * PAGE_ROWS,
    )


def place_heading(actor: Actor) -> str:
    """What stands over hospital, homegoing and step; a ward knows where it is."""
    if actor.unit_kind is CareUnitKind.INPATIENT:
        return gettext("Hemgång och steg")
    return gettext("Sjukhus och steg")


def list_page(
    actor: Actor, found: Worklist, wanted: WorklistFilter, now: datetime
) -> ListPage:
    """The page of a worklist as the actor's unit reads it."""
    return ListPage(
        place_heading=place_heading(actor),
        about=str(ABOUT.get(actor.unit_kind, ABOUT_MUNICIPALITY)),
        tabs=_tabs(found.counts, wanted),
        groups=shown_groups(actor, found, now),
        wanted=wanted,
        hospitals=_choices(found.hospitals, wanted.hospital),
        areas=_choices(found.areas, wanted.area),
        colours=tuple((code, str(name)) for code, name in COLOURS.items()),
        token=token_of(found),
        read_at=found.read_at,
        page_number=wanted.offset // PAGE_ROWS + 1,
        last_page=-(-_count(found.counts, wanted.tab) // PAGE_ROWS),
        query=f"?{query_of(wanted)}",
        empty=_empty(wanted),
    )


def shown_groups(
    actor: Actor, found: Worklist, now: datetime
) -> tuple[ShownGroup, ...]:
    """The rows in their groups, in words."""
    return tuple(
        ShownGroup(
            name=str(GROUP_NAMES[group.group]),
            lines=tuple(line_of(row, actor, now) for row in group.rows),
        )
        for group in grouped(found.rows, now)
    )


def query_of(wanted: WorklistFilter, **changed: str) -> str:
    """The reader's choices as a query string; the first page is not written out."""
    chosen = {
        "visa": "" if wanted.tab is Tab.ALL else wanted.tab.value,
        "sjukhus": wanted.hospital,
        "omrade": wanted.area,
        "spar": wanted.track,
        "mina": YES if wanted.mine else "",
        **changed,
    }
    return urlencode({name: value for name, value in chosen.items() if value})


def token_of(found: Worklist) -> str:
    """What the page knows: when it was read and how many cases it then held."""
    return f"{found.read_at.isoformat()}*{found.counts.all}"


def _tabs(counts: TabCounts, wanted: WorklistFilter) -> tuple[navigation.Tab, ...]:
    address = reverse("staff:worklist")
    return tuple(
        navigation.Tab(
            text=str(name),
            href=f"{address}?{query_of(wanted, visa=tab.value)}",
            current=tab is wanted.tab,
            count=_count(counts, tab),
        )
        for tab, name in TAB_NAMES.items()
    )


def _count(counts: TabCounts, tab: Tab) -> int:
    return {
        Tab.ALL: counts.all,
        Tab.OURS: counts.ours,
        Tab.WAITING: counts.waiting,
        Tab.HOME_TODAY: counts.home_today,
        Tab.AT_HOME: counts.at_home,
    }[tab]


def _choices(found: Sequence[str], chosen: str) -> tuple[str, ...]:
    """What there is to choose among on the list, with what has been chosen."""
    return tuple(sorted({*found, chosen} - {""}))


def _empty(wanted: WorklistFilter) -> str:
    if wanted.hospital or wanted.area or wanted.track or wanted.mine:
        return gettext("Ingen på listan stämmer med det du har valt.")
    if wanted.tab is Tab.OURS:
        return gettext("Inget väntar på er just nu.")
    return gettext("Ingen är på listan just nu.")
