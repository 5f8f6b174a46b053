"""Vård på lika villkor."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-25-lika",
    title="Vård på lika villkor",
    says="Hur stor andel som instämmer i att vården ges på lika villkor.",
    direction=Direction.UP,
    measure=Measure.PUBLISHED,
    source="Hälso- och sjukvårdsbarometern",
    provenance=Provenance.NATIONAL,
    note="Räknas av ägaren; här läses det publicerade värdet in.",
    owner="SKR",
    kolada=("U70445",),
    examples=(
        Example(
            says="Så läses ett värde ur Koladas fil.",
            lake="""
                kpi,municipality,period,gender,value
                U70445,1980,2023,T,42
            """,
            period="2023",
            value=42,
        ),
    ),
)
