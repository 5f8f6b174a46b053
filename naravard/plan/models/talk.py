"""Tasks between units, and what the team writes to each other inside the plan."""

import uuid

from django.db import models
from django.db.models import Q

from naravard.people.models import Assignment, CareUnit, one_of
from naravard.plan.models.plan import Plan
from naravard.plan.rules.tasks import TaskKind, TaskStatus


class PlanTask(models.Model):
    """Something one unit asks another, and the answer."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="tasks")
    kind = models.CharField(max_length=20)
    status = models.CharField(max_length=20)
    text = models.TextField()
    from_unit = models.ForeignKey(
        CareUnit, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    to_unit = models.ForeignKey(CareUnit, on_delete=models.PROTECT, related_name="+")
    meanwhile_unit = models.ForeignKey(
        CareUnit, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    need_id = models.UUIDField(null=True, blank=True)
    activity_id = models.UUIDField(null=True, blank=True)
    asked_by = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [
            one_of("kind", TaskKind),
            one_of("status", TaskStatus),
            models.CheckConstraint(
                name="declined_task_has_a_reason",
                condition=~Q(status="declined") | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="boundary_has_somebody_meanwhile",
                condition=~Q(kind="boundary") | Q(meanwhile_unit__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["to_unit", "due_at"],
                condition=Q(status__in=["asked", "accepted"]),
                name="plan_task_open",
            ),
        ]


class TeamNote(models.Model):
    """A line in the team's talk inside the plan. Only added to."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="notes")
    at = models.DateTimeField()
    text = models.TextField()
    by_name = models.CharField(max_length=200)
    unit = models.ForeignKey(CareUnit, null=True, blank=True, on_delete=models.PROTECT)
    assignment = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT
    )
    request_id = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_note_per_request",
                fields=["plan", "request_id"],
                condition=Q(request_id__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["plan", "-at"])]
