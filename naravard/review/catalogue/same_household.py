"""Staff who read about somebody of the same surname in the same household."""

from naravard.review.definition import Check, Example, Weight, each
from naravard.review.examples import opening

CHECK = Check(
    code="same-household",
    title="Samma hushåll",
    why="Den som läste har samma efternamn och samma adress som personen.",
    source="HSLF-FS 2016:40 4 kap. 9 §: systematiska kontroller; egen utformning",
    weight=Weight.HIGH,
    finds=each(
        lambda opening: (
            opening.same_surname and opening.same_address and not opening.is_own
        )
    ),
    examples=(
        Example(
            says="Samma efternamn på samma adress.",
            openings=(opening(1, same_surname=True, same_address=True),),
            picks=frozenset({1}),
        ),
        Example(
            says="Bara samma adress räcker inte här.",
            openings=(opening(1, same_address=True), opening(2, same_surname=True)),
            picks=frozenset(),
        ),
    ),
)
