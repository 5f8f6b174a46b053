"""Fast vårdkontakt."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import flag, in_force

INDICATOR = Indicator(
    id="NV-09",
    title="Fast vårdkontakt",
    says="Av målgruppen vid periodens slut: hur stor andel som har en fast "
    "vårdkontakt. Målgruppen är 65 år eller äldre med hemtjänst eller särskilt boende, "
    "och alla med minst två oplanerade vårdtillfällen på ett år eller en pågående SIP.",
    direction=Direction.UP,
    measure=Measure.SHARE,
    source="Journal och utskrivningssystem",
    provenance=Provenance.TO_VERIFY,
    note="Namnet är SKR:s; målgruppen är vår.",
    owner="SKR",
    also=("I-19",),
    needs=("person", "contact_person"),
    gives=("muni",),
    blocks=("target_group",),
    sql=f"""
        SELECT t.pid AS pid, $on_day AS day, t.muni AS muni, 1 AS den,
          {flag("k.pid IS NOT NULL")} AS num
        FROM target_group AS t LEFT JOIN (
          SELECT c.pid AS pid FROM contact_person AS c
          WHERE c.kind = 'fast_vardkontakt' AND {in_force("c", "$on_day")}
          GROUP BY c.pid) AS k ON k.pid = t.pid
    """,
    examples=(
        Example(
            says="En kontakt som slutar på mätdagen har slutat. Den som inte hör till "
            "målgruppen räknas inte.",
            lake="""
                person: pid birth
                1 1940-01-01
                2 1940-01-01
                3 1940-01-01
                9 1990-01-01
                residence: pid form
                1 säbo
                2 säbo
                3 säbo
                contact_person: pid from to
                1 2024-01-01 -
                2 2023-01-01 2024-06-30
                9 2024-01-01 -
            """,
            period="2024-Q2",
            num=1,
            den=3,
            value=100 / 3,
        ),
        Example(
            says="Två kontakter är en person. En kontakt som börjar senare räknas "
            "inte.",
            lake="""
                person: pid birth
                1 1940-01-01
                2 1940-01-01
                residence: pid form
                1 säbo
                2 säbo
                contact_person: pid from to
                1 2024-01-01 -
                1 2024-02-01 -
                2 2024-07-01 -
            """,
            period="2024-Q2",
            num=1,
            den=2,
            value=50,
        ),
    ),
)
