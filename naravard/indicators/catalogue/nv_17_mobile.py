"""Kontakter med mobila team."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import flag

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
    sql=f"""
        SELECT v.pid AS pid, v.at AS day, v.unit AS unit, 1 AS den,
          {flag("v.mobile")} AS num
        FROM visit AS v WHERE v.level = 'pv'
    """,
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
