"""The plan, its versions, its process, its parties and what was said about it."""

import uuid

from django.db import models
from django.db.models import F, Q

from naravard.access.rules import ConsentHow
from naravard.people.models import Assignment, CareUnit, Person, RelatedPerson, one_of
from naravard.plan.rules.consent import GuardianRule, Speaker
from naravard.plan.rules.kinds import Author, Principal, View
from naravard.plan.rules.process import EndedBecause, PlanStatus


class Plan(models.Model):
    """The one plan around a person; at most one that is not closed.

    It holds no text: whoever may know that there is a plan may not always read it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    status = models.CharField(max_length=20, default=PlanStatus.NEED_FLAGGED)
    version = models.PositiveIntegerField(default=0)
    flagged_at = models.DateTimeField()
    flagged_by = models.CharField(max_length=20)
    flagged_unit = models.ForeignKey(
        CareUnit, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    principal = models.CharField(max_length=20, blank=True)  # whose judgement it was
    due_at = models.DateTimeField(null=True, blank=True)  # to begin, from the flag
    asked_again_on = models.DateField(null=True, blank=True)  # after a no
    guardian_rule = models.CharField(max_length=10, default=GuardianRule.BOTH)
    child_decides = models.BooleanField(default=False)
    consented = models.BooleanField(default=False)
    # Rests on LPT 7 a § or LRV 12 a § alone since then: they ask for no consent.
    compulsory_since = models.DateTimeField(null=True, blank=True)
    review_due_on = models.DateField(null=True, blank=True)
    source = models.UUIDField(null=True, blank=True)  # a discharge case that calls
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(max_length=20, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("status", PlanStatus),
            one_of("flagged_by", Author),
            one_of("guardian_rule", GuardianRule),
            models.CheckConstraint(
                name="plan_ended_because_known",
                condition=Q(ended_because="")
                | Q(ended_because__in=[one.value for one in EndedBecause]),
            ),
            models.CheckConstraint(
                name="plan_closed_has_an_end",
                condition=~Q(status="closed") | Q(ended_at__isnull=False),
            ),
            models.CheckConstraint(
                name="plan_shared_only_with_consent",
                condition=Q(consented=True)
                | Q(compulsory_since__isnull=False)
                | Q(
                    status__in=[
                        PlanStatus.NEED_FLAGGED,
                        PlanStatus.CONSENT_PENDING,
                        PlanStatus.DECLINED,
                        PlanStatus.WITHDRAWN,
                        PlanStatus.CLOSED,
                    ]
                ),
            ),
            models.UniqueConstraint(
                name="one_plan_around_a_person",
                fields=["person"],
                condition=~Q(status="closed"),
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-flagged_at"]),
            models.Index(fields=["review_due_on"]),
        ]


class PlanVersion(models.Model):
    """All that the plan said from a moment, who wrote it and why. Only added to."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    author = models.CharField(max_length=10)
    by_name = models.CharField(max_length=200)
    unit = models.ForeignKey(CareUnit, null=True, blank=True, on_delete=models.PROTECT)
    assignment = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT
    )
    because = models.CharField(max_length=300, blank=True)
    sections = models.JSONField(default=list)  # names of the sections that changed
    content = models.JSONField()
    request_id = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_version_per_number", fields=["plan", "number"]
            ),
            models.UniqueConstraint(
                name="one_version_per_request",
                fields=["plan", "request_id"],
                condition=Q(request_id__isnull=False),
            ),
            one_of("author", Author),
        ]


class PlanStep(models.Model):
    """A move in the process: from where to where, by whom and why. Only added to."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="steps")
    before = models.CharField(max_length=20, blank=True)
    after = models.CharField(max_length=20)
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)
    unit = models.ForeignKey(CareUnit, null=True, blank=True, on_delete=models.PROTECT)
    assignment = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT
    )
    because = models.TextField(blank=True)

    class Meta:
        constraints = [one_of("after", PlanStatus)]


class PlanWord(models.Model):
    """A yes or no to the plan from one who decides. Only added to."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="words")
    speaker = models.CharField(max_length=10)
    related = models.ForeignKey(
        RelatedPerson, null=True, blank=True, on_delete=models.PROTECT
    )
    yes = models.BooleanField()
    how = models.CharField(max_length=30)
    at = models.DateTimeField()
    unit = models.ForeignKey(CareUnit, null=True, blank=True, on_delete=models.PROTECT)
    assignment = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT
    )

    class Meta:
        constraints = [
            one_of("speaker", Speaker),
            one_of("how", ConsentHow),
            models.CheckConstraint(
                name="plan_word_of_a_named_guardian",
                condition=Q(speaker="person", related__isnull=True)
                | Q(related__isnull=False) & ~Q(speaker="person"),
            ),
        ]


class PlanParty(models.Model):
    """A unit that takes part in the plan, from when until when."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="parties")
    unit = models.ForeignKey(CareUnit, on_delete=models.PROTECT)
    principal = models.CharField(max_length=20)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    left_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_part_in_plan_per_unit", fields=["plan", "unit"]
            ),
            one_of("principal", Principal),
            models.CheckConstraint(
                name="plan_party_leaves_after_joining",
                condition=Q(left_at__isnull=True) | Q(left_at__gte=F("joined_at")),
            ),
        ]
        indexes = [models.Index(fields=["unit", "left_at"])]


class Signature(models.Model):
    """One unit's approval of exactly one document (justering). Only added to."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="signatures")
    version = models.PositiveIntegerField()
    view = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    unit = models.ForeignKey(CareUnit, on_delete=models.PROTECT)
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT)
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("view", View),
            models.UniqueConstraint(
                name="one_signature_per_document",
                fields=["plan", "view", "digest", "unit"],
            ),
        ]


class Absence(models.Model):
    """A time when the municipality's services rest because she is elsewhere.

    Leave from hospital ends one and a return begins the next; what rests, and until
    when, is read from these and never written into the plan.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    unit = models.ForeignKey(CareUnit, on_delete=models.PROTECT)  # where she is
    source = models.UUIDField()  # the discharge case
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="absence_ends_after_start",
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
            ),
            models.UniqueConstraint(
                name="one_absence_per_start", fields=["source", "starts_at"]
            ),
        ]
        indexes = [models.Index(fields=["person", "-starts_at"])]
