"""Utskrivningsklara: vårdtillfällen per invånare 65 år och äldre."""

from dataclasses import replace

from naravard.indicators.catalogue import nv_04_days
from naravard.indicators.catalogue.nv_04 import WAITED
from naravard.indicators.definition import Example

INDICATOR = replace(
    nv_04_days.INDICATOR,
    id="NV-04-antal",
    title="Utskrivningsklara: vårdtillfällen per invånare 65+",
    says="Antalet vårdtillfällen där någon var kvar minst en dag som utskrivningsklar, "
    "delat med antalet invånare från 65 år vid periodens slut.",
    unit="per invånare",
    kolada=("N20405",),
    amount=False,
    sql=f"SELECT w.pid AS pid, w.day AS day, 1 AS num, 0 AS den FROM ({WAITED}) AS w",
    examples=(
        Example(
            says="Två väntade, en kom hem samma dag.",
            lake="""
                population: year age n
                2024 70 1000
                stay: pid in ready out
                1 2024-01-01 2024-01-05 2024-01-05
                2 2024-01-01 2024-01-05 2024-01-06
                4 2024-01-10 2024-01-12 2024-01-15
            """,
            period="2024",
            num=2,
            value=0.002,
        ),
        Example(
            says="Utan klardag räknas vårdtillfället inte.",
            lake="""
                population: year age n
                2024 70 1000
                stay: pid in ready out
                1 2024-01-01 - 2024-01-05
            """,
            period="2024",
            num=0,
            value=0,
        ),
    ),
)
