"""Meetings around the plan, who is called, what is decided and how it was."""

import uuid

from django.db import models
from django.db.models import Q

from naravard.people.models import CareUnit, RelatedPerson, one_of
from naravard.plan.models.plan import Plan
from naravard.plan.rules.kinds import Mode
from naravard.plan.rules.meetings import (
    ExperienceQuestion,
    InviteeKind,
    MeetingStatus,
    Reply,
)


class Meeting(models.Model):
    """A meeting (SIP-möte, uppföljning), from proposed times to minutes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="meetings")
    status = models.CharField(max_length=10)
    purpose = models.CharField(max_length=300)
    mode = models.CharField(max_length=10)
    place = models.CharField(max_length=300, blank=True)
    starts_at = models.DateTimeField(null=True, blank=True)
    minutes_long = models.PositiveSmallIntegerField(default=60)
    interpreter = models.CharField(max_length=200, blank=True)
    chair_unit = models.ForeignKey(
        CareUnit, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    chair = models.CharField(max_length=200, blank=True)
    source = models.UUIDField(null=True, blank=True)  # the discharge case that called
    called_at = models.DateTimeField(null=True, blank=True)
    sequence = models.PositiveSmallIntegerField(default=0)  # of the iCalendar entry
    took_part = models.BooleanField(null=True, blank=True)
    why_absent = models.CharField(max_length=300, blank=True)
    childs_view = models.TextField(blank=True)
    minutes = models.TextField(blank=True)
    own_summary = models.TextField(blank=True)
    cancelled_because = models.CharField(max_length=300, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("status", MeetingStatus),
            one_of("mode", Mode),
            models.CheckConstraint(
                name="meeting_called_has_a_time",
                condition=Q(status__in=["proposed", "cancelled"])
                | Q(starts_at__isnull=False),
            ),
            models.CheckConstraint(
                name="meeting_closed_has_a_summary",
                condition=~Q(status="closed") | ~Q(took_part=True) | ~Q(own_summary=""),
            ),
            models.UniqueConstraint(
                name="one_meeting_per_call",
                fields=["source"],
                condition=Q(source__isnull=False) & ~Q(status="cancelled"),
            ),
        ]
        indexes = [models.Index(fields=["plan", "-starts_at"])]


class ProposedTime(models.Model):
    """A time somebody has proposed for a meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="times")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    proposed_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_proposal_per_time", fields=["meeting", "starts_at"]
            ),
        ]


class Invitee(models.Model):
    """Somebody who is called, what she answers and brings, and whether she came."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="invitees"
    )
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    unit = models.ForeignKey(CareUnit, null=True, blank=True, on_delete=models.PROTECT)
    related = models.ForeignKey(
        RelatedPerson, null=True, blank=True, on_delete=models.PROTECT
    )
    reply = models.CharField(max_length=20, default=Reply.NONE)
    reply_note = models.CharField(max_length=300, blank=True)
    preparation = models.TextField(blank=True)
    attended = models.BooleanField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("kind", InviteeKind),
            one_of("reply", Reply),
            models.CheckConstraint(
                name="invitee_points_at_who_it_is",
                condition=Q(kind="unit", unit__isnull=False, related__isnull=True)
                | Q(kind="related", related__isnull=False, unit__isnull=True)
                | Q(
                    kind__in=["person", "outside", "interpreter"],
                    unit__isnull=True,
                    related__isnull=True,
                ),
            ),
            models.UniqueConstraint(
                name="one_call_per_invitee",
                fields=["meeting", "kind", "unit", "related", "name"],
                nulls_distinct=False,
            ),
        ]


class MeetingDecision(models.Model):
    """What was decided, and the thing to be done that came of it."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="decisions"
    )
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    activity_id = models.UUIDField(null=True, blank=True)  # a part of the plan
    at = models.DateTimeField()


class Experience(models.Model):
    """How the person says that a meeting was; 1 to 5."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="experiences"
    )
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    question = models.CharField(max_length=30)
    value = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("question", ExperienceQuestion),
            models.UniqueConstraint(
                name="one_answer_per_question", fields=["meeting", "question"]
            ),
            models.CheckConstraint(
                name="experience_answer_on_the_scale",
                condition=Q(value__gte=1, value__lte=5),
            ),
        ]
