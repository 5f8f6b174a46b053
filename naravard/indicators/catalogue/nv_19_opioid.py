"""Ordination mot smärta i livets slut."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-19-opioid",
    title="Ordination mot smärta i livets slut",
    says="Hur stor andel av de väntade dödsfallen där en injektion av opioid var "
    "ordinerad.",
    direction=Direction.UP,
    measure=Measure.PUBLISHED,
    source="Svenska palliativregistret",
    provenance=Provenance.NATIONAL,
    note="Räknas av ägaren; här läses det publicerade värdet in.",
    owner="Svenska palliativregistret",
    kolada=("U70515",),
    examples=(
        Example(
            says="Så läses ett värde ur Koladas fil.",
            lake="""
                kpi,municipality,period,gender,value
                U70515,1980,2023,T,42
            """,
            period="2023",
            value=42,
        ),
    ),
)
