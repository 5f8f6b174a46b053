"""Digitala kontakter i primärvården."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.shapes import share_of_primary_care

INDICATOR = Indicator(
    id="NV-17",
    title="Digitala kontakter i primärvården",
    says="Hur stor andel av kontakterna i primärvården som är video eller chatt.",
    direction=Direction.CONTEXT,
    measure=Measure.SHARE,
    source="Vårddatalager",
    provenance=Provenance.OWN,
    needs=("visit",),
    gives=("unit",),
    sql=share_of_primary_care("v.mode IN ('video', 'chatt')"),
    examples=(
        Example(
            says="En av två kontakter. Sjukhusets kontakter räknas inte.",
            lake="""
                visit: pid at level mode
                1 2024-03-01 pv video
                1 2024-03-02 pv mottagning
                1 2024-03-03 spec video
            """,
            period="2024",
            num=1,
            den=2,
            value=50,
        ),
        Example(
            says="Ingen.",
            lake="""
                visit: pid at mode
                1 2024-03-02 mottagning
            """,
            period="2024",
            num=0,
            den=1,
            value=0,
        ),
    ),
)
