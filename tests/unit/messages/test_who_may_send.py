from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naravard.core.errors import DomainError
from naravard.messages.catalogue.planning_call import Participant
from naravard.messages.catalogue.planning_input import PlanningInput
from naravard.messages.definition import WHITELIST
from naravard.messages.grounds import GROUNDS, Ground, Party
from naravard.messages.payloads import payload_to_dict
from naravard.messages.registry import MESSAGE_TYPES, message_type
from naravard.messages.rules import (
    ATTEMPTS_BEFORE_ALARM,
    LONGEST_WAIT,
    GroundDoesNotAllow,
    ProtectedAddressInMessage,
    RecipientMayNotReceive,
    SenderMayNotSend,
    Subject,
    UnitHasClosed,
    check_may_send,
    content_to_send,
    next_attempt_at,
    reaches_not,
)
from tests.unit.messages.parties import (
    CARE_PLANNERS,
    CLOSED_UNIT,
    HEALTH_CENTRE,
    HOME_NURSING,
    KARIN,
    KARIN_PROTECTED,
    MONDAY_MORNING,
    PRIVATE_CENTRE,
    SCHOOL,
    SCHOOL_NURSE,
    WARD,
)

ALI_TEN_YEARS = Subject(birth_date=date(2016, 1, 9), protected=False)


def check(
    code: str,
    ground: str,
    sender: Party,
    *recipients: Party,
    subject: Subject = KARIN,
) -> Ground:
    return check_may_send(
        message_type=message_type(code),
        ground=ground,
        sender=sender,
        recipients=recipients,
        subject=subject,
        sent_at=MONDAY_MORNING,
    )


def answer(code: str, ground: str, sender: Party, recipient: Party) -> tuple[str, str]:
    """What the sender is told, and what to do about it."""
    try:
        return check(code, ground, sender, recipient), "Inget att göra"
    except DomainError as refusal:
        return refusal.message, refusal.remedy


def test_the_ward_tells_all_concerned_without_consent():
    ground = check(
        "admission-notice",
        "G-DUTY-LSU2",
        WARD,
        HEALTH_CENTRE,
        PRIVATE_CENTRE,
        HOME_NURSING,
        CARE_PLANNERS,
    )

    assert ground is Ground.DUTY_LUS


def test_the_ready_notice_needs_more_than_the_duty():
    with pytest.raises(GroundDoesNotAllow) as refusal:
        check("ready-notice", "G-DUTY-LSU2", WARD, CARE_PLANNERS)

    assert refusal.value.rule
    assert "samtycke" in refusal.value.remedy


def test_consent_does_not_turn_the_admission_notice_into_something_else():
    with pytest.raises(GroundDoesNotAllow):
        check("admission-notice", "G-CONSENT", WARD, CARE_PLANNERS)


def test_an_invented_ground_is_no_ground():
    with pytest.raises(GroundDoesNotAllow):
        check("ready-notice", "G-WE-ARE-FRIENDS", WARD, CARE_PLANNERS)


def test_a_municipality_does_not_send_admission_notices():
    with pytest.raises(SenderMayNotSend, match="Biståndsenheten"):
        check("admission-notice", "G-DUTY-LSU2", CARE_PLANNERS, HEALTH_CENTRE)


def test_a_message_goes_to_somebody():
    with pytest.raises(RecipientMayNotReceive, match="ingen mottagare"):
        check("ready-notice", "G-CONSENT", WARD)


def test_a_message_goes_to_somebody_else():
    with pytest.raises(RecipientMayNotReceive):
        check("general", "G-CONSENT", WARD, WARD)


def test_school_takes_no_part_in_the_admission_notice():
    with pytest.raises(RecipientMayNotReceive, match="Elevhälsan"):
        check("admission-notice", "G-DUTY-LSU2", WARD, SCHOOL)


def test_the_person_s_letter_goes_to_no_unit():
    with pytest.raises(RecipientMayNotReceive, match="personen själv"):
        check("patient-information", "G-OWN", WARD, HEALTH_CENTRE)


def test_the_person_s_letter_rests_on_her_own_right():
    assert check("patient-information", "G-OWN", WARD) is Ground.OWN


def test_a_closed_unit_names_its_successor():
    with pytest.raises(UnitHasClosed) as refusal:
        check("ready-notice", "G-CONSENT", WARD, CLOSED_UNIT)

    assert refusal.value.remedy == "Skicka till Biståndsenheten."


@pytest.mark.parametrize(
    ("ground", "sender", "recipient", "subject"),
    [
        ("G-CONSENT", CARE_PLANNERS, PRIVATE_CENTRE, KARIN),
        ("G-SVOD", WARD, CARE_PLANNERS, KARIN),
        ("G-SAME-REGION", WARD, HEALTH_CENTRE, KARIN),
        ("G-LPT", WARD, CARE_PLANNERS, KARIN),
        ("G-ABUSE", CARE_PLANNERS, HEALTH_CENTRE, KARIN),
        ("G-UNBORN", HEALTH_CENTRE, CARE_PLANNERS, KARIN),
        ("G-CANNOT-CONSENT", WARD, CARE_PLANNERS, KARIN),
        ("G-CANNOT-CONSENT", WARD, PRIVATE_CENTRE, KARIN),
        ("G-MINOR", HEALTH_CENTRE, CARE_PLANNERS, ALI_TEN_YEARS),
        ("G-EMI-EH", SCHOOL_NURSE, SCHOOL, ALI_TEN_YEARS),
        ("G-HARMTEST", CARE_PLANNERS, WARD, KARIN),
    ],
)
def test_a_ground_holds_between_these(ground, sender, recipient, subject):
    assert check("planning-input", ground, sender, recipient, subject=subject) == ground


@pytest.mark.parametrize(
    ("ground", "sender", "recipient", "subject"),
    [
        # OSL ch. 26 has no mirror of 25:13.
        ("G-CANNOT-CONSENT", CARE_PLANNERS, HEALTH_CENTRE, KARIN),
        ("G-SAME-REGION", WARD, PRIVATE_CENTRE, KARIN),
        ("G-SAME-REGION", WARD, HOME_NURSING, KARIN),
        # Home nursing and care planners share a municipality, not a secrecy domain.
        ("G-SAME-KOMMUN-HSV", HOME_NURSING, CARE_PLANNERS, KARIN),
        ("G-KOMMUN-OMSORG", CARE_PLANNERS, HOME_NURSING, KARIN),
        ("G-LPT", WARD, PRIVATE_CENTRE, KARIN),
        ("G-SVOD", WARD, SCHOOL, KARIN),
        ("G-EMI-EH", SCHOOL, SCHOOL_NURSE, ALI_TEN_YEARS),
        ("G-MINOR", WARD, CARE_PLANNERS, KARIN),
        ("G-MINOR", WARD, CARE_PLANNERS, Subject(birth_date=None, protected=False)),
        ("G-NECESSARY", WARD, CARE_PLANNERS, KARIN),
        ("G-OROSANMALAN", WARD, CARE_PLANNERS, KARIN),
        ("G-REGISTRY", WARD, CARE_PLANNERS, KARIN),
        ("G-OWN", WARD, CARE_PLANNERS, KARIN),
    ],
)
def test_a_ground_does_not_hold_between_these(ground, sender, recipient, subject):
    with pytest.raises(GroundDoesNotAllow) as refusal:
        check("planning-input", ground, sender, recipient, subject=subject)

    assert refusal.value.rule
    assert refusal.value.remedy


def test_the_day_before_eighteen_is_still_childhood():
    subject = Subject(birth_date=date(2008, 3, 3), protected=False)

    assert check("general", "G-MINOR", WARD, CARE_PLANNERS, subject=subject)


def test_a_child_is_grown_up_on_the_birthday():
    subject = Subject(birth_date=date(2008, 3, 2), protected=False)

    with pytest.raises(GroundDoesNotAllow, match="under 18"):
        check("general", "G-MINOR", WARD, CARE_PLANNERS, subject=subject)


def test_a_field_the_ground_keeps_shut_is_refused_by_name():
    with pytest.raises(GroundDoesNotAllow, match="Behov av hälso- och sjukvård"):
        content_to_send(
            message_type=message_type("planning-input"),
            payload=PlanningInput(needs="Extra tid", health_care_needs="Diabetes"),
            ground=Ground.SCHOOL_HEALTH,
            subject=KARIN,
        )


def test_the_same_message_without_the_shut_field_may_go():
    content = content_to_send(
        message_type=message_type("planning-input"),
        payload=PlanningInput(needs="Extra tid"),
        ground=Ground.SCHOOL_HEALTH,
        subject=KARIN,
    )

    assert content == {"needs": "Extra tid"}


@pytest.mark.parametrize(
    "kind",
    [kind for kind in MESSAGE_TYPES.values() if not kind.whitelist],
    ids=lambda kind: kind.number,
)
def test_nothing_rich_ever_goes_by_duty(kind):
    with pytest.raises(GroundDoesNotAllow, match="räcker inte"):
        content_to_send(
            message_type=kind,
            payload=kind.example,
            ground=Ground.DUTY_LUS,
            subject=KARIN,
        )


@pytest.mark.parametrize("code", ["admission-notice", "changed-estimate"])
def test_what_goes_by_duty_is_within_the_five_facts(code):
    content = content_to_send(
        message_type=message_type(code),
        payload=message_type(code).example,
        ground=Ground.DUTY_LUS,
        subject=KARIN,
    )

    assert content.keys() <= WHITELIST


@given(
    kind=st.sampled_from(list(MESSAGE_TYPES.values())),
    ground=st.sampled_from(Ground) | st.text(),
    sender=st.sampled_from([WARD, HEALTH_CENTRE, CARE_PLANNERS, SCHOOL]),
    recipient=st.sampled_from([WARD, PRIVATE_CENTRE, HOME_NURSING, CLOSED_UNIT]),
)
def test_every_refusal_says_what_to_do(kind, ground, sender, recipient):
    said = answer(kind.code, ground, sender, recipient)

    assert all(said)


def test_a_payload_of_another_message_is_a_programming_error():
    with pytest.raises(TypeError, match="General"):
        content_to_send(
            message_type=message_type("general"),
            payload=PlanningInput(needs="Tid"),
            ground=Ground.CONSENT,
            subject=KARIN,
        )


def test_a_protected_address_becomes_the_word_protected():
    kind = message_type("admission-notice")

    content = content_to_send(
        message_type=kind,
        payload=kind.example,
        ground=Ground.DUTY_LUS,
        subject=KARIN_PROTECTED,
    )

    assert content["registered_address"] == "skyddad"
    assert {**content, "registered_address": ""} == {
        **payload_to_dict(kind.example),
        "registered_address": "",
    }


def test_a_protected_address_is_not_let_out_by_the_side_door():
    with pytest.raises(ProtectedAddressInMessage) as refusal:
        content_to_send(
            message_type=message_type("general"),
            payload=replace(
                message_type("general").example, text="Vi ses på BJÖRKVÄGEN 4."
            ),
            ground=Ground.CONSENT,
            subject=KARIN_PROTECTED,
        )

    assert "Björk" not in refusal.value.message


def test_a_protected_address_is_found_in_a_list_too():
    kind = message_type("patient-information")
    letter = replace(kind.example, appointments=("Vi kommer till Björkvägen 4.",))

    with pytest.raises(ProtectedAddressInMessage):
        content_to_send(
            message_type=kind,
            payload=letter,
            ground=Ground.OWN,
            subject=KARIN_PROTECTED,
        )


def test_a_protected_address_is_found_in_a_part_too():
    kind = message_type("planning-call")
    guest = Participant(name="Eva Holm", role="granne, Björkvägen 4")

    with pytest.raises(ProtectedAddressInMessage):
        content_to_send(
            message_type=kind,
            payload=replace(kind.example, participants=(guest,)),
            ground=Ground.CONSENT,
            subject=KARIN_PROTECTED,
        )


@pytest.mark.parametrize("ground", [Ground.REGISTRY, Ground.CONCERN, Ground.OWN])
def test_some_grounds_hold_between_no_units(ground):
    assert not GROUNDS[ground].between(WARD, CARE_PLANNERS)


def test_waits_double_from_half_a_minute():
    waits = [
        next_attempt_at(attempts=attempts, now=MONDAY_MORNING) - MONDAY_MORNING
        for attempts in range(1, 6)
    ]

    assert waits == [timedelta(seconds=30 * times) for times in (1, 2, 4, 8, 16)]


@given(attempts=st.integers(min_value=1, max_value=10_000))
def test_the_post_never_stops_trying(attempts: int):
    wait = next_attempt_at(attempts=attempts, now=MONDAY_MORNING) - MONDAY_MORNING

    assert timedelta(0) < wait <= LONGEST_WAIT


def test_after_half_an_hour_somebody_is_told():
    assert not reaches_not(attempts=ATTEMPTS_BEFORE_ALARM - 1, delivered=False)
    assert reaches_not(attempts=ATTEMPTS_BEFORE_ALARM, delivered=False)
    assert not reaches_not(attempts=ATTEMPTS_BEFORE_ALARM, delivered=True)
