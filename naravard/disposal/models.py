"""Decisions to erase, what they cover and came to, and what must be preserved."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from naravard.disposal.rules import DecisionState, Ground
from naravard.operation.retention import Kept
from naravard.people.models import Organisation, Person, ends_after_start, one_of


class Decision(models.Model):
    """One owner's decision to erase one kind of record, from proposal to done."""

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    kept = models.CharField(max_length=30)
    ground = models.CharField(max_length=20, default=Ground.TIME)
    source = models.CharField(max_length=300)  # act and section
    before = models.DateField()  # last entries before this day have had their time
    proposed = models.PositiveIntegerField(default=0)
    excepted = models.PositiveIntegerField(default=0)
    oldest = models.DateField(null=True, blank=True)
    newest = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField()
    state = models.CharField(max_length=10, default=DecisionState.PROPOSED)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.CharField(max_length=300, blank=True)
    reference = models.CharField(max_length=100, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    began_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("kept", Kept),
            one_of("ground", Ground),
            one_of("state", DecisionState),
            models.CheckConstraint(
                name="approved_by_somebody_under_a_reference",
                condition=Q(state="proposed")
                | Q(approved_at__isnull=False)
                & ~Q(approved_by="")
                & ~Q(reference="")
                & ~Q(reason=""),
            ),
            models.UniqueConstraint(
                name="one_proposal_a_kind",
                fields=["organisation", "kept"],
                condition=Q(state="proposed"),
            ),
        ]


class Item(models.Model):
    """One record, or one thing in it, that a decision covers; gone when erased."""

    id = models.BigAutoField(primary_key=True)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    object_id = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_item_a_record",
                fields=["decision", "person", "object_id"],
                nulls_distinct=False,
            ),
        ]


class Tally(models.Model):
    """How many of what a decision has erased so far; written with each erasing."""

    id = models.BigAutoField(primary_key=True)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT)
    what = models.CharField(max_length=40)
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_tally_a_kind", fields=["decision", "what"]
            ),
        ]


class LetGo(models.Model):
    """An owner has let go of a thing that others still hold."""

    id = models.BigAutoField(primary_key=True)
    object_id = models.UUIDField()
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    kept = models.CharField(max_length=30)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="let_go_once", fields=["object_id", "organisation", "kept"]
            ),
        ]


class Protocol(models.Model):
    """What was erased, by whose decision (gallringsprotokoll). Only ever added to.

    It names nobody whose record it was.
    """

    decision_number = models.BigIntegerField(unique=True)
    owner = models.CharField(max_length=200)
    kept = models.CharField(max_length=30)
    ground = models.CharField(max_length=20)
    source = models.CharField(max_length=300)
    before = models.DateField()
    oldest = models.DateField(null=True, blank=True)
    newest = models.DateField(null=True, blank=True)
    erased = models.JSONField()  # how many of each kind of thing
    approved_by = models.CharField(max_length=300)
    approved_at = models.DateTimeField()
    reference = models.CharField(max_length=100)
    reason = models.CharField(max_length=300)
    began_at = models.DateTimeField()
    finished_at = models.DateTimeField()


class Preservation(models.Model):
    """What an owner must keep longer: an archive decision, or the sample for research.

    `born_on_days` are days of the month; none means everybody.
    """

    key = models.CharField(max_length=80, unique=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    kept = models.CharField(max_length=30)
    born_on_days = ArrayField(models.PositiveSmallIntegerField(), default=list)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)
    verified = models.BooleanField(default=False)

    class Meta:
        constraints = [one_of("kept", Kept), ends_after_start()]
