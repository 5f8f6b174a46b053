"""The way into the outbox."""

from collections.abc import Iterable
from datetime import datetime

from naravard.messages.grounds import Party
from naravard.messages.models import Delivery, Message
from naravard.messages.rules import Notice


def queue(
    message: Message,
    recipients: Iterable[Party],
    *,
    now: datetime,
    notice: Notice = Notice.MESSAGE,
) -> None:
    """Put the message in the outbox for those who have a system of their own."""
    Delivery.objects.bulk_create(
        [
            Delivery(
                message=message,
                unit_id=party.unit_id,
                notice=notice.value,
                next_attempt_at=now,
            )
            for party in recipients
            if party.delivery_url
        ],
        ignore_conflicts=True,
    )
