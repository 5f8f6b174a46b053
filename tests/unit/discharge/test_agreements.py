"""What an agreement may change, and what a day costs (LUS 4 kap. 5 §, 5 kap. 6 §)."""

import pytest

from tests.unit.discharge.cases import (
    CONCERNED,
    admitted,
    called,
    case,
    codes,
    event,
    explained,
    karin,
    left,
    ready,
    withdrawn,
)

READY = [*admitted(), *ready("2022-03-07 10:15"), called("2022-03-08 09:00")]


def days(answer):
    return [day[-2:] for day in answer["liability"]["payable_days"]]


@pytest.mark.parametrize(
    ("resets", "starts"),
    [(True, "2022-03-14"), ("pause", "2022-03-12"), (False, "2022-03-12")],
)
def test_an_agreement_may_let_the_free_days_go_on(resets, starts):
    answer = explained(
        case(
            READY,
            withdrawn("2022-03-09 16:00"),
            ready("2022-03-11 11:00"),
            left("2022-03-15 13:00"),
            agreement={"withdrawal_resets": resets},
        )
    )

    assert answer["notices"][1]["liability_starts_on"] == starts


def test_paused_free_days_are_never_less_than_none():
    answer = explained(
        case(
            READY,
            withdrawn("2022-03-12 16:00"),
            ready("2022-03-14 11:00"),
            left("2022-03-16 13:00"),
            agreement={"withdrawal_resets": "pause"},
        )
    )

    assert days(answer) == ["10", "11", "14", "15"]


def test_an_agreement_may_count_the_day_of_leaving():
    answer = explained(karin(agreement={"count_discharge_day": True}))

    assert days(answer) == ["10", "11"]


def test_an_agreement_may_count_noon_itself_as_after():
    answer = explained(
        case(
            admitted(),
            ready("2022-03-07 12:00"),
            called("2022-03-08 09:00"),
            left("2022-03-14 13:00"),
            agreement={"noon_strict": False},
        )
    )

    assert answer["notices"][0]["liability_starts_on"] == "2022-03-11"


def test_noon_is_by_swedish_clocks_in_summer_too():
    answer = explained(
        case(
            admitted("2022-07-01"),
            event("ready_decision", "2022-07-04 09:00"),
            {"type": "ready_notice", "at": "2022-07-04T10:00:01Z", "to": CONCERNED},
            called("2022-07-05 09:00"),
            left("2022-07-10 13:00"),
        )
    )

    assert answer["notices"][0]["sent_at"] == "2022-07-04T12:00:01+02:00"
    assert answer["notices"][0]["liability_starts_on"] == "2022-07-08"


def test_missing_rate_refuses_an_amount():
    answer = explained(karin(rates={"2021": 9000, "2022": None}))

    assert answer["liability"]["amount"] is None
    assert days(answer) == ["10"]
    assert "NO_RATE" in codes(answer)


def test_no_rate_is_needed_where_nothing_is_payable():
    answer = explained(case(READY, left("2022-03-08 13:00"), rates={}))

    assert answer["liability"]["amount"] == 0
    assert "NO_RATE" not in codes(answer)


def test_rates_with_ore_are_kept_exact():
    answer = explained(karin(rates={"2022": 9300.1}))

    assert answer["liability"]["amount"] == 9300.1


def test_an_agreement_may_use_the_rate_of_the_year_of_discharge():
    answer = explained(
        case(
            admitted("2022-12-20"),
            ready("2022-12-27 10:00"),
            called("2022-12-28 09:00"),
            left("2023-01-03 13:00"),
            agreement={"rate_year": "year_of_discharge"},
        )
    )

    assert answer["liability"]["amount"] == 4 * 10500


@pytest.mark.parametrize(
    ("agreement", "payable"),
    [
        ({"individual": "beyond_cap"}, ["14", "15"]),
        (
            {"individual": "whole_stay_if_over_cap"},
            ["10", "11", "12", "13", "14", "15"],
        ),
        ({"individual": "none"}, []),
        ({"cap_days": None}, []),
        ({"cap_days": 9}, []),
    ],
)
def test_long_stays_under_a_monthly_average(agreement, payable):
    answer = explained(
        case(
            READY,
            left("2022-03-16 13:00"),
            agreement={"model": "monthly_average", **agreement},
        )
    )

    assert days(answer) == payable
    assert answer["liability"]["amount"] is None
    assert answer["liability"]["ready_days"] == 9
    assert "MONTHLY_AVERAGE" in codes(answer)


def test_only_the_valid_notice_counts_under_a_monthly_average():
    answer = explained(
        case(
            READY,
            withdrawn("2022-03-16 09:00"),
            ready("2022-03-16 10:00"),
            left("2022-03-18 13:00"),
            agreement={"model": "monthly_average"},
        )
    )

    assert days(answer) == []
