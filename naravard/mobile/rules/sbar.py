"""SBAR: a hand-over in four parts, put together from what is known already."""

from dataclasses import dataclass

from naravard.mobile.rules.news2 import (
    RESPONSE_IN_SWEDISH,
    Measured,
    Score,
    score,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sbar:
    """Situation, background, assessment and recommendation, in plain words."""

    situation: str = ""
    background: str = ""
    assessment: str = ""
    recommendation: str = ""

    def as_text(self) -> str:
        """The four parts with their headings, those that are empty left out."""
        parts = (
            ("Situation", self.situation),
            ("Bakgrund", self.background),
            ("Aktuellt", self.assessment),
            ("Rekommendation", self.recommendation),
        )
        return "\n".join(f"{title}: {text}" for title, text in parts if text)


def written_of(measured: Measured) -> str:
    """What was measured as one line: AF 18, SpO2 95 %, …; and the score."""
    given = {
        "AF": measured.breaths,
        "SpO2": _with(measured.saturation, " %"),
        "BT": measured.systolic,
        "puls": measured.pulse,
        "temp": _with(measured.temperature, " °C"),
        "medvetande": measured.consciousness,
    }
    values = [f"{name} {value}" for name, value in given.items() if value is not None]
    if measured.oxygen:
        values.append("med syrgas")
    if not values:
        return ""
    found = score(measured)
    return f"{', '.join(values)}. {found.in_words}."


def recommended_for(found: Score) -> str:
    """What the score asks for; a suggestion that whoever hands over may change."""
    return RESPONSE_IN_SWEDISH[found.level]


def _with(value: float | None, unit: str) -> str | None:
    if value is None:
        return None
    return f"{value:g}".replace(".", ",") + unit
