"""Utskrivningsklara: dagar per invånare 65 år och äldre."""

from naravard.indicators.catalogue.nv_04 import WAITED
from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Inhabitants,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-04-dagar",
    title="Utskrivningsklara: dagar per invånare 65+",
    says="Alla dagar som utskrivningsklara var kvar på sjukhus, delat med antalet "
    "invånare från 65 år vid periodens slut.",
    direction=Direction.DOWN,
    measure=Measure.RATE,
    per=1,
    unit="dagar per invånare",
    source="Väntetider i vården",
    provenance=Provenance.NATIONAL,
    owner="SKR",
    kolada=("N20404",),
    amount=True,
    needs=("stay",),
    inhabitants=Inhabitants(min_age=65),
    sql=f"""
        SELECT w.pid AS pid, w.day AS day, w.days AS num, 0 AS den FROM ({WAITED}) AS w
    """,
    examples=(
        Example(
            says="Fyra dagar på tusen invånare.",
            lake="""
                population: year age n
                2023 70 1000
                stay: pid in ready out
                2 2024-01-01 2024-01-05 2024-01-06
                4 2024-01-10 2024-01-12 2024-01-15
            """,
            period="2024-01",
            num=4,
            den=1000,
            value=0.004,
        ),
        Example(
            says="De som är yngre än 65 är inte med under strecket.",
            lake="""
                population: year age n
                2024 64 900
                2024 65 100
                stay: pid in ready out
                1 2024-03-20 2024-03-30 2024-03-31
            """,
            period="2024",
            num=1,
            den=100,
            value=0.01,
        ),
    ),
)
