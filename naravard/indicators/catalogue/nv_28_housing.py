"""Trygghet på särskilt boende."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.shapes import share_answering

INDICATOR = Indicator(
    id="NV-28-sabo",
    title="Trygghet på särskilt boende",
    says="Av dem från 65 år som svarat: hur stor andel som känner sig mycket eller "
    "ganska trygga på sitt boende.",
    direction=Direction.UP,
    measure=Measure.SHARE,
    source="Vad tycker de äldre om äldreomsorgen?",
    provenance=Provenance.NATIONAL,
    owner="Socialstyrelsen",
    kolada=("U23521",),
    needs=("survey",),
    gives=(
        "muni",
        "unit",
    ),
    sql=share_answering("trygghet_sabo", "mycket_tryggt", "ganska_tryggt"),
    examples=(
        Example(
            says="Den som svarat vet ej räknas inte.",
            lake="""
                survey: respondent item answer
                a trygghet_sabo ganska_tryggt
                b trygghet_sabo otryggt
                c trygghet_sabo vet_ej
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
                a trygghet_sabo mycket_tryggt 3
                b trygghet_sabo otryggt 1
            """,
            period="2024",
            num=3,
            den=4,
            value=75,
        ),
    ),
)
