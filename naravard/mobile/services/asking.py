"""Asks a mobile team to visit somebody."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor, Category, RelationKind
from naravard.core.clock import day_of
from naravard.core.errors import NotFound
from naravard.mobile import queries
from naravard.mobile.models import VisitRequest
from naravard.mobile.rules.errors import OutsideTheArea, TeamNotActive
from naravard.mobile.rules.sbar import Sbar
from naravard.mobile.rules.states import (
    Source,
    TeamState,
    Urgency,
    answer_by,
    visit_by,
)
from naravard.people.queries import person_header
from naravard.people.roles import CareUnitKind
from naravard.plan.rules.kinds import LIVING
from naravard.plan.rules.parts import Activity
from naravard.plan.services import read_plan

SOURCE_OF_UNIT = {
    CareUnitKind.MUNICIPAL_HEALTH_CARE: Source.MUNICIPAL_NURSE,
    CareUnitKind.OPEN_CARE: Source.PRIMARY_CARE,
    CareUnitKind.INPATIENT: Source.WARD,
    CareUnitKind.MOBILE_TEAM: Source.TEAM,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRequest:
    """Who needs a visit, by which team, how soon, and what is handed over."""

    person_id: UUID
    team_id: UUID
    urgency: Urgency
    hand_over: Sbar
    source: Source | None = None  # None: told by the kind of unit that asks
    activity: UUID | None = None  # what in the person's plan it comes of


@transaction.atomic
def request_visit(*, actor: Actor, request: NewRequest, now: datetime) -> UUID:
    """Ask a team for a visit; the team then takes part in the person's care.

    One that comes of an activity in her plan says so. Raises AccessDenied,
    TeamNotActive, OutsideTheArea, and NotFound when the plan has no such activity.
    """
    access.require(
        actor=actor, action=Action.REQUEST_VISIT, person_id=request.person_id
    )
    record = access.open_record(
        actor=actor,
        person_id=request.person_id,
        now=now,
        category=Category.VISIT,
        action=Action.REQUEST_VISIT,
    )
    team = queries.team_row(actor, request.team_id)
    if team.state is not TeamState.ACTIVE:
        raise TeamNotActive(team.name)
    municipality = person_header(record).municipality_code
    if municipality not in team.municipalities:
        raise OutsideTheArea(team.name)
    terms = queries.terms_on(municipality, day_of(now))
    if request.activity is not None:
        planned_activity(actor, request.person_id, request.activity, now)
        request = replace(request, source=Source.PLAN)
    source = request.source or SOURCE_OF_UNIT.get(
        actor.unit_kind or CareUnitKind.OTHER, Source.PLAN
    )
    assert actor.unit_id is not None
    assert actor.assignment_id is not None
    asked = VisitRequest(
        person_id=request.person_id,
        team_id=team.id,
        from_unit_id=actor.unit_id,
        source=source,
        urgency=request.urgency,
        situation=request.hand_over.situation,
        background=request.hand_over.background,
        assessment=request.hand_over.assessment,
        recommendation=request.hand_over.recommendation,
        asked_at=now,
        asked_by_id=actor.assignment_id,
        answer_by=answer_by(request.urgency, now, terms),
        visit_by=visit_by(request.urgency, now, terms),
        activity=request.activity,
    )
    asked.save(force_insert=True)
    access.relate(
        person_id=request.person_id,
        unit_ids=(team.id,),
        kind=RelationKind.REFERRAL,
        source=asked.pk,
        starts_at=now,
    )
    access.note_change(
        actor=actor,
        person_id=request.person_id,
        what="visit_requested",
        object_id=asked.pk,
        now=now,
    )
    return asked.pk


def planned_activity(
    actor: Actor, person_id: UUID, activity_id: UUID, now: datetime
) -> Activity:
    """Something that is to be done, in the person's plan, opened and logged.

    Raises AccessDenied, and NotFound when it is not there, or no longer to be done.
    """
    plan = read_plan(actor=actor, person_id=person_id, now=now).plan
    for each in plan.content.activities if plan else ():
        if each.id == activity_id and each.status in LIVING:
            return each
    raise NotFound("Insatsen finns inte i personens plan, eller är avslutad.")
