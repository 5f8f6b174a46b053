"""How far the clock is behind, for those who watch the machine; tells of no case."""

from datetime import datetime, timedelta

from naravard.discharge.models import Deadline

# The tick runs three times a minute; after this it has stopped or cannot keep up.
PATIENCE = timedelta(minutes=2)


def deadlines_not_noted(now: datetime) -> int:
    """Deadlines that passed a while ago and that no tick has noted."""
    return Deadline.objects.filter(
        due_at__lt=now - PATIENCE, met_at=None, void=False, noted_late_at=None
    ).count()
