"""Oplanerad återinskrivning inom 30 dagar, 65 år och äldre."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Gate,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import age, days_between, flag

DAYS_UNTIL = days_between("c.last_day", 's."in"')
IS_READMITTED = f"NOT s.planned AND {DAYS_UNTIL} BETWEEN 1 AND $window"
INDEX_PERIODS = f"""
    SELECT c.pid AS pid, c.number AS number, c.last_day AS day,
      MAX({flag(IS_READMITTED)}) AS readmitted
    FROM care_period AS c JOIN person AS q ON q.pid = c.pid
      LEFT JOIN stay AS s ON s.pid = c.pid AND s."in" > c.last_day
    WHERE c.died = 0 AND c.transferred = 0 AND c.last_day < DATE '9999-12-31'
      AND {age("q.birth", "c.last_day")} >= $min_age
    GROUP BY c.pid, c.number, c.last_day
"""

INDICATOR = Indicator(
    id="NV-03",
    version="2.0.0",
    title="Oplanerad återinskrivning inom 30 dagar",
    says="Av vårdperioder där någon från 65 år skrivits ut levande: hur stor andel som "
    "följs av en oplanerad inskrivning 1–30 dagar senare. En planerad inskrivning "
    "däremellan ändrar inget, och varje återinskrivning är själv en ny början.",
    direction=Direction.DOWN,
    measure=Measure.SHARE,
    source="Patientregistret",
    provenance=Provenance.TO_VERIFY,
    note="65+, oplanerad och 30 dagar enligt Kolada U79092, som räknar patienter "
    "(NV-03-personer); övrigt ska stämmas av.",
    owner="Socialstyrelsen",
    kolada=("U79092",),
    also=("I-07",),
    needs=("stay", "person"),
    blocks=("care_period",),
    params={"gap_days": 0, "somatic_only": 1, "window": 30, "min_age": 65},
    lag_days=60,
    gate=Gate(table="stay", day="out", column="main"),
    sql=f"""
        SELECT i.pid AS pid, i.day AS day, i.readmitted AS num, 1 AS den
        FROM ({INDEX_PERIODS}) AS i
    """,
    examples=(
        Example(
            says="Dag 30 räknas, dag 31 inte. En planerad räknas inte som åter. Den "
            "som är 64 eller har avlidit är inte med. En flytt samma dag är samma "
            "period.",
            lake="""
                person: pid birth
                1 1950-01-01
                2 1950-01-01
                3 1950-01-01
                4 1959-06-01
                5 1940-01-01
                6 1940-01-01
                stay: pid in out planned died
                1 2024-01-01 2024-01-05 false false
                1 2024-02-04 2024-02-06 false false
                2 2024-01-01 2024-01-05 false false
                2 2024-02-05 2024-02-06 false false
                3 2024-01-01 2024-01-05 false false
                3 2024-01-10 2024-01-11 true false
                4 2024-05-20 2024-05-31 false false
                5 2024-03-01 2024-03-05 false true
                6 2024-03-01 2024-03-05 false false
                6 2024-03-05 2024-03-09 false false
            """,
            period="2024",
            num=1,
            den=7,
        ),
        Example(
            says="En planerad vistelse emellan skyddar inte.",
            lake="""
                person: pid birth
                1 1930-01-01
                stay: pid in out planned
                1 2024-01-01 2024-01-05 false
                1 2024-01-10 2024-01-12 true
                1 2024-01-20 2024-01-25 false
            """,
            period="2024-01",
            num=2,
            den=3,
        ),
        Example(
            says="Den som flyttas till ett annat sjukhus och sedan hem är med; den som "
            "sist flyttades bort är inte med.",
            lake="""
                person: pid birth
                1 1930-01-01
                2 1930-01-01
                stay: pid in out transferred
                1 2024-01-01 2024-01-05 true
                1 2024-01-05 2024-01-09 false
                2 2024-01-01 2024-01-05 true
            """,
            period="2024-01",
            num=0,
            den=1,
        ),
    ),
)
