"""Care relations, consents, blocks and the two logs that are only ever added to."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from naravard.access.rules import (
    ActorKind,
    BlockKind,
    Category,
    ConsentHow,
    ConsentScope,
    RelationKind,
)
from naravard.access.rules.lifting import LiftAnswer
from naravard.people.models import (
    Assignment,
    CareUnit,
    Organisation,
    Person,
    one_of,
)


class CareRelation(models.Model):
    """Why a unit works with a person, from when and until when (vårdrelation)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    unit = models.ForeignKey(CareUnit, on_delete=models.PROTECT)
    kind = models.CharField(max_length=30)
    reason = models.CharField(max_length=300, blank=True)
    source = models.UUIDField(null=True, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_relation_per_source",
                fields=["person", "unit", "kind", "source"],
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="relation_ends_after_start",
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
            ),
            one_of("kind", RelationKind),
        ]
        indexes = [
            models.Index(fields=["unit", "person"]),
            models.Index(fields=["source"]),
        ]


class Consent(models.Model):
    """What a person said yes or no to, about what, to whom, and for how long."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    scope = models.CharField(max_length=30)
    given = models.BooleanField()
    unit = models.ForeignKey(CareUnit, null=True, blank=True, on_delete=models.PROTECT)
    source = models.UUIDField(null=True, blank=True)
    given_by = models.CharField(max_length=120, blank=True)
    how = models.CharField(max_length=30)
    at = models.DateTimeField()
    valid_to = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT
    )

    class Meta:
        constraints = [one_of("scope", ConsentScope), one_of("how", ConsentHow)]
        indexes = [models.Index(fields=["person", "scope"])]


class Block(models.Model):
    """A person's no to others reading what one unit or provider wrote (spärr)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    kind = models.CharField(max_length=10)
    unit = models.ForeignKey(CareUnit, null=True, blank=True, on_delete=models.PROTECT)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="block_kind_known",
                condition=Q(kind__in=[kind.value for kind in BlockKind]),
            ),
            models.CheckConstraint(
                name="inner_block_names_unit",
                condition=Q(kind="outer") | Q(unit__isnull=False),
            ),
            models.UniqueConstraint(
                name="one_block_in_force",
                fields=["person", "kind", "organisation", "unit"],
                condition=Q(lifted_at__isnull=True),
                nulls_distinct=False,
            ),
        ]
        indexes = [models.Index(fields=["person"])]


class Emergency(models.Model):
    """One emergency of one assignment and one person (nödöppning), step by step.

    Begun when somebody looks who has closed or holds the data; `opened_at` is when
    the data itself was opened, and `ends_at` when this opens nothing more.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT)
    category = models.CharField(max_length=40)
    rule = models.CharField(max_length=10)
    reason = models.CharField(max_length=300)
    began_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("category", Category),
            models.CheckConstraint(
                name="emergency_ends_after_it_began",
                condition=Q(ends_at__gte=F("began_at")),
            ),
        ]
        indexes = [models.Index(fields=["assignment", "person"])]


class LiftRequest(models.Model):
    """A unit asks the person to open what she has closed; she answers yes or no."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    unit = models.ForeignKey(CareUnit, on_delete=models.PROTECT)
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT)
    reason = models.CharField(max_length=300)
    asked_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    answer = models.CharField(max_length=10, default=LiftAnswer.WAITING.value)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("answer", LiftAnswer),
            models.CheckConstraint(
                name="lift_request_answered_when_answered",
                condition=Q(answer=LiftAnswer.WAITING.value, answered_at__isnull=True)
                | (
                    ~Q(answer=LiftAnswer.WAITING.value)
                    & Q(answered_at__gte=F("asked_at"))
                ),
            ),
        ]
        indexes = [models.Index(fields=["person", "unit"])]


class AccessLogEntry(models.Model):
    """Who saw or did what about whom, why, and by what ground. Only ever added to.

    Plain columns instead of foreign keys: a row must outlive what it speaks of, and
    one row holds every subject of a list. One table a month (see `log_months`), where
    the database also keeps which transaction wrote the row.
    """

    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=20)
    professional_id = models.UUIDField(null=True, blank=True)
    assignment_id = models.UUIDField(null=True, blank=True)
    unit_id = models.UUIDField(null=True, blank=True)
    organisation_id = models.UUIDField(null=True, blank=True)
    actor_person_id = models.UUIDField(null=True, blank=True)
    action = models.CharField(max_length=40)
    category = models.CharField(max_length=40, blank=True)
    ground = models.CharField(max_length=40, blank=True)
    rule = models.CharField(max_length=60, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    allowed = models.BooleanField(default=True)
    review = models.BooleanField(default=False)  # to be looked at by a human
    subjects = ArrayField(models.UUIDField())
    about = models.UUIDField(null=True, blank=True)

    class Meta:
        indexes = [
            GinIndex(fields=["subjects"], name="access_log_subjects"),
            models.Index(fields=["unit_id", "at"]),
            models.Index(
                fields=["organisation_id", "at"],
                condition=Q(review=True),
                name="access_log_review",
            ),
        ]
        constraints = [one_of("actor_kind", ActorKind)]


class AccessLogSeal(models.Model):
    """One link of the chain over the access log (see `rules.seals`). Only added to."""

    number = models.BigIntegerField(primary_key=True)
    month = models.DateField()
    detached = models.BooleanField(default=False)
    sealed_at = models.DateTimeField()
    horizon = models.BigIntegerField()
    ids = ArrayField(models.BigIntegerField())
    digests = models.BinaryField()
    previous = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["month"], name="access_log_seal_month")]


class ChangeEntry(models.Model):
    """Who changed what. Only ever added to."""

    at = models.DateTimeField()
    assignment_id = models.UUIDField(null=True, blank=True)
    actor_person_id = models.UUIDField(null=True, blank=True)
    person_id = models.UUIDField(null=True, blank=True)
    what = models.CharField(max_length=60)
    object_id = models.UUIDField(null=True, blank=True)
    details = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["person_id", "at"])]
