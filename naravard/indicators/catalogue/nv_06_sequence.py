"""Andelen besök hos samma läkare som förra gången (SECON)."""

from naravard.indicators.catalogue.nv_06 import VECTOR
from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import in_force

INDICATOR = Indicator(
    id="NV-06-sekvens",
    title="Samma läkare som förra gången",
    says="Av dem med minst tre läkarbesök på arton månader: hur stor del av besöken "
    "efter det första som var hos samma läkare som besöket före, i medeltal.",
    direction=Direction.UP,
    measure=Measure.MEAN,
    per=1,
    unit="index (0–1)",
    source="Primärvårdskvalitet",
    provenance=Provenance.TO_VERIFY,
    note="Begreppet är allmänt känt.",
    owner="SKR",
    amount=True,
    needs=("visit",),
    gives=("unit",),
    blocks=("doctor_visit",),
    params={"min_visits": 3},
    sql=f"""
        SELECT c.pid AS pid, $on_day AS day, l.unit AS unit, 1 AS den,
          CAST(c.same AS DOUBLE) / (c.visits - 1) AS num
        FROM (SELECT o.pid AS pid, COUNT(*) AS visits,
                SUM(CASE WHEN o.clin = o.clin_before THEN 1 ELSE 0 END) AS same
              FROM (SELECT v.pid AS pid, v.clin AS clin, LAG(v.clin) OVER (
                      PARTITION BY v.pid ORDER BY v.at, v.at_minute, v.clin
                    ) AS clin_before
                    FROM doctor_visit AS v) AS o
              GROUP BY o.pid) AS c LEFT JOIN listing AS l
          ON l.pid = c.pid AND {in_force("l", "$on_day")}
        WHERE c.visits >= $min_visits AND c.visits > 1
    """,
    examples=(
        Example(
            says="Samma fyra personer som i NV-06.",
            lake=VECTOR,
            period="2024",
            den=4,
            value=(1 + 0 + 1 / 3 + 0.75) / 4,
        ),
        Example(
            says="Två besök är för få.",
            lake="""
                visit: pid at clin
                1 2024-03-01 A
                1 2024-04-01 A
            """,
            period="2024",
            den=0,
        ),
    ),
)
