"""Reads what teams have been asked."""

from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery

from naravard.access.rules import Actor, OpenRecord
from naravard.core.errors import NotFound
from naravard.mobile.models import VisitRequest
from naravard.mobile.rows import HIDDEN_NAME, RequestRow
from naravard.mobile.rules.sbar import Sbar
from naravard.mobile.rules.states import RequestState, Source, Urgency
from naravard.people.models import Person, PersonIdentifier
from naravard.people.roles import Protection

SHOWN = 200


def requests_to_team(actor: Actor) -> tuple[RequestRow, ...]:
    """What the actor's team has not answered yet, the most urgent answer first."""
    waiting = VisitRequest.objects.filter(
        team_id=actor.unit_id, state=RequestState.ASKED
    )
    return rows(waiting.order_by("answer_by", "asked_at")[:SHOWN], actor)


def asked_by_unit(actor: Actor) -> tuple[RequestRow, ...]:
    """What the actor's unit has asked teams lately, the latest first."""
    asked = VisitRequest.objects.filter(from_unit_id=actor.unit_id)
    return rows(asked.order_by("-asked_at")[:SHOWN], actor)


def request_row(record: OpenRecord, request_id: UUID) -> RequestRow:
    """One request about the opened person. Raises NotFound."""
    found = VisitRequest.objects.filter(pk=request_id, person_id=record.person_id)
    for row in rows(found, record.actor):
        return row
    raise NotFound("Förfrågan finns inte.")


def rows(found: QuerySet[VisitRequest], actor: Actor) -> tuple[RequestRow, ...]:
    """Requests as they are listed."""
    with_names = found.select_related("person", "from_unit", "team__unit").annotate(
        number=number_of("person_id")
    )
    return tuple(row_of(request, actor) for request in with_names)


def number_of(person: str) -> Subquery:
    """The current number of the person that a column points at."""
    current = PersonIdentifier.objects.filter(
        person_id=OuterRef(person), current=True
    ).order_by(F("pk").desc())
    return Subquery(current.values("value")[:1])


def name_of(person: Person, actor: Actor) -> str:
    """The name, or that the identity is protected."""
    if is_hidden(person, actor):
        return HIDDEN_NAME
    return f"{person.given_name} {person.family_name}"


def is_hidden(person: Person, actor: Actor) -> bool:
    """Whether the actor may not see who the person is."""
    is_protected = person.protection != Protection.NONE
    about_herself = actor.person_id is not None
    return is_protected and not (actor.may_open_protected or about_herself)


def row_of(request: VisitRequest, actor: Actor) -> RequestRow:
    """One request; `number` is there when the query has asked for it."""
    hidden = is_hidden(request.person, actor)
    return RequestRow(
        id=request.pk,
        person_id=request.person_id,
        name=name_of(request.person, actor),
        number="" if hidden else getattr(request, "number", "") or "",
        from_unit=request.from_unit.name,
        team=request.team.unit.name,
        source=Source(request.source),
        urgency=Urgency(request.urgency),
        hand_over=Sbar(
            situation=request.situation,
            background=request.background,
            assessment=request.assessment,
            recommendation=request.recommendation,
        ),
        asked_at=request.asked_at,
        answer_by=request.answer_by,
        visit_by=request.visit_by,
        state=RequestState(request.state),
        answered_at=request.answered_at,
        answer=request.answer,
    )
