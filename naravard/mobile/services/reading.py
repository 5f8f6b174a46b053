"""Opens lists, days and visits: decided, logged and read as one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor, Category, OpenRecord
from naravard.core.clock import day_of
from naravard.mobile import queries
from naravard.mobile.rows import (
    EnrolmentRow,
    OrderRow,
    PersonVisits,
    RequestRow,
    TeamDay,
    TeamRow,
    VisitRow,
    VisitView,
)
from naravard.mobile.rules.resources import ResourceKind
from naravard.mobile.rules.states import TeamKind, Terms, Urgency
from naravard.mobile.rules.suggesting import Suggestion
from naravard.mobile.services.asking import planned_activity
from naravard.mobile.services.suggesting import suggested
from naravard.mobile.team_rows import MemberRow
from naravard.people.queries import PersonHeader, person_header
from naravard.plan.rules.parts import Activity


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingPage:
    """What is needed to ask a team: the person, the teams that go there, the terms of
    the county, and what in her plan it comes of, if it does.
    """

    record: OpenRecord
    person: PersonHeader
    teams: tuple[TeamRow, ...]
    terms: Mapping[Urgency, Terms]
    activity: Activity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedVisit:
    """A visit that has been opened, and the cars and machines that its team has."""

    record: OpenRecord
    person: PersonHeader
    view: VisitView
    kinds: tuple[ResourceKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedRequest:
    """A request that has been opened: what the team asks for, and who is in it.

    `enrolment`: the person belongs to the team already. `kinds`: the cars and machines
    that a visit may need. `suggested`: the team's criteria beside her record, when that
    was asked for.
    """

    record: OpenRecord
    person: PersonHeader
    request: RequestRow
    team: TeamRow
    members: tuple[MemberRow, ...]
    enrolment: EnrolmentRow | None
    kinds: tuple[ResourceKind, ...]
    suggested: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedOrdering:
    """What is needed to order something home: the person, and the X-ray that comes."""

    person: PersonHeader
    xray: tuple[TeamRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnVisits:
    """What the person reads about herself: who comes, who has been, what is ordered."""

    person: PersonHeader
    enrolments: tuple[EnrolmentRow, ...]
    coming: tuple[VisitRow, ...]
    made: tuple[VisitView, ...]
    orders: tuple[OrderRow, ...]


@transaction.atomic
def open_orders(*, actor: Actor, now: datetime) -> tuple[OrderRow, ...]:
    """What the unit has ordered or been asked for. Raises AccessDenied."""
    access.require(actor=actor, action=Action.ORDER_TO_HOME)
    rows = queries.orders_of_unit(actor, now)
    access.open_list(
        actor=actor,
        action=Action.LIST,
        person_ids=tuple(dict.fromkeys(row.person_id for row in rows)),
        now=now,
    )
    return rows


@transaction.atomic
def open_ordering(*, actor: Actor, person_id: UUID, now: datetime) -> OpenedOrdering:
    """The person somebody orders something for. Raises AccessDenied."""
    access.require(actor=actor, action=Action.ORDER_TO_HOME, person_id=person_id)
    record = access.open_record(
        actor=actor, person_id=person_id, now=now, category=Category.VISIT
    )
    person = person_header(record)
    teams = queries.teams_for(actor, person.municipality_code)
    return OpenedOrdering(
        person=person,
        xray=tuple(team for team in teams if team.kind is TeamKind.XRAY),
    )


@transaction.atomic
def open_requests(*, actor: Actor, now: datetime) -> tuple[RequestRow, ...]:
    """What waits for the team's answer. Raises AccessDenied."""
    access.require(actor=actor, action=Action.TRIAGE_VISIT)
    return _listed(actor, queries.requests_to_team(actor), now)


@transaction.atomic
def open_asked(*, actor: Actor, now: datetime) -> tuple[RequestRow, ...]:
    """What the unit has asked teams, and what they answered. Raises AccessDenied."""
    access.require(actor=actor, action=Action.REQUEST_VISIT)
    return _listed(actor, queries.asked_by_unit(actor), now)


@transaction.atomic
def open_day(*, actor: Actor, day: date, now: datetime) -> TeamDay:
    """The team's day; one log row names everyone it showed. Raises AccessDenied."""
    access.require(actor=actor, action=Action.MAKE_VISIT)
    found = queries.team_day(actor, day, now)
    access.open_list(
        actor=actor,
        action=Action.LIST,
        person_ids=found.person_ids,
        now=now,
    )
    return found


@transaction.atomic
def open_asking(
    *, actor: Actor, person_id: UUID, now: datetime, activity_id: UUID | None = None
) -> AskingPage:
    """The person somebody wants a visit for, and the activity of her plan that it is.

    Raises AccessDenied, and NotFound when her plan has no such activity.
    """
    access.require(actor=actor, action=Action.REQUEST_VISIT, person_id=person_id)
    record = access.open_record(
        actor=actor, person_id=person_id, now=now, category=Category.VISIT
    )
    person = person_header(record)
    return AskingPage(
        record=record,
        person=person,
        teams=queries.teams_for(actor, person.municipality_code),
        terms=queries.terms_on(person.municipality_code, day_of(now)),
        activity=planned_activity(actor, person_id, activity_id, now)
        if activity_id
        else None,
    )


@transaction.atomic
def open_visit(*, actor: Actor, visit_id: UUID, now: datetime) -> OpenedVisit:
    """One visit in full. Raises AccessDenied and NotFound."""
    reference = queries.visit_reference(actor, visit_id)
    record = access.open_record(
        actor=actor,
        person_id=reference.person_id,
        now=now,
        category=Category.VISIT,
        about=visit_id,
    )
    return OpenedVisit(
        record=record,
        person=person_header(record),
        view=queries.visit_view(record, visit_id),
        kinds=queries.kinds_of(reference.team_id),
    )


@transaction.atomic
def open_person_visits(
    *, actor: Actor, person_id: UUID, now: datetime
) -> tuple[PersonHeader, PersonVisits]:
    """Everything mobile about a person, the same minute for everyone who takes part.

    Raises AccessDenied.
    """
    record = access.open_record(
        actor=actor, person_id=person_id, now=now, category=Category.VISIT
    )
    return person_header(record), queries.person_visits(record)


@transaction.atomic
def open_own_visits(*, actor: Actor, now: datetime) -> OwnVisits:
    """Who comes to me and when, and who has been here; or to whom I answer for.

    Raises AccessDenied.
    """
    person_id = actor.on_behalf_of or actor.person_id
    assert person_id is not None, "an inhabitant is always somebody"
    record = access.open_record(
        actor=actor, person_id=person_id, now=now, category=Category.VISIT
    )
    return OwnVisits(
        person=person_header(record),
        enrolments=queries.enrolments_of_person(record),
        coming=queries.coming_visits(record, now),
        made=queries.made_visits(record, now),
        orders=queries.orders_of_person(record),
    )


def _listed(
    actor: Actor, rows: tuple[RequestRow, ...], now: datetime
) -> tuple[RequestRow, ...]:
    access.open_list(
        actor=actor,
        action=Action.LIST,
        person_ids=tuple(dict.fromkeys(row.person_id for row in rows)),
        now=now,
    )
    return rows


@transaction.atomic
def open_request(
    *, actor: Actor, request_id: UUID, now: datetime, suggests: bool = False
) -> OpenedRequest:
    """One request, for the team that was asked; when wished, with what her record says
    of the team's criteria. Raises AccessDenied and NotFound.
    """
    reference = queries.request_reference(actor, request_id)
    access.require(
        actor=actor,
        action=Action.TRIAGE_VISIT,
        person_id=reference.person_id,
        about=request_id,
    )
    record = access.open_record(
        actor=actor,
        person_id=reference.person_id,
        now=now,
        category=Category.VISIT,
        about=request_id,
    )
    return OpenedRequest(
        record=record,
        person=person_header(record),
        request=queries.request_row(record, request_id),
        team=queries.own_team(actor),
        members=queries.members_of_team(actor, day_of(now)),
        enrolment=_still_enrolled(record),
        kinds=queries.kinds_of(reference.team_id),
        suggested=suggested(record, now) if suggests else (),
    )


def _still_enrolled(record: OpenRecord) -> EnrolmentRow | None:
    """The opened person's enrolment in the actor's own team, when it has not ended."""
    return next(
        (
            row
            for row in queries.enrolments_of_person(record)
            if row.team_id == record.actor.unit_id and row.ended_at is None
        ),
        None,
    )
