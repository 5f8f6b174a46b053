"""Disponibla vårdplatser."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Inhabitants,
    Measure,
    Provenance,
)

INDICATOR = Indicator(
    id="NV-24",
    title="Disponibla vårdplatser",
    says="Periodens medelvärde av disponibla vårdplatser, per 1 000 invånare.",
    direction=Direction.CONTEXT,
    measure=Measure.RATE,
    per=1_000,
    unit="per 1 000",
    source="Väntetider i vården",
    provenance=Provenance.NATIONAL,
    owner="SKR",
    kolada=("N70845",),
    amount=True,
    needs=("beds",),
    inhabitants=Inhabitants(),
    sql="""
        SELECT CAST(NULL AS BIGINT) AS pid, $on_day AS day, 0 AS den,
          SUM(b.disponibla) / COUNT(DISTINCT b."date") AS num
        FROM beds AS b WHERE b."date" >= $from AND b."date" < $to GROUP BY b.hospital
    """,
    examples=(
        Example(
            says="Två dagar med 4 och 6 platser på ett sjukhus, 3 på ett annat.",
            lake="""
                population: year age n
                2024 50 2000
                beds: hospital date disponibla
                a 2024-03-01 4
                a 2024-03-02 6
                b 2024-03-01 3
            """,
            period="2024",
            num=8,
            den=2000,
            value=4,
        ),
        Example(
            says="Året före räknas inte.",
            lake="""
                population: year age n
                2024 50 1000
                beds: hospital date disponibla
                a 2023-03-01 40
                a 2024-03-02 6
            """,
            period="2024",
            num=6,
            value=6,
        ),
    ),
)
