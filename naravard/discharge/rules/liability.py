"""When a municipality pays for a person who is ready to leave (LUS 5 kap.).

Each ready notice is judged by itself, and every day is counted at most once. A day is
payable as of a moment exactly when it would be if the person left at that moment.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from naravard.core.clock import day_of
from naravard.discharge.rules.agreement import (
    LUS,
    Agreement,
    PaymentModel,
    Rates,
    RateYear,
)
from naravard.discharge.rules.average_stay import individual_days
from naravard.discharge.rules.case import Case, ReadyNotice
from naravard.discharge.rules.conditions import (
    FULFILLED,
    Conditions,
    Forfeit,
    conditions_for,
)
from naravard.discharge.rules.day_spans import blocked, days_between, first_unblocked
from naravard.discharge.rules.free_days import first_possible_day

ONE_DAY = timedelta(days=1)


class LiabilityStatus(StrEnum):
    """How the payment stands in the case as a whole."""

    NONE = "none"
    GRACE = "grace"
    ACCRUING = "accruing"
    SUSPENDED = "suspended"
    ENDED = "ended"
    FORFEITED = "forfeited"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeOutcome:
    """What one ready notice led to.

    `starts_on` is None when the notice is forfeited, was withdrawn before it, or when
    an open blocker keeps it from being known.
    """

    notice: ReadyNotice
    conditions: Conditions
    starts_on: date | None
    payable_days: tuple[date, ...]

    @property
    def forfeited(self) -> Forfeit | None:
        """Why the region lost its right for this notice; None when it has not."""
        return self.conditions.forfeited


@dataclass(frozen=True, slots=True, kw_only=True)
class Liability:
    """Who pays for which days, how much in kronor, and how it stands.

    `amount` is None under a monthly average, and where a needed year has no rate.
    """

    payer: str | None
    status: LiabilityStatus
    notices: tuple[NoticeOutcome, ...]
    payable_days: tuple[date, ...]
    amount: Decimal | None
    ready_days: int | None
    years_without_rate: tuple[int, ...] = ()


def liability_of(
    case: Case,
    *,
    payer: str | None,
    as_of: datetime,
    agreement: Agreement = LUS,
    rates: Rates,
) -> Liability:
    """The municipality's payment for the case as it stands at `as_of`."""
    if payer is None:
        return _nobody_pays(case, agreement)
    outcomes = _outcomes(case, payer, agreement, as_of)
    days = tuple(sorted(day for each in outcomes for day in each.payable_days))
    missing = _years_without_rate(case, days, agreement, rates)
    return Liability(
        payer=payer,
        status=_status(case, outcomes, agreement, as_of),
        notices=outcomes,
        payable_days=days,
        amount=None if missing else _amount(case, days, agreement, rates),
        ready_days=ready_days(case),
        years_without_rate=missing,
    )


def payer_of(*, registered_in: str | None, placed_by: str | None) -> str | None:
    """The municipality that pays: the one that placed the person, else of residence.

    Source: LUS 5 kap. 2 §.
    """
    return placed_by or registered_in


def _nobody_pays(case: Case, agreement: Agreement) -> Liability:
    return Liability(
        payer=None,
        status=LiabilityStatus.NONE,
        notices=tuple(
            NoticeOutcome(
                notice=notice, conditions=FULFILLED, starts_on=None, payable_days=()
            )
            for notice in case.notices
        ),
        payable_days=(),
        amount=_amount(case, (), agreement, {}),
        ready_days=ready_days(case),
    )


def ready_days(case: Case) -> int | None:
    """Calendar days from the last valid ready notice to discharge, if both are."""
    notice = case.active_notice
    if notice is None or case.discharged_at is None:
        return None
    return (day_of(case.discharged_at) - day_of(notice.sent_at)).days


def _outcomes(
    case: Case, payer: str, agreement: Agreement, as_of: datetime
) -> tuple[NoticeOutcome, ...]:
    counted: set[date] = set()
    found: list[NoticeOutcome] = []
    for notice in case.notices:
        outcome = _outcome(case, notice, payer, agreement, as_of)
        fresh = tuple(day for day in outcome.payable_days if day not in counted)
        counted.update(fresh)
        found.append(
            outcome
            if len(fresh) == len(outcome.payable_days)
            else NoticeOutcome(
                notice=notice,
                conditions=outcome.conditions,
                starts_on=outcome.starts_on,
                payable_days=fresh,
            )
        )
    return tuple(found)


def _outcome(
    case: Case, notice: ReadyNotice, payer: str, agreement: Agreement, as_of: datetime
) -> NoticeOutcome:
    conditions = conditions_for(case, notice, payer, agreement, as_of)
    possible = first_possible_day(case, notice, conditions, agreement)
    end = _first_day_not_counted(case, notice, agreement, as_of)
    return NoticeOutcome(
        notice=notice,
        conditions=conditions,
        starts_on=_starts_on(case, notice, conditions, agreement, possible),
        payable_days=(
            _payable_days(case, notice, agreement, possible, end)
            if conditions.fulfilled
            else ()
        ),
    )


def _starts_on(
    case: Case,
    notice: ReadyNotice,
    conditions: Conditions,
    agreement: Agreement,
    possible: date,
) -> date | None:
    if conditions.forfeited:
        return None
    start = first_unblocked(possible, case.blockers, agreement)
    withdrawn = notice.withdrawn_at
    if start and withdrawn and day_of(withdrawn) < start:
        return None
    return start


def _payable_days(
    case: Case, notice: ReadyNotice, agreement: Agreement, possible: date, end: date
) -> tuple[date, ...]:
    if agreement.model is PaymentModel.MONTHLY_AVERAGE:
        days = individual_days(case, notice, agreement, end)
    else:
        days = days_between(possible, end)
    return tuple(day for day in days if not blocked(day, case.blockers, agreement))


def _first_day_not_counted(
    case: Case, notice: ReadyNotice, agreement: Agreement, as_of: datetime
) -> date:
    """The day of leaving, withdrawal or death; else today. Leaving may count itself."""
    last_on = day_of(case.discharged_at or as_of)
    if agreement.count_discharge_day and agreement.model is PaymentModel.STATUTORY:
        last_on += ONE_DAY
    ends = [last_on]
    ends += [
        day_of(moment) for moment in (notice.withdrawn_at, case.ended_at) if moment
    ]
    return min(ends)


def _years_without_rate(
    case: Case, days: tuple[date, ...], agreement: Agreement, rates: Rates
) -> tuple[int, ...]:
    if agreement.model is PaymentModel.MONTHLY_AVERAGE:
        return ()
    years = {_rate_year(case, day, agreement) for day in days}
    return tuple(sorted(year for year in years if rates.get(year) is None))


def _amount(
    case: Case, days: tuple[date, ...], agreement: Agreement, rates: Rates
) -> Decimal | None:
    if agreement.model is PaymentModel.MONTHLY_AVERAGE:
        return None
    known = (rates.get(_rate_year(case, day, agreement)) for day in days)
    return sum((rate for rate in known if rate is not None), Decimal(0))


def _rate_year(case: Case, day: date, agreement: Agreement) -> int:
    if agreement.rate_year is RateYear.YEAR_OF_DISCHARGE and case.discharged_at:
        return day_of(case.discharged_at).year
    return day.year


def _status(
    case: Case,
    outcomes: tuple[NoticeOutcome, ...],
    agreement: Agreement,
    as_of: datetime,
) -> LiabilityStatus:
    if not outcomes:
        return LiabilityStatus.NONE
    over = case.active_notice is None or not case.in_hospital
    earned = any(outcome.payable_days for outcome in outcomes)
    if outcomes[-1].forfeited and not (over and earned):
        return LiabilityStatus.FORFEITED
    if over:
        return LiabilityStatus.ENDED
    return _running_status(case, outcomes[-1], agreement, as_of)


def _running_status(
    case: Case, last: NoticeOutcome, agreement: Agreement, as_of: datetime
) -> LiabilityStatus:
    today = day_of(as_of)
    if case.open_blockers:
        return LiabilityStatus.SUSPENDED
    if last.starts_on is None or today < last.starts_on or last.conditions.awaited:
        return LiabilityStatus.GRACE
    if blocked(today, case.blockers, agreement):
        return LiabilityStatus.SUSPENDED
    return LiabilityStatus.ACCRUING
