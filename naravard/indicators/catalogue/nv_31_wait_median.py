"""Väntetid till särskilt boende, median."""

from naravard.indicators.definition import (
    Direction,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-31-vantetid-median",
    title="Väntetid till särskilt boende, median",
    says="Dagar från ansökan till första erbjudna plats, för den mittersta.",
    direction=Direction.DOWN,
    measure=Measure.PUBLISHED,
    unit="dagar",
    source="Kommunens kvalitet i korthet",
    provenance=Provenance.NATIONAL,
    note="Räknas av ägaren; här läses det publicerade värdet in.",
    owner="RKA",
    kolada=("U23402",),
)
