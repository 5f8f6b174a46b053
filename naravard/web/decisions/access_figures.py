"""Nåbarhet in figures: four numbers with their words, and the bars beside the map."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from naravard.mobile.rules.states import TeamKind
from naravard.mobile.sum_rows import Driven, Kept, Near, Reached
from naravard.web.charts.shares import ShareBar, ShareChart, draw_shares


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number for the whole county, what it counts, and what to know beside it."""

    name: str
    value: str
    unit: str
    beside: str


def figures(
    near: Sequence[Near],
    driven: Sequence[Driven],
    reached: Sequence[Reached],
    kept: Sequence[Kept],
) -> tuple[Figure, ...]:
    """The county as a whole; what is too little to be shown is left out of it."""
    visits = {row.municipality: row.visits or 0 for row in reached}
    close = [row for row in near if row.kind is TeamKind.CLOSE_CARE]
    people = [row.inhabitants for row in close]
    met = [visits[row.municipality] for row in reached]
    promised = [visits.get(row.municipality, 0) for row in kept]
    unserved = sum(row.unserved or 0 for row in reached)
    percent = gettext("procent")
    return (
        Figure(
            name=gettext("Når ett närvårdsteam på 30 minuter"),
            value=_written(weighed([row.within_30 for row in close], people)),
            unit=percent,
            beside=gettext("På en timme: %(share)s procent.")
            % {"share": _written(weighed([row.within_60 for row in close], people))},
        ),
        Figure(
            name=gettext("Av arbetstiden i bil"),
            value=_written(_of_time(driven, lambda row: row.driving)),
            unit=percent,
            beside=gettext("Hos personer: %(share)s procent.")
            % {"share": _written(_of_time(driven, lambda row: row.visiting))},
        ),
        Figure(
            name=gettext("Möter någon de har träffat förut"),
            value=_written(weighed([row.known_face for row in reached], met)),
            unit=gettext("procent av besöken"),
            beside=gettext("Lovade tider som flyttats: %(share)s procent.")
            % {"share": _written(weighed([row.times_moved for row in kept], promised))},
        ),
        Figure(
            name=gettext("Behov som inget team kunde möta"),
            value=str(unserved),
            unit=gettext("förfrågningar"),
            beside=gettext("Besök inom längsta väntan: %(share)s procent.")
            % {
                "share": _written(
                    weighed([row.visited_in_time for row in kept], promised)
                )
            },
        ),
    )


def near_chart(near: Sequence[Near], names: dict[str, str]) -> SafeString:
    """Each municipality's way to a close-care team, the furthest first."""
    rows = sorted(
        (row for row in near if row.kind is TeamKind.CLOSE_CARE),
        key=lambda row: (row.within_30 or 0, names.get(row.municipality, "")),
    )
    return draw_shares(
        ShareChart(
            key="nara-team",
            title=gettext("Invånarnas väg till ett närvårdsteam, procent"),
            says=gettext("Samma tal står i tabellen."),
            bars=tuple(
                ShareBar(
                    name=names.get(row.municipality, row.municipality),
                    parts=_near_parts(row),
                )
                for row in rows
            ),
        )
    )


def time_chart(driven: Sequence[Driven]) -> SafeString:
    """What each team's time went to."""
    return draw_shares(
        ShareChart(
            key="arbetstid",
            title=gettext("Vad arbetstiden går till, procent per team"),
            says=gettext("Samma tal står i tabellen."),
            bars=tuple(
                ShareBar(
                    name=row.team,
                    parts=(
                        row.visiting,
                        row.driving,
                        max(0, 100 - row.visiting - row.driving),
                    ),
                )
                for row in driven
            ),
        )
    )


def kinds_chart(kinds: Sequence[tuple[str, int, int]]) -> SafeString:
    """Each kind of team in the county: its name, per cent in 30 and 60 minutes."""
    return draw_shares(
        ShareChart(
            key="slags-team",
            title=gettext("Invånarnas väg till varje slags team, procent"),
            says=gettext("Samma tal står i tabellen."),
            bars=tuple(
                ShareBar(name=name, parts=(near, far - near, 100 - far))
                for name, near, far in kinds
            ),
        )
    )


def time_says(driven: Sequence[Driven]) -> str:
    """Who drives most and least, in words."""
    if not driven:
        return gettext("Inget team har arbetat de senaste fyra veckorna.")
    rows = sorted(driven, key=lambda row: row.driving)
    return gettext(
        "%(most)s kör mest, %(high)s procent av tiden. %(least)s kör minst, "
        "%(low)s procent."
    ) % {
        "most": rows[-1].team,
        "high": rows[-1].driving,
        "least": rows[0].team,
        "low": rows[0].driving,
    }


def weighed(shares: Sequence[int | None], weights: Sequence[int]) -> int | None:
    """The mean share by weight, without those that are too few to be shown."""
    known = [
        (share, weight)
        for share, weight in zip(shares, weights, strict=True)
        if share is not None and weight
    ]
    whole = sum(weight for _, weight in known)
    if not whole:
        return None
    return round(sum(share * weight for share, weight in known) / whole)


def _near_parts(row: Near) -> tuple[int, ...]:
    if row.within_30 is None or row.within_60 is None:
        return ()
    return (row.within_30, row.within_60 - row.within_30, 100 - row.within_60)


def _of_time(driven: Sequence[Driven], share: Callable[[Driven], int]) -> int | None:
    return weighed([share(row) for row in driven], [row.visits for row in driven])


def _written(share: int | None) -> str:
    return "–" if share is None else str(share)
