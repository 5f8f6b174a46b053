"""Andelen besök hos den läkare man oftast möter (UPC)."""

from dataclasses import replace

from naravard.indicators.catalogue import nv_06
from naravard.indicators.catalogue.nv_06 import VECTOR
from naravard.indicators.definition import Example
from naravard.indicators.shapes import mean_of_continuity

INDICATOR = replace(
    nv_06.INDICATOR,
    id="NV-06-vanligaste",
    title="Besök hos den vanligaste läkaren",
    says="Av dem med minst tre läkarbesök på arton månader: hur stor del av besöken "
    "som var hos den läkare man mött oftast, i medeltal.",
    note="Begreppet är allmänt känt.",
    sql=mean_of_continuity("CAST(c.most AS DOUBLE) / c.visits"),
    examples=(
        Example(
            says="Samma fyra personer som i NV-06.",
            lake=VECTOR,
            period="2024",
            den=4,
            value=(1 + 1 / 3 + 0.5 + 0.8) / 4,
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
