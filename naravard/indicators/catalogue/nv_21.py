"""Vårdtillfällen."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Inhabitants,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-21",
    title="Vårdtillfällen",
    says="Vårdtillfällen i slutenvård per 100 000 invånare (medelfolkmängd). Ett "
    "vårdtillfälle slutar när personen byter klinik.",
    direction=Direction.CONTEXT,
    measure=Measure.RATE,
    per=100_000,
    unit="per 100 000",
    source="Patientregistret",
    provenance=Provenance.NATIONAL,
    owner="SKR",
    kolada=("N70808",),
    also=("I-18",),
    needs=("stay",),
    inhabitants=Inhabitants(mean=True),
    sql="""
        SELECT s.pid AS pid, s."out" AS day, 1 AS num, 0 AS den FROM stay AS s
    """,
    examples=(
        Example(
            says="Ett byte av klinik är två vårdtillfällen.",
            lake="""
                population: year age n
                2023 50 900
                2024 50 1100
                stay: pid in out
                1 2024-03-01 2024-03-03
                1 2024-03-03 2024-03-09
            """,
            period="2024",
            num=2,
            den=1000,
            value=200,
        ),
        Example(
            says="Den som ännu är inskriven räknas inte.",
            lake="""
                population: year age n
                2023 50 1000
                2024 50 1000
                stay: pid in out
                1 2024-03-01 -
            """,
            period="2024",
            num=0,
            value=0,
        ),
    ),
)
