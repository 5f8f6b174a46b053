"""Hemtjänst eller särskilt boende, 80 år och äldre."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import flag

INDICATOR = Indicator(
    id="NV-31-80",
    title="Hemtjänst eller särskilt boende, 80 år och äldre",
    says="Av invånarna från 80 år vid periodens slut: hur stor andel som har hemtjänst "
    "i ordinärt boende eller bor i särskilt boende.",
    direction=Direction.CONTEXT,
    measure=Measure.SHARE,
    source="Socialtjänstregistret",
    provenance=Provenance.NATIONAL,
    owner="Socialstyrelsen",
    kolada=("N20892",),
    needs=(
        "person",
        "home_client",
    ),
    gives=("muni",),
    blocks=("elder",),
    sql=f"""
        SELECT e.pid AS pid, $on_day AS day, e.muni AS muni, 1 AS den,
          {flag("e.home_care = 1 OR e.form = 'säbo'")} AS num
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
                home_client: pid
                1
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
                home_client: pid to
                1 2024-12-31
            """,
            period="2024",
            num=0,
            den=1,
            value=0,
        ),
    ),
)
