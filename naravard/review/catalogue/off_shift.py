"""Readings by somebody with a schedule at the unit, when no shift of hers went on."""

from naravard.review.definition import Check, Example, Opening, Weight, each
from naravard.review.examples import opening


def _off_shift(opening: Opening) -> bool:
    return opening.off_shift and opening.of_the_record


CHECK = Check(
    code="off-shift",
    title="Utanför schemat",
    why="Den som läste har schema på enheten, men inget pass då uppgifterna öppnades.",
    source="HSLF-FS 2016:40 4 kap. 9 §: systematiska kontroller; egen utformning",
    weight=Weight.MEDIUM,
    finds=each(_off_shift),
    limits=(
        "schema: ett pass på enheten inom två veckor",
        "en timme före och efter passet räknas som pass",
    ),
    examples=(
        Example(
            says="En läsning utan pass granskas; en under passet inte.",
            openings=(opening(1, off_shift=True), opening(2)),
            picks=frozenset({1}),
        ),
        Example(
            says="Ett nej är inte en läsning.",
            openings=(opening(1, off_shift=True, allowed=False),),
            picks=frozenset(),
        ),
    ),
)
