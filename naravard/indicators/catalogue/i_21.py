"""Direktinläggning från särskilt boende och hemsjukvård."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import flag, in_force

INDICATOR = Indicator(
    id="I-21",
    title="Direktinläggning från boende och hemtjänst",
    says="Av de oplanerade inskrivningarna av dem som bor i särskilt boende eller har "
    "hemtjänst: hur stor andel som var direktinläggningar.",
    direction=Direction.UP,
    measure=Measure.SHARE,
    source="Patientregistret",
    provenance=Provenance.OWN,
    needs=(
        "stay",
        "residence",
        "home_client",
    ),
    gives=("unit",),
    sql=f"""
        SELECT s.pid AS pid, s."in" AS day, s.hospital AS unit, 1 AS den,
          {flag("s.direct")} AS num
        FROM stay AS s
        WHERE NOT s.planned AND s.direct IS NOT NULL AND (
          EXISTS (SELECT 1 FROM residence AS r WHERE r.pid = s.pid AND r.form = 'säbo'
                    AND {in_force("r", 's."in"')})
          OR EXISTS (SELECT 1 FROM home_client AS h WHERE h.pid = s.pid
                       AND {in_force("h", 's."in"')}))
    """,
    examples=(
        Example(
            says="En av två som bor i särskilt boende.",
            lake="""
                residence: pid form
                1 säbo
                2 säbo
                stay: pid in out direct
                1 2024-03-01 2024-03-05 true
                2 2024-03-01 2024-03-05 false
                3 2024-03-01 2024-03-05 true
            """,
            period="2024",
            num=1,
            den=2,
            value=50,
        ),
        Example(
            says="Hemtjänst räknas också.",
            lake="""
                home_client: pid
                1
                stay: pid in out direct
                1 2024-03-01 2024-03-05 true
            """,
            period="2024",
            num=1,
            den=1,
            value=100,
        ),
    ),
)
