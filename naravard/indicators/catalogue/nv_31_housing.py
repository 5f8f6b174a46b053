"""Särskilt boende, 80 år och äldre."""

from dataclasses import replace

from naravard.indicators.catalogue import nv_31
from naravard.indicators.definition import Example
from naravard.indicators.shapes import share_of_elders

INDICATOR = replace(
    nv_31.INDICATOR,
    id="NV-31-sabo-80",
    title="Särskilt boende, 80 år och äldre",
    says="Av invånarna från 80 år vid periodens slut: hur stor andel som bor i "
    "särskilt boende.",
    kolada=("N23801",),
    sql=share_of_elders("e.form = 'säbo'", 80),
    examples=(
        Example(
            says="En av två.",
            lake="""
                person: pid birth
                1 1930-01-01
                2 1930-01-01
                3 1990-01-01
                residence: pid form
                1 säbo
                home_client: pid
                3
            """,
            period="2024",
            num=1,
            den=2,
            value=50,
        ),
        Example(
            says="Den som slutat räknas inte.",
            lake="""
                person: pid birth
                1 1930-01-01
                residence: pid to form
                1 2024-06-01 säbo
                residence: pid from form
                1 2024-06-01 ordinärt
            """,
            period="2024",
            num=0,
            den=1,
            value=0,
        ),
    ),
)
