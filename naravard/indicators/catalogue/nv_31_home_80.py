"""Hemtjänst, 80 år och äldre."""

from dataclasses import replace

from naravard.indicators.catalogue import nv_31
from naravard.indicators.shapes import share_of_elders

INDICATOR = replace(
    nv_31.INDICATOR,
    id="NV-31-hemtjanst-80",
    title="Hemtjänst, 80 år och äldre",
    says="Av invånarna från 80 år vid periodens slut: hur stor andel som har hemtjänst "
    "i ordinärt boende.",
    kolada=("N21704",),
    sql=share_of_elders("e.home_care = 1", 80),
)
