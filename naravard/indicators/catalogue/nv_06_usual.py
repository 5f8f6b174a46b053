"""Andelen besök hos den läkare man oftast möter (UPC)."""

from naravard.indicators.catalogue.nv_06 import VECTOR
from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-06-vanligaste",
    title="Besök hos den vanligaste läkaren",
    says="Av dem med minst tre läkarbesök på arton månader: hur stor del av besöken "
    "som var hos den läkare man mött oftast, i medeltal.",
    direction=Direction.UP,
    measure=Measure.MEAN,
    per=1,
    unit="index (0–1)",
    source="Primärvårdskvalitet",
    provenance=Provenance.TO_VERIFY,
    note="Begreppet är allmänt känt.",
    owner="SKR",
    amount=True,
    once=True,
    needs=("visit",),
    gives=("unit",),
    blocks=("known_at_unit",),
    params={"min_visits": 3},
    sql="""
        SELECT c.pid AS pid, $on_day AS day, c.unit AS unit, 1 AS den,
          CAST(c.most AS DOUBLE) / c.visits AS num
        FROM known_at_unit AS c
        WHERE c.visits >= $min_visits
    """,
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
