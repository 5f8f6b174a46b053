"""Staff who read about somebody who lives at the same address, or next door."""

from naravard.review.definition import Check, Example, Weight, each
from naravard.review.examples import opening

CHECK = Check(
    code="same-address",
    title="Samma adress",
    why="Den som läste bor på samma adress som personen, med ett annat efternamn.",
    source="HSLF-FS 2016:40 4 kap. 9 §: systematiska kontroller; egen utformning",
    weight=Weight.MEDIUM,
    finds=each(
        lambda opening: (
            opening.same_address and not (opening.same_surname or opening.is_own)
        )
    ),
    examples=(
        Example(
            says="En granne i samma trappa.",
            openings=(opening(1, same_address=True), opening(2)),
            picks=frozenset({1}),
        ),
        Example(
            says="Samma efternamn dessutom hör till samma hushåll.",
            openings=(opening(1, same_address=True, same_surname=True),),
            picks=frozenset(),
        ),
    ),
)
