"""The hospital stay, the discharge case, its events, and three readings of them.

`CaseEvent` is the truth and only ever added to. `DischargeCase`, `CaseParty` and
`Deadline` are what the rules make of the events, rewritten in the same transaction,
so that a worklist is one indexed query.
"""

import uuid

from django.db import models
from django.db.models import F, Q

from naravard.messages.models import Message
from naravard.people.models import Assignment, CareUnit, Person


class InpatientEpisode(models.Model):
    """One stay in hospital, from admission to discharge (vårdtillfälle)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    ward = models.ForeignKey(CareUnit, on_delete=models.PROTECT)
    care = models.CharField(max_length=20, default="somatic")
    planned = models.BooleanField(default=False)
    compulsory = models.BooleanField(default=False)  # LPT or LRV
    admitted_at = models.DateTimeField()
    discharged_at = models.DateTimeField(null=True, blank=True)
    outside_system = models.CharField(max_length=200, blank=True)
    outside_id = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="discharged_after_admitted",
                condition=Q(discharged_at__isnull=True)
                | Q(discharged_at__gte=F("admitted_at")),
            ),
            models.UniqueConstraint(
                name="one_open_episode_per_person",
                fields=["person"],
                condition=Q(discharged_at__isnull=True),
            ),
            models.UniqueConstraint(
                name="one_episode_per_outside_id",
                fields=["outside_system", "outside_id"],
                condition=~Q(outside_id=""),
            ),
        ]
        indexes = [models.Index(fields=["person", "-admitted_at"])]


class DischargeCase(models.Model):
    """The coordination of one stay, as the rules read its events right now."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    episode = models.OneToOneField(InpatientEpisode, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    ward = models.ForeignKey(CareUnit, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20)
    track = models.CharField(max_length=10, blank=True)
    position = models.PositiveSmallIntegerField(default=1)
    registered_in = models.CharField(max_length=4, blank=True)
    placed_by = models.CharField(max_length=4, blank=True)
    reason_for_care = models.CharField(max_length=300, blank=True)
    admitted_at = models.DateTimeField()
    estimated_at = models.DateTimeField(null=True, blank=True)
    ready_at = models.DateTimeField(null=True, blank=True)
    liability_starts_on = models.DateField(null=True, blank=True)
    liability_status = models.CharField(max_length=20, default="none")
    blocked = models.BooleanField(default=False)
    planning_consent = models.CharField(max_length=20, blank=True)
    sip_required = models.BooleanField(default=False)
    sip_called_at = models.DateTimeField(null=True, blank=True)
    named_contact = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    discharged_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["person", "-admitted_at"]),
            models.Index(fields=["discharged_at"]),
        ]


class CaseEvent(models.Model):
    """Something that happened, when it happened and when Nära learnt of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(
        DischargeCase, on_delete=models.PROTECT, related_name="events"
    )
    sequence = models.PositiveIntegerField()
    type = models.CharField(max_length=40)
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    unit = models.ForeignKey(CareUnit, null=True, blank=True, on_delete=models.PROTECT)
    assignment = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT
    )
    data = models.JSONField(default=dict)  # what the rules count
    details = models.JSONField(default=dict)  # what people wrote beside it
    message = models.ForeignKey(
        Message, null=True, blank=True, on_delete=models.PROTECT
    )
    request_id = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_event_per_place", fields=["case", "sequence"]
            ),
            # A form sent twice is one event.
            models.UniqueConstraint(
                name="one_event_per_request",
                fields=["case", "request_id"],
                condition=Q(request_id__isnull=False),
            ),
        ]


class CaseParty(models.Model):
    """One unit's part in a case, and what its worklist says about it."""

    case = models.ForeignKey(
        DischargeCase, on_delete=models.PROTECT, related_name="parties"
    )
    unit = models.ForeignKey(CareUnit, on_delete=models.PROTECT)
    kind = models.CharField(max_length=30)
    told_at = models.DateTimeField(null=True, blank=True)  # None: not yet notified
    left_at = models.DateTimeField(null=True, blank=True)
    listed = models.BooleanField(default=False)  # on the unit's worklist
    step = models.CharField(max_length=40, blank=True)
    step_unit = models.ForeignKey(
        CareUnit, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ours = models.BooleanField(default=False)
    due_at = models.DateTimeField(null=True, blank=True)
    since = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_part_per_unit", fields=["case", "unit"]),
        ]
        indexes = [
            models.Index(
                fields=["unit", "due_at"],
                condition=Q(listed=True),
                name="worklist_by_deadline",
            ),
        ]


class Deadline(models.Model):
    """A clock in a case; `noted_late_at` is set once, by the tick."""

    case = models.ForeignKey(
        DischargeCase, on_delete=models.PROTECT, related_name="deadlines"
    )
    code = models.CharField(max_length=10)
    name = models.CharField(max_length=40)
    number = models.PositiveSmallIntegerField(default=1)
    unit = models.ForeignKey(CareUnit, null=True, blank=True, on_delete=models.PROTECT)
    due_at = models.DateTimeField()
    met_at = models.DateTimeField(null=True, blank=True)
    void = models.BooleanField(default=False)
    noted_late_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_deadline_per_clock",
                fields=["case", "code", "number", "unit"],
                nulls_distinct=False,
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(
                    met_at__isnull=True, void=False, noted_late_at__isnull=True
                ),
                name="deadline_running",
            ),
        ]


class PaymentAgreement(models.Model):
    """What a region and a municipality have agreed on payment, from a day.

    `parameters` are the rules' own, by name; a row is never edited, only followed.
    """

    municipality_code = models.CharField(max_length=4)
    model = models.CharField(max_length=20)
    parameters = models.JSONField(default=dict)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)
    verified = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_agreement_per_day_begun",
                fields=["municipality_code", "valid_from"],
            ),
        ]


class DayRate(models.Model):
    """What a hospital day costs a municipality in a year (HSLF-FS); none, no bill."""

    year = models.PositiveSmallIntegerField(unique=True)
    amount = models.PositiveIntegerField()
    source = models.CharField(max_length=300)
    verified = models.BooleanField(default=False)
