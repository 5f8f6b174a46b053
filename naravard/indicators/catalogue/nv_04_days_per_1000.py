"""Utskrivningsklara: dagar per 1 000 invånare 65 år och äldre."""

from dataclasses import replace

from naravard.indicators.catalogue import nv_04_days
from naravard.indicators.definition import Example

INDICATOR = replace(
    nv_04_days.INDICATOR,
    id="NV-04-dagar-1000",
    title="Utskrivningsklara: dagar per 1 000 invånare 65+",
    says="Alla dagar som utskrivningsklara var kvar på sjukhus, per 1 000 invånare "
    "från 65 år vid periodens slut.",
    per=1_000,
    unit="dagar per 1 000",
    note="Koladas rubrik säger per 100 000 och dess beskrivning per 1 000; källan "
    "anger per 1 000.",
    kolada=("U79135",),
    also=("I-06",),
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
