"""Förtroende för sjukvården i stort."""

from naravard.indicators.definition import (
    Direction,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-25-sjukvarden",
    title="Förtroende för sjukvården i stort",
    says="Hur stor andel som har stort eller mycket stort förtroende för sjukvården i "
    "stort.",
    direction=Direction.UP,
    measure=Measure.PUBLISHED,
    source="Hälso- och sjukvårdsbarometern",
    provenance=Provenance.NATIONAL,
    note="Räknas av ägaren; här läses det publicerade värdet in.",
    owner="SKR",
    kolada=("U70447",),
)
