"""How the outbox runs, for those who watch the machine; tells of no message."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min

from naravard.messages.models import Delivery


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How many deliveries wait, and how long the first has been due, in seconds."""

    count: int
    oldest_seconds: float


def waiting_deliveries(now: datetime) -> Waiting:
    """What has not reached its receiver's system yet."""
    found = Delivery.objects.filter(delivered_at=None).aggregate(
        count=Count("pk"), first=Min("next_attempt_at")
    )
    first = found["first"]
    late = (now - first).total_seconds() if first else 0.0
    return Waiting(count=found["count"], oldest_seconds=max(0.0, late))
