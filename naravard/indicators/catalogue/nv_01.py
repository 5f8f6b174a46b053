"""Påverkbar slutenvård vid kronisk sjukdom."""

from naravard.indicators.codes import (
    ASTHMA,
    BRONCHITIS,
    CHRONIC,
    COPD,
    COPD_BESIDE,
    MALFORMED_AIRWAYS,
    PREGNANCY,
)
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

YOUNGEST = 20
AIRWAYS = (*ASTHMA, *COPD, *BRONCHITIS)
# What OECD leaves out; that somebody came from another hospital is not told of stays.
LEFT_OUT = f"""(
    c.died = 1 OR c.last_day = c.first_day
    OR {begins_with("c.main", PREGNANCY)} OR {any_begins_with("c.dx", PREGNANCY)}
    OR ({begins_with("c.main", AIRWAYS)}
        AND {any_begins_with("c.dx", MALFORMED_AIRWAYS)}))
"""

INDICATOR = Indicator(
    id="NV-01",
    version="1.1.0",
    title="Påverkbar slutenvård vid kronisk sjukdom",
    says="Vårdperioder för hjärtsvikt, astma, KOL eller diabetes per 100 000 invånare "
    "från 20 år, åldersstandardiserat. Sammanhängande vårdtillfällen är en period, och "
    "den första huvuddiagnosen gäller.",
    direction=Direction.DOWN,
    measure=Measure.RATE,
    per=100_000,
    unit="per 100 000",
    source="Patientregistret",
    provenance=Provenance.TO_VERIFY,
    note="Villkor, ålder och standardisering enligt Kolada U79133; kodlistan och "
    "glappet mellan vårdtillfällen ska stämmas av. Inga undantag (variant sos); med "
    "variant oecd räknas inte den som avlidit, kom hem samma dag, väntar barn eller, "
    "vid astma och KOL, har missbildade luftvägar.",
    owner="Socialstyrelsen",
    kolada=("U79133",),
    also=("I-08",),
    needs=("stay", "person"),
    blocks=("care_period",),
    params={"gap_days": 1, "somatic_only": 0, "variant": "sos"},
    choices={"variant": ("sos", "oecd")},
    inhabitants=Inhabitants(min_age=YOUNGEST, mean=True),
    standard=Standard.ESP2013,
    gate=Gate(table="stay", day="out", column="main"),
    sql=f"""
        SELECT c.pid AS pid, c.last_day AS day, 1 AS num, 0 AS den
        FROM care_period AS c JOIN person AS q ON q.pid = c.pid
        WHERE {age("q.birth", "c.first_day")} >= {YOUNGEST}
          AND ({begins_with("c.main", CHRONIC)}
            OR ({begins_with("c.main", BRONCHITIS)}
                AND {any_begins_with("c.dx", COPD_BESIDE)}))
          AND NOT ($variant = 'oecd' AND {LEFT_OUT})
    """,
    examples=(
        Example(
            says="En flytt mellan sjukhus är samma period. Luftrörskatarr räknas bara "
            "med KOL som bidiagnos. Den som var 18 år räknas inte.",
            lake="""
                person: pid birth
                1 1940-05-01
                2 2005-06-01
                3 1960-01-01
                4 1955-01-01
                5 1955-01-01
                6 1955-01-01
                stay: pid in out main dx
                1 2024-01-10 2024-01-14 I509 -
                1 2024-01-14 2024-01-20 I500 -
                2 2024-03-01 2024-03-03 J459 -
                3 2024-12-30 2025-01-02 E110 -
                4 2024-04-01 2024-04-05 J40 J449
                5 2024-04-01 2024-04-05 J40 -
                6 2024-05-01 2024-05-05 I130 -
            """,
            period="2024",
            num=3,
        ),
        Example(
            says="Ett vårdtillfälle som börjar dagen efter hör till samma period, och "
            "då gäller den första diagnosen. Tre dagar senare är det en ny period.",
            lake="""
                person: pid birth
                1 1940-05-01
                stay: pid in out main
                1 2024-01-10 2024-01-14 S720
                1 2024-01-15 2024-01-20 I500
                1 2024-01-23 2024-01-25 I500
            """,
            period="2024",
            num=1,
        ),
        Example(
            says="Med OECD:s undantag räknas bara den första: de andra avled, kom hem "
            "samma dag, väntade barn och hade cystisk fibros.",
            lake="""
                stay: pid in out main dx died
                1 2024-01-10 2024-01-14 E110 E84 false
                2 2024-01-10 2024-01-14 E110 - true
                3 2024-01-10 2024-01-10 E110 - false
                4 2024-01-10 2024-01-14 J459 O997 false
                5 2024-01-10 2024-01-14 J449 E840 false
            """,
            period="2024",
            params={"variant": "oecd"},
            num=1,
        ),
    ),
)
