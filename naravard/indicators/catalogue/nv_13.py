"""Fallskador, 65 år och äldre."""

from naravard.indicators.codes import FALLS
from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Inhabitants,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import age, any_begins_with

INDICATOR = Indicator(
    id="NV-13",
    title="Fallskador, 65 år och äldre",
    says="Vårdtillfällen med fall som yttre orsak, per 100 000 invånare från 65 år, "
    "medelvärde av tre år.",
    direction=Direction.DOWN,
    measure=Measure.RATE,
    per=100_000,
    unit="per 100 000",
    source="Patientregistret",
    provenance=Provenance.NATIONAL,
    owner="Socialstyrelsen",
    kolada=("U20462",),
    also=("I-16",),
    needs=("stay", "person"),
    years=3,
    inhabitants=Inhabitants(min_age=65, years=3),
    sql=f"""
        SELECT s.pid AS pid, s."out" AS day, 1 AS num, 0 AS den
        FROM stay AS s JOIN person AS q ON q.pid = s.pid
        WHERE {any_begins_with("s.ecode", FALLS)}
          AND {age("q.birth", 's."out"')} >= 65
    """,
    examples=(
        Example(
            says="Tre år tillsammans. W20 är inget fall, och den som är 59 räknas "
            "inte.",
            lake="""
                population: year age n
                2022 70 1000
                2023 70 1000
                2024 70 1100
                person: pid birth
                1 1950-01-01
                2 1965-01-01
                stay: pid in out ecode
                1 2022-04-01 2022-05-01 W190
                1 2023-04-01 2023-05-01 X590,W010
                1 2024-04-01 2024-05-01 W200
                1 2024-05-01 2024-06-01 W009
                2 2024-05-01 2024-06-01 W009
            """,
            period="2024",
            num=1,
            value=100_000 / (3100 / 3),
        ),
        Example(
            says="Vårdtillfällen, inte personer. Åldern är den vid utskrivningen.",
            lake="""
                population: year age n
                2022 70 500
                2023 70 500
                2024 70 500
                person: pid birth
                1 1958-03-01
                2 1940-01-01
                stay: pid in out ecode
                1 2023-02-20 2023-03-01 W100
                2 2024-01-30 2024-02-01 W180
                2 2024-02-20 2024-03-01 W180
                2 2021-12-20 2021-12-31 W180
            """,
            period="2024",
            num=1,
            value=200,
        ),
    ),
)
