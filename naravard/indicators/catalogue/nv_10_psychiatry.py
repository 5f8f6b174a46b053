"""Psykiatri inom 90 dagar."""

from naravard.indicators.definition import Direction
from naravard.indicators.published import published

INDICATOR = published(
    indicator="NV-10-psykiatri",
    title="Psykiatri inom 90 dagar",
    says="Hur stor andel av första besök i psykiatri som görs inom 90 dagar.",
    direction=Direction.UP,
    source="Väntetider i vården",
    owner="SKR",
    kolada="U79049",
)
