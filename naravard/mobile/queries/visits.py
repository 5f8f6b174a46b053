"""Reads visits and what was found at them."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from naravard.access.rules import Actor, OpenRecord
from naravard.core.clock import day_of
from naravard.core.errors import NotFound
from naravard.mobile.models import (
    Stop,
    Visit,
    VisitNote,
    VisitRequest,
)
from naravard.mobile.queries import requests
from naravard.mobile.queries.enrolments import enrolments_of_person
from naravard.mobile.queries.orders import orders_of_person
from naravard.mobile.queries.promises import STANDING, earlier_promise, why_another_day
from naravard.mobile.rows import (
    NoteRow,
    PersonVisits,
    VisitRow,
    VisitView,
)
from naravard.mobile.rules.news2 import Consciousness, Measured, Scale, advice_of, score
from naravard.mobile.rules.promises import Promise
from naravard.mobile.rules.resources import ResourceKind
from naravard.mobile.rules.sbar import Sbar, written_of
from naravard.mobile.rules.states import (
    TERMS,
    Outcome,
    Urgency,
    VisitState,
)
from naravard.mobile.rules.suggesting import Scored
from naravard.mobile.rules.travel import Point
from naravard.people.queries.rows import full_name

URGENT_FROM = TERMS[Urgency.TODAY].priority
SHOWN = 100
LEFT_FOR, MOST_LEFT_OVER = timedelta(days=60), 50  # visits of earlier days
LATELY, FEW = timedelta(days=30), 5  # visits that she reads about on her own page


def visit_view(record: OpenRecord, visit_id: UUID) -> VisitView:
    """One visit of the opened person in full. Raises NotFound."""
    visit = with_staff(
        Visit.objects.filter(pk=visit_id, person_id=record.person_id)
    ).first()
    if visit is None:
        raise NotFound("Besöket finns inte.")
    asked = (
        requests.rows(VisitRequest.objects.filter(pk=visit.request_id), record.actor)
        if visit.request_id
        else ()
    )
    return VisitView(
        visit=visit_row(visit, record.actor),
        request=asked[0] if asked else None,
        notes=_notes(VisitNote.objects.filter(visit=visit)),
    )


def person_visits(record: OpenRecord) -> PersonVisits:
    """Everything mobile about the opened person, the latest first."""
    visits = with_staff(
        Visit.objects.filter(person_id=record.person_id).order_by("-opens_at")[:SHOWN]
    )
    written = VisitNote.objects.filter(visit__person_id=record.person_id)
    notes: dict[UUID, tuple[NoteRow, ...]] = {}
    for note in _of_notes(written):
        notes[note.visit_id] = (*notes.get(note.visit_id, ()), note_row(note))
    asked = VisitRequest.objects.filter(person_id=record.person_id)
    return PersonVisits(
        enrolments=enrolments_of_person(record),
        requests=requests.rows(asked.order_by("-asked_at")[:SHOWN], record.actor),
        visits=tuple(visit_row(each, record.actor) for each in visits),
        notes=notes,
        orders=orders_of_person(record),
    )


def has_visits(record: OpenRecord) -> bool:
    """Whether any team has been to the opened person or will come (one SQL).

    Any opened record will do: it is asked before her visits are opened and logged.
    """
    return Visit.objects.filter(person_id=record.person_id).exists()


def news2_since(record: OpenRecord, since: datetime) -> tuple[Scored, ...]:
    """Every NEWS2 of the opened person since then, whole or not, the latest first."""
    notes = VisitNote.objects.filter(
        visit__person_id=record.person_id, written_at__gte=since, news2__isnull=False
    ).order_by("-written_at")
    found = notes.values_list("news2", "written_at")
    return tuple(
        Scored(total=total, on=day_of(at)) for total, at in found if total is not None
    )


def coming_visits(record: OpenRecord, now: datetime) -> tuple[VisitRow, ...]:
    """Visits of today and later that are to be made, go on or are cancelled, the next
    first; one that nobody has had time for stays until it is made or cancelled.
    """
    ahead = Q(
        day__gte=day_of(now),
        state__in=[VisitState.PLANNED, VisitState.BEGUN, VisitState.CANCELLED],
    )
    coming = Visit.objects.filter(
        ahead | Q(state=VisitState.WAITING), person_id=record.person_id
    )
    return tuple(
        visit_row(each, record.actor)
        for each in with_staff(coming.order_by("opens_at"))
    )


def made_visits(record: OpenRecord, now: datetime) -> tuple[VisitView, ...]:
    """Visits made lately with what was written at them, the latest first."""
    made = Visit.objects.filter(
        person_id=record.person_id,
        state=VisitState.DONE,
        day__gte=day_of(now) - LATELY,
    )
    return tuple(
        VisitView(
            visit=visit_row(each, record.actor),
            request=None,
            notes=_notes(VisitNote.objects.filter(visit=each)),
        )
        for each in with_staff(made.order_by("-done_at")[:FEW])
    )


def left_over(actor: Actor, day: date) -> tuple[VisitRow, ...]:
    """Visits of the actor's team on earlier days that nobody made, the first first."""
    found = Visit.objects.filter(
        team_id=actor.unit_id,
        day__range=(day - LEFT_FOR, day - timedelta(days=1)),
        state__in=[VisitState.WAITING, VisitState.PLANNED],
    )
    ordered = with_staff(found.order_by("due_by", "day", "pk")[:MOST_LEFT_OVER])
    return tuple(visit_row(visit, actor) for visit in ordered)


def visits_of_team(actor: Actor, visit_ids: Iterable[UUID]) -> tuple[VisitRow, ...]:
    """These visits, of those that the actor's team makes, in order of their start."""
    ours = Visit.objects.filter(team_id=actor.unit_id, pk__in=list(visit_ids))
    rows = (visit_row(visit, actor) for visit in with_staff(ours.order_by("pk")))
    return tuple(sorted(rows, key=lambda row: row.starts_at or row.opens_at))


def with_staff(visits: QuerySet[Visit]) -> QuerySet[Visit]:
    """Visits with persons, numbers, who makes them and what moved, in three SQL."""
    stops = Stop.objects.select_related("shift__assignment__professional").order_by(
        "service"
    )
    return (
        visits.select_related("person", "team__unit")
        .annotate(number=requests.number_of("person_id"))
        .prefetch_related(Prefetch("stops", queryset=stops), STANDING)
    )


def visit_row(visit: Visit, actor: Actor) -> VisitRow:
    """One visit as it is listed."""
    hidden = requests.is_hidden(visit.person, actor)
    person = visit.person
    planned = [stop for stop in visit.stops.all() if stop.shift is not None]
    starts = [stop.starts_at for stop in planned if stop.starts_at is not None]
    address = ", ".join(filter(None, (person.street, person.town)))
    return VisitRow(
        id=visit.pk,
        person_id=visit.person_id,
        name=requests.name_of(person, actor),
        number="" if hidden else getattr(visit, "number", "") or "",
        address="" if hidden else address,
        phone="" if hidden else person.phone,
        team_id=visit.team_id,
        team=visit.team.unit.name,
        team_phone=visit.team.unit.phone,
        day=visit.day,
        why=visit.why,
        needs=tuple(visit.needs),
        resources=tuple(map(ResourceKind, visit.resources)),
        minutes=visit.minutes,
        opens_at=visit.opens_at,
        closes_at=visit.closes_at,
        state=VisitState(visit.state),
        pinned=visit.pinned,
        starts_at=min(starts, default=None),
        staff=tuple(_staff_name(stop) for stop in planned),
        promise=_promise(visit),
        begun_at=visit.begun_at,
        done_at=visit.done_at,
        version=visit.version,
        place=_place(visit, hidden=hidden),
        place_is_estimated=visit.place_is_estimated,
        urgent=visit.priority >= URGENT_FROM,
        due_by=visit.due_by,
        cancelled_because=visit.cancelled_because,
        earlier=earlier_promise(visit),
        moved_because=why_another_day(visit),
    )


def _place(visit: Visit, *, hidden: bool) -> Point:
    """Where the visit is made; who may not see who it is sees the base instead."""
    if hidden:
        return Point(visit.team.latitude, visit.team.longitude)
    return Point(visit.latitude, visit.longitude)


def note_row(note: VisitNote) -> NoteRow:
    """One note as it is shown."""
    by = note.written_by.professional
    values = _measured(note)
    written = written_of(values)
    return NoteRow(
        id=note.pk,
        written_at=note.written_at,
        received_at=note.received_at,
        by=full_name(by.given_name, by.family_name),
        title=by.title,
        outcome=Outcome(note.outcome),
        hand_over=Sbar(
            situation=note.situation,
            background=note.background,
            assessment=note.assessment,
            recommendation=note.recommendation,
        ),
        measured=written,
        score=score(values).in_words if written else "",
        advice=advice_of(score(values)) if written else "",
        scale_ordered_by=note.scale_ordered_by,
        conflicts=note.conflicts,
        next_visit_on=note.next_visit_on,
    )


def _measured(note: VisitNote) -> Measured:
    return Measured(
        breaths=note.breaths,
        saturation=note.saturation,
        oxygen=note.oxygen,
        systolic=note.systolic,
        pulse=note.pulse,
        consciousness=Consciousness(note.consciousness) if note.consciousness else None,
        temperature=None if note.temperature is None else float(note.temperature),
        scale=Scale(note.saturation_scale),
    )


def _notes(found: QuerySet[VisitNote]) -> tuple[NoteRow, ...]:
    return tuple(note_row(note) for note in _of_notes(found))


def _of_notes(found: QuerySet[VisitNote]) -> QuerySet[VisitNote]:
    return found.select_related("written_by__professional").order_by("-written_at")


def _promise(visit: Visit) -> Promise | None:
    if visit.promised_from is None or visit.promised_to is None:
        return None
    return Promise(opens=visit.promised_from, closes=visit.promised_to)


def _staff_name(stop: Stop) -> str:
    assert stop.shift is not None
    professional = stop.shift.assignment.professional
    name = full_name(professional.given_name, professional.family_name)
    return f"{name}, {professional.title}"
