"""Ways between pages: tabs, breadcrumb, pages of a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

PAGES_BESIDE_THE_CURRENT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One tab: a link to a page of its own, with how much waits there."""

    text: str
    href: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """One page above this one."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """One number in the page list; without a number it is a gap."""

    number: int | None
    href: str = ""
    current: bool = False


def tabs(name: str, tabs: Sequence[Tab]) -> SafeString:
    """Links to the sides of one thing; `name` says of what."""
    return render_to_string("components/tabs.html", {"name": name, "tabs": tabs})


def breadcrumb(above: Sequence[Crumb], here: str) -> SafeString:
    """The pages above this one, and this one's name."""
    return render_to_string(
        "components/breadcrumb.html", {"above": above, "here": here}
    )


def pagination(current: int, last: int, *, query: str = "?") -> SafeString:
    """The pages of a long list, nothing for one; `query` is put before `sida=2`."""
    if last <= 1:
        return SafeString()
    return render_to_string(
        "components/pagination.html",
        {
            "links": page_links(current, last, query=query),
            "previous": _href(query, current - 1) if current > 1 else "",
            "next": _href(query, current + 1) if current < last else "",
        },
    )


def page_links(current: int, last: int, *, query: str = "?") -> list[PageLink]:
    """First, last and the pages around the current one, with gaps between."""
    near = range(
        current - PAGES_BESIDE_THE_CURRENT, current + PAGES_BESIDE_THE_CURRENT + 1
    )
    shown = sorted({1, last, *(number for number in near if 1 <= number <= last)})
    links: list[PageLink] = []
    for before, number in zip([0, *shown], shown, strict=False):
        if number - before > 1:
            links.append(PageLink(number=None))
        links.append(
            PageLink(
                number=number, href=_href(query, number), current=number == current
            )
        )
    return links


def _href(query: str, number: int) -> str:
    joint = "" if query.endswith(("?", "&")) else "&"
    return f"{query}{joint}sida={number}"
