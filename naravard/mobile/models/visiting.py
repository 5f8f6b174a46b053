"""Visits, and what was found and done at them."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from naravard.mobile.models.asking import VisitRequest
from naravard.mobile.models.teams import Team
from naravard.mobile.rules.news2 import Consciousness, Level, Scale
from naravard.mobile.rules.states import Outcome, VisitState
from naravard.people.models import Assignment, Person, ends_after_start, one_of


class Visit(models.Model):
    """One visit to make, or made, by a team in somebody's home."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    team = models.ForeignKey(Team, on_delete=models.PROTECT)
    request = models.ForeignKey(
        VisitRequest, null=True, blank=True, on_delete=models.PROTECT
    )
    day = models.DateField()
    why = models.CharField(max_length=200)
    needs = ArrayField(models.CharField(max_length=40))  # a skill for each of the staff
    # Kinds of car, bag or machine that must be there; a day has only so much of each.
    resources = ArrayField(
        models.CharField(max_length=20), blank=True, default=list, db_default=[]
    )
    minutes = models.PositiveSmallIntegerField()
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    priority = models.PositiveSmallIntegerField(default=1)
    named_contact = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT
    )
    latitude = models.FloatField()
    longitude = models.FloatField()
    place_is_estimated = models.BooleanField(default=False)
    state = models.CharField(max_length=20, default=VisitState.WAITING)
    pinned = models.BooleanField(default=False)
    promised_from = models.DateTimeField(null=True, blank=True)
    promised_to = models.DateTimeField(null=True, blank=True)
    begun_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    # The longest wait that the request gave; only the first visit of it has one.
    due_by = models.DateTimeField(null=True, blank=True)
    cancelled_because = models.CharField(
        max_length=200, blank=True, default="", db_default=""
    )
    # Counted up whenever anything is written about the visit, so that what was written
    # without a connection shows whether something has come in between.
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("state", VisitState),
            ends_after_start("opens_at", "closes_at"),
            models.CheckConstraint(
                name="promise_has_both_ends",
                condition=Q(promised_from__isnull=True, promised_to__isnull=True)
                | Q(promised_from__isnull=False, promised_to__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["team", "day"]),
            models.Index(fields=["person", "-day"]),
        ]


class VisitNote(models.Model):
    """What was measured, found and done at a visit; never changed, only added to."""

    id = models.UUIDField(primary_key=True, editable=False)  # made where it is written
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="notes")
    written_at = models.DateTimeField()
    received_at = models.DateTimeField()
    written_by = models.ForeignKey(Assignment, on_delete=models.PROTECT)
    based_on = models.PositiveIntegerField()  # the version of the visit it was read at
    conflicts = models.BooleanField(default=False)
    outcome = models.CharField(max_length=20)
    situation = models.TextField(blank=True)
    background = models.TextField(blank=True)
    assessment = models.TextField(blank=True)
    recommendation = models.TextField(blank=True)
    breaths = models.PositiveSmallIntegerField(null=True, blank=True)
    saturation = models.PositiveSmallIntegerField(null=True, blank=True)
    saturation_scale = models.CharField(max_length=1, default=Scale.ORDINARY)
    scale_ordered_by = models.CharField(
        max_length=120, blank=True, default="", db_default=""
    )
    oxygen = models.BooleanField(null=True, blank=True)
    systolic = models.PositiveSmallIntegerField(null=True, blank=True)
    pulse = models.PositiveSmallIntegerField(null=True, blank=True)
    consciousness = models.CharField(max_length=1, blank=True)
    temperature = models.DecimalField(
        max_digits=3, decimal_places=1, null=True, blank=True
    )
    news2 = models.PositiveSmallIntegerField(null=True, blank=True)
    news2_complete = models.BooleanField(default=False)
    news2_level = models.CharField(max_length=12, blank=True)
    next_visit_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("outcome", Outcome),
            one_of("saturation_scale", Scale),
            models.CheckConstraint(
                name="consciousness_known",
                condition=Q(consciousness="")
                | Q(consciousness__in=[each.value for each in Consciousness]),
            ),
            models.CheckConstraint(
                name="news2_level_known",
                condition=Q(news2_level="")
                | Q(news2_level__in=[each.value for each in Level]),
            ),
        ]
        indexes = [models.Index(fields=["visit", "-written_at"])]


class MovedPromise(models.Model):
    """A promised time that could not be kept: what was told, and what is told now."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    visit = models.ForeignKey(
        Visit, on_delete=models.PROTECT, related_name="moved_promises"
    )
    moved_at = models.DateTimeField()
    moved_by = models.ForeignKey(
        Assignment,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="promises_moved",
    )
    because = models.CharField(max_length=200)
    was_from = models.DateTimeField()
    was_to = models.DateTimeField()
    becomes_from = models.DateTimeField(null=True, blank=True)  # null: no time yet
    becomes_to = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)  # somebody has called
    told_by = models.ForeignKey(
        Assignment,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="promises_told",
    )
    # The earlier time held again before anybody had been told of another.
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [ends_after_start("was_from", "was_to")]
        indexes = [models.Index(fields=["visit", "-moved_at"])]
