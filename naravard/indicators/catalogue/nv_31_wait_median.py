"""Väntetid till särskilt boende, median."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-31-vantetid-median",
    title="Väntetid till särskilt boende, median",
    says="Dagar från ansökan till första erbjudna plats, för den mittersta.",
    direction=Direction.DOWN,
    measure=Measure.PUBLISHED,
    unit="dagar",
    source="Kommunens kvalitet i korthet",
    provenance=Provenance.NATIONAL,
    note="Räknas av ägaren; här läses det publicerade värdet in.",
    owner="RKA",
    kolada=("U23402",),
    examples=(
        Example(
            says="Så läses ett värde ur Koladas fil.",
            lake="""
                kpi,municipality,period,gender,value
                U23402,1980,2023,T,42
            """,
            period="2023",
            value=42,
        ),
    ),
)
