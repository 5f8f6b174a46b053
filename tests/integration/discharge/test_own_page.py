"""What the person is shown of her own discharge, and what never reaches her page."""

from uuid import UUID

import pytest

from naravard.access import services as access
from naravard.access.queries import actor_for_person
from naravard.access.rules import OpenRecord
from naravard.discharge import services
from naravard.discharge.own import Doer, HappeningCode, NextKind
from naravard.discharge.queries.inhabitant import (
    my_papers,
    my_planning_answer,
    what_happens_next,
    what_is_happening,
    who_to_call,
)
from naravard.messages.catalogue.left_hospital import Destination, LeftHospital
from naravard.messages.catalogue.process_ended import ProcessEnded, WhyEnded
from naravard.messages.models import Message
from tests.house import House, at
from tests.integration.discharge.steps import (
    admitted,
    called,
    notified,
    on,
    planned,
    ready,
)
from tests.journeys.inhabitant.way_home import given_letter, home


def opened(person_id: UUID, text: str) -> OpenRecord:
    return access.open_record(
        actor=actor_for_person(person_id), person_id=person_id, now=at(text)
    )


def ended(house: House, case_id: UUID, reason: WhyEnded) -> None:
    services.abort(
        actor=house.ward_nurse,
        case_id=case_id,
        payload=ProcessEnded(ended_at=at("2026-03-05 09:00"), reason=reason),
        when=on("2026-03-05 09:00"),
    )


def test_without_a_stay_there_is_nothing_and_the_health_centre_to_call(
    house: House, karin: UUID
) -> None:
    record = opened(karin, "2026-03-02 08:00")

    calls = who_to_call(record, at("2026-03-02 08:00"))

    assert what_happens_next(record, at("2026-03-02 08:00")).kind is NextKind.NOTHING
    assert what_is_happening(record, at("2026-03-02 08:00")) == ()
    assert my_planning_answer(record, at("2026-03-02 08:00")) is None
    assert calls.contact is not None
    assert calls.contact.unit == "Vårdcentralen Lillby"


def test_before_a_contact_is_named_the_ward_answers(house: House, karin: UUID) -> None:
    notified(house, karin)

    calls = who_to_call(opened(karin, "2026-03-02 12:00"), at("2026-03-02 12:00"))

    assert calls.contact is not None
    assert calls.contact.doer is Doer.HOSPITAL
    assert {other.unit for other in calls.others} == {
        "Vårdcentralen Lillby",
        "Hemsjukvården, Lillby",
        "Biståndsenheten, Lillby",
    }


def test_the_named_contact_comes_first_and_then_the_ward(
    house: House, karin: UUID
) -> None:
    planned(house, karin)

    calls = who_to_call(opened(karin, "2026-03-03 12:00"), at("2026-03-03 12:00"))

    assert calls.contact is not None
    assert calls.contact.name == "Sara Blom"
    assert calls.contact.is_named_contact
    assert calls.others[0].doer is Doer.HOSPITAL


def test_a_case_about_the_wrong_person_never_shows(house: House, karin: UUID) -> None:
    case_id = planned(house, karin)
    given_letter(house, case_id, "2026-03-04 11:00")

    ended(house, case_id, WhyEnded.WRONG_PERSON)

    record = opened(karin, "2026-03-05 10:00")
    assert my_papers(record, at("2026-03-05 10:00")) == ()
    assert what_is_happening(record, at("2026-03-05 10:00")) == ()


def test_when_the_need_has_ceased_nothing_is_planned(house: House, karin: UUID) -> None:
    ended(house, planned(house, karin), WhyEnded.NEED_CEASED)

    record = opened(karin, "2026-03-05 10:00")

    assert what_happens_next(record, at("2026-03-05 10:00")).kind is NextKind.NOTHING


def test_a_meeting_that_was_called_off_is_not_next(house: House, karin: UUID) -> None:
    case_id = planned(house, karin)
    called(house, case_id)
    services.withdraw_message(
        actor=house.district_nurse,
        case_id=case_id,
        message_id=Message.objects.get(code="planning-call").pk,
        reason="Fel dag.",
        when=on("2026-03-05 10:00"),
    )

    shown = what_happens_next(opened(karin, "2026-03-05 11:00"), at("2026-03-05 11:00"))

    assert shown.kind is NextKind.GOING_HOME


def test_the_day_the_doctor_expected_has_passed(house: House, karin: UUID) -> None:
    admitted(house, karin)

    shown = what_happens_next(opened(karin, "2026-03-07 08:00"), at("2026-03-07 08:00"))

    assert shown.kind is NextKind.NEW_ESTIMATE_COMING


def test_ready_without_a_day_in_sight(house: House, karin: UUID) -> None:
    ready(house, planned(house, karin))

    shown = what_happens_next(opened(karin, "2026-03-07 08:00"), at("2026-03-07 08:00"))

    assert shown.kind is NextKind.READY
    assert shown.at is None


def test_a_paper_given_again_takes_over(house: House, karin: UUID) -> None:
    case_id = home(house, karin)
    given_letter(house, case_id, "2026-03-06 15:00")

    papers = my_papers(opened(karin, "2026-03-06 18:00"), at("2026-03-06 18:00"))

    assert [paper.replaced for paper in papers] == [False, True]


def test_one_who_needed_nobody_is_home_and_nobody_is_to_call(
    house: House, karin: UUID
) -> None:
    case_id = admitted(house, karin)
    services.leave_hospital(
        actor=house.ward_nurse,
        case_id=case_id,
        payload=LeftHospital(
            left_at=at("2026-03-05 13:00"), destination=Destination.SHORT_STAY
        ),
        when=on("2026-03-05 13:00"),
        reason="Behöver ingen hjälp.",
    )
    record = opened(karin, "2026-03-05 18:00")

    shown = what_happens_next(record, at("2026-03-05 18:00"))
    codes = [each.code for each in what_is_happening(record, at("2026-03-05 18:00"))]

    assert shown.kind is NextKind.AT_HOME
    assert shown.destination == Destination.SHORT_STAY
    assert HappeningCode.FOLLOW_UP not in codes
    assert HappeningCode.NEED_ASSESSED not in codes


def test_the_municipality_follows_up_one_it_alone_takes_care_of(
    house: House, karin: UUID
) -> None:
    case_id = admitted(house, karin)
    services.assess_need(
        actor=house.physician,
        case_id=case_id,
        unit_ids=(house.homecoming,),
        when=on("2026-03-02 10:00"),
    )
    services.send_admission_notice(
        actor=house.ward_nurse,
        case_id=case_id,
        estimated_at=None,
        when=on("2026-03-02 11:00"),
    )
    services.leave_hospital(
        actor=house.ward_nurse,
        case_id=case_id,
        payload=LeftHospital(
            left_at=at("2026-03-05 13:00"), destination=Destination.HOME
        ),
        when=on("2026-03-05 13:00"),
        reason="Vill hem i dag.",
    )
    services.follow_up(
        actor=house.care_planner,
        case_id=case_id,
        outcome="home_well",
        note="Allt fungerar.",
        when=on("2026-03-08 09:00"),
    )

    shown = what_is_happening(opened(karin, "2026-03-08 12:00"), at("2026-03-08 12:00"))

    assert shown[-1].code is HappeningCode.FOLLOW_UP
    assert shown[-1].doer is Doer.MUNICIPALITY
    assert shown[-1].name == "Maja Lindström"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2026-03-06 14:30", NextKind.MEETING),  # it goes on
        ("2026-03-06 15:01", NextKind.HOME_TODAY),
    ],
)
def test_a_meeting_is_next_while_it_goes_on(
    house: House, karin: UUID, text: str, kind: NextKind
) -> None:
    called(house, planned(house, karin))

    assert what_happens_next(opened(karin, text), at(text)).kind is kind
