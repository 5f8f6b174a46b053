"""Brytpunktssamtal."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import flag

INDICATOR = Indicator(
    id="NV-19",
    title="Brytpunktssamtal",
    says="Av de väntade dödsfallen: hur stor andel där ett brytpunktssamtal är "
    "dokumenterat. Saknas svaret räknas det som nej.",
    direction=Direction.UP,
    measure=Measure.SHARE,
    source="Svenska palliativregistret",
    provenance=Provenance.NATIONAL,
    owner="Svenska palliativregistret",
    kolada=("U70507",),
    needs=("palliative",),
    sql=f"""
        SELECT p.pid AS pid, p.death AS day, 1 AS den, {flag("p.brytpunkt")} AS num
        FROM palliative AS p WHERE p.expected
    """,
    examples=(
        Example(
            says="Ett av tre; ett svar saknas.",
            lake="""
                palliative: pid death expected brytpunkt
                1 2024-03-01 true true
                2 2024-03-01 true false
                3 2024-03-01 false true
                4 2024-03-01 true -
            """,
            period="2024",
            num=1,
            den=3,
            value=100 / 3,
        ),
        Example(
            says="Alla väntade.",
            lake="""
                palliative: pid death expected brytpunkt
                1 2024-03-01 true true
                2 2024-03-01 true true
                3 2024-03-01 false false
            """,
            period="2024",
            num=2,
            den=2,
            value=100,
        ),
    ),
)
