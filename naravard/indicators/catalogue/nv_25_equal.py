"""Vård på lika villkor."""

from naravard.indicators.definition import (
    Direction,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-25-lika",
    title="Vård på lika villkor",
    says="Hur stor andel som instämmer i att vården ges på lika villkor.",
    direction=Direction.UP,
    measure=Measure.PUBLISHED,
    source="Hälso- och sjukvårdsbarometern",
    provenance=Provenance.NATIONAL,
    note="Räknas av ägaren; här läses det publicerade värdet in.",
    owner="SKR",
    kolada=("U70445",),
)
