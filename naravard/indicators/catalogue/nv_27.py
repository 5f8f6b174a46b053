"""Information och kunskap enligt patienterna."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)
from naravard.indicators.shapes import mean_of_answers

INDICATOR = Indicator(
    id="NV-27",
    title="Information och kunskap enligt patienterna",
    says="Medelvärdet av patienternas poäng (0–100) för information och kunskap i "
    "primärvården.",
    direction=Direction.UP,
    measure=Measure.MEAN,
    per=1,
    unit="poäng 0–100",
    source="Nationell patientenkät",
    provenance=Provenance.NATIONAL,
    owner="SKR",
    kolada=("U71456",),
    also=("I-13",),
    amount=True,
    needs=("survey",),
    gives=(
        "muni",
        "unit",
    ),
    sql=mean_of_answers("npe_information"),
    examples=(
        Example(
            says="Medelvärdet av två svar; den som inte vet räknas inte.",
            lake="""
                survey: respondent item answer
                a npe_information 4
                b npe_information 5
                c npe_information vet_ej
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
                a npe_information 3
                b annan_fraga 5
            """,
            period="2024",
            den=1,
            value=3,
        ),
    ),
)
