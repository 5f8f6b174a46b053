"""What happens at a visit: it begins, and what was found and done is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import IntegrityError, transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor, Category
from naravard.core.clock import day_of, moment_at
from naravard.core.errors import Conflict, DomainError, NotFound
from naravard.core.states import check_move
from naravard.mobile import queries
from naravard.mobile.models import Visit, VisitNote
from naravard.mobile.queries import Reference
from naravard.mobile.rules.errors import NextVisitIsPast
from naravard.mobile.rules.news2 import Measured, check_scale_ordered, score
from naravard.mobile.rules.sbar import Sbar, written_of
from naravard.mobile.rules.states import VISIT_MOVES, Outcome, VisitState
from naravard.mobile.services.answering import ENOUGH_TO_WORK, FIRST_HOUR, LAST_HOUR

FINISHED = frozenset({VisitState.DONE, VisitState.CANCELLED})


class NoteIsElsewhere(Conflict):
    """A note belongs to one visit; its number is made where it is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextVisit:
    """The next visit as it is prescribed; what is not said is as at this visit."""

    on: date
    why: str = ""
    needs: tuple[str, ...] = ()
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitForm:
    """What was written at a visit, with or without a connection.

    `note_id` is made where it is written, so that the same form sent twice is one note.
    `based_on` is the version of the visit that the writer had read.
    """

    note_id: UUID
    visit_id: UUID
    written_at: datetime
    based_on: int
    outcome: Outcome
    hand_over: Sbar
    measured: Measured
    scale_ordered_by: str = ""  # the physician who has ordered scale 2
    next_visit: NextVisit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What became of a form: kept, kept already, or kept beside somebody else's."""

    note_id: UUID
    was_known: bool
    conflicts: bool
    next_visit_id: UUID | None


def check_may_write(*, actor: Actor, visit_id: UUID) -> Reference:
    """Whose visit it is, when the actor's own team makes it.

    Raises AccessDenied, and NotFound when another team does.
    """
    reference = queries.visit_reference(actor, visit_id)
    access.require(
        actor=actor,
        action=Action.MAKE_VISIT,
        person_id=reference.person_id,
        about=visit_id,
    )
    if reference.team_id != actor.unit_id:
        raise NotFound(
            "Ett annat team gör besöket.", remedy="Ring teamet om det är något."
        )
    return reference


@transaction.atomic
def begin_visit(*, actor: Actor, visit_id: UUID, now: datetime) -> None:
    """Somebody is at the door. Raises AccessDenied, NotFound and MoveNotAllowed."""
    visit = _ours(actor, visit_id, now)
    check_move(VISIT_MOVES, VisitState(visit.state), VisitState.BEGUN)
    visit.state = VisitState.BEGUN
    visit.begun_at = now
    visit.version += 1
    visit.save(update_fields=["state", "begun_at", "version"])


@transaction.atomic
def write_note(*, actor: Actor, form: VisitForm, now: datetime) -> Received:
    """Keep what was written; nothing that anybody has written is ever lost.

    When the visit has been written about since the writer read it, both notes are kept
    and marked, for a human to judge. Raises AccessDenied, NotFound,
    ImpossibleMeasurement, ScaleNotOrdered, NextVisitIsPast, and NoteIsElsewhere when
    its number is another note's.
    """
    check_scale_ordered(form.measured.scale, form.scale_ordered_by)
    if form.next_visit and form.next_visit.on < day_of(form.written_at):
        raise NextVisitIsPast
    visit = _ours(actor, form.visit_id, now)
    if VisitNote.objects.filter(pk=form.note_id, visit=visit).exists():
        return Received(
            note_id=form.note_id, was_known=True, conflicts=False, next_visit_id=None
        )
    conflicts = visit.notes.exists() and form.based_on != visit.version
    _write(actor, form, conflicts=conflicts, now=now)
    if VisitState(visit.state) not in FINISHED:
        _finish(visit, form)
    visit.version += 1
    visit.save(update_fields=["state", "begun_at", "done_at", "version"])
    access.note_change(
        actor=actor,
        person_id=visit.person_id,
        what="visit_written",
        object_id=form.note_id,
        now=now,
    )
    next_id = None
    if form.next_visit is not None and not conflicts:
        next_id = _prescribe(actor, visit, form.next_visit, now)
    return Received(
        note_id=form.note_id,
        was_known=False,
        conflicts=conflicts,
        next_visit_id=next_id,
    )


@transaction.atomic
def write_notes(
    *, actor: Actor, forms: Sequence[VisitForm], now: datetime
) -> dict[UUID, Received | None]:
    """Keep what waited on a device, each note judged by itself, in one transaction.

    None for a note that a rule refuses: it is sent again alone, where the refusal is
    told and logged. If the connection breaks, all are kept or none, and sent again each
    is still one note. Raises AccessDenied for whoever makes no visits.
    """
    access.require(actor=actor, action=Action.MAKE_VISIT)
    return {form.note_id: _kept_or_none(actor, form, now) for form in forms}


def _kept_or_none(actor: Actor, form: VisitForm, now: datetime) -> Received | None:
    try:
        return write_note(actor=actor, form=form, now=now)
    except DomainError:
        return None


def _ours(actor: Actor, visit_id: UUID, now: datetime) -> Visit:
    """The visit of the actor's own team, opened and held. Raises as the services do."""
    reference = check_may_write(actor=actor, visit_id=visit_id)
    access.open_record(
        actor=actor,
        person_id=reference.person_id,
        now=now,
        category=Category.VISIT,
        action=Action.MAKE_VISIT,
        about=visit_id,
    )
    return Visit.objects.select_for_update().get(pk=visit_id, team_id=actor.unit_id)


def _finish(visit: Visit, form: VisitForm) -> None:
    visit.state = VisitState.DONE
    visit.begun_at = visit.begun_at or form.written_at
    visit.done_at = max(form.written_at, visit.begun_at)


def _write(actor: Actor, form: VisitForm, *, conflicts: bool, now: datetime) -> None:
    measured, found = form.measured, score(form.measured)
    has_values = bool(written_of(measured))
    warm = measured.temperature
    assert actor.assignment_id is not None
    note = VisitNote(
        id=form.note_id,
        visit_id=form.visit_id,
        written_at=form.written_at,
        received_at=now,
        written_by_id=actor.assignment_id,
        based_on=form.based_on,
        conflicts=conflicts,
        outcome=form.outcome,
        situation=form.hand_over.situation,
        background=form.hand_over.background,
        assessment=form.hand_over.assessment,
        recommendation=form.hand_over.recommendation,
        breaths=measured.breaths,
        saturation=measured.saturation,
        saturation_scale=measured.scale,
        oxygen=measured.oxygen,
        systolic=measured.systolic,
        pulse=measured.pulse,
        consciousness=measured.consciousness or "",
        temperature=None if warm is None else Decimal(str(round(warm, 1))),
        news2=found.total if has_values else None,
        news2_complete=has_values and found.complete,
        news2_level=found.level if has_values else "",
        scale_ordered_by=form.scale_ordered_by,
        next_visit_on=form.next_visit.on if form.next_visit else None,
    )
    try:
        with transaction.atomic():
            note.save(force_insert=True)
    except IntegrityError as taken:
        raise NoteIsElsewhere(
            "Anteckningen hör till ett annat besök.",
            remedy="Öppna besöket igen och skriv där.",
        ) from taken


def _prescribe(actor: Actor, visit: Visit, wanted: NextVisit, now: datetime) -> UUID:
    """The next visit, waiting for a place in somebody's round."""
    # Written without a connection it may arrive after the day it names.
    day = max(wanted.on, day_of(now))
    opens_at = max(now, moment_at(day, FIRST_HOUR))
    new = Visit(
        person_id=visit.person_id,
        team_id=visit.team_id,
        request_id=visit.request_id,
        day=day,
        why=wanted.why or visit.why,
        needs=list(wanted.needs) or visit.needs,
        resources=visit.resources,
        minutes=wanted.minutes or visit.minutes,
        opens_at=opens_at,
        closes_at=max(moment_at(day, LAST_HOUR), opens_at + ENOUGH_TO_WORK),
        priority=1,
        named_contact_id=visit.named_contact_id,
        latitude=visit.latitude,
        longitude=visit.longitude,
        place_is_estimated=visit.place_is_estimated,
    )
    new.save(force_insert=True)
    access.note_change(
        actor=actor,
        person_id=visit.person_id,
        what="visit_prescribed",
        object_id=new.pk,
        now=now,
    )
    return new.pk
