"""Utskrivningsklara: medelvårdtid."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Gate,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import days_between

DAYS = days_between("s.ready", 's."out"')
WAITED = f"""
    SELECT s.pid AS pid, s."out" AS day, {DAYS} AS days, s.hospital AS unit
    FROM stay AS s WHERE s.ready IS NOT NULL AND {DAYS} >= 1
"""

INDICATOR = Indicator(
    id="NV-04",
    title="Utskrivningsklara: medelvårdtid",
    says="Av dem som inte kom hem samma dag som de blev utskrivningsklara: hur många "
    "dagar de i medeltal var kvar. Dagen de blev klara räknas inte.",
    direction=Direction.DOWN,
    measure=Measure.MEAN,
    per=1,
    unit="dagar",
    source="Väntetider i vården",
    provenance=Provenance.NATIONAL,
    owner="SKR",
    kolada=("N20403",),
    also=("I-05",),
    amount=True,
    needs=("stay",),
    gives=("unit",),
    gate=Gate(table="stay", day="out", column="ready"),
    sql=f"""
        SELECT w.pid AS pid, w.day AS day, w.days AS num, 1 AS den, w.unit AS unit
        FROM ({WAITED}) AS w
    """,
    examples=(
        Example(
            says="Hem samma dag räknas inte. Klar sent och hem nästa morgon är en dag. "
            "Månaden är utskrivningens.",
            lake="""
                stay: pid in ready out
                1 2024-01-01 2024-01-05T16:00 2024-01-05T18:00
                2 2024-01-01 2024-01-05T23:00 2024-01-06T08:00
                3 2024-01-01 2024-01-28T08:00 2024-02-02T10:00
                4 2024-01-10 2024-01-12T08:00 2024-01-15T08:00
            """,
            period="2024-01",
            num=4,
            den=2,
            value=2,
        ),
        Example(
            says="En natt då klockan ställs om är också en dag.",
            lake="""
                stay: pid in ready out
                1 2024-03-20 2024-03-30T22:00 2024-03-31T09:00
            """,
            period="2024-03",
            num=1,
            den=1,
            value=1,
        ),
    ),
)
