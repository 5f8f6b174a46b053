"""What the checks picked, each word said of it, and the days looked through."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from naravard.people.models import (
    Assignment,
    CareUnit,
    Organisation,
    Person,
    Professional,
    one_of,
)
from naravard.review.rules import CLOSED, Status


class Pick(models.Model):
    """What somebody in staff read about one person in a day, to be looked at."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    day = models.DateField()
    professional = models.ForeignKey(Professional, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    unit = models.ForeignKey(CareUnit, on_delete=models.PROTECT)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    checks = ArrayField(models.CharField(max_length=30))
    weight = models.PositiveSmallIntegerField()
    entries = ArrayField(models.BigIntegerField())
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    reason = models.CharField(max_length=300, blank=True)
    due_on = models.DateField()
    status = models.CharField(max_length=20, default=Status.PICKED.value)

    class Meta:
        constraints = [
            one_of("status", Status),
            models.UniqueConstraint(
                name="one_open_pick_a_visit",
                fields=["professional", "person", "day"],
                condition=~Q(status__in=sorted(status.value for status in CLOSED)),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "status"]),
            models.Index(fields=["professional", "status"]),
        ]


class Word(models.Model):
    """A question, an explanation or a decision about a pick. Only ever added to."""

    pick = models.ForeignKey(Pick, on_delete=models.PROTECT)
    at = models.DateTimeField()
    status = models.CharField(max_length=20)
    text = models.TextField(blank=True)
    said_by = models.ForeignKey(Assignment, on_delete=models.PROTECT)

    class Meta:
        constraints = [one_of("status", Status)]
        indexes = [models.Index(fields=["pick", "at"])]


class Run(models.Model):
    """That the log of one day was looked through: by what, and what was found."""

    day = models.DateField(primary_key=True)
    at = models.DateTimeField()
    whole = models.BooleanField(default=False)  # the day had ended
    openings = models.PositiveIntegerField()
    picked = models.PositiveIntegerField()
    checks = ArrayField(models.CharField(max_length=30))


class StaffPerson(models.Model):
    """Which inhabitant somebody in staff is; only the checks ever read it."""

    professional = models.OneToOneField(
        Professional, primary_key=True, on_delete=models.PROTECT
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT)


class KnownPerson(models.Model):
    """Somebody many are curious about; only the checks ever read it."""

    person = models.OneToOneField(Person, primary_key=True, on_delete=models.PROTECT)
    noted_at = models.DateTimeField()
