"""Reviews as lists and one by one; the database shows each reader only her own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from naravard.access.rules import Actor, OpenRecord
from naravard.people.queries.rows import PROTECTED, full_name
from naravard.people.roles import Protection, Role
from naravard.review.definition import Weight
from naravard.review.models import Pick, Run, Word
from naravard.review.rules import CLOSED, Status

MOST = 200  # reviews in one list
ANSWERED_DAYS_SHOWN = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class PickRow:
    """One review; the person is only an id, her name is shown when it is opened."""

    id: UUID
    day: date
    person_id: UUID
    professional_id: UUID
    name: str
    title: str
    unit_name: str
    checks: tuple[str, ...]
    weight: Weight
    entries: tuple[int, ...]
    first_at: datetime
    last_at: datetime
    reason: str
    due_on: date
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRow:
    """What somebody said of a review."""

    at: datetime
    status: Status
    text: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How the follow-up stands: how many in each state, and how many are late."""

    by_status: Mapping[Status, int]
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """One day that has been looked through."""

    day: date
    at: datetime
    whole: bool
    openings: int
    picked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRow:
    """A question to somebody in staff about what she has read."""

    pick: PickRow
    person: str
    question: str
    answered: bool


def picks(actor: Actor, *, closed: bool = False) -> tuple[PickRow, ...]:
    """What the actor reviews, the heaviest and then the oldest first."""
    rows = _reviewed_by(actor).filter(status__in=_wanted(closed=closed))
    order = ("-last_at",) if closed else ("-weight", "due_on", "first_at")
    return tuple(map(_row, rows.order_by(*order, "pk")[:MOST]))


def counts(actor: Actor, today: date) -> Overview:
    """How many reviews the actor has in each state, and how many are late."""
    rows = _reviewed_by(actor)
    by_status = rows.values_list("status").annotate(number=Count("pk")).order_by()
    late = rows.filter(due_on__lt=today).exclude(status__in=CLOSED).count()
    return Overview(
        by_status={Status(status): number for status, number in by_status}, late=late
    )


def runs(_actor: Actor, latest: int = 7) -> tuple[RunRow, ...]:
    """The latest days that have been looked through, newest first."""
    return tuple(
        RunRow(
            day=row.day,
            at=row.at,
            whole=row.whole,
            openings=row.openings,
            picked=row.picked,
        )
        for row in Run.objects.order_by("-day")[:latest]
    )


def asked_of(actor: Actor) -> tuple[AskedRow, ...]:
    """The questions to the actor that wait, and those just answered, newest first."""
    rows = (
        _joined()
        .filter(
            Q(professional_id=actor.professional_id),
            status__in=[Status.ASKED, Status.EXPLAINED],
        )
        .select_related("person")
        .order_by("-last_at", "pk")
    )
    return tuple(
        AskedRow(
            pick=_row(row),
            person=_name(row),
            question=_question(row),
            answered=row.status == Status.EXPLAINED,
        )
        for row in rows[:MOST]
    )


def pick_reference(actor: Actor, pick_id: UUID) -> PickRow | None:
    """One review that the actor may look at; None when there is no such."""
    row = _reviewed_by(actor).filter(pk=pick_id).first()
    return None if row is None else _row(row)


def pick_row(record: OpenRecord, pick_id: UUID) -> PickRow | None:
    """One review about a person whose log has been opened."""
    row = _joined().filter(pk=pick_id, person_id=record.person_id).first()
    return None if row is None else _row(row)


def words_of(record: OpenRecord, pick_id: UUID) -> tuple[WordRow, ...]:
    """What has been said of a review, in order."""
    rows = (
        Word.objects.filter(pick_id=pick_id, pick__person_id=record.person_id)
        .select_related("said_by__professional")
        .order_by("at", "pk")
    )
    return tuple(
        WordRow(
            at=row.at,
            status=Status(row.status),
            text=row.text,
            name=full_name(
                row.said_by.professional.given_name,
                row.said_by.professional.family_name,
            ),
        )
        for row in rows
    )


def reviewed_entries(record: OpenRecord) -> dict[int, Status]:
    """Which rows of the person's log are or have been reviewed, and how it went."""
    rows = Pick.objects.filter(person_id=record.person_id).order_by("first_at")
    return {entry: Status(row.status) for row in rows for entry in row.entries}


def _wanted(*, closed: bool) -> list[str]:
    return [status.value for status in Status if (status in CLOSED) is closed]


def _reviewed_by(actor: Actor) -> QuerySet[Pick]:
    """The organisation's for one who reviews logs, the unit's for its head."""
    mine = Q(organisation_id=actor.organisation_id)
    if actor.role is Role.HEAD_OF_UNIT:
        mine &= Q(unit_id=actor.unit_id)
    return _joined().filter(mine)


def _joined() -> QuerySet[Pick]:
    return Pick.objects.select_related("professional", "unit")


def _name(row: Pick) -> str:
    if row.person.protection != Protection.NONE:
        return PROTECTED
    return full_name(row.person.given_name, row.person.family_name)


def _question(row: Pick) -> str:
    asked = Word.objects.filter(pick_id=row.pk, status=Status.ASKED).order_by("-at")
    latest = asked.first()
    return latest.text if latest else ""


def _row(row: Pick) -> PickRow:
    return PickRow(
        id=row.pk,
        day=row.day,
        person_id=row.person_id,
        professional_id=row.professional_id,
        name=full_name(row.professional.given_name, row.professional.family_name),
        title=row.professional.title,
        unit_name=row.unit.name,
        checks=tuple(row.checks),
        weight=Weight(row.weight),
        entries=tuple(row.entries),
        first_at=row.first_at,
        last_at=row.last_at,
        reason=row.reason,
        due_on=row.due_on,
        status=Status(row.status),
    )
