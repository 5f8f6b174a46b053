"""Väntetid till särskilt boende, median."""

from naravard.indicators.definition import Direction
from naravard.indicators.published import published

INDICATOR = published(
    indicator="NV-31-vantetid-median",
    title="Väntetid till särskilt boende, median",
    says="Dagar från ansökan till första erbjudna plats, för den mittersta.",
    direction=Direction.DOWN,
    unit="dagar",
    source="Kommunens kvalitet i korthet",
    owner="RKA",
    kolada="U23402",
)
