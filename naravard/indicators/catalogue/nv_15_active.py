"""Pågående samordnade individuella planer per 1 000 invånare."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Inhabitants,
    Measure,
    Provenance,
)
from naravard.indicators.fragments import alive

INDICATOR = Indicator(
    id="NV-15-aktiva",
    version="2.0.0",
    title="Pågående SIP per 1 000 invånare",
    says="Antalet pågående samordnade individuella planer vid periodens slut, per 1 "
    "000 invånare.",
    direction=Direction.CONTEXT,
    measure=Measure.RATE,
    per=1_000,
    unit="per 1 000",
    source="Journal och planer",
    provenance=Provenance.OWN,
    needs=("plan",),
    blocks=("active_plan",),
    inhabitants=Inhabitants(),
    sql=f"""
        SELECT a.pid AS pid, $on_day AS day, a.plans AS num, 0 AS den
        FROM active_plan AS a WHERE {alive("a.pid", "$on_day")}
    """,
    examples=(
        Example(
            says="Tre pågående planer i en kommun med tusen invånare.",
            lake="""
                population: year age n
                2024 70 1000
                plan: pid created closed
                1 2024-02-01 -
                1 2024-03-01 -
                2 2020-02-01 2024-11-01
                3 2020-02-01 -
            """,
            period="2024",
            num=3,
            den=1000,
            value=3,
        ),
        Example(
            says="En plan som upprättas senare räknas inte, och inte den avlidnes.",
            lake="""
                person: pid dead
                2 2024-10-01
                population: year age n
                2024 70 1000
                plan: pid created
                1 2025-01-01
                2 2024-02-01
            """,
            period="2024",
            num=0,
            value=0,
        ),
    ),
)
