"""Besök på akutmottagning, 80 år och äldre."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Inhabitants,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import age

INDICATOR = Indicator(
    id="NV-12",
    title="Besök på akutmottagning, 80 år och äldre",
    says="Besök på sjukhusens akutmottagningar av dem som fyllt 80 år, per 1 000 "
    "invånare i samma ålder vid periodens slut.",
    direction=Direction.DOWN,
    measure=Measure.RATE,
    per=1_000,
    unit="per 1 000",
    source="Patientregistret",
    provenance=Provenance.NATIONAL,
    owner="SKR",
    kolada=("U79029",),
    needs=("visit", "person"),
    params={"min_age": 80},
    inhabitants=Inhabitants(min_age=80),
    sql=f"""
        SELECT v.pid AS pid, v.at AS day, 1 AS num, 0 AS den
        FROM visit AS v JOIN person AS q ON q.pid = v.pid
        WHERE v.level = 'akut' AND {age("q.birth", "v.at")} >= $min_age
    """,
    examples=(
        Example(
            says="Den som fyller 80 samma dag räknas, den som fyller dagen efter inte.",
            lake="""
                population: year age n
                2024 80 500
                person: pid birth
                1 1944-06-01
                2 1944-06-02
                3 1930-01-01
                visit: pid at level
                1 2024-06-01 akut
                2 2024-06-01 akut
                3 2024-01-01 akut
                3 2024-01-02 akut
            """,
            period="2024",
            num=3,
            den=500,
            value=6,
        ),
        Example(
            says="Den som är född på skottdagen, och årets gränser.",
            lake="""
                population: year age n
                2024 85 250
                person: pid birth
                1 1944-02-29
                3 1930-01-01
                visit: pid at level
                1 2024-02-29 akut
                1 2023-12-31 akut
                3 2025-01-01 akut
            """,
            period="2024",
            num=1,
            value=4,
        ),
    ),
)
