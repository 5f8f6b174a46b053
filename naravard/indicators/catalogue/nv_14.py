"""Personalkontinuitet i hemtjänsten, medelvärde."""

from datetime import date

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

FIRST = """
    person: pid birth
    1 1944-01-01
    2 1944-01-01
    home_visit: client staff start type org
    1 A 2024-10-07T08:00 omsorg hemtjanst
    1 A 2024-10-07T19:00 omsorg hemtjanst
    1 B 2024-10-08T08:00 omsorg hemtjanst
    1 A 2024-10-08T19:00 omsorg hemtjanst
    1 C 2024-10-09T07:00 omsorg hemtjanst
    1 C 2024-10-09T21:59 omsorg hemtjanst
    1 D 2024-10-09T22:00 omsorg hemtjanst
    1 E 2024-10-09T12:00 matdistribution hemtjanst
    1 F 2024-10-09T12:00 omsorg hemsjukvard
    2 A 2024-10-07T08:00 omsorg hemtjanst
    2 B 2024-10-08T08:00 omsorg hemtjanst
"""
SECOND = """
    person: pid birth
    1 1954-01-01
    2 1934-01-01
    3 1959-01-01
    4 1960-01-01
    home_visit: client staff start
    1 A 2024-10-07T07:00
    1 B 2024-10-07T20:00
    2 A 2024-10-07T08:00
    2 A 2024-10-07T20:00
    3 A 2024-10-07T08:00
    3 B 2024-10-07T09:00
    3 C 2024-10-07T10:00
    3 D 2024-10-07T11:00
    3 E 2024-10-07T12:00
    3 F 2024-10-07T06:59
    4 A 2024-10-07T08:00
    4 B 2024-10-07T09:00
"""

HOUSED = """
    residence: pid from to form
    1 2000-01-01 2024-10-07 säbo
    1 2024-10-07 - ordinärt
    2 2024-10-07 - säbo
    home_visit: client staff start org
    1 A 2024-10-07T08:00 kommun
    1 A 2024-10-07T19:00 kommun
    2 A 2024-10-07T08:00 kommun
    2 B 2024-10-07T19:00 kommun
"""

INDICATOR = Indicator(
    id="NV-14",
    version="2.0.0",
    title="Personalkontinuitet i hemtjänsten",
    says="Av dem från 65 år i ordinärt boende som har minst två besök av hemtjänsten "
    "varje dag i fjorton dagar: hur många olika medarbetare de mött, i medeltal.",
    direction=Direction.DOWN,
    measure=Measure.MEAN,
    per=1,
    unit="medarbetare",
    source="Kommunens kvalitet i korthet",
    provenance=Provenance.NATIONAL,
    note="Om inget annat sägs mäts den sista perioden måndag–söndag som ryms.",
    owner="RKA",
    kolada=("U21401",),
    once=True,
    needs=("home_visit", "person"),
    blocks=("staff_of_client",),
    params={"window_from": None, "window_days": 14},
    sql="""
        SELECT c.pid AS pid, $on_day AS day, 1 AS den, c.staff AS num
        FROM staff_of_client AS c
    """,
    examples=(
        Example(
            says="Den som bor i särskilt boende någon av dagarna är inte med.",
            lake=HOUSED,
            period="2024-10",
            params={"window_from": date(2024, 10, 7), "window_days": 1},
            den=1,
            value=1,
        ),
        Example(
            says="Besök efter 22, matleveranser och hemsjukvård räknas inte. Den som "
            "har ett enda besök någon dag är inte med.",
            lake=FIRST,
            period="2024-10",
            params={"window_from": date(2024, 10, 7), "window_days": 3},
            den=1,
            value=3,
        ),
        Example(
            says="Klockan 07.00 räknas, 06.59 inte. Den som är 64 är inte med.",
            lake=SECOND,
            period="2024-10",
            params={"window_from": date(2024, 10, 7), "window_days": 1},
            den=3,
            value=8 / 3,
        ),
    ),
)
