"""Kontinuitetsindex för läkare i primärvården (COC)."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.shapes import mean_of_continuity

VECTOR = """
    visit: pid at clin
    1 2024-02-01 A
    1 2024-03-01 A
    1 2024-04-01 A
    2 2024-02-01 A
    2 2024-03-01 B
    2 2024-04-01 C
    3 2024-02-01 A
    3 2024-03-01 A
    3 2024-04-01 B
    3 2024-05-01 C
    4 2024-02-01 A
    4 2024-03-01 B
    5 2024-02-01 A
    5 2024-03-01 A
    5 2024-04-01 A
    5 2024-05-01 A
    5 2024-06-01 B
"""

INDICATOR = Indicator(
    id="NV-06",
    title="Kontinuitetsindex, läkare i primärvården",
    says="Av dem med minst tre läkarbesök på arton månader: medelvärdet av "
    "Bice–Boxermans index, som är 1 när alla besök var hos samma läkare och 0 när alla "
    "var hos olika. Enheten är den man är listad på vid periodens slut.",
    direction=Direction.UP,
    measure=Measure.MEAN,
    per=1,
    unit="index (0–1)",
    source="Primärvårdskvalitet",
    provenance=Provenance.TO_VERIFY,
    note="Formeln är allmänt känd; minst tre besök och arton månader ska stämmas av "
    "med KIK. SKR har tryckt 0,37–0,40.",
    owner="SKR",
    amount=True,
    once=True,
    needs=("visit",),
    of_listed=True,
    blocks=("doctors_of_person",),
    params={"min_visits": 3},
    sql=mean_of_continuity(
        "CAST(c.squares - c.visits AS DOUBLE) / (c.visits * (c.visits - 1))"
    ),
    examples=(
        Example(
            says="Fyra personer med minst tre besök: 1, 0, 1/6 och 0,6.",
            lake=VECTOR,
            period="2024",
            den=4,
            value=(1 + 0 + 1 / 6 + 0.6) / 4,
        ),
        Example(
            says="Telefonsamtal räknas inte, och inte besök hos sjuksköterska.",
            lake="""
                visit: pid at prof clin mode
                1 2024-03-01 läkare A mottagning
                1 2024-04-01 läkare A hem
                1 2024-05-01 läkare A video
                1 2024-06-01 läkare B telefon
                1 2024-07-01 sjuksköterska C mottagning
            """,
            period="2024",
            den=1,
            value=1,
        ),
    ),
)
