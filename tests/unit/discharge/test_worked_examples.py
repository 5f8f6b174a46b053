"""The worked examples A–N of the law, exactly."""

import pytest

from tests.unit.discharge.cases import (
    UNITS,
    VASTERAS,
    admitted,
    at,
    blocker,
    called,
    case,
    deadline,
    event,
    explained,
    karin,
    left,
    ready,
    withdrawn,
)


@pytest.mark.parametrize(
    ("notice", "call_due", "starts", "goes_home", "days", "amount"),
    [
        # A: Monday morning
        (
            "2022-03-07 10:15:00",
            "2022-03-10",
            "2022-03-10",
            "2022-03-11 13:00",
            1,
            9300,
        ),
        # B1: exactly noon is not after noon
        (
            "2022-03-07 12:00:00",
            "2022-03-10",
            "2022-03-10",
            "2022-03-11 13:00",
            1,
            9300,
        ),
        # B2: one second later is
        ("2022-03-07 12:00:01", "2022-03-10", "2022-03-11", "2022-03-11 13:00", 0, 0),
        # C: Friday afternoon
        (
            "2022-03-04 14:30:00",
            "2022-03-07",
            "2022-03-08",
            "2022-03-09 13:00",
            1,
            9300,
        ),
        # D: Christmas; the call slides, the payment does not
        (
            "2022-12-22 09:00:00",
            "2022-12-27",
            "2022-12-25",
            "2022-12-28 13:00",
            3,
            27900,
        ),
        # E: new year; each day at its own year's rate
        (
            "2022-12-27 10:00:00",
            "2022-12-30",
            "2022-12-30",
            "2023-01-03 13:00",
            4,
            39600,
        ),
        # K: home the same day
        ("2022-03-07 10:00:00", "2022-03-10", "2022-03-10", "2022-03-07 15:00", 0, 0),
        # Example L is Easter
        (
            "2022-04-13 08:00:00",
            "2022-04-19",
            "2022-04-16",
            "2022-04-19 13:00",
            3,
            27900,
        ),
        # Example M is Midsummer
        (
            "2022-06-21 11:59:00",
            "2022-06-27",
            "2022-06-24",
            "2022-06-27 13:00",
            3,
            27900,
        ),
    ],
)
def test_one_notice(notice, call_due, starts, goes_home, days, amount):
    day = notice[:10]

    answer = explained(
        case(
            admitted("2022-03-01"),
            ready(notice),
            called(f"{day} 15:30"),
            left(goes_home),
        )
    )

    assert deadline(answer, "TM4")["due_on"] == call_due
    assert answer["notices"][0]["liability_starts_on"] == starts
    assert len(answer["liability"]["payable_days"]) == days
    assert answer["liability"]["amount"] == amount
    assert answer["liability"]["status"] == "ended"


def test_f_withdrawn_within_the_free_days():
    answer = explained(
        case(
            admitted(),
            ready("2022-03-07 10:00"),
            withdrawn("2022-03-09 16:00"),
            ready("2022-03-11 11:00"),
            called("2022-03-11 12:00"),
            left("2022-03-15 13:00"),
        )
    )

    assert [n["liability_starts_on"] for n in answer["notices"]] == [None, "2022-03-14"]
    assert [n["forfeited"] for n in answer["notices"]] == [None, None]
    assert answer["liability"]["payable_days"] == ["2022-03-14"]
    assert answer["liability"]["amount"] == 9300
    assert [d["status"] for d in answer["deadlines"] if d["code"] == "TM4"] == [
        "void",
        "met",
    ]
    assert answer["liability"]["ready_days"] == 4


def test_g_withdrawn_after_payment_started():
    answer = explained(
        case(
            admitted(),
            ready("2022-03-07 10:00"),
            called("2022-03-08 09:00"),
            withdrawn("2022-03-12 09:00"),
            ready("2022-03-14 13:00"),
            left("2022-03-18 13:00"),
        )
    )

    first, second = answer["notices"]
    assert first["liability_starts_on"] == "2022-03-10"
    assert first["payable_days"] == ["2022-03-10", "2022-03-11"]
    assert second["liability_starts_on"] == "2022-03-18"
    assert second["payable_days"] == []
    assert answer["liability"]["amount"] == 18600
    assert answer["liability"]["status"] == "ended"


def test_h_no_call_to_sip():
    answer = explained(
        case(admitted(), ready("2022-03-07 10:15"), left("2022-03-11 13:00"))
    )

    assert answer["notices"][0]["forfeited"] == "NO_SIP_CALL"
    assert answer["notices"][0]["liability_starts_on"] is None
    assert answer["liability"]["amount"] == 0
    assert answer["liability"]["status"] == "forfeited"
    assert deadline(answer, "TM4")["status"] == "missed"


def test_i_late_call_to_sip():
    answer = explained(
        case(
            admitted(),
            ready("2022-03-07 10:15"),
            called("2022-03-11 08:00"),
            left("2022-03-14 13:00"),
        )
    )

    assert answer["notices"][0]["forfeited"] == "LATE_SIP_CALL"
    assert answer["liability"]["amount"] == 0
    assert deadline(answer, "TM4")["status"] == "late"


def test_j_open_care_unclear():
    answer = explained(
        case(
            admitted(),
            ready("2022-03-07 10:00"),
            called("2022-03-08 09:00"),
            blocker("2022-03-07 11:00", on=True),
            blocker("2022-03-12 15:00", on=False),
            left("2022-03-14 13:00"),
        )
    )

    assert answer["notices"][0]["liability_starts_on"] == "2022-03-13"
    assert answer["liability"]["payable_days"] == ["2022-03-13"]
    assert answer["liability"]["amount"] == 9300


def test_n_placed_in_another_municipality():
    told = ["vc", "bistand_vasteras"]

    answer = explained(
        case(
            admitted(to=told),
            ready("2022-03-07 10:15", to=told),
            called("2022-03-08 09:00"),
            left("2022-03-11 13:00"),
            placed_by=VASTERAS,
        )
    )

    assert answer["liability"]["payer"] == VASTERAS
    assert answer["liability"]["amount"] == 9300


def test_n_where_only_those_who_care_for_her_take_part():
    sala_alone = {key: UNITS[key] for key in ("ward", "vc", "hsv", "bistand")}

    answer = explained(karin(placed_by=VASTERAS, units=sala_alone))

    assert answer["liability"]["payer"] == VASTERAS
    assert answer["liability"]["payable_days"] == ["2022-03-10"]
    assert answer["liability"]["amount"] == 9300


@pytest.mark.parametrize(
    ("admitted_at", "due_at"),
    [
        ("2022-03-04 22:10", "2022-03-05T22:10:00+01:00"),
        ("2022-03-26 22:00", "2022-03-27T23:00:00+02:00"),  # a night of 23 hours
        ("2022-10-29 22:00", "2022-10-30T21:00:00+01:00"),  # a night of 25 hours
    ],
)
def test_admission_notice_is_due_after_24_elapsed_hours(admitted_at, due_at):
    answer = explained(
        case(
            event("admit", admitted_at, unit="ward"),
            event("need_assessed", admitted_at, units=["vc", "bistand"]),
        )
    )

    assert deadline(answer, "TM1")["due_at"] == due_at
    assert deadline(answer, "TM1")["status"] == "missed"


def test_need_judged_on_day_four_gives_a_day_from_then():
    answer = explained(
        case(
            event("admit", "2022-03-01 09:00", unit="ward"),
            event("need_assessed", "2022-03-04 09:00", units=["bistand"]),
            event(
                "admission_notice",
                "2022-03-05 09:00",
                to=["bistand"],
                estimated_discharge="2022-03-09",
            ),
        )
    )

    assert deadline(answer, "TM1")["due_at"] == at("2022-03-05 09:00:00")
    assert deadline(answer, "TM1")["status"] == "met"


def test_the_contracts_own_example():
    answer = explained(karin())

    assert answer["state"] == "DISCHARGED"
    assert answer["sip_required"] is True
    assert answer["notices"] == [
        {
            "sent_at": "2022-03-07T10:15:00+01:00",
            "liability_starts_on": "2022-03-10",
            "forfeited": None,
            "payable_days": ["2022-03-10"],
        }
    ]
    assert answer["liability"] == {
        "payer": "1981",
        "status": "ended",
        "payable_days": ["2022-03-10"],
        "amount": 9300,
        "ready_days": 4,
    }
