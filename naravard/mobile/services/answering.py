"""Answers requests: the team comes, sends on, or says why it does not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor, Category, RelationKind
from naravard.core.clock import day_of, moment_at
from naravard.core.states import check_move
from naravard.mobile import queries
from naravard.mobile.models import Team, Visit, VisitRequest
from naravard.mobile.rules.errors import AnswerNeedsAReason
from naravard.mobile.rules.resources import ResourceKind
from naravard.mobile.rules.states import (
    REQUEST_MOVES,
    TERMS,
    RequestState,
    Urgency,
)
from naravard.mobile.rules.travel import Point
from naravard.mobile.rules.waiting import check_told
from naravard.mobile.services.enrolling import enrol
from naravard.people.models import Person

FIRST_HOUR, LAST_HOUR = time(8), time(20)
ENOUGH_TO_WORK = timedelta(minutes=30)  # a window is never narrower


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """The visit a request becomes: who is needed (a skill each), minutes, and when."""

    why: str
    needs: tuple[str, ...]
    minutes: int
    day: date
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    named_contact: UUID | None = None
    criteria: tuple[str, ...] = ()  # those of the team's that hold
    reason: str = ""  # why the person is taken in
    place: Point | None = None
    answer: str = ""
    resources: tuple[ResourceKind, ...] = ()  # the car or machine that must be there


@transaction.atomic
def accept(
    *, actor: Actor, request_id: UUID, acceptance: Acceptance, now: datetime
) -> UUID:
    """The team comes: the person belongs to it, and a visit waits for a place.

    Returns the visit. Raises AccessDenied, NotFound, MoveNotAllowed, LaterThanPromised
    when the day is after the longest wait and nothing is said, NotEnoughOfAThing when
    what the visit needs is not enough that day, and as `enrol`.
    """
    request = _answered(
        actor, request_id, RequestState.ACCEPTED, acceptance.answer, now
    )
    check_room(actor, acceptance.day, acceptance.resources)
    check_told(day=acceptance.day, visit_by=request.visit_by, answer=acceptance.answer)
    enrolment = enrol(
        actor=actor,
        person_id=request.person_id,
        from_unit_id=request.from_unit_id,
        criteria=acceptance.criteria,
        reason=acceptance.reason,
        named_contact=acceptance.named_contact,
        now=now,
    )
    return add_visit(
        actor=actor,
        request=request,
        acceptance=acceptance,
        named_contact=enrolment.named_contact_id,
        now=now,
    )


@transaction.atomic
def decline(*, actor: Actor, request_id: UUID, answer: str, now: datetime) -> None:
    """The team does not come, and says why and what to do instead.

    Raises AnswerNeedsAReason, AccessDenied, NotFound and MoveNotAllowed.
    """
    _refused(actor, request_id, RequestState.DECLINED, answer, now)


@transaction.atomic
def redirect(*, actor: Actor, request_id: UUID, answer: str, now: datetime) -> None:
    """Somebody else is right for the person; the answer says who. Raises as decline."""
    _refused(actor, request_id, RequestState.REDIRECTED, answer, now)


@transaction.atomic
def withdraw(*, actor: Actor, request_id: UUID, now: datetime) -> None:
    """Whoever asked needs the visit no more. Raises AccessDenied and MoveNotAllowed."""
    reference = queries.request_reference(actor, request_id)
    access.require(
        actor=actor, action=Action.REQUEST_VISIT, person_id=reference.person_id
    )
    request = VisitRequest.objects.select_for_update().get(
        pk=request_id, from_unit_id=actor.unit_id
    )
    _move(request, RequestState.WITHDRAWN)
    request.save(update_fields=["state"])
    access.end_relations(source=request.pk, ends_at=now, kinds=[RelationKind.REFERRAL])


def add_visit(
    *,
    actor: Actor,
    request: VisitRequest,
    acceptance: Acceptance,
    named_contact: UUID | None,
    now: datetime,
) -> UUID:
    """A visit that waits for a place in somebody's round."""
    urgency = Urgency(request.urgency)
    opens_at = acceptance.opens_at or max(now, moment_at(acceptance.day, FIRST_HOUR))
    latest = moment_at(acceptance.day, LAST_HOUR)
    if day_of(request.visit_by) == acceptance.day:
        latest = min(latest, request.visit_by)
    closes_at = acceptance.closes_at or latest
    place, is_estimated = place_of(request.person_id, actor)
    if acceptance.place is not None:
        place, is_estimated = acceptance.place, False
    visit = Visit(
        person_id=request.person_id,
        team_id=actor.unit_id,
        request=request,
        day=acceptance.day,
        why=acceptance.why,
        needs=list(acceptance.needs),
        resources=list(acceptance.resources),
        minutes=acceptance.minutes,
        opens_at=opens_at,
        closes_at=max(closes_at, opens_at + ENOUGH_TO_WORK),
        priority=TERMS[urgency].priority,
        named_contact_id=named_contact,
        latitude=place.latitude,
        longitude=place.longitude,
        place_is_estimated=is_estimated,
        due_by=request.visit_by,
    )
    visit.save(force_insert=True)
    access.note_change(
        actor=actor,
        person_id=request.person_id,
        what="visit_added",
        object_id=visit.pk,
        now=now,
    )
    return visit.pk


def check_room(actor: Actor, day: date, resources: Iterable[str]) -> None:
    """Whether what a visit needs is enough that day, one promise at a time.

    Raises NotEnoughOfAThing.
    """
    wanted = list(resources)
    if wanted:
        list(Team.objects.select_for_update().filter(pk=actor.unit_id))
        queries.check_room(actor, day, wanted)


def place_of(person_id: UUID, actor: Actor) -> tuple[Point, bool]:
    """Where the person lives, and whether that is an estimate.

    By the register; else as at a visit before, by postal code, or at the base.
    """
    person = Person.objects.get(pk=person_id)
    if person.latitude is not None and person.longitude is not None:
        return Point(person.latitude, person.longitude), False
    ours = Visit.objects.filter(team_id=actor.unit_id).order_by("-opens_at")
    near = (
        ours.filter(person_id=person_id).first()
        or ours.filter(person__postal_code=person.postal_code or "-").first()
    )
    if near is not None:
        return Point(near.latitude, near.longitude), True
    return queries.own_team(actor).base, True


def _refused(
    actor: Actor, request_id: UUID, to: RequestState, answer: str, now: datetime
) -> None:
    if not answer.strip():
        raise AnswerNeedsAReason
    request = _answered(actor, request_id, to, answer, now)
    access.end_relations(source=request.pk, ends_at=now, kinds=[RelationKind.REFERRAL])


def _answered(
    actor: Actor, request_id: UUID, to: RequestState, answer: str, now: datetime
) -> VisitRequest:
    reference = queries.request_reference(actor, request_id)
    access.require(
        actor=actor,
        action=Action.TRIAGE_VISIT,
        person_id=reference.person_id,
        about=request_id,
    )
    access.open_record(
        actor=actor,
        person_id=reference.person_id,
        now=now,
        category=Category.VISIT,
        action=Action.TRIAGE_VISIT,
        about=request_id,
    )
    request = VisitRequest.objects.select_for_update().get(
        pk=request_id, team_id=actor.unit_id
    )
    _move(request, to)
    request.answered_at = now
    request.answered_by_id = actor.assignment_id
    request.answer = answer.strip()
    request.save(update_fields=["state", "answered_at", "answered_by", "answer"])
    access.note_change(
        actor=actor,
        person_id=request.person_id,
        what=f"visit_request_{to}",
        object_id=request.pk,
        now=now,
    )
    return request


def _move(request: VisitRequest, to: RequestState) -> None:
    check_move(REQUEST_MOVES, RequestState(request.state), to)
    request.state = to
