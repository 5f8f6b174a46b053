"""Tables of what a person has told about herself, and of talks between her and care."""

import uuid

from django.db import models
from django.db.models import F, Q

from naravard.dialogue.rules.routing import Because
from naravard.dialogue.rules.talks import LONGEST_SUBJECT, Waits, WrittenBy
from naravard.dialogue.rules.wishes import Channel, PlaceOfCare
from naravard.people.models import Assignment, CareUnit, Person, one_of
from naravard.plan.rules.kinds import Author


class ToldWishes(models.Model):
    """How somebody wants to be met, as told once; the latest counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    author = models.CharField(max_length=10)
    by_name = models.CharField(max_length=200)
    unit = models.ForeignKey(CareUnit, null=True, blank=True, on_delete=models.PROTECT)
    assignment = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT
    )
    language = models.CharField(max_length=12)
    interpreter = models.BooleanField()
    interpreter_about = models.CharField(max_length=300, blank=True)
    easy_to_read = models.BooleanField()
    channel = models.CharField(max_length=10)
    place = models.CharField(max_length=10)
    place_about = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            one_of("author", Author),
            one_of("channel", Channel),
            one_of("place", PlaceOfCare),
        ]
        indexes = [models.Index(fields=["person", "-at"])]


class Talk(models.Model):
    """A matter a person has written about, and the unit that reads it now."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=LONGEST_SUBJECT)
    waits = models.CharField(max_length=10)
    to_unit = models.ForeignKey(CareUnit, on_delete=models.PROTECT, related_name="+")
    to_name = models.CharField(max_length=200, blank=True)
    because = models.CharField(max_length=10)
    reserve_unit = models.ForeignKey(
        CareUnit, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField()
    answer_by = models.DateTimeField()
    changed_at = models.DateTimeField()
    read_by_person_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("waits", Waits),
            one_of("because", Because),
            models.CheckConstraint(
                name="talk_changes_after_it_opened",
                condition=Q(changed_at__gte=F("opened_at")),
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-changed_at"]),
            models.Index(
                fields=["to_unit", "answer_by"],
                condition=Q(waits="for_care"),
                name="dialogue_talk_waiting",
            ),
        ]


class TalkLine(models.Model):
    """What one of them wrote, or that the talk was passed on. Only added to."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    talk = models.ForeignKey(Talk, on_delete=models.PROTECT, related_name="lines")
    at = models.DateTimeField()
    written_by = models.CharField(max_length=10)
    text = models.TextField()
    by_name = models.CharField(max_length=200, blank=True)
    unit = models.ForeignKey(CareUnit, null=True, blank=True, on_delete=models.PROTECT)
    assignment = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT
    )
    request_id = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("written_by", WrittenBy),
            models.UniqueConstraint(
                name="one_line_per_request",
                fields=["talk", "request_id"],
                condition=Q(request_id__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["talk", "at"])]


class Letter(models.Model):
    """An answer to be printed and posted by the unit that wrote it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    line = models.OneToOneField(
        TalkLine, on_delete=models.PROTECT, related_name="letter"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(CareUnit, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=LONGEST_SUBJECT)
    queued_at = models.DateTimeField()
    posted_at = models.DateTimeField(null=True, blank=True)
    posted_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="letter_posted_after_it_was_written",
                condition=Q(posted_at__isnull=True) | Q(posted_at__gte=F("queued_at")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["unit", "queued_at"],
                condition=Q(posted_at__isnull=True),
                name="dialogue_letter_to_post",
            ),
        ]
