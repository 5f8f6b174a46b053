"""Hemtjänst, 65 år och äldre."""

from dataclasses import replace

from naravard.indicators.catalogue import nv_31
from naravard.indicators.shapes import share_of_elders

INDICATOR = replace(
    nv_31.INDICATOR,
    id="NV-31-hemtjanst",
    title="Hemtjänst, 65 år och äldre",
    says="Av invånarna från 65 år vid periodens slut: hur stor andel som har hemtjänst "
    "i ordinärt boende.",
    kolada=("N21701",),
    also=("I-14",),
    sql=share_of_elders("e.home_care = 1"),
)
