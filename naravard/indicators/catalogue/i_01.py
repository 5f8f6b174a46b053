"""Hemma samma dag som utskrivningsklar."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Gate,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import flag

INDICATOR = Indicator(
    id="I-01",
    title="Hemma samma dag som utskrivningsklar",
    says="Av de vårdtillfällen där någon blivit utskrivningsklar: hur stor andel som "
    "gick hem samma dag.",
    direction=Direction.UP,
    measure=Measure.SHARE,
    source="Samordnad utskrivning",
    provenance=Provenance.OWN,
    needs=("stay",),
    gives=("unit",),
    gate=Gate(table="stay", day="out", column="ready"),
    sql=f"""
        SELECT s.pid AS pid, s."out" AS day, s.hospital AS unit, 1 AS den,
          {flag('s.ready = s."out"')} AS num
        FROM stay AS s WHERE s.ready IS NOT NULL
    """,
    examples=(
        Example(
            says="Klar måndag och hemma torsdag räknas bara under strecket.",
            lake="""
                stay: pid in ready out
                1 2026-02-26 2026-03-02 2026-03-05
                2 2026-02-26 2026-03-02 2026-03-02
            """,
            period="2026-03",
            num=1,
            den=2,
            value=50,
        ),
        Example(
            says="Den som aldrig blev utskrivningsklar räknas inte.",
            lake="""
                stay: pid in ready out
                1 2026-02-26 - 2026-03-05
                2 2026-02-26 2026-03-04 2026-03-05
            """,
            period="2026-03",
            num=0,
            den=1,
            value=0,
        ),
    ),
)
