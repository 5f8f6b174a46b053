"""Förtroende för sjukvården i stort."""

from naravard.indicators.definition import Direction
from naravard.indicators.published import published

INDICATOR = published(
    indicator="NV-25-sjukvarden",
    title="Förtroende för sjukvården i stort",
    says="Hur stor andel som har stort eller mycket stort förtroende för sjukvården i "
    "stort.",
    direction=Direction.UP,
    source="Hälso- och sjukvårdsbarometern",
    owner="SKR",
    kolada="U70447",
)
