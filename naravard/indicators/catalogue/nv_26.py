"""Självskattad hälsa."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.shapes import share_answering

INDICATOR = Indicator(
    id="NV-26",
    title="Självskattad hälsa",
    says="Av dem som svarat: hur stor andel som skattar sin hälsa som bra eller mycket "
    "bra.",
    direction=Direction.UP,
    measure=Measure.SHARE,
    source="Hälsa på lika villkor",
    provenance=Provenance.NATIONAL,
    owner="Folkhälsomyndigheten",
    kolada=("U01405",),
    also=("I-15",),
    needs=("survey",),
    gives=(
        "muni",
        "unit",
    ),
    sql=share_answering("sjalvskattad_halsa", "bra", "mycket_bra"),
    examples=(
        Example(
            says="Den som svarat vet ej räknas inte.",
            lake="""
                survey: respondent item answer
                a sjalvskattad_halsa bra
                b sjalvskattad_halsa dåligt
                c sjalvskattad_halsa vet_ej
            """,
            period="2024",
            num=1,
            den=2,
            value=50,
        ),
        Example(
            says="Svaren vägs.",
            lake="""
                survey: respondent item answer weight
                a sjalvskattad_halsa mycket_bra 3
                b sjalvskattad_halsa dåligt 1
            """,
            period="2024",
            num=3,
            den=4,
            value=75,
        ),
    ),
)
