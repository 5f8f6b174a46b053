"""Överbeläggningar och utlokaliserade."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-23",
    title="Överbeläggningar och utlokaliserade",
    says="Överbelagda och utlokaliserade patienter klockan 06, per 100 disponibla "
    "vårdplatser.",
    direction=Direction.DOWN,
    measure=Measure.RATIO,
    unit="per 100 platser",
    source="Väntetider i vården",
    provenance=Provenance.NATIONAL,
    note="Stängs en plats sjunker nämnaren. Psykiatri är U79149.",
    owner="SKR",
    kolada=("U70425",),
    amount=True,
    needs=("beds",),
    gives=("unit",),
    sql="""
        SELECT CAST(NULL AS BIGINT) AS pid, b."date" AS day,
          b.hospital AS unit,
          COALESCE(b.overcrowded, 0) + COALESCE(b.outlied, 0) AS num,
          b.disponibla AS den
        FROM beds AS b WHERE NOT b.psych
    """,
    examples=(
        Example(
            says="Fyra på hundra platser.",
            lake="""
                beds: date disponibla overcrowded outlied
                2024-03-01 50 1 2
                2024-03-02 50 1 0
            """,
            period="2024",
            num=4,
            den=100,
            value=4,
        ),
        Example(
            says="Psykiatrin räknas för sig.",
            lake="""
                beds: date disponibla overcrowded outlied psych
                2024-03-01 50 1 0 false
                2024-03-01 20 9 0 true
            """,
            period="2024",
            num=1,
            den=50,
            value=2,
        ),
    ),
)
