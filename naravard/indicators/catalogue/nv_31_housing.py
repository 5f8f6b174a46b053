"""Särskilt boende, 80 år och äldre."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import flag

INDICATOR = Indicator(
    id="NV-31-sabo-80",
    title="Särskilt boende, 80 år och äldre",
    says="Av invånarna från 80 år vid periodens slut: hur stor andel som bor i "
    "särskilt boende.",
    direction=Direction.CONTEXT,
    measure=Measure.SHARE,
    source="Socialtjänstregistret",
    provenance=Provenance.NATIONAL,
    owner="Socialstyrelsen",
    kolada=("N23801",),
    needs=(
        "person",
        "home_client",
    ),
    gives=("muni",),
    blocks=("elder",),
    sql=f"""
        SELECT e.pid AS pid, $on_day AS day, e.muni AS muni, 1 AS den,
          {flag("e.form = 'säbo'")} AS num
        FROM elder AS e WHERE e.age >= 80
    """,
    examples=(
        Example(
            says="En av två.",
            lake="""
                person: pid birth
                1 1930-01-01
                2 1930-01-01
                3 1990-01-01
                residence: pid form
                1 säbo
                home_client: pid
                3
            """,
            period="2024",
            num=1,
            den=2,
            value=50,
        ),
        Example(
            says="Den som slutat räknas inte.",
            lake="""
                person: pid birth
                1 1930-01-01
                residence: pid to form
                1 2024-06-01 säbo
                residence: pid from form
                1 2024-06-01 ordinärt
            """,
            period="2024",
            num=0,
            den=1,
            value=0,
        ),
    ),
)
