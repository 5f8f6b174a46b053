"""Barn- och ungdomspsykiatri inom 30 dagar."""

from naravard.indicators.definition import Direction
from naravard.indicators.published import published

INDICATOR = published(
    indicator="NV-10-bup",
    title="Barn- och ungdomspsykiatri inom 30 dagar",
    says="Hur stor andel av första besök i barn- och ungdomspsykiatri som görs inom 30 "
    "dagar.",
    direction=Direction.UP,
    source="Väntetider i vården",
    owner="SKR",
    kolada="U79119",
)
