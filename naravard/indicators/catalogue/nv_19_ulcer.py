"""Utan trycksår i livets slut."""

from naravard.indicators.definition import (
    Direction,
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
)
