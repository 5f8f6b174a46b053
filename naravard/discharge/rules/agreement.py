"""What region and municipality have agreed, and every legal reading held open.

The defaults are those of LUS and of the readings listed in docs/explain-discharge.md.
An agreement is data with dates and source; no rule asks which county it is in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

Rates = Mapping[int, Decimal | None]
"""Kronor for a day of care, by calendar year; None where no figure is known."""


class PaymentModel(StrEnum):
    """How the municipality pays: day by day, or by the mean of a month."""

    STATUTORY = "statutory"
    MONTHLY_AVERAGE = "monthly_average"


class LateAdmissionNotice(StrEnum):
    """What a late admission notice does to the payment (LUS 5 kap. 3 §)."""

    DISQUALIFY = "disqualify"
    IGNORE = "ignore"
    DELAY_START_BY_LATENESS = "delay_start_by_lateness"


class LateSipCall(StrEnum):
    """What a late call to SIP does to the payment (LUS 5 kap. 3 §)."""

    DISQUALIFY = "disqualify"
    IGNORE = "ignore"
    START_WHEN_CALL_SENT = "start_when_call_sent"


class RateYear(StrEnum):
    """Which year's rate a day is charged at."""

    YEAR_OF_THE_DAY = "year_of_the_day"
    YEAR_OF_DISCHARGE = "year_of_discharge"


class Individual(StrEnum):
    """How very long stays are charged under a monthly average."""

    BEYOND_CAP = "beyond_cap"
    WHOLE_STAY_IF_OVER_CAP = "whole_stay_if_over_cap"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The parameters of payment and planning between a region and a municipality."""

    model: PaymentModel = PaymentModel.STATUTORY
    late_admission_notice: LateAdmissionNotice = LateAdmissionNotice.DISQUALIFY
    late_sip_call: LateSipCall = LateSipCall.DISQUALIFY
    early_sip_call_ok: bool = True
    declined_sip_blocks_liability: bool = False
    withdrawal_resets: bool = True  # False: the free days pause and go on
    count_discharge_day: bool = False
    noon_strict: bool = True  # True: 12.00.00 itself is not after noon
    sip_call_weekend_slide: bool = True
    rate_year: RateYear = RateYear.YEAR_OF_THE_DAY
    blocker_release_offset_days: int = 1
    # Monthly average only.
    threshold_days: Decimal = Decimal(3)
    cap_days: int | None = 7  # None: no stay is cut in the mean
    include_day_zero: bool = True
    individual: Individual = Individual.BEYOND_CAP
    mean_decimals: int | None = None
    # Practice, not law: when reminders are due.
    named_contact_hours: int = 24
    planning_input_hours: int = 48
    follow_up_from_hours: int = 48
    follow_up_to_hours: int = 72


LUS = Agreement()
