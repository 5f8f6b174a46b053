"""Kontinuitetsindex som summan av kvadrerade andelar."""

from dataclasses import replace

from naravard.indicators.catalogue import nv_06
from naravard.indicators.catalogue.nv_06 import VECTOR
from naravard.indicators.definition import Example
from naravard.indicators.shapes import mean_of_continuity

INDICATOR = replace(
    nv_06.INDICATOR,
    id="I-09",
    title="Kontinuitetsindex, kvadrerade andelar",
    says="Av dem med minst tre läkarbesök på arton månader: medelvärdet av summan av "
    "varje läkares andel av besöken i kvadrat. Ett annat index än NV-06; de ska inte "
    "jämföras.",
    note="Formeln ska stämmas av; SKR:s index är NV-06.",
    sql=mean_of_continuity("CAST(c.squares AS DOUBLE) / (c.visits * c.visits)"),
    examples=(
        Example(
            says="Samma fyra personer som i NV-06.",
            lake=VECTOR,
            period="2024",
            den=4,
            value=(1 + 3 / 9 + 6 / 16 + 17 / 25) / 4,
        ),
        Example(
            says="Två besök är för få.",
            lake="""
                visit: pid at clin
                1 2024-03-01 A
                1 2024-04-01 A
            """,
            period="2024",
            den=0,
        ),
    ),
)
