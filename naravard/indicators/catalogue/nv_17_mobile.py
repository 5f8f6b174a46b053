"""Kontakter med mobila team."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.shapes import share_of_primary_care

INDICATOR = Indicator(
    id="NV-17-mobil",
    title="Kontakter med mobila team",
    says="Hur stor andel av kontakterna i primärvården som görs av mobila team.",
    direction=Direction.CONTEXT,
    measure=Measure.SHARE,
    source="Vårddatalager",
    provenance=Provenance.OWN,
    needs=("visit",),
    gives=("unit",),
    sql=share_of_primary_care("v.mobile"),
    examples=(
        Example(
            says="En av två.",
            lake="""
                visit: pid at mobile
                1 2024-03-01 true
                1 2024-03-02 false
            """,
            period="2024",
            num=1,
            den=2,
            value=50,
        ),
        Example(
            says="Där inget sägs är det inte ett mobilt team.",
            lake="""
                visit: pid at mobile
                1 2024-03-01 -
            """,
            period="2024",
            num=0,
            den=1,
            value=0,
        ),
    ),
)
