"""Kontinuitetsindex som summan av kvadrerade andelar."""

from naravard.indicators.catalogue.nv_06 import VECTOR
from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="I-09",
    title="Kontinuitetsindex, kvadrerade andelar",
    says="Av dem med minst tre läkarbesök på arton månader: medelvärdet av summan av "
    "varje läkares andel av besöken i kvadrat. Ett annat index än NV-06; de ska inte "
    "jämföras.",
    direction=Direction.UP,
    measure=Measure.MEAN,
    per=1,
    unit="index (0–1)",
    source="Primärvårdskvalitet",
    provenance=Provenance.TO_VERIFY,
    note="Formeln ska stämmas av; SKR:s index är NV-06.",
    owner="SKR",
    amount=True,
    once=True,
    needs=("visit",),
    gives=("unit",),
    blocks=("known_at_unit",),
    params={"min_visits": 3},
    sql="""
        SELECT c.pid AS pid, $on_day AS day, c.unit AS unit, 1 AS den,
          CAST(c.squares AS DOUBLE) / (c.visits * c.visits) AS num
        FROM known_at_unit AS c
        WHERE c.visits >= $min_visits
    """,
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
