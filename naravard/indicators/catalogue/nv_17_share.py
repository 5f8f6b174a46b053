"""Läkarbesök i primärvården."""

from naravard.indicators.definition import Direction
from naravard.indicators.published import published

INDICATOR = published(
    indicator="NV-17-andel",
    title="Läkarbesök i primärvården",
    says="Hur stor andel av regionens läkarbesök som görs i primärvården.",
    direction=Direction.UP,
    source="Verksamhetsstatistik",
    owner="SKR",
    kolada="U61904",
)
