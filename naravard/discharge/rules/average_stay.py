"""Very long stays under a monthly average: the days charged one by one."""

from datetime import date, timedelta
from math import ceil

from naravard.core.clock import day_of
from naravard.discharge.rules.agreement import Agreement, Individual
from naravard.discharge.rules.case import Case, ReadyNotice
from naravard.discharge.rules.day_spans import days_between


def individual_days(
    case: Case, notice: ReadyNotice, agreement: Agreement, end: date
) -> tuple[date, ...]:
    """The days beyond the cap by the agreement's rule; only the valid notice has any.

    `end` is the day of leaving, or today: it is not counted.
    """
    ready_on = day_of(notice.sent_at)
    cap = agreement.cap_days
    if notice is not case.active_notice or cap is None:
        return ()
    if (end - ready_on).days <= cap or agreement.individual is Individual.NONE:
        return ()
    free = cap
    if agreement.individual is Individual.WHOLE_STAY_IF_OVER_CAP:
        free = ceil(agreement.threshold_days)
    return days_between(ready_on + timedelta(days=free), end)
