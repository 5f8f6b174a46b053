"""Medelvårdtid."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import days_between

INDICATOR = Indicator(
    id="NV-21-dagar",
    title="Medelvårdtid",
    says="Dagar i slutenvård per vårdtillfälle.",
    direction=Direction.CONTEXT,
    measure=Measure.MEAN,
    per=1,
    unit="dagar",
    source="Patientregistret",
    provenance=Provenance.NATIONAL,
    owner="SKR",
    kolada=("N70832",),
    amount=True,
    needs=("stay",),
    gives=("unit",),
    sql=f"""
        SELECT s.pid AS pid, s."out" AS day, s.hospital AS unit, 1 AS den,
          {days_between('s."in"', 's."out"')} AS num
        FROM stay AS s WHERE s."out" IS NOT NULL
    """,
    examples=(
        Example(
            says="Två och sex dagar är fyra i medeltal.",
            lake="""
                stay: pid in out
                1 2024-03-01 2024-03-03
                1 2024-03-03 2024-03-09
            """,
            period="2024",
            num=8,
            den=2,
            value=4,
        ),
        Example(
            says="In och ut samma dag är ingen dag.",
            lake="""
                stay: pid in out
                1 2024-03-01 2024-03-01
            """,
            period="2024",
            num=0,
            den=1,
            value=0,
        ),
    ),
)
