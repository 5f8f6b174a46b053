"""Every step of an emergency (nödöppning) is looked at, and first."""

from naravard.access.rules import Ground
from naravard.review.definition import Check, Example, Weight, each
from naravard.review.examples import opening

CHECK = Check(
    code="emergency",
    title="Nödläge",
    why="Uppgifterna öppnades, eller någon såg vem som har spärrat, i ett nödläge.",
    source="SVOD 3 kap. 5-6 §§, PDL 4 kap. 5 §; HSLF-FS 2016:40 4 kap. 9 §",
    weight=Weight.ALWAYS,
    verified=True,
    finds=each(lambda opening: opening.in_emergency),
    examples=(
        Example(
            says="En bruten spärr granskas, en vanlig läsning inte.",
            openings=(opening(1, ground=Ground.READ_LIFTED), opening(2)),
            picks=frozenset({1}),
        ),
        Example(
            says="Att bara se vem som har spärrat granskas också.",
            openings=(opening(1, ground=Ground.READ_BLOCKER),),
            picks=frozenset({1}),
        ),
    ),
)
