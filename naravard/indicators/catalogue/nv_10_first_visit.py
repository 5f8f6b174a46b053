"""Första besök i specialistvård inom 90 dagar."""

from naravard.indicators.definition import Direction
from naravard.indicators.published import published

INDICATOR = published(
    indicator="NV-10-specialist",
    title="Första besök i specialistvård inom 90 dagar",
    says="Hur stor andel av väntande eller genomförda första besök i specialistvård "
    "som ligger inom 90 dagar.",
    direction=Direction.UP,
    source="Väntetider i vården",
    owner="SKR",
    kolada="U72549",
)
