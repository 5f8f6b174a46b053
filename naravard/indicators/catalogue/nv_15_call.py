"""Kallelse till SIP i tid."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import flag

INDICATOR = Indicator(
    id="NV-15-kallelse",
    title="Kallelse till SIP i tid",
    says="Av de ärenden där en samordnad individuell plan behövs och personen "
    "samtycker: hur stor andel där kallelsen skickats i tid (LUS 4 kap.).",
    direction=Direction.UP,
    measure=Measure.SHARE,
    source="Samordnad utskrivning",
    provenance=Provenance.OWN,
    also=("I-04",),
    needs=("discharge_case",),
    sql=f"""
        SELECT c.pid AS pid, c.ready AS day, 1 AS den,
          {flag("c.sip_call_in_time")} AS num
        FROM discharge_case AS c WHERE c.sip_required AND c.ready IS NOT NULL
    """,
    examples=(
        Example(
            says="En i tid, en för sent.",
            lake="""
                discharge_case: pid admitted ready sip_required sip_call_in_time
                1 2026-03-02 2026-03-05 true true
                2 2026-03-02 2026-03-05 true false
                3 2026-03-02 2026-03-05 false -
            """,
            period="2026",
            num=1,
            den=2,
            value=50,
        ),
        Example(
            says="En kallelse som aldrig skickats är inte i tid.",
            lake="""
                discharge_case: pid admitted ready sip_required sip_call_in_time
                1 2026-03-02 2026-03-05 true -
            """,
            period="2026",
            num=0,
            den=1,
            value=0,
        ),
    ),
)
