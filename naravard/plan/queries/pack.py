"""The pack that follows a person, as an opened record shows it."""

from datetime import datetime

from naravard.access.rules import OpenRecord
from naravard.plan.pack import pack
from naravard.plan.queries.heads import plan_of
from naravard.plan.queries.legal import facts_of
from naravard.plan.rules.legal import Block


def pack_of(record: OpenRecord, now: datetime) -> tuple[Block, ...]:
    """What goes with her to hospital and back, as far as the record shows."""
    plan = plan_of(record, now)
    return pack(plan.content, facts_of(plan, now)) if plan else ()
