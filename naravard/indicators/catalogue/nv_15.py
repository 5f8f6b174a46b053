"""Samordnad individuell plan, följd upp inom ett år."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import flag

INDICATOR = Indicator(
    id="NV-15",
    title="Samordnad individuell plan i målgruppen",
    says="Av målgruppen (som i NV-09) vid periodens slut: hur stor andel som har en "
    "pågående SIP som är upprättad eller följd upp inom tolv månader.",
    direction=Direction.UP,
    measure=Measure.SHARE,
    source="Journal och planer",
    provenance=Provenance.OWN,
    note="Kolada frågar bara efter rutiner (U20487, U74449).",
    needs=(
        "plan",
        "person",
    ),
    gives=("muni",),
    blocks=("target_group",),
    sql=f"""
        SELECT t.pid AS pid, $on_day AS day, t.muni AS muni, 1 AS den,
          {flag("a.looked_at >= $year_ago")} AS num
        FROM target_group AS t LEFT JOIN active_plan AS a ON a.pid = t.pid
    """,
    examples=(
        Example(
            says="Upprättad i år eller uppföljd i år räknas; för gammal eller avslutad "
            "räknas inte.",
            lake="""
                residence: pid form
                1 säbo
                2 säbo
                3 säbo
                4 säbo
                plan: pid created reviewed closed
                1 2024-02-01 - -
                2 2022-02-01 2024-01-15 -
                3 2022-02-01 2023-06-01 -
                4 2024-02-01 - 2024-11-01
            """,
            period="2024",
            num=2,
            den=4,
            value=50,
        ),
        Example(
            says="Precis tolv månader gammal är för gammal. Avslutad på mätdagen är "
            "avslutad.",
            lake="""
                residence: pid form
                1 säbo
                2 säbo
                3 säbo
                plan: pid created reviewed closed
                1 2023-12-31 - -
                2 2024-01-01 - 2024-12-31
                3 2020-01-01 2024-01-01 -
            """,
            period="2024",
            num=1,
            den=3,
            value=100 / 3,
        ),
    ),
)
