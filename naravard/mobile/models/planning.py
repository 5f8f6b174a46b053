"""A team's rounds as they are now, and every plan they have been."""

import uuid

from django.db import models
from django.db.models import F, Q

from naravard.mobile.models.teams import Shift, Team
from naravard.mobile.models.visiting import Visit
from naravard.people.models import Assignment


class Stop(models.Model):
    """One person's part of a visit, as it is planned now; nobody's without a shift."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="stops")
    service = models.PositiveSmallIntegerField()  # which of the visit's needs
    shift = models.ForeignKey(Shift, null=True, blank=True, on_delete=models.PROTECT)
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_stop_a_service", fields=["visit", "service"]
            ),
            models.CheckConstraint(
                name="planned_stop_has_times",
                condition=Q(shift__isnull=True)
                | Q(starts_at__isnull=False, ends_at__gte=F("starts_at")),
            ),
        ]
        indexes = [models.Index(fields=["shift", "starts_at"])]


class DayPlan(models.Model):
    """A plan a team has had for a day; only visits' ids, nothing about a person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT)
    day = models.DateField()
    number = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT
    )
    cause = models.CharField(max_length=200)
    rounds = models.JSONField()
    parts = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_plan_a_number", fields=["team", "day", "number"]
            ),
        ]
