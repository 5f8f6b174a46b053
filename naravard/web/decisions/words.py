"""Verdicts, values, months and groups as decision-makers read them."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext

from naravard.indicators.definition import Direction, Indicator, Provenance
from naravard.indicators.verdicts import Verdict
from naravard.web.charts.drawing import number_words
from naravard.web.words.days import language, short_month

LARGE = 100  # from here no decimals
SMALL = 1  # below, two
MONTHS: Mapping[str, tuple[str, ...]] = {
    "sv": (
        *("januari", "februari", "mars", "april", "maj", "juni", "juli"),
        *("augusti", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
}
# Verdict -> icon, tone of the label, tone of the last point.
LOOKS = {
    Verdict.BETTER: ("done", "good", "better"),
    Verdict.WORSE: ("warning", "warning", "worse"),
    Verdict.HIGHER: ("up", "info", "other"),
    Verdict.LOWER: ("down", "info", "other"),
    Verdict.UNCHANGED: ("level", "plain", ""),
    Verdict.TOO_EARLY: ("clock", "plain", ""),
    Verdict.TOO_LITTLE: ("help", "plain", ""),
}


def verdict_words(verdict: Verdict) -> str:
    """`Säkert bättre`."""
    return {
        Verdict.BETTER: gettext("Säkert bättre"),
        Verdict.WORSE: gettext("Säkert sämre"),
        Verdict.HIGHER: gettext("Säkert högre"),
        Verdict.LOWER: gettext("Säkert lägre"),
        Verdict.UNCHANGED: gettext("Oförändrat"),
        Verdict.TOO_EARLY: gettext("För tidigt att säga"),
        Verdict.TOO_LITTLE: gettext("För få tal ännu"),
    }[verdict]


def decimals_of(value: float) -> int:
    """How many decimals a value of that size is shown with."""
    size = abs(value)
    return 0 if size >= LARGE else 1 if size >= SMALL or not size else 2


def value_words(value: float | None, *, decimals: int | None = None) -> str:
    """`2,7`; a dash for what is hidden or not known."""
    if value is None:
        return "–"
    return number_words(value, decimals_of(value) if decimals is None else decimals)


def unit_words(indicator: Indicator) -> str:
    """`procent`, else the indicator's own unit."""
    return gettext("procent") if indicator.unit == "%" else indicator.unit


def difference_words(indicator: Indicator) -> str:
    """`procentenheter`, else the indicator's own unit."""
    return gettext("procentenheter") if indicator.unit == "%" else indicator.unit


def month_words(day: date) -> str:
    """`oktober 2026`."""
    return f"{MONTHS[language()][day.month - 1]} {day.year}"


def short_month_words(day: date) -> str:
    """`okt 26`."""
    return f"{short_month(day)} {day:%y}"


def span_words(first: date, last: date) -> str:
    """`november 2025–oktober 2026`."""
    return f"{month_words(first)}–{month_words(last)}"


def direction_words(direction: Direction) -> str:
    """`högre är bättre`."""
    return {
        Direction.UP: gettext("högre är bättre"),
        Direction.DOWN: gettext("lägre är bättre"),
        Direction.CONTEXT: gettext("varken högre eller lägre är bättre"),
    }[direction]


def provenance_words(indicator: Indicator) -> str:
    """Whose definition it is, and whether it has been checked."""
    return {
        Provenance.NATIONAL: gettext("Nationell definition"),
        Provenance.OWN: gettext("Egen definition"),
        Provenance.TO_VERIFY: gettext("Nationellt namn; definitionen är inte stämd av"),
    }[indicator.provenance]


def division_words(name: str) -> str:
    """The name of a division of people: `Bor`."""
    return {
        "sex": gettext("Kön"),
        "age": gettext("Ålder"),
        "income": gettext("Inkomst"),
        "education": gettext("Utbildning"),
        "born": gettext("Född"),
        "interpreter": gettext("Språk"),
        "lives_alone": gettext("Bor"),
    }[name]


def group_words(name: str, value: str) -> str:
    """The name of a group within a division: `Behöver tolk`."""
    known = {
        ("sex", "F"): gettext("Kvinnor"),
        ("sex", "M"): gettext("Män"),
        ("income", "1"): gettext("Lägst fjärdedel"),
        ("income", "2"): gettext("Näst lägst"),
        ("income", "3"): gettext("Näst högst"),
        ("income", "4"): gettext("Högst fjärdedel"),
        ("education", "forgymnasial"): gettext("Förgymnasial"),
        ("education", "gymnasial"): gettext("Gymnasial"),
        ("education", "eftergymnasial"): gettext("Eftergymnasial"),
        ("born", "sverige"): gettext("I Sverige"),
        ("born", "eu"): gettext("I övriga EU"),
        ("born", "utanför"): gettext("Utanför EU"),
        ("interpreter", "ja"): gettext("Behöver tolk"),
        ("interpreter", "nej"): gettext("Behöver inte tolk"),
        ("lives_alone", "ja"): gettext("Ensam"),
        ("lives_alone", "nej"): gettext("Med någon"),
    }
    if value == "unknown":
        return gettext("Okänt")
    if name == "age":
        return gettext("%(band)s år") % {"band": value.replace("-", "–")}
    return known.get((name, value), value)
