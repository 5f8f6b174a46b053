"""Kontinuitetsindex för läkare i särskilt boende."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-07",
    title="Kontinuitetsindex, läkare på särskilt boende",
    says="Som NV-06, för dem som bott i särskilt boende hela tiden och haft minst två "
    "läkarbesök.",
    direction=Direction.UP,
    measure=Measure.MEAN,
    per=1,
    unit="index (0–1)",
    source="Primärvårdskvalitet",
    provenance=Provenance.TO_VERIFY,
    note="Namnet är SKR:s; avgränsningen är vår.",
    owner="SKR",
    amount=True,
    once=True,
    needs=("visit", "residence"),
    blocks=("doctors_of_person",),
    params={"min_visits": 2},
    sql="""
        SELECT c.pid AS pid, $on_day AS day, 1 AS den,
          CAST(c.squares - c.visits AS DOUBLE) / (c.visits * (c.visits - 1)) AS num
        FROM doctors_of_person AS c
          JOIN (SELECT r.pid AS pid FROM residence AS r
                WHERE r.form = 'säbo' AND r."from" <= $eighteen_months_ago
                  AND (r."to" IS NULL OR r."to" >= $to) GROUP BY r.pid) AS s
          ON s.pid = c.pid
        WHERE c.visits >= $min_visits
    """,
    examples=(
        Example(
            says="Den som flyttade in under tiden räknas inte.",
            lake="""
                residence: pid from form
                1 2020-01-01 säbo
                2 2024-03-01 säbo
                3 2020-01-01 ordinärt
                visit: pid at clin
                1 2024-03-01 A
                1 2024-04-01 A
                2 2024-03-01 A
                2 2024-04-01 A
                3 2024-03-01 A
                3 2024-04-01 A
            """,
            period="2024",
            den=1,
            value=1,
        ),
        Example(
            says="Två besök hos olika läkare ger 0.",
            lake="""
                residence: pid from form
                1 2020-01-01 säbo
                visit: pid at clin
                1 2024-03-01 A
                1 2024-04-01 B
            """,
            period="2024",
            den=1,
            value=0,
        ),
    ),
)
