"""The two kinds of clock: elapsed hours, and Swedish calendar days.

An act to be done (a call) slides to the next working day; liability does not.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from naravard.core.calendar import next_working_day
from naravard.core.clock import day_of, local
from naravard.discharge.rules.agreement import Agreement
from naravard.discharge.rules.case import ByUnit, Case, ReadyNotice
from naravard.discharge.rules.history import PlanningConsent

ADMISSION_NOTICE_HOURS = 24  # LUS 2 kap. 3 §
FREE_DAYS = 3  # LUS 5 kap. 4 §, notice sent at 12.00 or earlier
FREE_DAYS_AFTER_NOON = 4  # LUS 5 kap. 4 §, notice sent after 12.00
SIP_CALL_DAYS = 3  # LUS 4 kap. 3 §
NOON = time(12, 0)


def elapsed_hours_after(moment: datetime, hours: float) -> datetime:
    """The moment so many elapsed hours later, whatever the wall clocks do between."""
    return moment.astimezone(UTC) + timedelta(hours=hours)


def admission_notice_due_at(need_known_at: datetime) -> datetime:
    """When the admission notice must have been sent (TM1, LUS 2 kap. 3 §)."""
    return elapsed_hours_after(need_known_at, ADMISSION_NOTICE_HOURS)


def sent_after_noon(sent_at: datetime, agreement: Agreement) -> bool:
    """Whether a notice was sent after 12.00.00 by Swedish clocks (LUS 5 kap. 4 §)."""
    clock_time = local(sent_at).time()
    return clock_time > NOON or (clock_time == NOON and not agreement.noon_strict)


def free_days(sent_at: datetime, agreement: Agreement) -> int:
    """Calendar days from the day of the notice to the day liability starts."""
    return FREE_DAYS_AFTER_NOON if sent_after_noon(sent_at, agreement) else FREE_DAYS


def liability_starts_on(sent_at: datetime, agreement: Agreement) -> date:
    """The first day the municipality may have to pay for (TM5, LUS 5 kap. 4 §)."""
    return day_of(sent_at) + timedelta(days=free_days(sent_at, agreement))


def sip_call_due_on(sent_at: datetime, agreement: Agreement) -> date:
    """The last day for the call to SIP (TM4, LUS 4 kap. 3 §, lag 1930:173 2 §)."""
    return _sip_call_due_on(day_of(sent_at), agreement.sip_call_weekend_slide)


@lru_cache(maxsize=1024)
def _sip_call_due_on(notified_on: date, slide: bool) -> date:
    day = notified_on + timedelta(days=SIP_CALL_DAYS)
    return next_working_day(day) if slide else day


def counted_sip_call(
    case: Case, notice: ReadyNotice, agreement: Agreement
) -> ByUnit | None:
    """The first call that counts for the notice; earlier calls by agreement.

    A call after the notice was withdrawn is not a call for that notice.
    """
    for call in case.sip_calls:
        if agreement.early_sip_call_ok or call.at >= notice.sent_at:
            withdrawn = notice.withdrawn_at
            return None if withdrawn and call.at > withdrawn else call
    return None


def planning_refused_by(case: Case, day: date) -> bool:
    """Whether the person, at the end of the day, did not want joint planning."""
    said = [change.planning for change in case.consents if day_of(change.at) <= day]
    return bool(said) and said[-1] != PlanningConsent.GIVEN
