"""Hemtjänst eller särskilt boende, 80 år och äldre."""

from dataclasses import replace

from naravard.indicators.catalogue import nv_31
from naravard.indicators.shapes import share_of_elders

INDICATOR = replace(
    nv_31.INDICATOR,
    id="NV-31-80",
    title="Hemtjänst eller särskilt boende, 80 år och äldre",
    says="Av invånarna från 80 år vid periodens slut: hur stor andel som har hemtjänst "
    "i ordinärt boende eller bor i särskilt boende.",
    kolada=("N20892",),
    sql=share_of_elders("e.home_care = 1 OR e.form = 'säbo'", 80),
)
