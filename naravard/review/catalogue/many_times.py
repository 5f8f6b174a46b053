"""Somebody who opened the same person again and again in one day."""

from collections import Counter
from collections.abc import Iterable

from naravard.review.definition import Check, DayOfLog, Example, Opening, Weight
from naravard.review.examples import SARA, opening

AT_LEAST = 25  # openings of one person in a day; each page opened counts once [own]


def _finds(day: DayOfLog) -> Iterable[Opening]:
    counted = Counter(
        (row.professional_id, row.person_id)
        for row in day.openings
        if row.of_the_record
    )
    return (
        row
        for row in day.openings
        if row.of_the_record
        and counted[(row.professional_id, row.person_id)] >= AT_LEAST
    )


CHECK = Check(
    code="many-times",
    title="Många gånger på en dag",
    why="Samma person öppnades ovanligt många gånger av samma medarbetare.",
    source="HSLF-FS 2016:40 4 kap. 9 §: systematiska kontroller; egen utformning",
    weight=Weight.LOW,
    finds=_finds,
    limits=(f"minst {AT_LEAST} gånger",),
    examples=(
        Example(
            says="Tjugofem gånger av samma, fem av en annan.",
            openings=(
                *(opening(number) for number in range(1, 26)),
                *(opening(number, by=SARA) for number in range(30, 35)),
            ),
            picks=frozenset(range(1, 26)),
        ),
        Example(
            says="Tjugofyra gånger är en lång dag vid samma patient.",
            openings=tuple(opening(number) for number in range(1, 25)),
            picks=frozenset(),
        ),
    ),
)
