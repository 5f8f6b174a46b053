"""Andelen som möter fler än tjugo medarbetare på två veckor."""

from dataclasses import replace
from datetime import date

from naravard.indicators.catalogue import nv_14
from naravard.indicators.catalogue.nv_14 import FIRST, SECOND
from naravard.indicators.definition import Example, Measure
from naravard.indicators.fragments import flag

INDICATOR = replace(
    nv_14.INDICATOR,
    id="NV-14-over20",
    title="Hemtjänst av fler än tjugo medarbetare",
    says="Av dem från 65 år i ordinärt boende som har minst två besök av hemtjänsten "
    "varje dag i fjorton dagar: hur stor andel som mött fler än tjugo medarbetare.",
    measure=Measure.SHARE,
    per=100,
    unit="%",
    kolada=("U21436",),
    params={"window_from": None, "window_days": 14, "more_than": 20},
    sql=f"""
        SELECT c.pid AS pid, $on_day AS day, 1 AS den,
          {flag("c.staff > $more_than")} AS num
        FROM staff_of_client AS c
    """,
    examples=(
        Example(
            says="Besök efter 22, matleveranser och hemsjukvård räknas inte. Den som "
            "har ett enda besök någon dag är inte med.",
            lake=FIRST,
            period="2024-10",
            params={"window_from": date(2024, 10, 7), "window_days": 3, "more_than": 2},
            den=1,
            value=100,
        ),
        Example(
            says="Klockan 07.00 räknas, 06.59 inte. Den som är 64 är inte med.",
            lake=SECOND,
            period="2024-10",
            params={"window_from": date(2024, 10, 7), "window_days": 1, "more_than": 2},
            den=3,
            value=100 / 3,
        ),
    ),
)
