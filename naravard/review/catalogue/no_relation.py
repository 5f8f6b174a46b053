"""Readings without a care relation, on a reason that staff stated themselves."""

from naravard.review.definition import Check, Example, Weight, each
from naravard.review.examples import opening

CHECK = Check(
    code="no-relation",
    title="Ingen vårdrelation",
    why="Enheten hade ingen pågående vårdrelation. Den som läste skrev själv ett skäl.",
    source="PDL 4 kap. 1 §, SoLPuL 10 §",
    weight=Weight.MEDIUM,
    finds=each(lambda opening: opening.allowed and opening.ground == "R-STATED"),
    examples=(
        Example(
            says="Ett angivet skäl granskas; en läsning inom ärendet inte.",
            openings=(opening(1, ground="R-STATED", reason="Konsult."), opening(2)),
            picks=frozenset({1}),
        ),
        Example(
            says="Ett nej är inte en läsning.",
            openings=(opening(1, ground="R-STATED", allowed=False),),
            picks=frozenset(),
        ),
    ),
)
