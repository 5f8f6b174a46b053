"""Staff who read about themselves through their work."""

from naravard.review.definition import Check, Example, Weight, each
from naravard.review.examples import opening

CHECK = Check(
    code="own-record",
    title="Egen journal",
    why="Den som läste är själv personen. Egna uppgifter läser man på sin egen sida.",
    source="PDL 4 kap. 1 §: läsning kräver vårdrelation eller annat behov i arbetet",
    weight=Weight.HIGH,
    finds=each(lambda opening: opening.is_own),
    examples=(
        Example(
            says="Ali läser om sig själv.",
            openings=(opening(1, is_own=True), opening(2)),
            picks=frozenset({1}),
        ),
        Example(
            says="Den som är sin egen granne är ändå en annan.",
            openings=(opening(1, same_address=True),),
            picks=frozenset(),
        ),
    ),
)
