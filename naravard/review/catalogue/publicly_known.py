"""Every reading about somebody whom many are curious about."""

from naravard.review.definition import Check, Example, Weight, each
from naravard.review.examples import opening

CHECK = Check(
    code="publicly-known",
    title="Allmänt känd person",
    why="Många kan vara nyfikna på personen. Varje läsning granskas.",
    source="HSLF-FS 2016:40 4 kap. 9 §: systematiska kontroller; egen utformning",
    weight=Weight.HIGH,
    finds=each(lambda opening: opening.publicly_known and not opening.of_the_log),
    examples=(
        Example(
            says="Varje läsning, men inte granskarens egen.",
            openings=(
                opening(1, publicly_known=True),
                opening(2, publicly_known=True, category="access_log"),
                opening(3),
            ),
            picks=frozenset({1}),
        ),
    ),
)
