"""Känslan av en vårdgivare."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.shapes import mean_of_answers

INDICATOR = Indicator(
    id="I-20",
    title="Känslan av en vårdgivare",
    says="Medelvärdet av personens svar, 1–5, på frågan om vården och omsorgen kändes "
    "som en enda.",
    direction=Direction.UP,
    measure=Measure.MEAN,
    per=1,
    unit="poäng 1–5",
    source="Egen fråga efter ett förlopp",
    provenance=Provenance.OWN,
    amount=True,
    needs=("survey",),
    gives=(
        "muni",
        "unit",
    ),
    sql=mean_of_answers("en_vardgivare"),
    examples=(
        Example(
            says="Medelvärdet av två svar; den som inte vet räknas inte.",
            lake="""
                survey: respondent item answer
                a en_vardgivare 4
                b en_vardgivare 5
                c en_vardgivare vet_ej
            """,
            period="2024",
            num=9,
            den=2,
            value=4.5,
        ),
        Example(
            says="Andra frågor räknas inte.",
            lake="""
                survey: respondent item answer
                a en_vardgivare 3
                b annan_fraga 5
            """,
            period="2024",
            den=1,
            value=3,
        ),
    ),
)
