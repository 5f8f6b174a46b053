"""Leads a team: its life, its room, who works when, and who may do what."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from naravard.access import services as access
from naravard.access.rules import Action, Actor
from naravard.core.clock import day_of, moment_at
from naravard.core.errors import Conflict, NotFound
from naravard.core.states import check_move
from naravard.mobile import queries
from naravard.mobile.models import Competence, Shift, Team
from naravard.mobile.rules.enrolling import Criteria, check_criteria
from naravard.mobile.rules.leading import check_delegation, check_shift
from naravard.mobile.rules.resources import TeamAct
from naravard.mobile.rules.skills import SKILLS, skills_of
from naravard.mobile.rules.states import (
    TEAM_KIND_IN_SWEDISH,
    TEAM_MOVES,
    TEAM_STATE_IN_SWEDISH,
    TeamState,
)
from naravard.mobile.services.teams import (
    NewShift,
    NewTeam,
    add_shifts,
    give_competence,
    start_team,
)
from naravard.mobile.services.telling import note_team
from naravard.mobile.team_rows import LedTeam
from naravard.people.models import Assignment
from naravard.people.queries.rows import full_name

DAYS_SHOWN = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifts:
    """The same hours for somebody on some days."""

    assignment_id: UUID
    days: tuple[date, ...]
    begins: time
    ends: time  # before `begins`: the day after


@transaction.atomic
def open_team(*, actor: Actor, now: datetime) -> LedTeam:
    """The actor's team and two weeks of work. Raises AccessDenied."""
    access.require(actor=actor, action=Action.PLAN_VISITS)
    today = day_of(now)
    return queries.led_team(actor, today, today + timedelta(days=DAYS_SHOWN - 1))


@transaction.atomic
def begin_team(*, actor: Actor, team: NewTeam, now: datetime) -> None:
    """The actor's unit becomes a planned team.

    Raises AccessDenied, Conflict and CriteriaNotPossible.
    """
    access.require(actor=actor, action=Action.LEAD_TEAM)
    if actor.unit_id != team.unit_id:
        raise NotFound("Enheten är inte din.")
    if Team.objects.filter(pk=team.unit_id).exists():
        raise Conflict("Enheten är redan ett team.", remedy="Läs in sidan igen.")
    start_team(team=team)
    told = f"{TEAM_KIND_IN_SWEDISH[team.kind].capitalize()} planeras"
    _note(actor, TeamAct.BEGUN, told, now)


@transaction.atomic
def change_team(
    *,
    actor: Actor,
    to: TeamState,
    visits_a_day: int,
    now: datetime,
    criteria: Criteria | None = None,
) -> None:
    """Let the team begin, close or begin again, say how many visits it can make, and
    whom it takes in (None: as before).

    Raises AccessDenied, NotFound, MoveNotAllowed and CriteriaNotPossible.
    """
    access.require(actor=actor, action=Action.LEAD_TEAM)
    team = Team.objects.select_for_update().filter(pk=actor.unit_id).first()
    if team is None:
        raise NotFound("Enheten är inget mobilt team.")
    if to != team.state:
        was = TeamState(team.state)
        check_move(TEAM_MOVES, was, to)
        team.state = to
        team.closes_on = day_of(now) if to is TeamState.CLOSED else None
        told = f"{TEAM_STATE_IN_SWEDISH[was]} → {TEAM_STATE_IN_SWEDISH[to]}"
        _note(actor, TeamAct.STATE, told, now)
    if visits_a_day != team.visits_a_day:
        told = f"{team.visits_a_day} → {visits_a_day} besök om dagen"
        _note(actor, TeamAct.ROOM, told, now)
        team.visits_a_day = visits_a_day
    if criteria is not None:
        _write_criteria(actor, team, criteria, now)
    team.save()


@transaction.atomic
def plan_shifts(*, actor: Actor, shifts: Shifts, now: datetime) -> int:
    """Write when somebody works; returns how many shifts.

    Raises AccessDenied, NotFound and ShiftNotPossible.
    """
    access.require(actor=actor, action=Action.LEAD_TEAM)
    member = _member(actor, shifts.assignment_id)
    wanted = [_shift(actor, member.pk, day, shifts) for day in shifts.days]
    own = Shift.objects.filter(
        assignment_id=member.pk, day__in=shifts.days, left_at=None
    )
    others = list(own.values_list("starts_at", "ends_at"))
    for each in wanted:
        check_shift(each.starts_at, each.ends_at, others)
    if wanted:
        _note(actor, TeamAct.SHIFTS, _told_of_shifts(member, shifts), now)
    return len(add_shifts(shifts=wanted))


@transaction.atomic
def write_competence(
    *,
    actor: Actor,
    assignment_id: UUID,
    skill: str,
    valid_from: date,
    valid_to: date | None,
    now: datetime,
) -> None:
    """Note that somebody has learnt something. Raises AccessDenied and NotFound."""
    access.require(actor=actor, action=Action.LEAD_TEAM)
    member = _member(actor, assignment_id)
    give_competence(
        assignment_id=member.pk, skill=skill, valid_from=valid_from, valid_to=valid_to
    )
    told = _told_of_skill(member, skill, valid_from, valid_to)
    _note(actor, TeamAct.COMPETENCE, told, now)


@transaction.atomic
def delegate(
    *,
    actor: Actor,
    assignment_id: UUID,
    skill: str,
    valid_from: date,
    valid_to: date | None,
    now: datetime,
) -> None:
    """Let somebody do what the actor has the competence for (PSL 6 kap. 3 §).

    Raises AccessDenied, NotFound, and as `check_delegation`.
    """
    access.require(actor=actor, action=Action.MAKE_VISIT)
    member = _member(actor, assignment_id)
    check_delegation(
        skill=skill,
        own=_own_skills(actor, valid_from),
        to_oneself=member.pk == actor.assignment_id,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    give_competence(
        assignment_id=member.pk,
        skill=skill,
        valid_from=valid_from,
        valid_to=valid_to,
        delegated_by=actor.assignment_id,
    )
    told = _told_of_skill(member, skill, valid_from, valid_to)
    _note(actor, TeamAct.DELEGATED, told, now)


@transaction.atomic
def end_competence(*, actor: Actor, competence_id: UUID, now: datetime) -> None:
    """Take back what somebody may do, from today on; who gave it, or who leads.

    Raises AccessDenied and NotFound.
    """
    row = (
        Competence.objects.select_for_update()
        .filter(pk=competence_id, assignment__unit_id=actor.unit_id)
        .first()
    )
    if row is None:
        raise NotFound("Behörigheten finns inte.")
    if row.delegated_by_id != actor.assignment_id:
        access.require(actor=actor, action=Action.LEAD_TEAM)
    yesterday = day_of(now) - timedelta(days=1)
    row.valid_to = max(yesterday, row.valid_from)
    row.save(update_fields=["valid_to"])
    told = _told_of_skill(row.assignment, row.skill, row.valid_from, row.valid_to)
    _note(actor, TeamAct.COMPETENCE_ENDED, told, now)


def _write_criteria(
    actor: Actor, team: Team, criteria: Criteria, now: datetime
) -> None:
    """Keep whom the team takes in, and tell of it when it has changed."""
    check_criteria(criteria)
    if (team.criteria, team.criteria_needed) == (
        list(criteria.texts),
        criteria.needed,
    ):
        return
    team.criteria, team.criteria_needed = list(criteria.texts), criteria.needed
    told = f"{criteria.needed} av {len(criteria.texts)}: {'; '.join(criteria.texts)}"
    _note(actor, TeamAct.CRITERIA, told, now)


def _note(actor: Actor, what: TeamAct, told: str, now: datetime) -> None:
    assert actor.unit_id is not None
    note_team(actor=actor, team_id=actor.unit_id, what=what, told=told, now=now)


def _told_of_shifts(member: Assignment, shifts: Shifts) -> str:
    first, last = min(shifts.days), max(shifts.days)
    days = "1 dag" if len(shifts.days) == 1 else f"{len(shifts.days)} dagar"
    return (
        f"{_name(member)}: {shifts.begins:%H.%M}–{shifts.ends:%H.%M}, {days},"
        f" {first.isoformat()}–{last.isoformat()}"
    )


def _told_of_skill(
    member: Assignment, skill: str, first: date, last: date | None
) -> str:
    until = f"–{last.isoformat()}" if last else " och tills vidare"
    what = SKILLS.get(skill, skill)
    return f"{_name(member)}: {what}, {first.isoformat()}{until}"


def _name(member: Assignment) -> str:
    by = member.professional
    return full_name(by.given_name, by.family_name)


def _member(actor: Actor, assignment_id: UUID) -> Assignment:
    member = Assignment.objects.filter(pk=assignment_id, unit_id=actor.unit_id).first()
    if member is None:
        raise NotFound("Medarbetaren finns inte i teamet.")
    return member


def _shift(actor: Actor, assignment_id: UUID, day: date, shifts: Shifts) -> NewShift:
    assert actor.unit_id is not None
    last_day = day if shifts.ends > shifts.begins else day + timedelta(days=1)
    return NewShift(
        team_id=actor.unit_id,
        assignment_id=assignment_id,
        day=day,
        starts_at=moment_at(day, shifts.begins),
        ends_at=moment_at(last_day, shifts.ends),
    )


def _own_skills(actor: Actor, day: date) -> frozenset[str]:
    """What the actor may do herself, nothing that somebody has delegated to her."""
    assert actor.assignment_id is not None
    learnt = Competence.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=day),
        assignment_id=actor.assignment_id,
        delegated_by=None,
        valid_from__lte=day,
    ).values_list("skill", flat=True)
    by_profession = skills_of(actor.role) if actor.role else frozenset[str]()
    return by_profession | frozenset(learnt)
