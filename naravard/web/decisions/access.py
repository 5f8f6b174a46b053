"""Nåbarhet: how near mobile teams are, and what their time goes to. Sums only."""

from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_safe

from naravard.core import clock
from naravard.core.clock import day_of
from naravard.indicators.rules import check_may_see_figures
from naravard.mobile import queries
from naravard.mobile.rules.states import TeamKind
from naravard.mobile.sum_rows import Driven, Kept, Near, Reached
from naravard.people.queries import municipality_names
from naravard.web.actor import actor_of
from naravard.web.charts.boundaries import boundaries_of, names_of
from naravard.web.charts.places import MapChart, PlaceValue, draw_map
from naravard.web.decisions.access_figures import (
    figures,
    kinds_chart,
    near_chart,
    time_chart,
    time_says,
)
from naravard.web.decisions.showing import shown
from naravard.web.decisions.unserved import unserved_says, unserved_shown

LATELY = timedelta(days=28)
EDGES = (50.0, 75.0, 90.0)  # per cent where a darker tone begins
KINDS = {
    TeamKind.CLOSE_CARE: gettext_lazy("Närvårdsteam"),
    TeamKind.PSYCHIATRY: gettext_lazy("Mobil psykiatri"),
    TeamKind.XRAY: gettext_lazy("Mobil röntgen"),
    TeamKind.PALLIATIVE: gettext_lazy("Avancerad sjukvård i hemmet"),
    TeamKind.HOME_NURSING: gettext_lazy("Hemsjukvård"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """One municipality: how near the team is, and how it has gone."""

    name: str
    inhabitants: int
    within_30: int | None
    within_60: int | None
    from_the_middle: bool
    visits: int | None
    known_face: int | None
    in_time: int | None
    visited_in_time: int | None
    times_moved: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRow:
    """A kind of team in the whole county: per cent of those it goes to."""

    name: str | Promise
    within_30: int
    within_60: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamTime:
    """What a team's time went to, in per cent."""

    row: Driven
    kind: str | Promise

    @property
    def rest(self) -> int:
        """Meetings, telephone and writing, and time that was free."""
        return max(0, 100 - self.row.driving - self.row.visiting)


@require_safe
def access(request: HttpRequest) -> HttpResponse:
    """How near teams are, what their time goes to, and needs that were not met."""
    actor, now = actor_of(request), clock.now()
    check_may_see_figures(actor)
    last = day_of(now)
    first = last - LATELY
    near = queries.nearness(actor)
    reached = queries.reached(actor, first, last, now)
    kept = queries.promises_kept(actor, first, last, now)
    driven = queries.driven(actor, first, last)
    names = _names(near)
    kinds = _kinds(near)
    places = _places(
        near,
        {row.municipality: row for row in reached},
        {row.municipality: row for row in kept},
        names,
    )
    unserved = unserved_shown(queries.unserved(actor, first, last, now), names)
    return shown(
        request,
        "decisions/access.html",
        {
            "first": first,
            "last": last,
            "says": _says(places),
            "places": places,
            "kinds": kinds,
            "kinds_chart": kinds_chart(
                [(str(row.name), row.within_30, row.within_60) for row in kinds]
            ),
            "time_says": time_says(driven),
            "figures": figures(near, driven, reached, kept) if places else (),
            "teams": tuple(TeamTime(row=row, kind=KINDS[row.kind]) for row in driven),
            "chart": _chart(near, names),
            "near_chart": near_chart(near, names) if places else None,
            "time_chart": time_chart(driven) if driven else None,
            "unserved": unserved,
            "unserved_says": unserved_says(unserved),
            "any_from_the_middle": any(each.from_the_middle for each in places),
        },
    )


def _names(near: tuple[Near, ...]) -> dict[str, str]:
    codes = frozenset(row.municipality for row in near)
    return municipality_names(codes) | names_of(codes)


def _places(
    near: tuple[Near, ...],
    reached: dict[str, Reached],
    kept: dict[str, Kept],
    names: dict[str, str],
) -> tuple[PlaceRow, ...]:
    rows = [
        _place(
            row,
            reached.get(row.municipality),
            kept.get(row.municipality),
            names.get(row.municipality, ""),
        )
        for row in near
        if row.kind is TeamKind.CLOSE_CARE
    ]
    return tuple(sorted(rows, key=lambda row: (row.within_30 or 0, row.name)))


def _place(
    row: Near, visited: Reached | None, kept: Kept | None, name: str
) -> PlaceRow:
    return PlaceRow(
        name=name or row.municipality,
        inhabitants=row.inhabitants,
        within_30=row.within_30,
        within_60=row.within_60,
        from_the_middle=row.from_the_middle,
        visits=visited.visits if visited else None,
        known_face=visited.known_face if visited else None,
        in_time=visited.answered_in_time if visited else None,
        visited_in_time=kept.visited_in_time if kept else None,
        times_moved=kept.times_moved if kept else None,
    )


def _kinds(near: tuple[Near, ...]) -> tuple[KindRow, ...]:
    """The county as a whole; municipalities with too few to be shown are left out."""
    rows = []
    for kind, name in KINDS.items():
        known = [
            row
            for row in near
            if row.kind is kind
            and row.within_30 is not None
            and row.within_60 is not None
        ]
        people = sum(row.inhabitants for row in known)
        if people:
            rows.append(
                KindRow(
                    name=name,
                    within_30=_weighed([(r.within_30, r.inhabitants) for r in known]),
                    within_60=_weighed([(r.within_60, r.inhabitants) for r in known]),
                )
            )
    return tuple(rows)


def _weighed(shares: list[tuple[int | None, int]]) -> int:
    people = sum(number for _, number in shares)
    return round(sum((share or 0) * number for share, number in shares) / people)


def _says(places: tuple[PlaceRow, ...]) -> str:
    known = [row for row in places if row.within_30 is not None]
    if not known:
        return gettext("Inget närvårdsteam är i drift, eller för få bor i området.")
    worst = known[0]
    return gettext(
        "Längst till ett närvårdsteam är det i %(name)s: %(near)s procent har högst "
        "30 minuter, %(far)s procent högst en timme."
    ) % {"name": worst.name, "near": worst.within_30, "far": worst.within_60 or "–"}


def _chart(near: tuple[Near, ...], names: dict[str, str]) -> SafeString | None:
    rows = [row for row in near if row.kind is TeamKind.CLOSE_CARE]
    boundaries = boundaries_of(frozenset(row.municipality for row in rows))
    if not boundaries.areas:
        return None
    chart = MapChart(
        key="karta-nabarhet",
        title=gettext("Andel av invånarna som ett närvårdsteam når på 30 minuter"),
        says=gettext("Uppskattat efter avstånd. Samma tal står i tabellen."),
        places=tuple(
            PlaceValue(
                code=row.municipality,
                name=names.get(row.municipality, row.municipality),
                value=None if row.within_30 is None else float(row.within_30),
            )
            for row in rows
        ),
        edges=EDGES,
        decimals=0,
    )
    return draw_map(chart, boundaries)
