"""Messages never change; what happens to them are rows beside them."""

import uuid

from django.db import models
from django.db.models import Q

from naravard.messages.rules import Notice
from naravard.people.models import Assignment, CareUnit, Person, one_of


class Message(models.Model):
    """One thing said by one unit about one person, on one legal ground."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(max_length=40)
    thread = models.UUIDField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    sender_unit = models.ForeignKey(CareUnit, on_delete=models.PROTECT)
    sender = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT
    )
    sent_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    legal_ground = models.CharField(max_length=30)
    payload = models.JSONField(default=dict)
    supersedes = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT
    )
    # What it answers or concerns: an acknowledged message, a deviation.
    about = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="answers",
    )

    class Meta:
        indexes = [
            models.Index(fields=["thread", "sent_at"]),
            models.Index(fields=["sender_unit", "-sent_at"], name="message_sent_by"),
            models.Index(
                fields=["sent_at"],
                condition=Q(code="deviation"),
                name="message_deviation",
            ),
        ]


class Receipt(models.Model):
    """What one receiving unit has done with one message."""

    message = models.ForeignKey(
        Message, on_delete=models.PROTECT, related_name="receipts"
    )
    unit = models.ForeignKey(CareUnit, on_delete=models.PROTECT)
    received_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    missent_at = models.DateTimeField(null=True, blank=True)
    missent_because = models.CharField(max_length=300, blank=True)
    missent_by = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    forwarded_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="forwards"
    )
    forwarded_because = models.CharField(max_length=300, blank=True)
    forwarder = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_receipt_per_unit", fields=["message", "unit"]
            ),
        ]
        indexes = [
            models.Index(
                fields=["unit"],
                condition=Q(read_at__isnull=True),
                name="receipt_unread",
            ),
            models.Index(fields=["unit", "-received_at"], name="receipt_inbox"),
        ]


class Withdrawal(models.Model):
    """A message taken back; it stays readable as withdrawn."""

    message = models.OneToOneField(Message, on_delete=models.PROTECT)
    at = models.DateTimeField()
    by = models.ForeignKey(Assignment, null=True, blank=True, on_delete=models.PROTECT)
    reason = models.CharField(max_length=300)


class Delivery(models.Model):
    """The outbox: one message, or its withdrawal, on its way to one unit's system."""

    notice = models.CharField(max_length=10, default=Notice.MESSAGE)
    message = models.ForeignKey(Message, on_delete=models.PROTECT)
    unit = models.ForeignKey(CareUnit, on_delete=models.PROTECT)
    next_attempt_at = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    delivered_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_delivery_per_unit", fields=["message", "unit", "notice"]
            ),
            one_of("notice", Notice),
        ]
        indexes = [
            models.Index(
                fields=["next_attempt_at"],
                condition=Q(delivered_at__isnull=True),
                name="delivery_waiting",
            ),
            models.Index(
                fields=["unit", "id"],
                condition=Q(delivered_at__isnull=True),
                name="delivery_line",
            ),
        ]
