"""Values that have been counted, the countings, and who wants to hear of signals."""

import uuid

from django.db import models
from django.db.models import Q

from naravard.indicators.rules import SignalWhen, Span
from naravard.people.models import Assignment, one_of

CHANGE = SignalWhen.CHANGE.value


class Counting(models.Model):
    """One reading of a lake, under way until it has ended."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    snapshot = models.CharField(max_length=32)
    source = models.CharField(max_length=120)
    after = models.DateField()  # the first day that is not in the lake's whole months
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["-began_at"])]


class StoredValue(models.Model):
    """One value as it was counted, or published by its owner; hidden ones are empty.

    A value that is counted anew replaces the same version's; another version's stays.
    """

    indicator = models.CharField(max_length=40)
    version = models.CharField(max_length=80)
    span = models.CharField(max_length=10)
    period = models.CharField(max_length=20)
    first = models.DateField()
    geo_level = models.CharField(max_length=20)
    geo = models.CharField(max_length=80)
    stratum = models.CharField(max_length=120)
    num = models.FloatField(null=True, blank=True)
    den = models.FloatField(null=True, blank=True)
    value = models.FloatField(null=True, blank=True)
    ci_lo = models.FloatField(null=True, blank=True)
    ci_hi = models.FloatField(null=True, blank=True)
    std = models.CharField(max_length=20, blank=True)
    suppressed = models.BooleanField(default=False)
    remark = models.CharField(max_length=400, blank=True)
    snapshot = models.CharField(max_length=32)
    counted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_value_a_version",
                fields=[
                    *("indicator", "version", "span", "period"),
                    *("geo_level", "geo", "stratum"),
                ],
            ),
            models.CheckConstraint(
                name="a_hidden_value_is_empty",
                condition=Q(suppressed=False)
                | Q(num=None, den=None, value=None, ci_lo=None, ci_hi=None),
            ),
            one_of("span", Span),
        ]
        indexes = [models.Index(fields=["span", "geo_level", "stratum", "first"])]


class SignalSubscription(models.Model):
    """Somebody who wants to know when a measure has surely changed, and where."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE)
    indicator = models.CharField(max_length=40)
    geo = models.CharField(max_length=80)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    when = models.CharField(max_length=10, default=CHANGE, db_default=CHANGE)
    limit = models.FloatField(null=True, blank=True)
    email = models.CharField(max_length=254, blank=True, db_default="")
    state = models.CharField(max_length=20, blank=True, db_default="")  # last told

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_subscription_in_force",
                fields=["assignment", "indicator", "geo"],
                condition=Q(ended_at__isnull=True),
            ),
            one_of("when", SignalWhen),
        ]


class Signal(models.Model):
    """A measure that became what somebody wanted to hear of; told once."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    subscription = models.ForeignKey(SignalSubscription, on_delete=models.CASCADE)
    state = models.CharField(max_length=20)
    period = models.CharField(max_length=20)
    value = models.FloatField(null=True, blank=True)
    raised_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)
    mail_problem = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["subscription", "-raised_at"])]
