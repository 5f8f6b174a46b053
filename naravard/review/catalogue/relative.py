"""Staff who read about their own relatives."""

from naravard.review.definition import Check, Example, Weight, each
from naravard.review.examples import opening

CHECK = Check(
    code="relative",
    title="Egen närstående",
    why="Den som läste är anmäld som närstående eller vårdnadshavare till personen,"
    " eller tvärtom.",
    source="HSLF-FS 2016:40 4 kap. 9 §: systematiska kontroller; egen utformning",
    weight=Weight.HIGH,
    finds=each(lambda opening: opening.is_relative and not opening.is_own),
    examples=(
        Example(
            says="Sara läser om sin mamma.",
            openings=(opening(1, is_relative=True), opening(2)),
            picks=frozenset({1}),
        ),
        Example(
            says="Den som läser om sig själv fångas av en annan kontroll.",
            openings=(opening(1, is_relative=True, is_own=True),),
            picks=frozenset(),
        ),
    ),
)
