"""Somebody who was refused about several persons in one day."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from naravard.review.definition import Check, DayOfLog, Example, Opening, Weight
from naravard.review.examples import KARIN, OLLE, opening

AT_LEAST = 3  # persons in a day [own]


def _finds(day: DayOfLog) -> Iterable[Opening]:
    refused: dict[UUID, set[UUID]] = defaultdict(set)
    for row in day.openings:
        if not row.allowed:
            refused[row.professional_id].add(row.person_id)
    return (
        row
        for row in day.openings
        if not row.allowed and len(refused[row.professional_id]) >= AT_LEAST
    )


CHECK = Check(
    code="many-refusals",
    title="Nekad om flera personer",
    why="Medarbetaren försökte öppna flera personer som var stängda.",
    source="HSLF-FS 2016:40 4 kap. 9 §: systematiska kontroller; egen utformning",
    weight=Weight.MEDIUM,
    finds=_finds,
    limits=(f"minst {AT_LEAST} personer på en dag",),
    examples=(
        Example(
            says="Tre stängda personer på en dag.",
            openings=(
                opening(1, allowed=False),
                opening(2, about=OLLE, allowed=False),
                opening(3, about=UUID(int=3), allowed=False),
            ),
            picks=frozenset({1, 2, 3}),
        ),
        Example(
            says="Samma stängda person tre gånger är ett misstag som upprepas.",
            openings=tuple(
                opening(number, about=KARIN, allowed=False) for number in (1, 2, 3)
            ),
            picks=frozenset(),
        ),
    ),
)
