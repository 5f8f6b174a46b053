"""Inskrivningsmeddelande i tid."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import flag

INDICATOR = Indicator(
    id="I-02",
    title="Inskrivningsmeddelande i tid",
    says="Av alla inskrivningsmeddelanden: hur stor andel som skickats i tid (LUS 2 "
    "kap. 1 §).",
    direction=Direction.UP,
    measure=Measure.SHARE,
    source="Samordnad utskrivning",
    provenance=Provenance.OWN,
    needs=("discharge_case",),
    sql=f"""
        SELECT c.pid AS pid, c.admitted AS day, 1 AS den,
          {flag("c.notice_in_time")} AS num
        FROM discharge_case AS c WHERE c.notice_sent
    """,
    examples=(
        Example(
            says="Ett i tid, ett för sent, ett aldrig skickat.",
            lake="""
                discharge_case: pid admitted notice_sent notice_in_time
                1 2026-03-02 true true
                2 2026-03-02 true false
                3 2026-03-02 false -
            """,
            period="2026",
            num=1,
            den=2,
            value=50,
        ),
        Example(
            says="Månaden är inskrivningens.",
            lake="""
                discharge_case: pid admitted notice_sent notice_in_time
                1 2026-03-31 true true
                2 2026-04-01 true false
            """,
            period="2026-03",
            num=1,
            den=1,
            value=100,
        ),
    ),
)
