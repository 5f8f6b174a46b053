"""Worry about a child, told to the social welfare board (orosanmälan)."""

import uuid

from django.db import models
from django.db.models import F, Q

from naravard.people.models import Assignment, CareUnit, Person


class Concern(models.Model):
    """A report of concern; no inhabitant reads it here, and it never waits for a plan.

    Only the unit it is told to reads it, and the one who told.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    text = models.TextField()
    child_in_danger = models.BooleanField(default=False)  # needs protection today
    at = models.DateTimeField()
    unit = models.ForeignKey(CareUnit, on_delete=models.PROTECT)
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT)
    by_name = models.CharField(max_length=200)
    to_unit = models.ForeignKey(CareUnit, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField(null=True, blank=True)
    received_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="concern_says_something", condition=~Q(text="")
            ),
            models.CheckConstraint(
                name="concern_received_after_told",
                condition=Q(received_at__isnull=True) | Q(received_at__gte=F("at")),
            ),
        ]
        indexes = [models.Index(fields=["to_unit", "received_at"])]
