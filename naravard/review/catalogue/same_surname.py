"""Staff who read about somebody with the same unusual surname."""

from naravard.review.definition import Check, Example, Opening, Weight, each
from naravard.review.examples import opening

# Where so few share a name they are often of one family. [own]
UNUSUAL = 20  # inhabitants


def _unusual(opening: Opening) -> bool:
    shared = opening.same_surname and opening.surname_bearers <= UNUSUAL
    return shared and not (opening.same_address or opening.is_own)


CHECK = Check(
    code="same-surname",
    title="Samma ovanliga efternamn",
    why="Den som läste har samma efternamn som personen, och få andra heter så.",
    source="HSLF-FS 2016:40 4 kap. 9 §: systematiska kontroller; egen utformning",
    weight=Weight.LOW,
    finds=each(_unusual),
    limits=(f"högst {UNUSUAL} invånare med namnet",),
    examples=(
        Example(
            says="Tjugo invånare delar namnet, men inte tjugoen.",
            openings=(
                opening(1, same_surname=True, surname_bearers=20),
                opening(2, same_surname=True, surname_bearers=21),
            ),
            picks=frozenset({1}),
        ),
    ),
)
