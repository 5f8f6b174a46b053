"""What must hold before the municipality pays, and who it is (LUS 5 kap. 2–3 §§)."""

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
    withdrawn,
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


@pytest.mark.parametrize("needed", [["bistand"], ["vc"], ["bistand", "hsv"]])
def test_sip_is_not_required_when_one_principal_is_enough(needed):
    answer = explained(
        case(
            event("admit", "2022-03-01 09:00", unit="ward"),
            event("need_assessed", "2022-03-01 10:00", units=needed),
            event(
                "admission_notice",
                "2022-03-01 11:00",
                to=CONCERNED,
                estimated_discharge="2022-03-07",
            ),
            ready("2022-03-07 10:15"),
            left("2022-03-11 13:00"),
        )
    )

    assert answer["sip_required"] is False
    assert answer["liability"]["payable_days"] == ["2022-03-10"]
    assert "SIP_NOT_REQUIRED" in codes(answer)


def test_care_plan_after_compulsory_care_needs_no_call():
    answer = explained(
        case(
            admitted(),
            event("opt_notice", "2022-03-07 10:15", to=CONCERNED),
            left("2022-03-11 13:00"),
        )
    )

    assert answer["sip_required"] is False
    assert answer["liability"]["payable_days"] == ["2022-03-10"]
    assert "COORDINATED_CARE_PLAN" in codes(answer)


@pytest.mark.parametrize("planning", ["declined", "withdrawn"])
def test_a_person_who_does_not_want_joint_planning_needs_no_call(planning):
    answer = explained(
        case(
            admitted(),
            event("consent", "2022-03-03 10:00", planning=planning),
            ready("2022-03-07 10:15"),
            left("2022-03-11 13:00"),
        )
    )

    assert forfeited(answer) is None
    assert answer["liability"]["payable_days"] == ["2022-03-10"]
    assert deadline(answer, "TM4")["status"] == "void"
    assert "SIP_DECLINED" in codes(answer)


def test_an_agreement_may_let_a_declined_plan_block_the_payment():
    answer = explained(
        case(
            admitted(),
            event("consent", "2022-03-03 10:00", planning="declined"),
            ready("2022-03-07 10:15"),
            left("2022-03-11 13:00"),
            agreement={"declined_sip_blocks_liability": True},
        )
    )

    assert forfeited(answer) == "NO_SIP_CALL"
    assert deadline(answer, "TM4")["status"] == "missed"


def test_consent_withdrawn_after_the_last_day_does_not_mend_a_missing_call():
    answer = explained(
        case(
            admitted(),
            ready("2022-03-07 10:15"),
            event("consent", "2022-03-11 10:00", planning="withdrawn"),
            left("2022-03-14 13:00"),
        )
    )

    assert forfeited(answer) == "NO_SIP_CALL"


def test_a_call_before_the_notice_counts():
    answer = explained(
        case(
            admitted(),
            called("2022-03-04 09:00"),
            ready("2022-03-07 10:15"),
            left("2022-03-11 13:00"),
        )
    )

    assert deadline(answer, "TM4")["status"] == "met"
    assert answer["liability"]["amount"] == 9300


def test_an_agreement_may_refuse_a_call_before_the_notice():
    answer = explained(
        case(
            admitted(),
            called("2022-03-04 09:00"),
            ready("2022-03-07 10:15"),
            left("2022-03-11 13:00"),
            agreement={"early_sip_call_ok": False},
        )
    )

    assert forfeited(answer) == "NO_SIP_CALL"
    assert deadline(answer, "TM4")["met_at"] is None


@pytest.mark.parametrize(
    ("policy", "first_day"),
    [("ignore", "2022-03-10"), ("start_when_call_sent", "2022-03-11")],
)
def test_softer_policies_for_a_late_call(policy, first_day):
    answer = explained(
        case(
            admitted(),
            ready("2022-03-07 10:15"),
            called("2022-03-11 08:00"),
            left("2022-03-14 13:00"),
            agreement={"late_sip_call": policy},
        )
    )

    assert forfeited(answer) is None
    assert answer["liability"]["payable_days"][0] == first_day


def test_a_call_on_the_sliding_day_is_late_without_the_slide():
    christmas = case(
        admitted("2022-12-19"),
        ready("2022-12-22 09:00"),
        called("2022-12-27 09:00"),
        left("2022-12-28 13:00"),
        agreement={"sip_call_weekend_slide": False},
    )

    answer = explained(christmas)

    assert deadline(answer, "TM4")["due_on"] == "2022-12-25"
    assert forfeited(answer) == "LATE_SIP_CALL"


def test_a_call_after_going_home_still_counts():
    answer = explained(
        case(
            admitted(),
            ready("2022-03-07 10:15"),
            left("2022-03-07 15:00"),
            called("2022-03-08 09:00"),
        )
    )

    assert deadline(answer, "TM4")["status"] == "met"
    assert answer["liability"]["status"] == "ended"


def test_a_call_without_contact_or_consent_is_pointed_out():
    quiet = [e for e in admitted() if e["type"] not in {"consent"}]
    quiet = [e for e in quiet if e["type"] != "appoint_named_contact"]

    answer = explained(case(quiet, READY_AND_HOME))

    assert {
        "SIP_CALL_WITHOUT_NAMED_CONTACT",
        "SIP_CALL_WITHOUT_CONSENT",
        "NO_NAMED_CONTACT",
    } <= set(codes(answer))
    assert deadline(answer, "TM2")["status"] == "missed"


def test_a_person_registered_nowhere_has_no_payer():
    answer = explained(karin(registered_in=None))

    assert answer["liability"]["payer"] is None
    assert answer["liability"]["status"] == "none"
    assert answer["liability"]["amount"] == 0
    assert "NO_PAYER" in codes(answer)


def test_withdrawn_in_time_without_call_loses_nothing():
    answer = explained(
        case(admitted(), ready("2022-03-07 10:15"), withdrawn("2022-03-09 10:00"))
    )

    assert forfeited(answer) is None
    assert answer["liability"]["status"] == "ended"
    assert deadline(answer, "TM4")["status"] == "void"


def test_death_over_christmas_before_the_call_was_due_but_after_payment_could_begin():
    answer = explained(
        case(
            admitted("2022-12-19"),
            ready("2022-12-22 09:00"),
            event("death", "2022-12-26 09:00"),
        )
    )

    assert forfeited(answer) == "NO_SIP_CALL"
    assert answer["liability"]["payable_days"] == []
