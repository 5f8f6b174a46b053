"""A person at the top of a page, and who has read about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from naravard.core.clock import day_of
from naravard.web.components.navigation import Tab
from naravard.web.words.days import moment_words, sentence_start
from naravard.web.words.lengths import age_words
from naravard.web.words.numbers import personal_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact in the person header; with a tone the text becomes a label."""

    term: str
    text: str
    under: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonShown:
    """The person a page is about."""

    name: str
    identity: str
    born_on: date
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One time someone read: who, why in a full sentence, when."""

    name: str
    caregiver: str
    reason: str
    read_at: datetime


def person_header(
    person: PersonShown,
    facts: Sequence[Fact],
    now: datetime,
    *,
    tabs: Sequence[Tab] = (),
) -> SafeString:
    """Name, personal number, age and the facts that must not be missed."""
    return render_to_string(
        "components/person_header.html",
        {
            "person": person,
            "identity": personal_number(person.identity),
            "age": age_words(person.born_on, day_of(now)),
            "facts": facts,
            "tabs": tabs,
        },
    )


def readers(readings: Sequence[Reading], now: datetime) -> SafeString:
    """Who has read, why and when, the latest first as given."""
    return render_to_string(
        "components/readers.html",
        {
            "rows": [
                (reading, sentence_start(moment_words(reading.read_at, now)))
                for reading in readings
            ]
        },
    )
