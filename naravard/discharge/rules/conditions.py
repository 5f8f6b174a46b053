"""What must hold before a municipality pays: notices and call (LUS 5 kap. 3 §)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from naravard.core.clock import day_of
from naravard.discharge.rules.agreement import (
    Agreement,
    LateAdmissionNotice,
    LateSipCall,
)
from naravard.discharge.rules.case import Case, ReadyNotice
from naravard.discharge.rules.clocks import (
    admission_notice_due_at,
    counted_sip_call,
    liability_starts_on,
    planning_refused_by,
    sip_call_due_on,
)
from naravard.discharge.rules.parties import reaches_municipality

ONE_DAY = timedelta(days=1)


class Forfeit(StrEnum):
    """Why the region lost its right to payment; of several, the first counts."""

    NO_ADMISSION_NOTICE = "NO_ADMISSION_NOTICE"
    LATE_ADMISSION_NOTICE = "LATE_ADMISSION_NOTICE"
    NO_READY_NOTICE = "NO_READY_NOTICE"
    NO_SIP_CALL = "NO_SIP_CALL"
    LATE_SIP_CALL = "LATE_SIP_CALL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """How the conditions stand for one notice.

    `awaited` means that something is not done yet but can still be done in time.
    `delay_days` and `not_before` move the start where an agreement says so.
    """

    forfeited: Forfeit | None = None
    awaited: bool = False
    delay_days: int = 0
    not_before: date | None = None

    @property
    def fulfilled(self) -> bool:
        """Whether days can be payable."""
        return self.forfeited is None and not self.awaited


FULFILLED = Conditions()
AWAITED = Conditions(awaited=True)


def conditions_for(
    case: Case, notice: ReadyNotice, payer: str, agreement: Agreement, as_of: datetime
) -> Conditions:
    """The conditions of LUS 5 kap. 3 § for one notice, in the order of the act."""
    admission = _admission_notice(case, payer, agreement, as_of)
    if admission.forfeited:
        return admission
    if not reaches_municipality(notice.to, payer, case.units):
        return Conditions(forfeited=Forfeit.NO_READY_NOTICE)
    call = _sip_call(case, notice, agreement, as_of)
    if call.forfeited:
        return call
    return Conditions(
        awaited=admission.awaited or call.awaited,
        delay_days=admission.delay_days,
        not_before=call.not_before,
    )


def _admission_notice(
    case: Case, payer: str, agreement: Agreement, as_of: datetime
) -> Conditions:
    told_at = case.first_told(payer)
    due_at = admission_notice_due_at(case.need_known_at(payer))
    if told_at is None:
        can_still_be_sent = case.in_hospital and as_of <= due_at
        return (
            AWAITED
            if can_still_be_sent
            else Conditions(forfeited=Forfeit.NO_ADMISSION_NOTICE)
        )
    if told_at <= due_at or agreement.late_admission_notice is (
        LateAdmissionNotice.IGNORE
    ):
        return FULFILLED
    if agreement.late_admission_notice is LateAdmissionNotice.DISQUALIFY:
        return Conditions(forfeited=Forfeit.LATE_ADMISSION_NOTICE)
    begun_days = -((due_at - told_at) // ONE_DAY)
    return Conditions(delay_days=begun_days)


def _sip_call(
    case: Case, notice: ReadyNotice, agreement: Agreement, as_of: datetime
) -> Conditions:
    due_on, today = sip_call_due_on(notice.sent_at, agreement), day_of(as_of)
    if not _sip_call_needed(case, agreement, min(due_on, today)):
        return FULFILLED
    call = counted_sip_call(case, notice, agreement)
    if call is None:
        lost = _call_never_came(case, notice, agreement, today)
        return Conditions(forfeited=Forfeit.NO_SIP_CALL) if lost else AWAITED
    if day_of(call.at) <= due_on or agreement.late_sip_call is LateSipCall.IGNORE:
        return FULFILLED
    if agreement.late_sip_call is LateSipCall.DISQUALIFY:
        return Conditions(forfeited=Forfeit.LATE_SIP_CALL)
    return Conditions(not_before=day_of(call.at))


def _call_never_came(
    case: Case, notice: ReadyNotice, agreement: Agreement, today: date
) -> bool:
    """Whether the missing call costs the region its right.

    A notice that was withdrawn, or a stay that ended by death or abort, before payment
    could begin and before the call was due, has nothing to lose.
    """
    due_on = sip_call_due_on(notice.sent_at, agreement)
    stopped = [m for m in (notice.withdrawn_at, case.ended_at) if m is not None]
    if not stopped:
        return today > due_on
    return day_of(min(stopped)) > min(
        due_on, liability_starts_on(notice.sent_at, agreement)
    )


def _sip_call_needed(case: Case, agreement: Agreement, judged_on: date) -> bool:
    """Whether a call is a condition, judged at the end of its last day."""
    if not case.sip_required:
        return False
    return agreement.declined_sip_blocks_liability or not planning_refused_by(
        case, judged_on
    )
