"""A worklist row in words: what the reader sees, worked out before the template."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid4

from django.urls import reverse
from django.utils.translation import gettext

from naravard.access.rules import Actor, could_do
from naravard.core.clock import day_of
from naravard.discharge.rows import WorklistRow
from naravard.discharge.rules.steps import StepCode
from naravard.people.queries.rows import age_on
from naravard.web.caregivers import Caregiver
from naravard.web.components.buttons import LOOKS
from naravard.web.staff.acts.offered import BY_SLUG
from naravard.web.staff.words.moments import day_only
from naravard.web.staff.words.steps import (
    COLOURS,
    OPEN,
    REMIND,
    REMINDER_ACT,
    TRACK_NAMES,
    StepWords,
    step_words,
)
from naravard.web.staff.words.units import letter_of
from naravard.web.staff.worklist.groups import DueGroup, due_group
from naravard.web.words.days import clock_time, coming_day, relative_day
from naravard.web.words.languages import language_label
from naravard.web.words.lengths import age_words

ADULT_AT = 18  # years
URGENT = frozenset({DueGroup.LATE, DueGroup.TODAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class RowButton:
    """The one button of a row: its verb, where it leads and how it looks.

    `posts` is set when the act needs nothing more than the press.
    """

    verb: str
    href: str
    look: str
    posts: bool = False
    opens_case: bool = False

    @property
    def css(self) -> str:
        """The class of its look in the stylesheet."""
        return LOOKS[self.look]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the list as it is written out."""

    row: WorklistRow
    where: str
    home: str
    due_on: date | None
    step_name: str
    what: str
    note: str
    letter: Caregiver
    who: str
    labels: tuple[str, ...]
    age: str
    button: RowButton
    changed: bool = False
    request_id: UUID = field(default_factory=uuid4)

    @property
    def version(self) -> str:
        """Differs when the case has changed since the row was written out."""
        return str(int(self.row.changed_at.timestamp() * 1_000_000))


def line_of(
    row: WorklistRow, actor: Actor, now: datetime, *, changed: bool = False
) -> Line:
    """A row as the actor reads it now."""
    words = step_words(row.step, row.state)
    return Line(
        row=row,
        where=_where(row, actor),
        due_on=day_only(row.due_at),
        home=home_words(row, now),
        step_name=str(TRACK_NAMES[row.position - 1]),
        what=str(words.what),
        note=str(words.note) if row.due_at and row.due_at >= now else "",
        letter=_letter(row, actor),
        who=_who(row),
        labels=labels_of(row, now),
        age=age_words(row.birth_date, day_of(now)) if row.birth_date else "",
        button=button_of(row, words, actor, now),
        changed=changed,
    )


def place_words(hospital: str, ward: str) -> str:
    """Hospital and ward; the ward alone when its name already says where it is."""
    town = hospital.rpartition(" ")[2]
    if not hospital or (town and ward.endswith(town)):
        return ward
    return f"{hospital}, {ward}"


def home_words(row: WorklistRow, now: datetime) -> str:
    """When the person goes or went home, or since when she has been ready."""
    if row.discharged_at:
        return gettext("Hemma sedan %(when)s") % {"when": _when(row.discharged_at, now)}
    if row.estimated_at is not None and row.estimated_at >= now:
        return gettext("Hem %(when)s") % {"when": _when(row.estimated_at, now)}
    if row.ready_at:
        return gettext("Utskrivningsklar sedan %(day)s") % {
            "day": _past_day(row.ready_at, now)
        }
    if row.estimated_at is None:
        return gettext("Datum saknas")
    return gettext("Skulle hem %(when)s") % {"when": _when(row.estimated_at, now)}


def labels_of(row: WorklistRow, now: datetime) -> tuple[str, ...]:
    """What must not be missed about the person or the planning, as short labels."""
    age = age_on(row.birth_date, day_of(now))
    found = (
        language_label(row.language, interpreter=row.interpreter),
        gettext("Barn") if age is not None and age < ADULT_AT else "",
        gettext("Skyddade uppgifter") if row.is_protected and row.number else "",
        str(COLOURS.get(row.track, "")),
        gettext("Hinder i den öppna vården") if row.blocked else "",
    )
    return tuple(label for label in found if label)


def button_of(
    row: WorklistRow, words: StepWords, actor: Actor, now: datetime
) -> RowButton:
    """Our own step by its verb; others' urgent step as a reminder; else to open.

    What only a colleague may do, such as the physician's judgement, is opened.
    """
    offered = words.act and (row.ours or not row.step)
    if offered and could_do(actor, BY_SLUG[words.act].action):
        return RowButton(
            verb=str(words.verb),
            href=act_address(row.case_id, words.act),
            look="primary" if row.ours and due_group(row, now) in URGENT else "ours",
            posts=row.step == StepCode.ACKNOWLEDGE_ADMISSION,
        )
    if _can_be_reminded_of(row, now):
        return RowButton(
            verb=str(REMIND), href=act_address(row.case_id, REMINDER_ACT), look="plain"
        )
    return RowButton(
        verb=str(OPEN), href=case_address(row.case_id), look="plain", opens_case=True
    )


def act_address(case_id: UUID, act: str) -> str:
    """The page where one act is done in a case."""
    return reverse("staff:act", args=[case_id, act])


def case_address(case_id: UUID) -> str:
    """The page of the case."""
    return reverse("staff:case", args=[case_id])


def _can_be_reminded_of(row: WorklistRow, now: datetime) -> bool:
    if row.ours or not row.step or row.due_at is None:
        return False
    return due_group(row, now) is not DueGroup.LATER


def _where(row: WorklistRow, actor: Actor) -> str:
    """Where the person is; on the ward's own list that goes without saying."""
    return "" if row.ward == actor.unit_name else place_words(row.hospital, row.ward)


def _letter(row: WorklistRow, actor: Actor) -> Caregiver:
    if row.ours:
        return letter_of(actor.unit_kind or "")
    return letter_of(row.step_unit_kind) if row.step else Caregiver.HOSPITAL


def _who(row: WorklistRow) -> str:
    """Us, the unit whose step it is, or the ward that everyone waits for."""
    if row.ours:
        return gettext("Vi")
    if row.step:
        return row.step_unit
    return "" if row.discharged_at else row.ward


def _when(moment: datetime, now: datetime) -> str:
    day = coming_day(day_of(moment), day_of(now))
    return f"{day} {clock_time(moment)}"


def _past_day(moment: datetime, now: datetime) -> str:
    return relative_day(day_of(moment), day_of(now))
