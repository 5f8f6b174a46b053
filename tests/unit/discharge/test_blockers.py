"""Days when open care keeps the person in hospital (LUS 5 kap. 5 §)."""

import pytest

from tests.unit.discharge.cases import (
    admitted,
    at,
    blocker,
    called,
    case,
    codes,
    event,
    explained,
    left,
    ready,
)

READY = [*admitted(), *ready("2022-03-07 10:15"), called("2022-03-08 09:00")]


def days(answer):
    return [day[-2:] for day in answer["liability"]["payable_days"]]


def test_a_blocker_within_the_free_days_moves_nothing():
    answer = explained(
        case(
            READY,
            blocker("2022-03-07 11:00", on=True),
            blocker("2022-03-08 11:00", on=False),
            left("2022-03-12 13:00"),
        )
    )

    assert answer["notices"][0]["liability_starts_on"] == "2022-03-10"
    assert days(answer) == ["10", "11"]


def test_a_blocker_before_the_notice_moves_nothing():
    answer = explained(
        case(
            blocker("2022-02-28 11:00", on=True),
            READY,
            blocker("2022-03-06 11:00", on=False),
            left("2022-03-12 13:00"),
        )
    )

    assert days(answer) == ["10", "11"]


@pytest.mark.parametrize(
    ("offset", "payable"),
    [(1, ["10", "11", "15"]), (0, ["10", "11", "14", "15"])],
)
def test_a_later_blocker_takes_its_days(offset, payable):
    answer = explained(
        case(
            READY,
            blocker("2022-03-12 15:00", on=True),
            blocker("2022-03-14 09:00", on=False),
            left("2022-03-16 13:00"),
            agreement={"blocker_release_offset_days": offset},
        )
    )

    assert days(answer) == payable
    assert answer["notices"][0]["liability_starts_on"] == "2022-03-10"


def test_overlapping_blockers_hold_until_the_last_is_lifted():
    answer = explained(
        case(
            READY,
            blocker("2022-03-09 09:00", on=True),
            blocker("2022-03-10 09:00", on=True, reason="not_available"),
            blocker("2022-03-11 09:00", on=False),
            blocker("2022-03-13 09:00", on=False, reason="not_available"),
            left("2022-03-16 13:00"),
        )
    )

    assert answer["notices"][0]["liability_starts_on"] == "2022-03-14"
    assert days(answer) == ["14", "15"]


def test_a_blocker_lifted_without_reason_lifts_all_and_twice_on_is_once():
    answer = explained(
        case(
            READY,
            blocker("2022-03-09 09:00", on=True),
            blocker("2022-03-09 10:00", on=True),
            blocker("2022-03-10 09:00", on=True, reason="not_available"),
            event("region_blocker", "2022-03-12 09:00", on=False),
            left("2022-03-14 13:00"),
        )
    )

    assert days(answer) == ["13"]
    assert codes(answer).count("REGION_BLOCKER") == 2


def test_an_open_blocker_suspends_and_leaves_the_start_unknown():
    answer = explained(
        case(READY, blocker("2022-03-08 11:00", on=True), as_of=at("2022-03-12 08:00"))
    )

    assert answer["liability"]["status"] == "suspended"
    assert answer["notices"][0]["liability_starts_on"] is None
    assert days(answer) == []


def test_the_day_a_later_blocker_is_lifted_is_still_suspended():
    answer = explained(
        case(
            READY,
            blocker("2022-03-12 15:00", on=True),
            blocker("2022-03-14 09:00", on=False),
            as_of=at("2022-03-14 18:00"),
        )
    )

    assert answer["liability"]["status"] == "suspended"
