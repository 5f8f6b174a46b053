"""Psykiatri inom 90 dagar."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-10-psykiatri",
    title="Psykiatri inom 90 dagar",
    says="Hur stor andel av första besök i psykiatri som görs inom 90 dagar.",
    direction=Direction.UP,
    measure=Measure.PUBLISHED,
    source="Väntetider i vården",
    provenance=Provenance.NATIONAL,
    note="Räknas av ägaren; här läses det publicerade värdet in.",
    owner="SKR",
    kolada=("U79049",),
    examples=(
        Example(
            says="Så läses ett värde ur Koladas fil.",
            lake="""
                kpi,municipality,period,gender,value
                U79049,1980,2023,T,42
            """,
            period="2023",
            value=42,
        ),
    ),
)
