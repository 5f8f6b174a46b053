"""Reads the road as frozen rows."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from naravard.access.rules import Actor
from naravard.core.errors import NotFound
from naravard.indicators.rules import check_may_see_figures
from naravard.roadmap.document import ExpectedEffect, Feature, Step
from naravard.roadmap.models import (
    Initiative,
    MeetingNote,
    Milestone,
    Obstacle,
    RoadDecision,
    Roadmap,
    Target,
    TargetArea,
)
from naravard.roadmap.rows import (
    AreaRow,
    CommentRow,
    DecisionRow,
    InitiativeRow,
    MilestoneRow,
    NoteRow,
    ObstacleRow,
    RatificationRow,
    Road,
    TargetRow,
)
from naravard.roadmap.rules import (
    Character,
    DecisionState,
    InitiativeState,
    MilestoneState,
    ObstacleState,
    Phase,
    Scope,
)


def the_road(actor: Actor) -> Road | None:
    """The county's road; None until one has been written."""
    check_may_see_figures(actor)
    road = Roadmap.objects.order_by("begun", "key").first()
    if road is None:
        return None
    return Road(
        title=road.title,
        begun=road.begun,
        goal=road.goal,
        vision=road.vision,
        here=road.here,
        features=tuple(Feature(**each) for each in road.features),
        areas=tuple(
            AreaRow(
                id=row.pk,
                title=row.title,
                text=row.text,
                indicators=tuple(row.indicators),
            )
            for row in TargetArea.objects.filter(roadmap=road).order_by("position")
        ),
        targets=targets_of(road.pk),
        obstacles=tuple(
            _obstacle(row)
            for row in Obstacle.objects.filter(roadmap=road).order_by("position")
        ),
        milestones=tuple(
            MilestoneRow(
                id=row.pk,
                year=row.year,
                title=row.title,
                text=row.text,
                state=MilestoneState(row.state),
            )
            for row in Milestone.objects.filter(roadmap=road).order_by("year", "title")
        ),
        initiatives=_initiatives(road),
        decisions=_decisions(road),
    )


def followed() -> tuple[str, ...]:
    """The measures that have a target, those that stand first first."""
    rows = Target.objects.order_by("position", "indicator")
    return tuple(dict.fromkeys(rows.values_list("indicator", flat=True)))


def targets_of(roadmap_id: UUID) -> tuple[TargetRow, ...]:
    """The targets of one road, in order."""
    return tuple(
        TargetRow(indicator=row.indicator, name=row.name, goal=row.goal, year=row.year)
        for row in Target.objects.filter(roadmap_id=roadmap_id).order_by("position")
    )


def initiative_in(road: Road, initiative_id: UUID) -> InitiativeRow:
    """One initiative of the road. Raises NotFound."""
    for row in road.initiatives:
        if row.id == initiative_id:
            return row
    raise NotFound("Insatsen finns inte.")


def meeting_notes(actor: Actor, since: datetime) -> tuple[NoteRow, ...]:
    """What weekly meetings have agreed on: all that is to be done, and the latest."""
    check_may_see_figures(actor)
    to_do = Q(done_at=None) & ~Q(owner="")
    rows = MeetingNote.objects.filter(to_do | Q(written_at__gte=since))
    return tuple(
        NoteRow(
            id=row.pk,
            text=row.text,
            owner=row.owner,
            due_on=row.due_on,
            written_at=row.written_at,
            by_name=row.by_name,
            by_unit=row.by_unit,
            done_at=row.done_at,
            done_by=row.done_by,
        )
        for row in rows.order_by("due_on", "-written_at")
    )


def _obstacle(row: Obstacle) -> ObstacleRow:
    return ObstacleRow(
        id=row.pk,
        title=row.title,
        text=row.text,
        phase=Phase(row.phase),
        state=ObstacleState(row.state),
        owner=row.owner,
        removal=row.removal,
    )


def _initiatives(road: Roadmap) -> tuple[InitiativeRow, ...]:
    rows = (
        Initiative.objects.filter(area__roadmap=road)
        .select_related("area")
        .prefetch_related("expectedeffect_set", "rolloutstep_set", "councilcomment_set")
        .order_by("position")
    )
    return tuple(_initiative(row) for row in rows)


def _initiative(row: Initiative) -> InitiativeRow:
    return InitiativeRow(
        id=row.pk,
        area_id=row.area_id,
        area=row.area.title,
        title=row.title,
        text=row.text,
        scope=Scope(row.scope),
        character=Character(row.character),
        phase=Phase(row.phase),
        state=InitiativeState(row.state),
        responsible=row.responsible,
        started_on=row.started_on,
        effects=tuple(
            ExpectedEffect(
                indicator=each.indicator, expected=each.expected, says=each.says
            )
            for each in row.expectedeffect_set.all()
        ),
        steps=tuple(
            Step(municipality=each.municipality_code, started_on=each.started_on)
            for each in row.rolloutstep_set.all()
        ),
        comments=tuple(
            CommentRow(council=each.council, text=each.text, said_on=each.said_on)
            for each in sorted(row.councilcomment_set.all(), key=lambda c: c.said_on)
        ),
    )


def _decisions(road: Roadmap) -> tuple[DecisionRow, ...]:
    rows = (
        RoadDecision.objects.filter(initiative__area__roadmap=road)
        .select_related("initiative")
        .prefetch_related("ratification_set__organisation")
        .order_by("-day", "title")
    )
    return tuple(
        DecisionRow(
            id=row.pk,
            title=row.title,
            text=row.text,
            initiative_id=row.initiative_id,
            initiative=row.initiative.title,
            body=row.body,
            day=row.day,
            state=DecisionState(row.state),
            decided_by=row.decided_by,
            ratifications=tuple(
                RatificationRow(
                    organisation_id=each.organisation_id,
                    organisation=each.organisation.name,
                    at=each.at,
                    by_name=each.by_name,
                )
                for each in row.ratification_set.all()
            ),
        )
        for row in rows
    )
