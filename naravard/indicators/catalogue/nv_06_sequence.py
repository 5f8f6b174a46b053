"""Andelen besök hos samma läkare som förra gången (SECON)."""

from dataclasses import replace

from naravard.indicators.catalogue import nv_06
from naravard.indicators.catalogue.nv_06 import VECTOR
from naravard.indicators.definition import Example
from naravard.indicators.shapes import mean_of_continuity

INDICATOR = replace(
    nv_06.INDICATOR,
    id="NV-06-sekvens",
    title="Samma läkare som förra gången",
    says="Av dem med minst tre läkarbesök på arton månader: hur stor del av besöken "
    "efter det första som var hos samma läkare som besöket före, i medeltal.",
    note="Begreppet är allmänt känt.",
    sql=mean_of_continuity("CAST(c.same AS DOUBLE) / (c.visits - 1)"),
    examples=(
        Example(
            says="Samma fyra personer som i NV-06.",
            lake=VECTOR,
            period="2024",
            den=4,
            value=(1 + 0 + 1 / 3 + 0.75) / 4,
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
