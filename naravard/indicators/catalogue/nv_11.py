"""Telefonen besvarad samma dag."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-11",
    title="Telefonen besvarad samma dag",
    says="Hur stor andel av samtalen till vårdcentralen som besvaras samma dag. Ett år "
    "är medelvärdet av månadernas andelar.",
    direction=Direction.UP,
    measure=Measure.MEAN_OF_MONTHS,
    source="Väntetider i vården",
    provenance=Provenance.NATIONAL,
    owner="SKR",
    kolada=("N79179",),
    amount=True,
    needs=("phone",),
    gives=("unit",),
    sql="""
        SELECT CAST(NULL AS BIGINT) AS pid, p."date" AS day, p.unit AS unit,
          p.answered_same_day AS num, p.received AS den
        FROM phone AS p
    """,
    examples=(
        Example(
            says="Månadernas medelvärde är inte alla samtal sammanlagda.",
            lake="""
                phone: date received answered_same_day
                2024-01-15 1000 900
                2024-02-15 100 50
            """,
            period="2024",
            value=70,
        ),
        Example(
            says="Lika stora månader ger samma svar på båda sätten.",
            lake="""
                phone: date received answered_same_day
                2024-01-15 200 150
                2024-02-15 200 170
            """,
            period="2024",
            num=320,
            den=400,
            value=80,
        ),
    ),
)
