"""Förtroende för vårdcentralen."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.shapes import share_answering

INDICATOR = Indicator(
    id="NV-25",
    title="Förtroende för vårdcentralen",
    says="Av dem som svarat: hur stor andel som har stort eller mycket stort "
    "förtroende för vårdcentralen.",
    direction=Direction.UP,
    measure=Measure.SHARE,
    source="Hälso- och sjukvårdsbarometern",
    provenance=Provenance.NATIONAL,
    note="Sjukvården i stort är U70447, sjukhus U70446.",
    owner="SKR",
    kolada=("U71458",),
    also=("I-12",),
    needs=("survey",),
    gives=(
        "muni",
        "unit",
    ),
    sql=share_answering("fortroende_vardcentral", "stort", "mycket_stort"),
    examples=(
        Example(
            says="Den som svarat vet ej räknas inte.",
            lake="""
                survey: respondent item answer
                a fortroende_vardcentral stort
                b fortroende_vardcentral litet
                c fortroende_vardcentral vet_ej
            """,
            period="2024",
            num=1,
            den=2,
            value=50,
        ),
        Example(
            says="Svaren vägs.",
            lake="""
                survey: respondent item answer weight
                a fortroende_vardcentral mycket_stort 3
                b fortroende_vardcentral litet 1
            """,
            period="2024",
            num=3,
            den=4,
            value=75,
        ),
    ),
)
