"""What people answer, and what is judged about them (pure)."""

from naravard.indicators.schema.column import (
    Column,
    Kind,
    Table,
    day_column,
    flag_column,
    optional_column,
    person_column,
    text_column,
)

SURVEY = Table(
    name="survey",
    says="Svar i enkäter.",
    day="date",
    columns=(
        Column(name="id", kind=Kind.TEXT, says="enkät", filled=True, toy="enkät"),
        Column(name="respondent", kind=Kind.TEXT, says="svarande", filled=True),
        Column(name="item", kind=Kind.TEXT, says="fråga", filled=True),
        text_column("answer", "svar; vet_ej räknas inte"),
        Column(name="weight", kind=Kind.NUMBER, says="vikt", toy="1"),
        Column(
            name="date", kind=Kind.DAY, says="svarsdag", filled=True, toy="2024-10-01"
        ),
        optional_column(Kind.MUNICIPALITY, "muni", "kommun"),
        optional_column(Kind.TEXT, "unit", "enhet"),
    ),
)

PALLIATIVE = Table(
    name="palliative",
    says="Dödsfall i Svenska palliativregistret.",
    day="death",
    columns=(
        person_column(),
        day_column("death", "dödsdag", filled=True),
        flag_column("expected", "väntat"),
        flag_column("brytpunkt", "brytpunktssamtal dokumenterat"),
    ),
)

RISK = Table(
    name="risk",
    says="Riskbedömningar och levnadsvanor, med åtgärd.",
    day="at",
    columns=(
        person_column(),
        Column(name="instrument", kind=Kind.TEXT, says="vad som bedömts", filled=True),
        day_column("at", "dag", filled=True),
        flag_column("risk", "risk finns"),
        day_column("action_at", "dag för åtgärd"),
    ),
)
