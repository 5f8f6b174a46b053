"""Åtgärdbar dödlighet 0–74 år."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-22",
    title="Åtgärdbar dödlighet 0–74 år",
    says="Dödsfall före 75 år som sjukvården hade kunnat förhindra, "
    "åldersstandardiserat, tre år.",
    direction=Direction.DOWN,
    measure=Measure.PUBLISHED,
    unit="per 100 000",
    source="Dödsorsaksregistret",
    provenance=Provenance.NATIONAL,
    note="Räknas av ägaren; här läses det publicerade värdet in.",
    owner="Socialstyrelsen",
    kolada=("N79190",),
    examples=(
        Example(
            says="Så läses ett värde ur Koladas fil.",
            lake="""
                kpi,municipality,period,gender,value
                N79190,1980,2023,T,42
            """,
            period="2023",
            value=42,
        ),
    ),
)
