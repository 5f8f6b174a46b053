"""The notices as conditions, and who pays (LUS 5 kap. 2–3 §§)."""

import pytest

from tests.unit.discharge.cases import (
    CONCERNED,
    VASTERAS,
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
)

LATE = [
    event("admit", "2022-03-01 09:00", unit="ward"),
    event("need_assessed", "2022-03-01 10:00", units=CONCERNED),
    event(
        "admission_notice",
        "2022-03-03 08:00",
        to=CONCERNED,
        estimated_discharge="2022-03-07",
    ),
]
READY_AND_HOME = [
    *ready("2022-03-07 10:15"),
    called("2022-03-08 09:00"),
    left("2022-03-14 13:00"),
]


def forfeited(answer):
    return answer["notices"][0]["forfeited"]


def test_no_admission_notice():
    answer = explained(case(LATE[:2], READY_AND_HOME))

    assert forfeited(answer) == "NO_ADMISSION_NOTICE"
    assert deadline(answer, "TM1")["status"] == "missed"
    assert "ADMISSION_NOTICE_NOT_SENT" in codes(answer)


def test_admission_notice_to_another_municipality():
    answer = explained(case(admitted(to=["vc", "bistand_vasteras"]), READY_AND_HOME))

    assert forfeited(answer) == "NO_ADMISSION_NOTICE"
    assert answer["liability"]["status"] == "forfeited"


def test_placed_person_whose_own_municipality_was_told_instead():
    answer = explained(karin(placed_by=VASTERAS))

    assert answer["liability"]["payer"] == VASTERAS
    assert forfeited(answer) == "NO_ADMISSION_NOTICE"


def test_late_admission_notice():
    answer = explained(case(LATE, READY_AND_HOME))

    assert forfeited(answer) == "LATE_ADMISSION_NOTICE"
    assert deadline(answer, "TM1")["status"] == "late"


@pytest.mark.parametrize(
    ("policy", "starts"),
    [("ignore", "2022-03-10"), ("delay_start_by_lateness", "2022-03-11")],
)
def test_softer_policies_for_a_late_admission_notice(policy, starts):
    answer = explained(
        case(LATE, READY_AND_HOME, agreement={"late_admission_notice": policy})
    )

    assert forfeited(answer) is None
    assert answer["notices"][0]["liability_starts_on"] == starts
    assert answer["liability"]["payable_days"][0] == starts


def test_lateness_of_more_than_a_day_delays_by_begun_days():
    later = [*LATE[:2], {**LATE[2], "at": at("2022-03-03 10:01")}]

    answer = explained(
        case(
            later,
            READY_AND_HOME,
            agreement={"late_admission_notice": "delay_start_by_lateness"},
        )
    )

    assert answer["notices"][0]["liability_starts_on"] == "2022-03-12"


def test_notice_exactly_24_hours_after_the_judgement_is_in_time():
    exactly = [*LATE[:2], {**LATE[2], "at": at("2022-03-02 10:00")}]

    answer = explained(case(exactly, READY_AND_HOME))

    assert forfeited(answer) is None
    assert deadline(answer, "TM1")["status"] == "met"


def test_need_of_the_municipality_judged_later_has_its_own_24_hours():
    answer = explained(
        case(
            event("admit", "2022-03-01 09:00", unit="ward"),
            event("need_assessed", "2022-03-01 10:00", units=["vc"]),
            event(
                "admission_notice",
                "2022-03-01 11:00",
                to=["vc"],
                estimated_discharge="2022-03-07",
            ),
            event("need_assessed", "2022-03-04 09:00", units=["vc", "bistand"]),
            event(
                "admission_notice",
                "2022-03-04 15:00",
                to=["bistand"],
                estimated_discharge="2022-03-07",
            ),
            READY_AND_HOME,
        )
    )

    assert forfeited(answer) is None
    assert [
        (each["due_at"], each["status"])
        for each in answer["deadlines"]
        if each["code"] == "TM1"
    ] == [
        (at("2022-03-02 10:00:00"), "met"),
        (at("2022-03-05 09:00:00"), "met"),
    ]


def test_need_judged_before_admission_counts_from_admission():
    answer = explained(
        case(
            event("need_assessed", "2022-02-28 10:00", units=["bistand"]),
            event("admit", "2022-03-01 09:00", unit="ward"),
        )
    )

    assert deadline(answer, "TM1")["due_at"] == at("2022-03-02 09:00:00")


def test_notice_without_recorded_judgement_counts_from_admission():
    answer = explained(case(LATE[0], LATE[2], READY_AND_HOME))

    assert answer["sip_required"] is True
    assert deadline(answer, "TM1")["due_at"] == at("2022-03-02 09:00:00")
    assert forfeited(answer) == "LATE_ADMISSION_NOTICE"


def test_ready_notice_that_reached_no_unit_of_the_payer():
    answer = explained(
        case(
            admitted(),
            ready("2022-03-07 10:15", to=["vc"]),
            called("2022-03-08 09:00"),
            left("2022-03-11 13:00"),
        )
    )

    assert forfeited(answer) == "NO_READY_NOTICE"


def test_of_several_the_first_in_order_is_given():
    answer = explained(
        case(LATE, ready("2022-03-07 10:15", to=["vc"]), left("2022-03-14 13:00"))
    )

    assert forfeited(answer) == "LATE_ADMISSION_NOTICE"


def test_private_units_stand_for_the_principal_they_work_for():
    told = ["private_vc", "private_home_care"]

    answer = explained(
        case(
            event("admit", "2022-03-01 09:00", unit="ward"),
            event("need_assessed", "2022-03-01 10:00", units=told),
            event(
                "admission_notice",
                "2022-03-01 11:00",
                to=told,
                estimated_discharge="2022-03-07",
            ),
            event("appoint_named_contact", "2022-03-02 09:00", by="private_vc"),
            ready("2022-03-07 10:15", to=told),
            event("sip_call", "2022-03-08 09:00", by="private_vc"),
            left("2022-03-11 13:00"),
        )
    )

    assert answer["sip_required"] is True
    assert answer["liability"]["amount"] == 9300


def test_a_person_registered_nowhere_has_no_payer():
    answer = explained(karin(registered_in=None))

    assert answer["notices"] == [
        {
            "sent_at": "2022-03-07T10:15:00+01:00",
            "liability_starts_on": None,
            "forfeited": None,
            "payable_days": [],
        }
    ]
    assert answer["liability"]["payer"] is None
    assert answer["liability"]["status"] == "none"
    assert answer["liability"]["amount"] == 0
    assert "NO_PAYER" in codes(answer)


def test_the_same_need_judged_again_starts_no_new_clock():
    again = event("need_assessed", "2022-03-05 10:00", units=["bistand"])

    answer = explained(case(admitted(), again, READY_AND_HOME))

    assert [each["code"] for each in answer["deadlines"]].count("TM1") == 1
    assert answer["liability"]["amount"] == 4 * 9300
