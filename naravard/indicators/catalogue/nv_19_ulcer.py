"""Utan trycksår i livets slut."""

from naravard.indicators.definition import Direction
from naravard.indicators.published import published

INDICATOR = published(
    indicator="NV-19-trycksar",
    title="Utan trycksår i livets slut",
    says="Hur stor andel av de väntade dödsfallen som var utan trycksår.",
    direction=Direction.UP,
    source="Svenska palliativregistret",
    owner="Svenska palliativregistret",
    kolada="U70516",
)
