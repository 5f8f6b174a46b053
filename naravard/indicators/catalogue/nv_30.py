"""Fetma."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-30",
    title="Fetma",
    says="Av dem som svarat: hur stor andel som har BMI 30 eller mer.",
    direction=Direction.DOWN,
    measure=Measure.SHARE,
    source="Hälsa på lika villkor",
    provenance=Provenance.NATIONAL,
    owner="Folkhälsomyndigheten",
    kolada=("U01411",),
    needs=("survey",),
    gives=(
        "muni",
        "unit",
    ),
    sql="""
        SELECT CAST(NULL AS BIGINT) AS pid, s."date" AS day,
          s.muni AS muni, s.unit AS unit,
          COALESCE(s.weight, 1) AS den,
          CASE WHEN TRY_CAST(s.answer AS DOUBLE) >= 30
            THEN COALESCE(s.weight, 1) ELSE 0 END AS num
        FROM survey AS s
        WHERE s.item = 'bmi' AND s.answer IS NOT NULL
          AND LOWER(s.answer) NOT IN ('vet_ej', 'vet ej')
    """,
    examples=(
        Example(
            says="Den som svarat vet ej räknas inte.",
            lake="""
                survey: respondent item answer
                a bmi 30
                b bmi 29.9
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
                b bmi 29.9 1
            """,
            period="2024",
            num=3,
            den=4,
            value=75,
        ),
    ),
)
