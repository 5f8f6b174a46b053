"""Needs of home visits that were not met, in words and by municipality."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from naravard.mobile.sum_rows import Unserved


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceUnserved:
    """One municipality by name."""

    name: str
    row: Unserved

    @property
    def known(self) -> int:
        """All that may be shown, added up: only for the order of the rows."""
        row = self.row
        parts = (row.declined, row.unanswered, row.late, row.cancelled, row.not_made)
        return sum(part or 0 for part in parts)


def unserved_shown(
    rows: Iterable[Unserved], names: Mapping[str, str]
) -> tuple[PlaceUnserved, ...]:
    """The municipalities, the one with the most first."""
    places = (
        PlaceUnserved(name=names.get(row.municipality, row.municipality), row=row)
        for row in rows
    )
    return tuple(sorted(places, key=lambda each: (-each.known, each.name)))


def unserved_says(places: tuple[PlaceUnserved, ...]) -> str:
    """The most common way of not being met, and where most often, as a sentence."""
    ways = {
        gettext("fick nej"): [each.row.declined for each in places],
        gettext("fick inget svar i tid"): [each.row.unanswered for each in places],
        gettext("väntade för länge"): [each.row.late for each in places],
        gettext("fick besöket inställt av teamet"): [
            each.row.cancelled for each in places
        ],
        gettext("fick inget besök den dag det var bestämt"): [
            each.row.not_made for each in places
        ],
    }
    counts = {way: sum(filter(None, known)) for way, known in ways.items()}
    way = max(counts, key=lambda each: counts[each])
    if not counts[way]:
        return gettext("Inget behov som går att visa har blivit utan svar eller besök.")
    return gettext("Vanligast är att personen %(way)s: minst %(count)s personer.") % {
        "way": way,
        "count": counts[way],
    }
