"""Vårdplatser belagda av utskrivningsklara."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import days_between

NIGHTS = days_between("GREATEST(s.ready, m.first)", 'LEAST(s."out", m.after)')

INDICATOR = Indicator(
    id="NV-05",
    title="Vårdplatser belagda av utskrivningsklara",
    says="Nätter som utskrivningsklara var kvar, som andel av månadens disponibla "
    "vårdplatser gånger dagar. Ett år är medelvärdet av månadernas andelar.",
    direction=Direction.DOWN,
    measure=Measure.MEAN_OF_MONTHS,
    per=1,
    unit="andel (0–1)",
    source="Väntetider i vården",
    provenance=Provenance.NATIONAL,
    note="Kolada anger procent. Somatisk vård. Den som ännu är kvar räknas till "
    "periodens slut.",
    owner="SKR",
    kolada=("N79176",),
    kolada_factor=100,
    amount=True,
    needs=("stay", "beds"),
    gives=("unit",),
    sql=f"""
        SELECT s.pid AS pid, m.first AS day, {NIGHTS} AS num, 0 AS den,
          s.hospital AS unit
        FROM (SELECT t.pid AS pid, t.ready AS ready, t.hospital AS hospital,
                COALESCE(t."out", $to) AS "out"
              FROM stay AS t WHERE t.ready IS NOT NULL AND NOT t.psych) AS s
          JOIN ({{months}}) AS m ON s.ready < m.after AND s."out" > m.first
        UNION ALL
        SELECT CAST(NULL AS BIGINT) AS pid, m.first AS day, 0 AS num,
          SUM(b.disponibla) * m.days / COUNT(DISTINCT b."date") AS den,
          b.hospital AS unit
        FROM beds AS b JOIN ({{months}}) AS m
          ON b."date" >= m.first AND b."date" < m.after
        WHERE NOT b.psych GROUP BY b.hospital, m.first, m.days
    """,
    examples=(
        Example(
            says="Nätterna delas mellan månaderna.",
            lake="""
                stay: pid in ready out
                3 2024-01-01 2024-01-28 2024-02-02
                4 2024-02-01 2024-02-10 2024-02-13
                beds: date disponibla
                2024-01-01 10
                2024-02-01 10
            """,
            period="2024",
            value=(4 / 310 + 4 / 290) / 2,
        ),
        Example(
            says="Klar och hem samma dag är ingen natt. Skottdagens natt räknas.",
            lake="""
                stay: pid in ready out
                1 2024-02-01 2024-02-10 2024-02-10
                2 2024-02-01 2024-02-28 2024-03-01
                beds: date disponibla
                2024-02-01 4
            """,
            period="2024-02",
            num=2,
            value=2 / 116,
        ),
    ),
)
