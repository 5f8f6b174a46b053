"""A ward, a health centre and a municipality bring one person home together."""

from uuid import UUID

import pytest

from naravard.access.models import ChangeEntry
from naravard.access.rules import AccessDenied
from naravard.core.errors import DomainError
from naravard.discharge import services
from naravard.discharge.models import CaseEvent, DischargeCase
from naravard.discharge.rows import WorklistFilter
from naravard.discharge.rules.history import PlanningConsent
from naravard.messages.catalogue.general import General
from naravard.messages.catalogue.left_hospital import Destination, LeftHospital
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


def test_the_ward_admits_and_nobody_else_knows(house: House, karin: UUID) -> None:
    case_id = admitted(house, karin)

    seen = services.open_worklist(
        actor=house.care_planner, wanted=WorklistFilter(), now=at("2026-03-02 09:30")
    )

    assert DischargeCase.objects.get(pk=case_id).state == "OPEN"
    assert seen.rows == ()


def test_the_admission_notice_puts_karin_on_the_planners_list(
    house: House, karin: UUID
) -> None:
    notified(house, karin)

    seen = services.open_worklist(
        actor=house.care_planner, wanted=WorklistFilter(), now=at("2026-03-02 12:00")
    )

    assert [row.name for row in seen.rows] == ["Karin Holm"]
    assert seen.rows[0].ours
    assert seen.rows[0].number == "194302149804"


def test_the_notice_carries_five_facts_and_no_more(house: House, karin: UUID) -> None:
    notified(house, karin)

    notice = Message.objects.get(code="admission-notice")

    assert notice.legal_ground == "G-DUTY-LSU2"
    assert set(notice.payload) == {
        "given_name",
        "family_name",
        "person_identity",
        "registered_address",
        "estimated_discharge_at",
    }


def test_a_planner_in_another_municipality_is_refused_with_rule_and_remedy(
    house: House, karin: UUID
) -> None:
    case_id = notified(house, karin)

    with pytest.raises(AccessDenied) as refused:
        services.open_case(
            actor=house.stranger, case_id=case_id, now=at("2026-03-02 12:00")
        )

    assert refused.value.rule
    assert refused.value.remedy


def test_only_the_physician_decides_that_karin_is_ready(
    house: House, karin: UUID
) -> None:
    case_id = planned(house, karin)

    with pytest.raises(AccessDenied):
        services.decide_ready(
            actor=house.ward_nurse, case_id=case_id, when=on("2026-03-04 09:30")
        )


def test_a_notice_before_noon_starts_payment_on_the_third_day(
    house: House, karin: UUID
) -> None:
    case_id = planned(house, karin)

    ready(house, case_id, "2026-03-04 11:59")

    assert (
        str(DischargeCase.objects.get(pk=case_id).liability_starts_on) == "2026-03-07"
    )


def test_a_notice_after_noon_starts_payment_on_the_fourth_day(
    house: House, karin: UUID
) -> None:
    case_id = planned(house, karin)

    ready(house, case_id, "2026-03-04 12:01")

    assert (
        str(DischargeCase.objects.get(pk=case_id).liability_starts_on) == "2026-03-08"
    )


def test_without_consent_the_ready_notice_is_not_sent(
    house: House, karin: UUID
) -> None:
    case_id = notified(house, karin)

    with pytest.raises(DomainError) as refused:
        ready(house, case_id)

    assert "OSL" in refused.value.rule
    assert not CaseEvent.objects.filter(case_id=case_id, type="ready_notice").exists()


def test_karin_comes_home_and_is_followed_up(house: House, karin: UUID) -> None:
    case_id = planned(house, karin)
    ready(house, case_id)
    called(house, case_id)

    services.leave_hospital(
        actor=house.ward_nurse,
        case_id=case_id,
        payload=LeftHospital(
            left_at=at("2026-03-06 13:00"), destination=Destination.HOME
        ),
        when=on("2026-03-06 13:00"),
    )
    services.follow_up(
        actor=house.district_nurse,
        case_id=case_id,
        outcome="home_well",
        note="Karin mår bra och väger sig varje morgon.",
        when=on("2026-03-09 09:00"),
    )

    assert DischargeCase.objects.get(pk=case_id).state == "CLOSED"


def test_access_survives_discharge_so_that_follow_up_can_be_done(
    house: House, karin: UUID
) -> None:
    case_id = planned(house, karin)
    ready(house, case_id)
    services.leave_hospital(
        actor=house.ward_nurse,
        case_id=case_id,
        payload=LeftHospital(
            left_at=at("2026-03-05 13:00"), destination=Destination.HOME
        ),
        when=on("2026-03-05 13:00"),
    )

    opened = services.open_case(
        actor=house.ward_nurse, case_id=case_id, now=at("2026-03-20 10:00")
    )

    assert opened.person.name == "Karin Holm"


def test_a_form_sent_twice_is_one_event(house: House, karin: UUID) -> None:
    case_id = notified(house, karin)
    twice = services.When(
        now=at("2026-03-02 13:00"),
        request_id=UUID("0190163d-8694-739b-aea5-966c26f8ad91"),
    )

    services.acknowledge(actor=house.care_planner, case_id=case_id, when=twice)
    services.acknowledge(actor=house.care_planner, case_id=case_id, when=twice)

    assert CaseEvent.objects.filter(case_id=case_id, type="acknowledge").count() == 1


def test_why_karin_is_in_hospital_is_told_outside_it_only_when_she_says_yes(
    house: House, karin: UUID
) -> None:
    case_id = notified(house, karin)
    before = services.open_case(
        actor=house.care_planner, case_id=case_id, now=at("2026-03-02 12:00")
    )
    on_the_ward = services.open_case(
        actor=house.ward_nurse, case_id=case_id, now=at("2026-03-02 12:00")
    )
    services.record_consent(
        actor=house.ward_nurse,
        case_id=case_id,
        answer=services.ConsentAnswer(planning=PlanningConsent.GIVEN),
        when=on("2026-03-02 13:00"),
    )

    after = services.open_case(
        actor=house.care_planner, case_id=case_id, now=at("2026-03-02 14:00")
    )

    assert before.view.case.reason_for_care == ""
    assert on_the_ward.view.case.reason_for_care
    assert after.view.case.reason_for_care


def test_the_reason_why_nobody_comes_to_harm_is_kept(house: House, karin: UUID) -> None:
    case_id = notified(house, karin)

    services.write(
        actor=house.care_planner,
        case_id=case_id,
        payload=General(subject="Nyckel", text="Vem har nyckeln till bostaden?"),
        when=on("2026-03-02 13:00"),
        envelope=services.Envelope(harm_test="Gäller bara en nyckel."),
    )

    kept = ChangeEntry.objects.get(what="harm_test")
    assert kept.details == {"reason": "Gäller bara en nyckel."}
    assert kept.person_id == karin
