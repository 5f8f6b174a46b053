"""Telefonen besvarad samma dag, alla samtal sammanlagda."""

from dataclasses import replace

from naravard.indicators.catalogue import nv_11
from naravard.indicators.definition import Example, Measure, Provenance

INDICATOR = replace(
    nv_11.INDICATOR,
    id="NV-11-alla",
    title="Telefonen besvarad samma dag, alla samtal",
    says="Hur stor andel av periodens alla samtal till vårdcentralen som besvaras "
    "samma dag. Kolada räknar annorlunda (NV-11).",
    measure=Measure.SHARE,
    provenance=Provenance.OWN,
    owner="Nära",
    kolada=(),
    amount=False,
    examples=(
        Example(
            says="En stor månad väger mer.",
            lake="""
                phone: date received answered_same_day
                2024-01-15 1000 900
                2024-02-15 100 50
            """,
            period="2024",
            num=950,
            den=1100,
            value=95000 / 1100,
        ),
        Example(
            says="Samtal utanför perioden räknas inte.",
            lake="""
                phone: date received answered_same_day
                2023-12-31 100 10
                2024-01-01 100 90
            """,
            period="2024",
            value=90,
        ),
    ),
)
