"""Operation eller åtgärd inom 90 dagar."""

from naravard.indicators.definition import Direction
from naravard.indicators.published import published

INDICATOR = published(
    indicator="NV-10-operation",
    title="Operation eller åtgärd inom 90 dagar",
    says="Hur stor andel av operationer och åtgärder som görs inom 90 dagar.",
    direction=Direction.UP,
    source="Väntetider i vården",
    owner="SKR",
    kolada="U72474",
)
