"""When the call to SIP is a condition for payment (LUS 5 kap. 3 § second part)."""

import pytest

from tests.unit.discharge.cases import (
    CONCERNED,
    admitted,
    called,
    case,
    codes,
    deadline,
    event,
    explained,
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


def test_withdrawn_in_time_without_call_loses_nothing():
    answer = explained(
        case(admitted(), ready("2022-03-07 10:15"), withdrawn("2022-03-09 10:00"))
    )

    assert forfeited(answer) is None
    assert answer["liability"]["status"] == "ended"
    assert deadline(answer, "TM4")["status"] == "void"


def test_a_call_after_the_withdrawal_is_no_call_for_the_withdrawn_notice():
    answer = explained(
        case(
            admitted(),
            ready("2022-03-07 10:15"),
            withdrawn("2022-03-12 10:00"),
            called("2022-03-12 11:00"),
            ready("2022-03-12 12:00"),
            left("2022-03-16 13:00"),
        )
    )

    assert [n["forfeited"] for n in answer["notices"]] == ["NO_SIP_CALL", None]
    assert answer["liability"]["payable_days"] == ["2022-03-15"]


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
