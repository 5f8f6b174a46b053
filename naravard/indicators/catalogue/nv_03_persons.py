"""Oplanerad återinskrivning inom 30 dagar: andel personer."""

from naravard.indicators.catalogue.nv_03 import INDEX_PERIODS
from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-03-personer",
    version="2.0.0",
    title="Oplanerad återinskrivning inom 30 dagar, personer",
    says="Som NV-03, men en person räknas en gång: som återinskriven om någon av "
    "periodens utskrivningar följs av en oplanerad inskrivning inom 30 dagar.",
    direction=Direction.DOWN,
    measure=Measure.SHARE,
    source="Patientregistret",
    provenance=Provenance.TO_VERIFY,
    owner="Socialstyrelsen",
    needs=("stay", "person"),
    blocks=("care_period",),
    params={"gap_days": 0, "somatic_only": 1, "window": 30, "min_age": 65},
    lag_days=60,
    sql=f"""
        SELECT i.pid AS pid, MAX(i.day) AS day, MAX(i.readmitted) AS num, 1 AS den
        FROM ({INDEX_PERIODS}) AS i GROUP BY i.pid
    """,
    examples=(
        Example(
            says="Två återinskrivningar är en person.",
            lake="""
                person: pid birth
                1 1930-01-01
                stay: pid in out planned
                1 2024-01-01 2024-01-05 false
                1 2024-01-10 2024-01-12 true
                1 2024-01-20 2024-01-25 false
            """,
            period="2024-01",
            num=1,
            den=1,
        ),
        Example(
            says="Ingen kom tillbaka.",
            lake="""
                person: pid birth
                1 1930-01-01
                2 1930-01-01
                stay: pid in out
                1 2024-01-01 2024-01-05
                2 2024-01-03 2024-01-09
            """,
            period="2024-01",
            num=0,
            den=2,
        ),
    ),
)
