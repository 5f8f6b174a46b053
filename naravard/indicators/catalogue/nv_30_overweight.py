"""Övervikt eller fetma."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.shapes import AS_NUMBER, share_of_answers

INDICATOR = Indicator(
    id="NV-30-overvikt",
    title="Övervikt eller fetma",
    says="Av dem som svarat: hur stor andel som har BMI 25 eller mer.",
    direction=Direction.DOWN,
    measure=Measure.SHARE,
    source="Hälsa på lika villkor",
    provenance=Provenance.NATIONAL,
    owner="SKR",
    also=("I-17",),
    needs=("survey",),
    gives=(
        "muni",
        "unit",
    ),
    sql=share_of_answers("bmi", f"{AS_NUMBER} >= 25"),
    examples=(
        Example(
            says="Den som svarat vet ej räknas inte.",
            lake="""
                survey: respondent item answer
                a bmi 25
                b bmi 24.9
                c bmi vet_ej
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
                a bmi 34.5 3
                b bmi 24.9 1
            """,
            period="2024",
            num=3,
            den=4,
            value=75,
        ),
    ),
)
