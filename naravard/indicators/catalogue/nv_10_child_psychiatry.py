"""Barn- och ungdomspsykiatri inom 30 dagar."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-10-bup",
    title="Barn- och ungdomspsykiatri inom 30 dagar",
    says="Hur stor andel av första besök i barn- och ungdomspsykiatri som görs inom 30 "
    "dagar.",
    direction=Direction.UP,
    measure=Measure.PUBLISHED,
    source="Väntetider i vården",
    provenance=Provenance.NATIONAL,
    note="Räknas av ägaren; här läses det publicerade värdet in.",
    owner="SKR",
    kolada=("U79119",),
    examples=(
        Example(
            says="Så läses ett värde ur Koladas fil.",
            lake="""
                kpi,municipality,period,gender,value
                U79119,1980,2023,T,42
            """,
            period="2023",
            value=42,
        ),
    ),
)
