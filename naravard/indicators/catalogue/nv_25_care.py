"""Förtroende för sjukvården i stort."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-25-sjukvarden",
    title="Förtroende för sjukvården i stort",
    says="Hur stor andel som har stort eller mycket stort förtroende för sjukvården i "
    "stort.",
    direction=Direction.UP,
    measure=Measure.PUBLISHED,
    source="Hälso- och sjukvårdsbarometern",
    provenance=Provenance.NATIONAL,
    note="Räknas av ägaren; här läses det publicerade värdet in.",
    owner="SKR",
    kolada=("U70447",),
    examples=(
        Example(
            says="Så läses ett värde ur Koladas fil.",
            lake="""
                kpi,municipality,period,gender,value
                U70447,1980,2023,T,42
            """,
            period="2023",
            value=42,
        ),
    ),
)
