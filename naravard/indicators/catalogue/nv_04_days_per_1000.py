"""Utskrivningsklara: dagar per 1 000 invånare 65 år och äldre."""

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
    id="NV-04-dagar-1000",
    title="Utskrivningsklara: dagar per 1 000 invånare 65+",
    says="Alla dagar som utskrivningsklara var kvar på sjukhus, per 1 000 invånare "
    "från 65 år vid periodens slut.",
    direction=Direction.DOWN,
    measure=Measure.RATE,
    per=1_000,
    unit="dagar per 1 000",
    source="Väntetider i vården",
    provenance=Provenance.NATIONAL,
    note="Koladas rubrik säger per 100 000 och dess beskrivning per 1 000; källan "
    "anger per 1 000.",
    owner="SKR",
    kolada=("U79135",),
    also=("I-06",),
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
                2024 70 1000
                stay: pid in ready out
                4 2024-01-10 2024-01-12 2024-01-16
            """,
            period="2024",
            num=4,
            value=4,
        ),
        Example(
            says="Ingen väntade.",
            lake="""
                population: year age n
                2024 70 1000
                stay: pid in ready out
                4 2024-01-10 2024-01-12 2024-01-12
            """,
            period="2024",
            num=0,
            value=0,
        ),
    ),
)
