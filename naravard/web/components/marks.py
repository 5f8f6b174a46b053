"""Small marks inside a row: who does it, how urgent it is, how far it has come."""

from dataclasses import dataclass
from datetime import date, datetime

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from naravard.web.caregivers import Caregiver, caregiver_name
from naravard.web.tones import Tone, tone_named
from naravard.web.words.deadlines import (
    DeadlineWords,
    day_deadline_words,
    deadline_words,
)
from naravard.web.words.numbers import initials as initials_of

LABEL_ICONS = {Tone.GOOD: "tick", Tone.WARNING: "clock", Tone.DANGER: "warning"}
DEADLINE_ICONS = {Tone.WARNING: "clock", Tone.DANGER: "warning"}


@dataclass(frozen=True, slots=True)
class Step:
    """One bar of a step track; the value is the class in the stylesheet."""

    state: str


def caregiver(letter: str, name: str = "", *, hide_name: bool = False) -> SafeString:
    """The caregiver's letter and name; a hidden name is still read aloud."""
    who = Caregiver(letter)
    return render_to_string(
        "components/caregiver.html",
        {"letter": who, "name": name or caregiver_name(who), "hide_name": hide_name},
    )


def label(text: str, *, tone: str = "plain") -> SafeString:
    """A short state in a rounded frame, with the icon of its tone."""
    shown = tone_named(tone)
    return render_to_string(
        "components/label.html",
        {"text": text, "tone": shown, "icon": LABEL_ICONS.get(shown)},
    )


def initials(name: str, *, letter: str = "", large: bool = False) -> SafeString:
    """A round picture of a person: initials in the caregiver's colours."""
    return render_to_string(
        "components/initials.html",
        {
            "initials": initials_of(name),
            "letter": Caregiver(letter) if letter else "",
            "large": large,
        },
    )


def deadline(
    due_at: datetime,
    now: datetime,
    *,
    started_at: datetime | None = None,
    note: str = "",
) -> SafeString:
    """Time left until a moment; `note` replaces the line that says when."""
    return _deadline(deadline_words(due_at, now, started_at=started_at), note)


def day_deadline(due_on: date, now: datetime, *, note: str = "") -> SafeString:
    """Time left until a day where no time of day is counted."""
    return _deadline(day_deadline_words(due_on, now), note)


def step_track(number: int, count: int, name: str) -> SafeString:
    """How far something has come: step `number` of `count`, and the step's name."""
    steps = [
        *(Step("klar") for _ in range(number - 1)),
        Step("nu"),
        *(Step("") for _ in range(count - number)),
    ]
    return render_to_string(
        "components/step_track.html",
        {"steps": steps, "number": number, "count": count, "name": name},
    )


def _deadline(words: DeadlineWords, note: str) -> SafeString:
    return render_to_string(
        "components/deadline.html",
        {
            "words": words,
            "detail": note or words.detail,
            "icon": DEADLINE_ICONS.get(words.tone),
        },
    )
