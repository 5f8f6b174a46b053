"""What is asked of teams: visits, belonging to a team, and things sent home."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from naravard.mobile.models.teams import Team
from naravard.mobile.rules.states import (
    OrderKind,
    OrderState,
    RequestState,
    Source,
    Urgency,
)
from naravard.people.models import (
    Assignment,
    CareUnit,
    Person,
    ends_after_start,
    one_of,
)


class VisitRequest(models.Model):
    """Somebody asks a team to visit a person; the hand-over is written as SBAR."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    team = models.ForeignKey(Team, on_delete=models.PROTECT)
    from_unit = models.ForeignKey(CareUnit, on_delete=models.PROTECT)
    source = models.CharField(max_length=20)
    urgency = models.CharField(max_length=20)
    situation = models.TextField()
    background = models.TextField(blank=True)
    assessment = models.TextField(blank=True)
    recommendation = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        Assignment, on_delete=models.PROTECT, related_name="visit_requests"
    )
    answer_by = models.DateTimeField()
    visit_by = models.DateTimeField()
    state = models.CharField(max_length=20, default=RequestState.ASKED)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Assignment,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="visit_answers",
    )
    answer = models.TextField(blank=True)
    # What in the person's plan it comes of, when it comes of her plan.
    activity = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("source", Source),
            one_of("urgency", Urgency),
            one_of("state", RequestState),
        ]
        indexes = [
            models.Index(fields=["team", "state", "answer_by"]),
            models.Index(fields=["person", "-asked_at"]),
        ]


class Enrolment(models.Model):
    """A person belongs to a team for a time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    team = models.ForeignKey(Team, on_delete=models.PROTECT)
    referred_by = models.ForeignKey(CareUnit, on_delete=models.PROTECT)
    criteria = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    named_contact = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT
    )
    decided_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    end_reason = models.CharField(max_length=200, blank=True)
    # Why somebody is taken in, or what was weighed when too few criteria hold.
    reason = models.CharField(max_length=500, blank=True, default="", db_default="")
    unmet = ArrayField(
        models.CharField(max_length=80), blank=True, default=list, db_default=[]
    )
    decided_by = models.ForeignKey(
        Assignment,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="enrolments_decided",
    )
    ended_by = models.ForeignKey(
        Assignment,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="enrolments_ended",
    )

    class Meta:
        constraints = [
            ends_after_start("decided_at", "ended_at"),
            models.UniqueConstraint(
                name="one_open_enrolment_in_a_team",
                fields=["person", "team"],
                condition=Q(ended_at__isnull=True),
            ),
        ]


class HomeOrder(models.Model):
    """Mobile X-ray or equipment ordered to somebody's home, and where it is."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    kind = models.CharField(max_length=20)
    what = models.CharField(max_length=120)
    question = models.TextField(blank=True)
    region = models.CharField(max_length=80, blank=True, default="", db_default="")
    mobility = models.CharField(max_length=120, blank=True, default="", db_default="")
    infectious = models.BooleanField(null=True, blank=True)
    helper_on_site = models.BooleanField(null=True, blank=True)
    from_unit = models.ForeignKey(
        CareUnit, on_delete=models.PROTECT, related_name="home_orders"
    )
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT)
    ordered_at = models.DateTimeField()
    ordered_by = models.ForeignKey(Assignment, on_delete=models.PROTECT)
    state = models.CharField(max_length=20, default=OrderState.ORDERED)
    changed_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    # The visit that the mobile X-ray makes of it; visits stand in a file above.
    visit = models.ForeignKey(
        "mobile.Visit", null=True, blank=True, on_delete=models.PROTECT
    )

    class Meta:
        constraints = [one_of("kind", OrderKind), one_of("state", OrderState)]
        indexes = [models.Index(fields=["person", "-ordered_at"])]
