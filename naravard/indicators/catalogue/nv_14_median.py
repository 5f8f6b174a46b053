"""Personalkontinuitet i hemtjänsten, median."""

from dataclasses import replace
from datetime import date

from naravard.indicators.catalogue import nv_14
from naravard.indicators.catalogue.nv_14 import FIRST, SECOND
from naravard.indicators.definition import Example, Measure

INDICATOR = replace(
    nv_14.INDICATOR,
    id="NV-14-median",
    title="Personalkontinuitet i hemtjänsten, median",
    says="Av dem från 65 år i ordinärt boende som har minst två besök av hemtjänsten "
    "varje dag i fjorton dagar: hur många olika medarbetare de mött, för den "
    "mittersta.",
    measure=Measure.MEDIAN,
    kolada=("U21402",),
    examples=(
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
            value=2,
        ),
    ),
)
