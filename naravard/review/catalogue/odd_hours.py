"""Readings when the unit is usually closed.

Most units' schedules are not in Nära, so the hours are those of the kind of unit;
`off_shift` asks the schedules that are.
"""

from dataclasses import dataclass
from datetime import time

from naravard.core.clock import local
from naravard.people.roles import CareUnitKind
from naravard.review.definition import Check, Example, Opening, Weight, each
from naravard.review.examples import opening


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """From and until when, Monday to Friday."""

    opens: time
    closes: time


BY_DAY = Hours(opens=time(6), closes=time(20))  # with room for overtime [own]
SATURDAY = 5

# Wards, home nursing, home help and short stays work around the clock.
HOURS: dict[CareUnitKind, Hours] = {
    CareUnitKind.OPEN_CARE: BY_DAY,
    CareUnitKind.SCHOOL_HEALTH: BY_DAY,
    CareUnitKind.PUPIL_WELFARE: BY_DAY,
    CareUnitKind.CHILD_AND_FAMILY: BY_DAY,
    CareUnitKind.OTHER: BY_DAY,
}


def _odd(opening: Opening) -> bool:
    hours = HOURS.get(opening.unit_kind)
    if hours is None or not opening.of_the_record:
        return False
    there = local(opening.at)
    weekend = there.weekday() >= SATURDAY
    return weekend or not hours.opens <= there.time() < hours.closes


CHECK = Check(
    code="odd-hours",
    title="Ovanlig tid",
    why="Enheten har oftast stängt då uppgifterna öppnades.",
    source="HSLF-FS 2016:40 4 kap. 9 §: systematiska kontroller; egen utformning",
    weight=Weight.LOW,
    finds=each(_odd),
    limits=("vardagar klockan 6 till 20; dygnet runt där vård ges dygnet runt",),
    examples=(
        Example(
            says="Vårdcentralen klockan 19.59 och 20.00 en måndag.",
            openings=(
                opening(1, hours_later=7.98, unit_kind=CareUnitKind.OPEN_CARE),
                opening(2, hours_later=8, unit_kind=CareUnitKind.OPEN_CARE),
            ),
            picks=frozenset({2}),
        ),
        Example(
            says="Avdelningen är öppen på natten.",
            openings=(opening(1, hours_later=14),),
            picks=frozenset(),
        ),
    ),
)
