"""What the rules marked for review as it was opened."""

from naravard.review.definition import Check, Example, Opening, Weight, each
from naravard.review.examples import opening

STATED = "R-STATED"


def _marked(opening: Opening) -> bool:
    elsewhere = opening.in_emergency or opening.ground == STATED or opening.of_the_log
    return opening.review and not elsewhere


CHECK = Check(
    code="marked",
    title="Ska alltid granskas",
    why="Personen har skyddade uppgifter eller kunde inte själv ta ställning, eller"
    " så bröts någon annan gräns som alltid granskas.",
    source="OSL 22 kap. 1 §, SVOD 3 kap. 3-4 §§, OSL 25 kap. 13 a §",
    weight=Weight.HIGH,
    verified=True,
    finds=each(_marked),
    examples=(
        Example(
            says="Märkt vid öppningen; nödläge och eget skäl har egna kontroller.",
            openings=(
                opening(1, review=True),
                opening(2, review=True, ground="R-STATED"),
                opening(3, review=True, ground="R-EMERGENCY"),
                opening(4, review=True, category="access_log"),
            ),
            picks=frozenset({1}),
        ),
    ),
)
