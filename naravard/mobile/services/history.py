"""Keeps visits that were made before: a team that joins brings its history along."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid5

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import RelationKind
from naravard.core.clock import day_of
from naravard.mobile.models import (
    Enrolment,
    MovedPromise,
    Stop,
    Visit,
    VisitNote,
    VisitRequest,
)
from naravard.mobile.rules.news2 import Measured, score
from naravard.mobile.rules.promises import promise_of
from naravard.mobile.rules.resources import ResourceKind
from naravard.mobile.rules.sbar import Sbar
from naravard.mobile.rules.states import (
    TERMS,
    Outcome,
    RequestState,
    Source,
    Terms,
    Urgency,
    VisitState,
    answer_by,
    visit_by,
)
from naravard.mobile.rules.travel import Point

BATCH = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PastStop:
    """Whose shift a part of a visit was made in, and when."""

    shift_id: UUID
    starts_at: datetime
    ends_at: datetime


class Unmet(StrEnum):
    """Why somebody who was asked for got no visit."""

    DECLINED = "declined"
    CALLED_OFF = "called_off"


@dataclass(frozen=True, slots=True, kw_only=True)
class PastVisit:
    """One visit as it was asked for, made and written; without stops, not planned yet.

    Without `outcome` it is still to be made, unless it is `unmet`, and `because`.
    """

    id: UUID
    person_id: UUID
    team_id: UUID
    from_unit_id: UUID
    asked_by: UUID
    source: Source
    urgency: Urgency
    hand_over: Sbar
    asked_at: datetime
    answered_at: datetime
    answered_by: UUID
    why: str
    needs: tuple[str, ...]
    minutes: int
    opens_at: datetime
    closes_at: datetime
    place: Point
    stops: tuple[PastStop, ...] = ()
    outcome: Outcome | None = None
    written: Sbar | None = None
    measured: Measured | None = None
    written_by: UUID | None = None
    contact: UUID | None = None  # whom the person is told to turn to
    criteria: tuple[str, ...] = ()  # those of the team's that hold
    told_first: datetime | None = None  # a start that was promised, and then moved
    resources: tuple[ResourceKind, ...] = ()
    begun: bool = False  # somebody is there now
    unmet: Unmet | None = None
    because: str = ""


@transaction.atomic
def import_history(
    *,
    visits: Iterable[PastVisit],
    now: datetime,
    terms: Mapping[Urgency, Terms] = TERMS,
) -> int:
    """Write visits of the past and of today in bulk, by the county's terms of answer
    and wait; returns how many.
    """
    found = list(visits)
    asked = {each.id: uuid5(each.id, "request") for each in found}
    VisitRequest.objects.bulk_create(
        (_request(each, asked[each.id], terms) for each in found), batch_size=BATCH
    )
    found = [each for each in found if each.unmet is not Unmet.DECLINED]
    enrolled = _enrol(found)
    Visit.objects.bulk_create(
        (_visit(each, asked[each.id], terms) for each in found), batch_size=BATCH
    )
    Stop.objects.bulk_create(
        (stop for each in found for stop in _stops(each)), batch_size=BATCH
    )
    MovedPromise.objects.bulk_create(
        (_moved(each, each.told_first) for each in found if each.told_first),
        batch_size=BATCH,
    )
    VisitNote.objects.bulk_create(
        (_note(each) for each in found if each.outcome), batch_size=BATCH
    )
    access.relate_many(
        relations=(
            access.NewRelation(
                person_id=row.person_id,
                unit_id=row.team_id,
                kind=RelationKind.ENROLLED,
                source=row.pk,
                starts_at=row.decided_at,
            )
            for row in enrolled
        )
    )
    return len(found)


def _enrol(found: list[PastVisit]) -> list[Enrolment]:
    """Everybody visited belongs to the team from the first answer on."""
    first: dict[tuple[UUID, UUID], PastVisit] = {}
    for each in sorted(found, key=lambda visit: visit.answered_at):
        first.setdefault((each.person_id, each.team_id), each)
    return Enrolment.objects.bulk_create(
        (
            Enrolment(
                id=uuid5(each.id, "enrolment"),
                person_id=each.person_id,
                team_id=each.team_id,
                referred_by_id=each.from_unit_id,
                decided_at=each.answered_at,
                decided_by_id=each.answered_by,
                criteria=list(each.criteria),
                named_contact_id=each.contact,
            )
            for each in first.values()
        ),
        batch_size=BATCH,
    )


def _request(
    each: PastVisit, request_id: UUID, terms: Mapping[Urgency, Terms]
) -> VisitRequest:
    is_declined = each.unmet is Unmet.DECLINED
    return VisitRequest(
        id=request_id,
        person_id=each.person_id,
        team_id=each.team_id,
        from_unit_id=each.from_unit_id,
        source=each.source,
        urgency=each.urgency,
        situation=each.hand_over.situation,
        background=each.hand_over.background,
        assessment=each.hand_over.assessment,
        recommendation=each.hand_over.recommendation,
        asked_at=each.asked_at,
        asked_by_id=each.asked_by,
        answer_by=answer_by(each.urgency, each.asked_at, terms),
        visit_by=visit_by(each.urgency, each.asked_at, terms),
        state=RequestState.DECLINED if is_declined else RequestState.ACCEPTED,
        answer=each.because if is_declined else "",
        answered_at=each.answered_at,
        answered_by_id=each.answered_by,
    )


def _visit(each: PastVisit, request_id: UUID, terms: Mapping[Urgency, Terms]) -> Visit:
    starts = min((stop.starts_at for stop in each.stops), default=None)
    promise = promise_of(starts, now=each.answered_at) if starts else None
    return Visit(
        id=each.id,
        person_id=each.person_id,
        team_id=each.team_id,
        request_id=request_id,
        day=day_of(each.opens_at),
        why=each.why,
        needs=list(each.needs),
        resources=list(each.resources),
        minutes=each.minutes,
        opens_at=each.opens_at,
        closes_at=each.closes_at,
        priority=TERMS[each.urgency].priority,
        named_contact_id=each.contact,
        due_by=visit_by(each.urgency, each.asked_at, terms),
        latitude=each.place.latitude,
        longitude=each.place.longitude,
        state=_state(each),
        cancelled_because=each.because if each.unmet is Unmet.CALLED_OFF else "",
        promised_from=promise.opens if promise else None,
        promised_to=promise.closes if promise else None,
        begun_at=starts if each.outcome or each.begun else None,
        done_at=max(stop.ends_at for stop in each.stops) if each.outcome else None,
    )


def _moved(each: PastVisit, told_first: datetime) -> MovedPromise:
    was = promise_of(told_first, now=each.answered_at)
    becomes = promise_of(
        min(stop.starts_at for stop in each.stops), now=each.answered_at
    )
    return MovedPromise(
        id=uuid5(each.id, "moved"),
        visit_id=each.id,
        moved_at=each.answered_at,
        because="Ett akut besök gick före.",
        was_from=was.opens,
        was_to=was.closes,
        becomes_from=becomes.opens,
        becomes_to=becomes.closes,
        told_at=each.answered_at,
        told_by_id=each.answered_by,
    )


def _state(each: PastVisit) -> VisitState:
    if each.unmet is Unmet.CALLED_OFF:
        return VisitState.CANCELLED
    if each.outcome:
        return VisitState.DONE
    if each.begun:
        return VisitState.BEGUN
    return VisitState.PLANNED if each.stops else VisitState.WAITING


def _stops(each: PastVisit) -> list[Stop]:
    return [
        Stop(
            visit_id=each.id,
            service=service,
            shift_id=stop.shift_id,
            starts_at=stop.starts_at,
            ends_at=stop.ends_at,
        )
        for service, stop in enumerate(each.stops)
    ]


def _note(each: PastVisit) -> VisitNote:
    assert each.outcome is not None
    written, measured = each.written or Sbar(), each.measured or Measured()
    ended = max(stop.ends_at for stop in each.stops)
    found = score(measured)
    return VisitNote(
        id=uuid5(each.id, "note"),
        visit_id=each.id,
        written_at=ended,
        received_at=ended,
        written_by_id=each.written_by or each.answered_by,
        based_on=1,
        outcome=each.outcome,
        situation=written.situation,
        background=written.background,
        assessment=written.assessment,
        recommendation=written.recommendation,
        breaths=measured.breaths,
        saturation=measured.saturation,
        saturation_scale=measured.scale,
        oxygen=measured.oxygen,
        systolic=measured.systolic,
        pulse=measured.pulse,
        consciousness=measured.consciousness or "",
        temperature=measured.temperature,
        news2=found.total if each.measured else None,
        news2_complete=found.complete,
        news2_level=found.level if each.measured else "",
    )
