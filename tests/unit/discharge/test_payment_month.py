"""A municipality's month under an average agreement."""

from dataclasses import replace
from decimal import Decimal

import pytest

from naravard.discharge.rules.agreement import Agreement, Individual, PaymentModel
from naravard.discharge.rules.payment_month import payment_month

AVERAGE = Agreement(model=PaymentModel.MONTHLY_AVERAGE)
RATE = Decimal(9300)


@pytest.mark.parametrize(
    ("stays", "mean", "excess", "individual", "amount"),
    [
        ([0, 0, 1, 2, 5, 10], "2.5", 0, 3, 27_900),
        ([4, 6, 3, 0, 12], "4", 5, 5, 93_000),
        ([3, 3, 3], "3", 0, 0, 0),
        ([0, 0, 0, 0, 0, 0, 0, 0, 9, 9], "1.4", 0, 4, 37_200),
    ],
)
def test_the_worked_months(stays, mean, excess, individual, amount):
    month = payment_month(stays, agreement=AVERAGE, rate=RATE)

    assert month.n == len(stays)
    assert month.mean == Decimal(mean)
    assert month.excess_days == excess
    assert month.individual_days == individual
    assert month.amount == amount


def test_a_stay_over_the_cap_may_leave_the_mean_altogether():
    agreement = replace(AVERAGE, individual=Individual.WHOLE_STAY_IF_OVER_CAP)

    month = payment_month([4, 6, 12], agreement=agreement, rate=RATE)

    assert month.n == 2
    assert month.mean == 5
    assert month.excess_days == 4
    assert month.individual_days == 9
    assert month.amount == 13 * RATE


def test_without_individual_rule_nothing_is_charged_beyond_the_cap():
    agreement = replace(AVERAGE, individual=Individual.NONE)

    month = payment_month([4, 6, 12], agreement=agreement, rate=RATE)

    assert month.individual_days == 0
    assert month.excess_days == 8


def test_without_cap_every_day_is_in_the_mean():
    agreement = replace(AVERAGE, individual=Individual.NONE, cap_days=None)

    month = payment_month([0, 12], agreement=agreement, rate=RATE)

    assert month.mean == 6
    assert month.excess_days == 6


def test_days_home_at_once_may_be_left_out():
    agreement = replace(AVERAGE, include_day_zero=False)

    month = payment_month([0, 0, 4], agreement=agreement, rate=RATE)

    assert month.n == 1
    assert month.excess_days == 1


def test_a_rounded_mean_gives_fractional_days():
    agreement = replace(AVERAGE, mean_decimals=2)

    month = payment_month([4, 4, 3], agreement=agreement, rate=RATE)

    assert month.mean == Decimal("3.67")
    assert month.excess_days == Decimal("2.01")
    assert month.amount == Decimal("18693.00")


def test_a_month_without_stays_costs_nothing_and_has_no_mean():
    month = payment_month([], agreement=AVERAGE, rate=RATE)

    assert month.n == 0
    assert month.mean is None
    assert month.amount == 0


def test_a_month_without_rate_has_no_amount():
    assert payment_month([10], agreement=AVERAGE, rate=None).amount is None
