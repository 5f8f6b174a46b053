"""Tio eller fler läkemedel, 75 år och äldre."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import as_old, flag, in_force

INDICATOR = Indicator(
    id="NV-18",
    title="Tio eller fler läkemedel, 75 år och äldre",
    says="Av invånarna från 75 år vid periodens slut: hur stor andel som samtidigt "
    "använder minst tio olika läkemedel (ATC på sju tecken).",
    direction=Direction.DOWN,
    measure=Measure.SHARE,
    source="Läkemedelsregistret",
    provenance=Provenance.TO_VERIFY,
    note="Nivån i ATC-koden ska stämmas av. Hemtjänst U21425 och särskilt boende "
    "U23420 publiceras för sig.",
    owner="Socialstyrelsen",
    kolada=("N79175",),
    needs=(
        "person",
        "medlist",
    ),
    gives=("muni",),
    blocks=("resident",),
    params={"min_age": 75, "at_least": 10},
    sql=f"""
        SELECT r.pid AS pid, $on_day AS day, r.muni AS muni, 1 AS den,
          {flag("COUNT(DISTINCT SUBSTR(d.atc, 1, 7)) >= $at_least")} AS num
        FROM resident AS r LEFT JOIN medlist AS d
          ON d.pid = r.pid AND {in_force("d", "$on_day")} AND LENGTH(d.atc) >= 7
        WHERE {as_old("r.birth_number", "$on_day", "$min_age")}
        GROUP BY r.pid, r.muni
    """,
    examples=(
        Example(
            says="Samma läkemedel två gånger är ett. Den som är 70 räknas inte.",
            lake="""
                person: pid birth
                1 1944-06-01
                2 1944-06-01
                3 1954-06-01
                medlist: pid atc
                1 A02BC01
                1 B01AC06
                1 C03CA01
                1 C07AB02
                1 C09AA02
                1 C10AA05
                1 N02BE01
                1 N05CF01
                1 N06AB04
                1 H03AA01
                1 H03AA01
                2 A02BC01
                2 A02BC01
            """,
            period="2024",
            num=1,
            den=2,
            value=50,
        ),
        Example(
            says="Ett läkemedel som slutat på mätdagen räknas inte.",
            lake="""
                person: pid birth
                1 1944-06-01
                medlist: pid atc from to
                1 A02BC01 2024-01-01 2024-12-31
            """,
            period="2024",
            num=0,
            den=1,
            value=0,
            params={"at_least": 1},
        ),
    ),
)
