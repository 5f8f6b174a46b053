"""Direktinläggning."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import age, flag

INDICATOR = Indicator(
    id="NV-32",
    title="Direktinläggning, 65 år och äldre",
    says="Av de oplanerade inskrivningarna av dem från 65 år: hur stor andel som inte "
    "gick genom en akutmottagning.",
    direction=Direction.UP,
    measure=Measure.SHARE,
    source="Patientregistret",
    provenance=Provenance.OWN,
    needs=(
        "stay",
        "person",
    ),
    gives=("unit",),
    sql=f"""
        SELECT s.pid AS pid, s."in" AS day, s.hospital AS unit, 1 AS den,
          {flag("s.direct")} AS num
        FROM stay AS s JOIN person AS q ON q.pid = s.pid
        WHERE NOT s.planned AND s.direct IS NOT NULL
          AND {age("q.birth", 's."in"')} >= 65
    """,
    examples=(
        Example(
            says="En av två oplanerade. Planerade räknas inte.",
            lake="""
                stay: pid in out planned direct
                1 2024-03-01 2024-03-05 false true
                2 2024-03-01 2024-03-05 false false
                3 2024-03-01 2024-03-05 true true
            """,
            period="2024",
            num=1,
            den=2,
            value=50,
        ),
        Example(
            says="Där vägen in är okänd räknas inskrivningen inte.",
            lake="""
                stay: pid in out direct
                1 2024-03-01 2024-03-05 true
                2 2024-03-01 2024-03-05 -
            """,
            period="2024",
            num=1,
            den=1,
            value=100,
        ),
    ),
)
