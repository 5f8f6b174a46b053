"""Utan trycksår i livets slut."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-19-trycksar",
    title="Utan trycksår i livets slut",
    says="Hur stor andel av de väntade dödsfallen som var utan trycksår.",
    direction=Direction.UP,
    measure=Measure.PUBLISHED,
    source="Svenska palliativregistret",
    provenance=Provenance.NATIONAL,
    note="Räknas av ägaren; här läses det publicerade värdet in.",
    owner="Svenska palliativregistret",
    kolada=("U70516",),
    examples=(
        Example(
            says="Så läses ett värde ur Koladas fil.",
            lake="""
                kpi,municipality,period,gender,value
                U70516,1980,2023,T,42
            """,
            period="2023",
            value=42,
        ),
    ),
)
