"""A case in words: what is our turn, what is done, what others do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext

from naravard.core.clock import day_of
from naravard.core.errors import DomainError
from naravard.discharge.rows import CaseRow, EventRow, StepRow
from naravard.messages.queries import MessageRow
from naravard.people.queries import PersonHeader
from naravard.web.caregivers import Caregiver
from naravard.web.staff.acts.definition import Setting
from naravard.web.staff.acts.offered import address, hindrance
from naravard.web.staff.case.checklist import CheckItem, checklist
from naravard.web.staff.words.moments import day_only
from naravard.web.staff.words.steps import TRACK_NAMES, step_words
from naravard.web.staff.words.units import letter_of
from naravard.web.tones import Tone
from naravard.web.words.days import clock_time, coming_day
from naravard.web.words.deadlines import tone_at
from naravard.web.words.languages import language_label
from naravard.web.words.lengths import age_words

LATEST_MESSAGES = 3
LONGEST_EXTRACT = 280  # characters of a message in the panel


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """One thing to do, by whom and by when."""

    code: str
    what: str
    says: str
    unit: str
    letter: Caregiver
    due_at: datetime | None
    due_on: date | None
    urgent: bool
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """A message in short: who, when, and the beginning of what it says."""

    message_id: UUID
    sender: str
    letter: Caregiver
    sent_at: datetime
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCase:
    """What the panel and the page of a case have in common."""

    case: CaseRow
    person: PersonHeader
    subtitle: str
    reason_for_care: str
    step_name: str
    turn: ShownStep | None
    ours: tuple[ShownStep, ...]
    waiting: tuple[ShownStep, ...]
    hindrance: DomainError | None
    homegoing: str
    checklist: tuple[CheckItem, ...]
    latest: tuple[Extract, ...]


def shown_case(setting: Setting) -> ShownCase:
    """The case as the actor's unit reads it now."""
    ours = tuple(_step(step, setting) for step in setting.view.steps if step.ours)
    case = setting.case
    return ShownCase(
        case=case,
        person=setting.person,
        subtitle=_subtitle(setting.person, day_of(setting.now)),
        reason_for_care=setting.case.reason_for_care,
        step_name=str(TRACK_NAMES[case.position - 1]),
        turn=next(iter(ours), None),
        ours=ours,
        waiting=tuple(
            _step(step, setting) for step in setting.view.steps if not step.ours
        ),
        hindrance=hindrance(setting),
        homegoing=homegoing_words(case, setting.now),
        checklist=checklist(setting),
        latest=extracts(reversed(setting.messages), setting)[:LATEST_MESSAGES],
    )


def homegoing_words(case: CaseRow, now: datetime) -> str:
    """`Inför hemgång torsdag 13.00`, `Hemma sedan i går 14.00`."""
    if case.discharged_at:
        return gettext("Hemma sedan %(when)s") % {
            "when": _when(case.discharged_at, now)
        }
    if case.ended_at:
        return gettext("Ärendet är avslutat")
    if case.estimated_at is None:
        return gettext("Inför hemgång, datum saknas")
    return gettext("Inför hemgång %(when)s") % {"when": _when(case.estimated_at, now)}


def extracts(messages: Iterable[MessageRow], setting: Setting) -> tuple[Extract, ...]:
    """Messages that are still in force, in short."""
    kinds = {party.unit_id: party.kind for party in setting.view.parties}
    return tuple(
        Extract(
            message_id=message.id,
            sender=_sender(message),
            letter=letter_of(kinds.get(message.sender_unit_id, "")),
            sent_at=message.sent_at,
            title=message.title,
            text=_extract(message),
        )
        for message in messages
        if message.withdrawn_at is None
    )


def event_letter(row: EventRow) -> Caregiver:
    """Who did it; what the person says is the person's."""
    return letter_of(row.unit_kind)


def _step(step: StepRow, setting: Setting) -> ShownStep:
    words = step_words(step.code, setting.case.state)
    urgent = bool(step.due_at and tone_at(step.due_at, setting.now) is not Tone.PLAIN)
    what = str(words.what)
    return ShownStep(
        code=step.code,
        what=what,
        says=_says(what, step, setting.now),
        unit=step.unit,
        letter=letter_of(step.unit_kind),
        due_at=step.due_at,
        due_on=day_only(step.due_at),
        urgent=urgent,
        href=address(setting.case.case_id, words.act) if words.act else "",
    )


def _says(what: str, step: StepRow, now: datetime) -> str:
    if step.due_at is None or step.due_at < now:
        return what
    day = day_only(step.due_at)
    when = coming_day(day, day_of(now)) if day else _when(step.due_at, now)
    return gettext("%(what)s senast %(when)s") % {"what": what, "when": when}


def _subtitle(person: PersonHeader, today: date) -> str:
    age = age_words(person.birth_date, today) if person.birth_date else ""
    town = "" if person.protected else person.address.rpartition(" ")[2]
    spoken = language_label(person.language, interpreter=person.interpreter)
    return " · ".join(part for part in (person.number, age, town, spoken) if part)


def _sender(message: MessageRow) -> str:
    return ", ".join(
        part for part in (message.sender_name, message.sender_unit_name) if part
    )


def _extract(message: MessageRow) -> str:
    """What a free message says; of any other, what it is and its first line."""
    texts = [row.text for row in message.rows]
    if message.code == "general":
        text = texts[-1] if texts else ""
    else:
        text = f"{message.title}: {texts[0]}" if texts else message.title
    if len(text) <= LONGEST_EXTRACT:
        return text
    return f"{text[:LONGEST_EXTRACT].rpartition(' ')[0]} …"


def _when(moment: datetime, now: datetime) -> str:
    day = coming_day(day_of(moment), day_of(now))
    return f"{day} {clock_time(moment)}"
