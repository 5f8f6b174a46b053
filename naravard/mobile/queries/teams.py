"""Reads mobile teams."""

from datetime import date
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from naravard.access.rules import Actor
from naravard.core.clock import local
from naravard.core.errors import NotFound
from naravard.mobile.models import (
    Competence,
    Resource,
    Shift,
    Team,
    TeamChange,
    Visit,
)
from naravard.mobile.rows import TeamRow
from naravard.mobile.rules.enrolling import Criteria
from naravard.mobile.rules.resources import ResourceKind, TeamAct
from naravard.mobile.rules.skills import skills_of
from naravard.mobile.rules.states import TeamKind, TeamState, VisitState
from naravard.mobile.rules.travel import Point
from naravard.mobile.team_rows import (
    CompetenceRow,
    LedTeam,
    MemberRow,
    ResourceRow,
    ShiftRow,
    TeamChangeRow,
)
from naravard.people.models import Assignment
from naravard.people.queries.rows import full_name

CHANGES_SHOWN = 50


def teams_for(actor: Actor, municipality_code: str) -> tuple[TeamRow, ...]:
    """The active teams that go to a municipality, by name."""
    found = Team.objects.select_related("unit").filter(
        state=TeamState.ACTIVE, municipalities__contains=[municipality_code]
    )
    return tuple(row_of(team) for team in found.order_by("unit__name"))


def team_row(actor: Actor, team_id: UUID) -> TeamRow:
    """One team. Raises NotFound."""
    team = Team.objects.select_related("unit").filter(pk=team_id).first()
    if team is None:
        raise NotFound("Teamet finns inte.")
    return row_of(team)


def own_team(actor: Actor) -> TeamRow:
    """The team the actor works in. Raises NotFound for those who work in none."""
    team = Team.objects.select_related("unit").filter(pk=actor.unit_id).first()
    if team is None:
        raise NotFound(
            "Din enhet är inget mobilt team.",
            remedy="Byt uppdrag, eller be teamet om ett besök från personens sida.",
        )
    return row_of(team)


def led_team(actor: Actor, first: date, last: date) -> LedTeam:
    """The actor's unit as a team: who is in it, who may do what, and who works when."""
    team = Team.objects.select_related("unit").filter(pk=actor.unit_id).first()
    shifts = (
        Shift.objects.filter(team_id=actor.unit_id, day__range=(first, last))
        .select_related("assignment__professional")
        .order_by("starts_at", "assignment__professional__family_name", "pk")
    )
    return LedTeam(
        unit=actor.unit_name,
        team=row_of(team) if team else None,
        members=_members(actor, first),
        shifts=tuple(map(shift_row, shifts)),
        planned=dict(
            Visit.objects.filter(team_id=actor.unit_id, day__range=(first, last))
            .exclude(state=VisitState.CANCELLED)
            .values_list("day")
            .annotate(count=Count("pk"))
            .order_by("day")
        ),
        resources=tuple(map(_resource, _resources(actor))),
        history=tuple(map(_change, _changes(actor))),
    )


def check_member(actor: Actor, assignment_id: UUID) -> None:
    """Whether somebody works in the actor's unit. Raises NotFound."""
    ours = Assignment.objects.filter(pk=assignment_id, unit_id=actor.unit_id)
    if not ours.exists():
        raise NotFound("Medarbetaren finns inte i teamet.")


def members_of_team(actor: Actor, day: date) -> tuple[MemberRow, ...]:
    """Everybody in the actor's unit that day, by name."""
    return _members(actor, day)


def _resources(actor: Actor) -> QuerySet[Resource]:
    return Resource.objects.filter(team_id=actor.unit_id).order_by("kind", "name")


def _changes(actor: Actor) -> QuerySet[TeamChange]:
    ours = TeamChange.objects.filter(team_id=actor.unit_id)
    return ours.select_related("made_by__professional").order_by("-made_at", "-pk")[
        :CHANGES_SHOWN
    ]


def _members(actor: Actor, day: date) -> tuple[MemberRow, ...]:
    """Everybody with an assignment in the unit that day, by name."""
    held = Competence.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=day)
    ).select_related("delegated_by__professional")
    found = (
        Assignment.objects.filter(
            Q(valid_to=None) | Q(valid_to__gte=day),
            unit_id=actor.unit_id,
            valid_from__lte=day,
        )
        .select_related("professional")
        .prefetch_related(
            Prefetch("competences", queryset=held.order_by("skill", "valid_from"))
        )
        .order_by("professional__family_name", "professional__given_name", "pk")
    )
    return tuple(map(_member, found))


def _member(assignment: Assignment) -> MemberRow:
    return MemberRow(
        assignment_id=assignment.pk,
        name=_name(assignment),
        title=assignment.professional.title,
        by_profession=tuple(sorted(skills_of(assignment.role))),
        competences=tuple(
            CompetenceRow(
                id=each.pk,
                skill=each.skill,
                given_by=_name(each.delegated_by) if each.delegated_by else "",
                valid_from=each.valid_from,
                valid_to=each.valid_to,
            )
            for each in assignment.competences.all()
        ),
    )


def hours_of(shift: Shift) -> str:
    """The hours of a shift by the Swedish clock: `08.00–17.00`."""
    first, last = local(shift.starts_at), local(shift.ends_at)
    return f"{first:%H.%M}–{last:%H.%M}"


def shift_row(shift: Shift) -> ShiftRow:
    """A shift as it is listed; its person is read with it."""
    return ShiftRow(
        id=shift.pk,
        assignment_id=shift.assignment_id,
        name=_name(shift.assignment),
        day=shift.day,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        left_at=shift.left_at,
    )


def _resource(row: Resource) -> ResourceRow:
    return ResourceRow(
        id=row.pk,
        kind=ResourceKind(row.kind),
        name=row.name,
        state=TeamState(row.state),
        capacity=row.capacity,
        opens_on=row.opens_on,
        closes_on=row.closes_on,
    )


def _change(row: TeamChange) -> TeamChangeRow:
    return TeamChangeRow(
        what=TeamAct(row.what),
        told=row.told,
        by=_name(row.made_by) if row.made_by else "",
        made_at=row.made_at,
    )


def _name(assignment: Assignment) -> str:
    professional = assignment.professional
    return full_name(professional.given_name, professional.family_name)


def row_of(team: Team) -> TeamRow:
    """A team as others see it."""
    return TeamRow(
        id=team.pk,
        name=team.unit.name,
        kind=TeamKind(team.kind),
        state=TeamState(team.state),
        visits_a_day=team.visits_a_day,
        municipalities=tuple(team.municipalities),
        base=Point(team.latitude, team.longitude),
        phone=team.unit.phone,
        opens_on=team.opens_on,
        closes_on=team.closes_on,
        criteria=Criteria(texts=tuple(team.criteria), needed=team.criteria_needed),
    )
