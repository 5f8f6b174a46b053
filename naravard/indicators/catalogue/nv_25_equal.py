"""Vård på lika villkor."""

from naravard.indicators.definition import Direction
from naravard.indicators.published import published

INDICATOR = published(
    indicator="NV-25-lika",
    title="Vård på lika villkor",
    says="Hur stor andel som instämmer i att vården ges på lika villkor.",
    direction=Direction.UP,
    source="Hälso- och sjukvårdsbarometern",
    owner="SKR",
    kolada="U70445",
)
