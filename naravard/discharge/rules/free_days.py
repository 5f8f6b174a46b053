"""The first day a notice can make payable: free days, delays and pauses."""

from datetime import date, timedelta

from naravard.core.clock import day_of
from naravard.discharge.rules.agreement import Agreement
from naravard.discharge.rules.case import Case, ReadyNotice
from naravard.discharge.rules.clocks import free_days
from naravard.discharge.rules.conditions import Conditions
from naravard.discharge.rules.day_spans import days_between


def first_possible_day(
    case: Case, notice: ReadyNotice, conditions: Conditions, agreement: Agreement
) -> date:
    """The first payable day if no blocker is in the way (LUS 5 kap. 4 §, agreement)."""
    left = free_days(notice.sent_at, agreement)
    if not agreement.withdrawal_resets:
        left = max(0, left - _days_used_before(case, notice))
    start = day_of(notice.sent_at) + timedelta(days=left + conditions.delay_days)
    return max(start, conditions.not_before) if conditions.not_before else start


def _days_used_before(case: Case, notice: ReadyNotice) -> int:
    """Days on which earlier, withdrawn notices held, each counted once."""
    used: set[date] = set()
    for earlier in case.notices:
        if earlier.withdrawn_at and earlier.withdrawn_at <= notice.sent_at:
            used.update(
                days_between(day_of(earlier.sent_at), day_of(earlier.withdrawn_at))
            )
    return len(used)
