"""Läkarbesök i primärvården."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-17-andel",
    title="Läkarbesök i primärvården",
    says="Hur stor andel av regionens läkarbesök som görs i primärvården.",
    direction=Direction.UP,
    measure=Measure.PUBLISHED,
    source="Verksamhetsstatistik",
    provenance=Provenance.NATIONAL,
    note="Räknas av ägaren; här läses det publicerade värdet in.",
    owner="SKR",
    kolada=("U61904",),
    examples=(
        Example(
            says="Så läses ett värde ur Koladas fil.",
            lake="""
                kpi,municipality,period,gender,value
                U61904,1980,2023,T,42
            """,
            period="2023",
            value=42,
        ),
    ),
)
