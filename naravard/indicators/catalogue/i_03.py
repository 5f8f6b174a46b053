"""Fast vårdkontakt före hemgång."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import flag

INDICATOR = Indicator(
    id="I-03",
    title="Fast vårdkontakt före hemgång",
    says="Av de ärenden där öppenvården fått inskrivningsmeddelande: hur stor andel "
    "där en fast vårdkontakt utsetts före utskrivningen (LUS 2 kap. 3 §).",
    direction=Direction.UP,
    measure=Measure.SHARE,
    source="Samordnad utskrivning",
    provenance=Provenance.OWN,
    needs=("discharge_case",),
    sql=f"""
        SELECT c.pid AS pid, c.discharged AS day, 1 AS den,
          {flag("c.contact_named")} AS num
        FROM discharge_case AS c WHERE c.contact_needed
    """,
    examples=(
        Example(
            says="En utsedd av två.",
            lake="""
                discharge_case: pid admitted discharged contact_needed contact_named
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
            says="Den som ännu är inskriven räknas inte.",
            lake="""
                discharge_case: pid admitted discharged contact_needed contact_named
                1 2026-03-02 - true false
                2 2026-03-02 2026-03-05 true true
            """,
            period="2026",
            num=1,
            den=1,
            value=100,
        ),
    ),
)
