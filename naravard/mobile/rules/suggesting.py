"""Which of a team's criteria seem to hold, told from what the team may read (pure).

A suggestion with its reason; a human decides. Criteria are free text, so they are read
by their words: age, stays in hospital, home nursing, NEWS2, and needs of several kinds.
What can not be told from the record is said to be so.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from naravard.mobile.rules.enrolling import Criteria

WORSE_FROM = 5  # NEWS2: medium risk, urgent assessment
SIGNS_NEEDED = 2  # of needs of several kinds [design]
STAYS_THAT_TELL = 2  # in a year [design]
NUMBERS = {
    word: number
    for number, word in enumerate(
        ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio")
    )
} | {"ett": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A NEWS2 that was taken at a visit, and the day."""

    total: int
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the team may read; None: it may not, or it is not known."""

    age: int | None
    stays: int | None  # in hospital, begun in the last twelve months
    home_nursing: str  # the unit, or nothing
    news2: tuple[Scored, ...]  # of the last thirty days, the latest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One criterion, whether it seems to hold (None: can not be told), and why."""

    text: str
    holds: bool | None
    why: str


Judged = tuple[bool | None, str]
Reading = Callable[[re.Match[str], Seen], Judged]


def suggest(criteria: Criteria, seen: Seen) -> tuple[Suggestion, ...]:
    """Every criterion of the team, in its order."""
    return tuple(_suggested(text, seen) for text in criteria.texts)


def _suggested(text: str, seen: Seen) -> Suggestion:
    for pattern, reading in READINGS:
        found = pattern.search(text.lower())
        if found is not None:
            holds, why = reading(found, seen)
            return Suggestion(text=text, holds=holds, why=why)
    return Suggestion(
        text=text, holds=None, why="Syns inte i det som finns här. Bedöm själv."
    )


def _age(found: re.Match[str], seen: Seen) -> Judged:
    wanted = int(next(filter(None, found.groups())))
    if seen.age is None:
        return None, "Åldern är inte känd."
    return seen.age >= wanted, f"Personen är {seen.age} år."


def _stays(found: re.Match[str], seen: Seen) -> Judged:
    wanted = _number(found[1])
    if seen.stays is None or wanted is None:
        return None, "Vårdtillfällena går inte att läsa härifrån. Bedöm själv."
    told = _times_in_hospital(seen.stays)
    # Stays elsewhere, and those without a notice, are not known here.
    return (True, f"{told}.") if seen.stays >= wanted else (None, f"{told} som syns.")


def _home_nursing(_: re.Match[str], seen: Seen) -> Judged:
    if seen.home_nursing:
        return True, f"Inskriven hos {seen.home_nursing}."
    return None, "Ingen inskrivning i hemsjukvård syns här."


def _worse(_: re.Match[str], seen: Seen) -> Judged:
    if not seen.news2:
        return None, "Ingen NEWS2 är tagen de senaste 30 dagarna."
    latest = seen.news2[0]
    return latest.total >= WORSE_FROM, f"{_told(latest)}."


def _several_needs(_: re.Match[str], seen: Seen) -> Judged:
    signs = list(_signs(seen))
    if not signs:
        return None, "Inget här talar för eller emot. Bedöm själv."
    told = ", ".join(signs)
    return len(signs) >= SIGNS_NEEDED or None, f"{told[:1].upper()}{told[1:]}."


def _signs(seen: Seen) -> Iterator[str]:
    if seen.stays is not None and seen.stays >= STAYS_THAT_TELL:
        told = _times_in_hospital(seen.stays)
        yield f"{told[:1].lower()}{told[1:]}"
    if seen.home_nursing:
        yield f"inskriven hos {seen.home_nursing}"
    worst = max(seen.news2, key=lambda each: each.total, default=None)
    if worst is not None and worst.total >= WORSE_FROM:
        yield _told(worst)


def _told(scored: Scored) -> str:
    return f"NEWS2 {scored.total} den {scored.on.isoformat()}"


def _times_in_hospital(stays: int) -> str:
    times = "1 vårdtillfälle" if stays == 1 else f"{stays} vårdtillfällen"
    return f"{times} på sjukhus de senaste tolv månaderna"


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else NUMBERS.get(word)


READINGS: tuple[tuple[re.Pattern[str], Reading], ...] = (
    (
        re.compile(r"fyllt (\d+) år|(\d+) år eller äldre|(?:över|minst) (\d+) år"),
        _age,
    ),
    (
        re.compile(r"(\w+) (?:vårdtillfäll|inläggning|sjukhusvistelse|slutenvård)"),
        _stays,
    ),
    (re.compile(r"hemsjukvård"), _home_nursing),
    (re.compile(r"news ?2|försämra|instabil"), _worse),
    (re.compile(r"sammansatt|omfattande|komplex|multisjuk"), _several_needs),
)
