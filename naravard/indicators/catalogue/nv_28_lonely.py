"""Ensamhet med hemtjänst."""

from naravard.indicators.definition import Direction
from naravard.indicators.published import published

INDICATOR = published(
    indicator="NV-28-ensamhet",
    title="Ensamhet med hemtjänst",
    says="Hur stor andel av dem med hemtjänst som besväras av ensamhet.",
    direction=Direction.DOWN,
    source="Vad tycker de äldre om äldreomsorgen?",
    owner="Socialstyrelsen",
    kolada="U21478",
)
