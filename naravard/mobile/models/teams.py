"""Teams, what their staff may do, and when they work."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from naravard.mobile.rules.resources import ResourceKind, TeamAct
from naravard.mobile.rules.states import TeamKind, TeamState, Urgency
from naravard.people.models import Assignment, CareUnit, ends_after_start, one_of


class Team(models.Model):
    """A mobile resource: a unit that goes to people, with its area and its room."""

    unit = models.OneToOneField(CareUnit, on_delete=models.PROTECT, primary_key=True)
    kind = models.CharField(max_length=20)
    state = models.CharField(max_length=20, default=TeamState.PLANNED)
    visits_a_day = models.PositiveSmallIntegerField()  # capacity agreed
    municipalities = ArrayField(models.CharField(max_length=4))
    latitude = models.FloatField()  # of the base, WGS84 degrees
    longitude = models.FloatField()
    opens_on = models.DateField()
    closes_on = models.DateField(null=True, blank=True)
    # What the county has agreed on for who is taken in: so many of the criteria.
    criteria = ArrayField(
        models.CharField(max_length=80), blank=True, default=list, db_default=[]
    )
    criteria_needed = models.PositiveSmallIntegerField(default=0, db_default=0)

    class Meta:
        constraints = [
            one_of("kind", TeamKind),
            one_of("state", TeamState),
            ends_after_start("opens_on", "closes_on"),
        ]


class Competence(models.Model):
    """What somebody may do at a visit; with a giver it is a delegation for a time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(
        Assignment, on_delete=models.PROTECT, related_name="competences"
    )
    skill = models.CharField(max_length=40)
    delegated_by = models.ForeignKey(
        Assignment,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="delegations",
    )
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            ends_after_start(),
            models.UniqueConstraint(
                name="one_competence_from_a_day",
                fields=["assignment", "skill", "valid_from"],
            ),
        ]


class Shift(models.Model):
    """Somebody's hours in a team on one day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT)
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT)
    day = models.DateField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)  # ill, or called away
    free_from = models.DateTimeField(null=True, blank=True)  # delayed until then

    class Meta:
        constraints = [
            ends_after_start("starts_at", "ends_at"),
            models.UniqueConstraint(
                name="one_shift_a_start", fields=["assignment", "starts_at"]
            ),
        ]
        indexes = [models.Index(fields=["team", "day"])]


class Resource(models.Model):
    """A car, a bag or a machine of a team, and where it is in its life."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="resources")
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=80)
    state = models.CharField(max_length=20, default=TeamState.PLANNED)
    capacity = models.PositiveSmallIntegerField()  # visits a day it is enough for
    opens_on = models.DateField()
    closes_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("kind", ResourceKind),
            one_of("state", TeamState),
            ends_after_start("opens_on", "closes_on"),
            models.UniqueConstraint(
                name="one_resource_a_name", fields=["team", "name"]
            ),
        ]


class VisitTerms(models.Model):
    """How soon teams of a county answer and come, agreed from a day; only followed."""

    county_code = models.CharField(max_length=2)
    urgency = models.CharField(max_length=20)
    answer_minutes = models.PositiveIntegerField()
    # Null: before the day has ended.
    visit_minutes = models.PositiveIntegerField(null=True, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)
    verified = models.BooleanField(default=False)

    class Meta:
        constraints = [
            one_of("urgency", Urgency),
            ends_after_start(),
            models.UniqueConstraint(
                name="one_term_per_day_begun",
                fields=["county_code", "urgency", "valid_from"],
            ),
        ]


class TeamChange(models.Model):
    """Who changed what about a team, and when; only ever added to, nobody in care."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT
    )
    what = models.CharField(max_length=20)
    told = models.CharField(max_length=300)

    class Meta:
        constraints = [one_of("what", TeamAct)]
        indexes = [models.Index(fields=["team", "-made_at"])]
