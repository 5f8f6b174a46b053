"""Somebody who opened far more persons in a day than colleagues at the unit."""

from collections import defaultdict
from collections.abc import Iterable
from statistics import median
from uuid import UUID

from naravard.review.definition import Check, DayOfLog, Example, Opening, Weight
from naravard.review.examples import ALI, SARA, opening

AT_LEAST = 30  # persons in a day, however few the colleagues read [own]
TIMES_COLLEAGUES = 3  # the median of the unit that day [own]


def _finds(day: DayOfLog) -> Iterable[Opening]:
    persons: dict[UUID, dict[UUID, set[UUID]]] = defaultdict(lambda: defaultdict(set))
    for row in day.openings:
        if row.of_the_record:
            persons[row.unit_id][row.professional_id].add(row.person_id)
    found = {
        (unit, who)
        for unit, by in persons.items()
        for who, seen in by.items()
        if len(seen) >= _limit(by, who)
    }
    return (
        row
        for row in day.openings
        if row.of_the_record and (row.unit_id, row.professional_id) in found
    )


def _limit(by: dict[UUID, set[UUID]], who: UUID) -> float:
    others = [len(seen) for each, seen in by.items() if each != who]
    return max(AT_LEAST, TIMES_COLLEAGUES * median(others) if others else 0)


def _persons(first: int, count: int, by: UUID) -> tuple[Opening, ...]:
    return tuple(
        opening(first + each, by=by, about=UUID(int=100 + each))
        for each in range(count)
    )


CHECK = Check(
    code="many-persons",
    title="Många personer på en dag",
    why="Den som läste öppnade många fler personer den dagen än kollegerna på enheten.",
    source="HSLF-FS 2016:40 4 kap. 9 §: systematiska kontroller; egen utformning",
    weight=Weight.MEDIUM,
    finds=_finds,
    limits=(
        f"minst {AT_LEAST} personer",
        f"minst {TIMES_COLLEAGUES} gånger medianen på enheten",
    ),
    examples=(
        Example(
            says="Trettio personer av en, två av kollegan.",
            openings=(*_persons(1, 30, ALI), *_persons(50, 2, SARA)),
            picks=frozenset(range(1, 31)),
        ),
        Example(
            says="Tjugonio är inte många.",
            openings=_persons(1, 29, ALI),
            picks=frozenset(),
        ),
        Example(
            says="Alla läser många den dagen: ingen sticker ut.",
            openings=(*_persons(1, 33, ALI), *_persons(50, 30, SARA)),
            picks=frozenset(),
        ),
    ),
)
