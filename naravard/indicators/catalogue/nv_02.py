"""Undvikbar slutenvård: vårdtillfällen för tretton tillstånd."""

from naravard.indicators.codes import ANGINA, AVOIDABLE, COPD, LOWER_AIRWAY_INFECTION
from naravard.indicators.definition import (
    Direction,
    Example,
    Gate,
    Indicator,
    Inhabitants,
    Measure,
    Provenance,
    Standard,
)
from naravard.indicators.fragments import age, any_begins_with, begins_with

YOUNGEST = 18
LISTED = tuple(code for codes in AVOIDABLE.values() for code in codes)
IS_AVOIDABLE = f"""(
    {begins_with("s.main", LISTED)}
    OR ({begins_with("s.main", LOWER_AIRWAY_INFECTION)}
        AND {any_begins_with("s.dx", COPD)})
    OR ({begins_with("s.main", ANGINA)} AND NOT COALESCE(s.surgery, FALSE)))
"""

INDICATOR = Indicator(
    id="NV-02",
    title="Undvikbar slutenvård",
    says="Vårdtillfällen med en huvuddiagnos som god öppen vård oftast kan förebygga, "
    "per 100 000 invånare från 18 år, åldersstandardiserat. Också planerade räknas, "
    "och året är utskrivningens.",
    direction=Direction.DOWN,
    measure=Measure.RATE,
    per=100_000,
    unit="per 100 000",
    source="Patientregistret",
    provenance=Provenance.TO_VERIFY,
    note="Namnet och de tretton tillstånden ur Öppna jämförelser; koder och ålder ska "
    "stämmas av med Socialstyrelsen.",
    owner="Socialstyrelsen",
    needs=("stay", "person"),
    inhabitants=Inhabitants(min_age=YOUNGEST, mean=True),
    standard=Standard.ESP2013,
    gate=Gate(table="stay", day="out", column="main"),
    sql=f"""
        SELECT s.pid AS pid, s."out" AS day, 1 AS num, 0 AS den
        FROM stay AS s JOIN person AS q ON q.pid = s.pid
        WHERE {age("q.birth", 's."out"')} >= {YOUNGEST} AND {IS_AVOIDABLE}
    """,
    examples=(
        Example(
            says="Diabetes med komplikation räknas, utan inte. Lunginflammationens "
            "granne J20 räknas bara med KOL bredvid. Två tillfällen är två.",
            lake="""
                person: pid birth
                1 1950-01-01
                2 1950-01-01
                3 1950-01-01
                4 1950-01-01
                5 1950-01-01
                6 1950-01-01
                stay: pid in out main dx
                1 2024-02-01 2024-02-04 E11.0A -
                2 2024-02-01 2024-02-04 E11.9 -
                3 2024-02-01 2024-02-04 K25.3 -
                4 2024-02-01 2024-02-04 K25.4 -
                4 2024-06-01 2024-06-04 N10.9 -
                5 2024-02-01 2024-02-04 J20.9 J449
                6 2024-02-01 2024-02-04 J20.9 -
            """,
            period="2024",
            num=4,
        ),
        Example(
            says="Utskrivningens år gäller. En tom diagnos räknas inte; små bokstäver "
            "läses som stora.",
            lake="""
                person: pid birth
                1 1950-01-01
                2 1950-01-01
                3 1950-01-01
                4 1950-01-01
                stay: pid in out main planned
                1 2023-12-28 2024-01-02 i50.9 true
                2 2024-12-28 2025-01-02 I50.9 false
                3 2024-02-01 2024-02-04 - false
                4 2024-02-01 2024-02-04 G40.2 false
            """,
            period="2024",
            num=2,
        ),
    ),
)
