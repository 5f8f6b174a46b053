"""Withdrawals, ends and moments in the middle of things."""

import pytest

from naravard.discharge.explanation.fields import InputInvalid
from tests.unit.discharge.cases import (
    CONCERNED,
    admitted,
    at,
    called,
    case,
    codes,
    deadline,
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
    ("moment", "status", "payable"),
    [
        ("2022-03-06 08:00", "none", []),
        ("2022-03-07 11:00", "grace", []),
        ("2022-03-09 23:59", "grace", []),
        ("2022-03-10 00:00", "accruing", []),
        ("2022-03-11 08:00", "accruing", ["10"]),
        ("2022-03-13 08:00", "accruing", ["10", "11", "12"]),
        ("2022-03-14 13:00", "ended", ["10", "11", "12", "13"]),
        ("2022-04-20 08:00", "ended", ["10", "11", "12", "13"]),
    ],
)
def test_what_had_happened_by_a_moment_decides(moment, status, payable):
    answer = explained(case(READY, left("2022-03-14 13:00"), as_of=at(moment)))

    assert answer["liability"]["status"] == status
    assert days(answer) == payable


def test_what_was_not_known_by_a_moment_is_not_in_its_answer():
    notice = event(
        "admission_notice",
        "2022-03-01 11:00",
        to=CONCERNED,
        estimated_discharge="2022-03-07",
        recorded_at=at("2022-03-03 08:00"),
    )
    begun = [
        event("admit", "2022-03-01 09:00", unit="ward"),
        event("need_assessed", "2022-03-01 10:00", units=CONCERNED),
        notice,
    ]

    before = explained(case(begun, as_of=at("2022-03-03 07:59")))
    after = explained(case(begun, as_of=at("2022-03-03 08:00")))

    assert (before["state"], deadline(before, "TM1")["status"]) == ("OPEN", "missed")
    assert (after["state"], deadline(after, "TM1")["status"]) == ("NOTIFIED", "met")


def test_nobody_is_admitted_before_the_admission_is_known():
    late = {**admitted()[0], "recorded_at": at("2022-03-05 08:00")}

    with pytest.raises(InputInvalid) as refusal:
        explained(case([late, *admitted()[1:]], as_of=at("2022-03-04 08:00")))

    assert refusal.value.path == "as_of"


def test_deadlines_are_open_until_they_pass():
    answer = explained(karin(as_of=at("2022-03-07 12:00")))

    assert answer["state"] == "READY"
    assert deadline(answer, "TM4")["status"] == "open"
    assert deadline(answer, "TM4")["met_at"] is None
    assert answer["liability"]["ready_days"] is None


def test_payment_waits_for_the_call_while_it_can_still_be_made():
    answer = explained(
        case(
            admitted("2022-12-19"),
            ready("2022-12-22 09:00"),
            as_of=at("2022-12-26 08:00"),
        )
    )

    assert answer["notices"][0]["forfeited"] is None
    assert answer["liability"]["status"] == "grace"
    assert days(answer) == []


def test_payment_waits_for_an_admission_notice_that_can_still_be_in_time():
    events = [
        event("admit", "2022-03-01 09:00", unit="ward"),
        event("need_assessed", "2022-03-01 10:00", units=["bistand"]),
        *ready("2022-03-01 11:00", to=["bistand"]),
    ]

    answer = explained(case(events, as_of=at("2022-03-01 12:00")))

    assert answer["liability"]["status"] == "grace"
    assert deadline(answer, "TM1")["status"] == "open"


def test_as_of_before_the_day_of_discharge_information_is_open_the_same_day():
    answer = explained(karin(as_of=at("2022-03-11 20:00")))

    assert deadline(answer, "TM6")["status"] == "open"


@pytest.mark.parametrize(
    ("moment", "status"),
    [("2022-03-11 23:59", "met"), ("2022-03-12 00:00", "late")],
)
def test_information_is_due_the_same_day(moment, status):
    given = karin()
    given["events"] = [*given["events"], event("information_transferred", moment)]

    assert deadline(explained(given), "TM6")["status"] == status


def test_contact_appointed_after_going_home_is_late():
    quiet = [e for e in admitted() if e["type"] != "appoint_named_contact"]

    answer = explained(
        case(
            quiet,
            left("2022-03-03 09:00"),
            event("appoint_named_contact", "2022-03-04 09:00", by="vc"),
        )
    )

    assert deadline(answer, "TM2")["status"] == "late"


def test_death_within_the_free_days_ends_it():
    answer = explained(case(READY, event("death", "2022-03-09 02:00")))

    assert answer["state"] == "ABORTED"
    assert answer["liability"]["status"] == "ended"
    assert answer["liability"]["amount"] == 0
    assert answer["liability"]["ready_days"] is None


def test_death_within_the_free_days_without_call_voids_the_call():
    answer = explained(
        case(admitted(), ready("2022-03-07 10:15"), event("death", "2022-03-08 02:00"))
    )

    assert deadline(answer, "TM4")["status"] == "void"
    assert answer["notices"][0]["forfeited"] is None


def test_death_after_payment_began_keeps_the_days_before():
    answer = explained(case(READY, event("death", "2022-03-12 02:00")))

    assert days(answer) == ["10", "11"]
    assert answer["liability"]["status"] == "ended"
    assert "CASE_ENDED" in codes(answer)


def test_abort_voids_what_was_not_done():
    answer = explained(
        case(
            event("admit", "2022-03-01 09:00", unit="ward"),
            event("need_assessed", "2022-03-01 10:00", units=CONCERNED),
            event("abort", "2022-03-01 12:00", reason="fel person"),
        )
    )

    assert answer["state"] == "ABORTED"
    assert deadline(answer, "TM1")["status"] == "void"
    assert answer["liability"]["status"] == "none"


def test_death_at_home_changes_no_day():
    given = karin()
    given["events"] = [*given["events"], event("death", "2022-03-20 10:00")]

    answer = explained(given)

    assert answer["state"] == "ABORTED"
    assert answer["liability"]["amount"] == 9300
    assert answer["liability"]["ready_days"] == 4


def test_moving_between_wards_changes_no_clock():
    moved = event("transfer", "2022-03-08 12:00", unit="other_ward")

    answer = explained(case(READY, moved, left("2022-03-11 13:00")))

    assert days(answer) == ["10"]


def test_a_second_notice_never_doubles_a_day():
    answer = explained(
        case(
            READY,
            event("ready_notice", "2022-03-08 10:00", to=CONCERNED),
            left("2022-03-14 13:00"),
        )
    )

    first, second = answer["notices"]
    assert first["payable_days"] == [
        "2022-03-10",
        "2022-03-11",
        "2022-03-12",
        "2022-03-13",
    ]
    assert second["payable_days"] == []
    assert answer["liability"]["amount"] == 4 * 9300
    assert answer["liability"]["ready_days"] == 6


def test_withdrawal_takes_back_every_notice_that_holds():
    answer = explained(
        case(
            READY,
            event("ready_notice", "2022-03-08 10:00", to=CONCERNED),
            withdrawn("2022-03-09 10:00"),
            as_of=at("2022-03-20 08:00"),
        )
    )

    assert answer["state"] == "PLANNING"
    assert answer["liability"]["status"] == "ended"
    assert days(answer) == []


def test_withdrawn_on_the_very_day_payment_starts():
    answer = explained(case(READY, withdrawn("2022-03-10 08:00")))

    assert answer["notices"][0]["liability_starts_on"] == "2022-03-10"
    assert days(answer) == []


def test_discharge_without_any_notice():
    answer = explained(
        case(event("admit", "2022-03-01 09:00", unit="ward"), left("2022-03-02 09:00"))
    )

    assert answer["state"] == "DISCHARGED"
    assert answer["deadlines"] == []
    assert answer["liability"] == {
        "payer": "1981",
        "status": "none",
        "payable_days": [],
        "amount": 0,
        "ready_days": None,
    }


def test_home_before_the_admission_notice_was_due():
    answer = explained(
        case(
            event("admit", "2022-03-01 09:00", unit="ward"),
            event("need_assessed", "2022-03-01 10:00", units=CONCERNED),
            left("2022-03-01 18:00"),
        )
    )

    assert deadline(answer, "TM1")["status"] == "void"


def test_earned_days_are_not_lost_by_a_later_forfeited_notice():
    answer = explained(
        case(
            READY,
            withdrawn("2022-03-12 09:00"),
            ready("2022-03-14 09:00", to=["vc"]),
            left("2022-03-20 13:00"),
        )
    )

    assert answer["notices"][1]["forfeited"] == "NO_READY_NOTICE"
    assert answer["liability"]["status"] == "ended"
    assert days(answer) == ["10", "11"]
