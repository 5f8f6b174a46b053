"""Dagar från uppmärksammat behov till SIP-möte."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import days_between

INDICATOR = Indicator(
    id="NV-15-dagar",
    title="Dagar från behov till SIP-möte",
    says="Av de SIP-möten som hållits: hur många dagar det gått sedan behovet "
    "uppmärksammades, för den mittersta.",
    direction=Direction.DOWN,
    measure=Measure.MEDIAN,
    per=1,
    unit="dagar",
    source="Journal och planer",
    provenance=Provenance.OWN,
    needs=("plan",),
    sql=f"""
        SELECT p.pid AS pid, p.meeting_on AS day, 1 AS den,
          {days_between("p.need_on", "p.meeting_on")} AS num
        FROM plan AS p WHERE p.kind = 'sip' AND p.need_on IS NOT NULL
    """,
    examples=(
        Example(
            says="Den mittersta av 3, 10 och 40 dagar.",
            lake="""
                plan: pid created need_on meeting_on
                1 2024-03-01 2024-03-01 2024-03-04
                2 2024-03-01 2024-03-01 2024-03-11
                3 2024-03-01 2024-03-01 2024-04-10
            """,
            period="2024",
            den=3,
            value=10,
        ),
        Example(
            says="Ett möte som inte hållits räknas inte.",
            lake="""
                plan: pid created need_on meeting_on
                1 2024-03-01 2024-03-01 2024-03-04
                2 2024-03-01 2024-03-01 -
            """,
            period="2024",
            den=1,
            value=3,
        ),
    ),
)
