"""Ensamhet med hemtjänst."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-28-ensamhet",
    title="Ensamhet med hemtjänst",
    says="Hur stor andel av dem med hemtjänst som besväras av ensamhet.",
    direction=Direction.DOWN,
    measure=Measure.PUBLISHED,
    source="Vad tycker de äldre om äldreomsorgen?",
    provenance=Provenance.NATIONAL,
    note="Räknas av ägaren; här läses det publicerade värdet in.",
    owner="Socialstyrelsen",
    kolada=("U21478",),
    examples=(
        Example(
            says="Så läses ett värde ur Koladas fil.",
            lake="""
                kpi,municipality,period,gender,value
                U21478,1980,2023,T,42
            """,
            period="2023",
            value=42,
        ),
    ),
)
