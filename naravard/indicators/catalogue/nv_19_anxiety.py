"""Ordination mot ångest i livets slut."""

from naravard.indicators.definition import Direction
from naravard.indicators.published import published

INDICATOR = published(
    indicator="NV-19-angest",
    title="Ordination mot ångest i livets slut",
    says="Hur stor andel av de väntade dödsfallen där en injektion mot ångest var "
    "ordinerad.",
    direction=Direction.UP,
    source="Svenska palliativregistret",
    owner="Svenska palliativregistret",
    kolada="U70506",
)
