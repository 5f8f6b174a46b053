"""A code that opens the plan once, printed on the pack that goes with the person."""

import uuid

from django.db import models
from django.db.models import F, Q

from naravard.people.models import Assignment, CareUnit, Person
from naravard.plan.models.plan import Plan


class PackCode(models.Model):
    """One code: who printed it, until when it opens, and which unit it let in.

    The code itself is on the paper only; here is its digest.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    unit = models.ForeignKey(CareUnit, on_delete=models.PROTECT)
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT)
    used_at = models.DateTimeField(null=True, blank=True)
    used_unit = models.ForeignKey(
        CareUnit, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="pack_code_expires_after_made",
                condition=Q(expires_at__gt=F("made_at")),
            ),
            models.CheckConstraint(
                name="pack_code_used_by_a_unit",
                condition=Q(used_at__isnull=True, used_unit__isnull=True)
                | Q(used_at__gte=F("made_at"), used_unit__isnull=False),
            ),
        ]
