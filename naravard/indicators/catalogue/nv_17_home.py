"""Hembesök i primärvården."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.shapes import share_of_primary_care

INDICATOR = Indicator(
    id="NV-17-hem",
    title="Hembesök i primärvården",
    says="Hur stor andel av kontakterna i primärvården som är hembesök.",
    direction=Direction.CONTEXT,
    measure=Measure.SHARE,
    source="Vårddatalager",
    provenance=Provenance.OWN,
    needs=("visit",),
    gives=("unit",),
    sql=share_of_primary_care("v.mode = 'hem'"),
    examples=(
        Example(
            says="En av två kontakter. Sjukhusets kontakter räknas inte.",
            lake="""
                visit: pid at level mode
                1 2024-03-01 pv hem
                1 2024-03-02 pv video
                1 2024-03-03 spec hem
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
                1 2024-03-02 video
            """,
            period="2024",
            num=0,
            den=1,
            value=0,
        ),
    ),
)
