"""Väntetid till särskilt boende."""

from naravard.indicators.definition import Direction
from naravard.indicators.published import published

INDICATOR = published(
    indicator="NV-31-vantetid",
    title="Väntetid till särskilt boende",
    says="Medelvärdet av dagar från ansökan till första erbjudna plats.",
    direction=Direction.DOWN,
    unit="dagar",
    source="Kommunens kvalitet i korthet",
    owner="RKA",
    kolada="U23401",
)
