"""Patientkontrakt."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import flag, in_force

INDICATOR = Indicator(
    id="NV-16",
    title="Patientkontrakt",
    says="Av målgruppen (som i NV-09) vid periodens slut: hur stor andel som har en "
    "dokumenterad överenskommelse, en planerad nästa kontakt och en fast vårdkontakt.",
    direction=Direction.UP,
    measure=Measure.SHARE,
    source="Journal och planer",
    provenance=Provenance.OWN,
    needs=(
        "plan",
        "contact_person",
        "person",
    ),
    gives=("muni",),
    blocks=("target_group",),
    sql=f"""
        SELECT t.pid AS pid, $on_day AS day, t.muni AS muni, 1 AS den,
          {flag("k.pid IS NOT NULL AND o.pid IS NOT NULL")} AS num
        FROM target_group AS t
          LEFT JOIN (SELECT c.pid AS pid FROM contact_person AS c
                     WHERE c.kind = 'fast_vardkontakt' AND {in_force("c", "$on_day")}
                     GROUP BY c.pid) AS k ON k.pid = t.pid
          LEFT JOIN (SELECT p.pid AS pid FROM plan AS p
                     WHERE p.kind = 'patientkontrakt' AND p.created <= $on_day
                       AND (p.closed IS NULL OR p.closed > $on_day)
                       AND p.next_contact > $on_day
                     GROUP BY p.pid) AS o ON o.pid = t.pid
    """,
    examples=(
        Example(
            says="Alla tre delarna behövs.",
            lake="""
                residence: pid form
                1 säbo
                2 säbo
                3 säbo
                contact_person: pid from
                1 2024-01-01
                3 2024-01-01
                plan: pid kind created next_contact
                1 patientkontrakt 2024-02-01 2025-02-01
                2 patientkontrakt 2024-02-01 2025-02-01
                3 patientkontrakt 2024-02-01 2024-06-01
            """,
            period="2024",
            num=1,
            den=3,
            value=100 / 3,
        ),
        Example(
            says="En SIP är inget patientkontrakt.",
            lake="""
                residence: pid form
                1 säbo
                contact_person: pid from
                1 2024-01-01
                plan: pid kind created next_contact
                1 sip 2024-02-01 2025-02-01
            """,
            period="2024",
            num=0,
            den=1,
            value=0,
        ),
    ),
)
