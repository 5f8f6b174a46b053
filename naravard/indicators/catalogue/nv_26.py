"""Självskattad hälsa."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

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
    sql="""
        SELECT CAST(NULL AS BIGINT) AS pid, s."date" AS day,
          s.muni AS muni, s.unit AS unit,
          COALESCE(s.weight, 1) AS den,
          CASE WHEN LOWER(s.answer) IN ('bra', 'mycket_bra')
            THEN COALESCE(s.weight, 1) ELSE 0 END AS num
        FROM survey AS s
        WHERE s.item = 'sjalvskattad_halsa' AND s.answer IS NOT NULL
          AND LOWER(s.answer) NOT IN ('vet_ej', 'vet ej')
    """,
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
