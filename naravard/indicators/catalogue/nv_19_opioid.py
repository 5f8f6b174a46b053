"""Ordination mot smärta i livets slut."""

from naravard.indicators.definition import Direction
from naravard.indicators.published import published

INDICATOR = published(
    indicator="NV-19-opioid",
    title="Ordination mot smärta i livets slut",
    says="Hur stor andel av de väntade dödsfallen där en injektion av opioid var "
    "ordinerad.",
    direction=Direction.UP,
    source="Svenska palliativregistret",
    owner="Svenska palliativregistret",
    kolada="U70515",
)
