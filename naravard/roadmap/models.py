"""Tables of the road; nothing in them is about a patient."""

import uuid

from django.db import models
from django.db.models import Q

from naravard.people.models import Organisation, one_of
from naravard.roadmap.rules import (
    Character,
    DecisionState,
    InitiativeState,
    MilestoneState,
    ObstacleState,
    Phase,
    Scope,
)


class Roadmap(models.Model):
    """The vision, and where on the way we are."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    begun = models.PositiveSmallIntegerField()
    goal = models.PositiveSmallIntegerField()
    vision = models.TextField()
    here = models.CharField(max_length=300)
    features = models.JSONField(default=list)  # title and text, in order


class TargetArea(models.Model):
    """One of the areas the work is gathered in (målområde)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    roadmap = models.ForeignKey(Roadmap, on_delete=models.CASCADE)
    key = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField()
    indicators = models.JSONField(default=list)  # ids

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_area_a_key", fields=["roadmap", "key"])
        ]


class Target(models.Model):
    """How good a measure is to be, by the end of which year; the first stand first."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    roadmap = models.ForeignKey(Roadmap, on_delete=models.CASCADE)
    indicator = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80)
    goal = models.FloatField()
    year = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_target_a_measure", fields=["roadmap", "indicator"]
            )
        ]


class Obstacle(models.Model):
    """What is in the way (hinder), whose it is, and how it is to be removed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    roadmap = models.ForeignKey(Roadmap, on_delete=models.CASCADE)
    key = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField()
    phase = models.CharField(max_length=20)
    state = models.CharField(max_length=20)
    owner = models.CharField(max_length=200)
    removal = models.TextField()

    class Meta:
        constraints = [
            one_of("phase", Phase),
            one_of("state", ObstacleState),
            models.UniqueConstraint(
                name="one_obstacle_a_key", fields=["roadmap", "key"]
            ),
        ]


class ObstacleMove(models.Model):
    """When an obstacle came closer to being gone, or further from it; added to only."""

    obstacle = models.ForeignKey(Obstacle, on_delete=models.CASCADE)
    before = models.CharField(max_length=20)
    after = models.CharField(max_length=20)
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)
    by_unit = models.CharField(max_length=200)


class RoadEdit(models.Model):
    """Who wrote something of the road, and when; added to only."""

    kind = models.CharField(max_length=20)
    about = models.UUIDField(db_index=True)
    title = models.CharField(max_length=200)
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)
    by_unit = models.CharField(max_length=200)


class Milestone(models.Model):
    """What is to be reached in a year."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    roadmap = models.ForeignKey(Roadmap, on_delete=models.CASCADE)
    year = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField()
    state = models.CharField(max_length=20)

    class Meta:
        constraints = [one_of("state", MilestoneState)]


class Initiative(models.Model):
    """Something that is done on the road (insats)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(TargetArea, on_delete=models.CASCADE)
    key = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField()
    scope = models.CharField(max_length=20)
    character = models.CharField(max_length=20)
    phase = models.CharField(max_length=20)
    state = models.CharField(max_length=20)
    responsible = models.CharField(max_length=200)
    started_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("scope", Scope),
            one_of("character", Character),
            one_of("phase", Phase),
            one_of("state", InitiativeState),
            models.CheckConstraint(
                name="what_goes_on_has_begun",
                condition=Q(state=InitiativeState.PLANNED)
                | Q(started_on__isnull=False),
            ),
        ]


class ExpectedEffect(models.Model):
    """How much an initiative is to change a measure, in the measure's own unit."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE)
    indicator = models.CharField(max_length=40)
    expected = models.FloatField()
    says = models.CharField(max_length=200)


class RolloutStep(models.Model):
    """Where an initiative began when, as it is rolled out."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE)
    municipality_code = models.CharField(max_length=4)
    started_on = models.DateField()


class RoadDecision(models.Model):
    """What is to be decided, by whom; the log of decisions when it has been."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE)
    key = models.CharField(max_length=80)
    title = models.CharField(max_length=200)
    text = models.TextField()
    body = models.CharField(max_length=200)
    day = models.DateField()
    state = models.CharField(max_length=20)
    decided_by = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [one_of("state", DecisionState)]


class Ratification(models.Model):
    """An organisation that a decision binds, and when it stood behind it."""

    decision = models.ForeignKey(RoadDecision, on_delete=models.CASCADE)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    at = models.DateTimeField(null=True, blank=True)
    by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="ratified_once", fields=["decision", "organisation"]
            )
        ]


class MeetingNote(models.Model):
    """What the weekly meeting agreed on; with an owner it is to be done by a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    roadmap = models.ForeignKey(Roadmap, on_delete=models.CASCADE)
    text = models.TextField()
    owner = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True, blank=True)
    written_at = models.DateTimeField()
    by_name = models.CharField(max_length=200)
    by_unit = models.CharField(max_length=200)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="what_has_an_owner_has_a_day",
                condition=Q(owner="") | Q(due_on__isnull=False),
            )
        ]


class CouncilComment(models.Model):
    """What a council of inhabitants has said about an initiative."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE)
    council = models.CharField(max_length=120)
    text = models.TextField()
    said_on = models.DateField()
    written_by = models.CharField(max_length=200, blank=True)
