"""Hemtjänst eller särskilt boende, 65 år och äldre."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.shapes import share_of_elders

INDICATOR = Indicator(
    id="NV-31",
    title="Hemtjänst eller särskilt boende, 65 år och äldre",
    says="Av invånarna från 65 år vid periodens slut: hur stor andel som har hemtjänst "
    "i ordinärt boende eller bor i särskilt boende.",
    direction=Direction.CONTEXT,
    measure=Measure.SHARE,
    source="Socialtjänstregistret",
    provenance=Provenance.NATIONAL,
    owner="Socialstyrelsen",
    kolada=("N20891",),
    needs=(
        "person",
        "home_client",
    ),
    gives=("muni",),
    blocks=("elder",),
    sql=share_of_elders("e.home_care = 1 OR e.form = 'säbo'"),
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
