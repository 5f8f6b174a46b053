"""What rests while the person is in hospital, and begins again by itself (pure)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from naravard.plan.rules.content import Content
from naravard.plan.rules.kinds import LIVING, Principal


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """She is elsewhere from a moment, until another when it is known."""

    starts_at: datetime
    ends_at: datetime | None = None

    def holds(self, at: datetime) -> bool:
        """Whether she is away at the moment."""
        return self.starts_at <= at and (self.ends_at is None or at < self.ends_at)


def resting(content: Content, away: Away | None, at: datetime) -> frozenset[UUID]:
    """The municipality's living activities, while she is away; else none."""
    if away is None or not away.holds(at):
        return frozenset()
    return frozenset(
        one.id
        for one in content.activities
        if one.principal is Principal.MUNICIPALITY and one.status in LIVING
    )
