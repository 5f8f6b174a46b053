"""Sign-in, care relation, role, protected identity and plan (A01–A04, B01–B04)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from naravard.access.rules import (
    Actor,
    ActorKind,
    Category,
    Circumstances,
    ConsentScope,
    Depth,
    Extent,
    GlassStep,
    Ground,
    Outcome,
    Purpose,
    RelationKind,
    Rule,
    order,
)
from naravard.people.roles import Protection
from tests.unit.access.asking import (
    CARE_PLANNER,
    DECISION_MAKER,
    HEAD_OF_UNIT,
    HOME_CARE,
    KARIN_IN_A_CASE,
    KARIN_IN_CARE,
    KARIN_UNRELATED,
    LOG_REVIEWER,
    MONDAY,
    MUNICIPAL_NURSE,
    PRIVATE_NURSE,
    REGION_JOURNAL,
    SURGERYS_JOURNAL,
    SYSTEM,
    WARD_NURSE,
    decision,
    relation,
    said,
)

KARIN_PROTECTED = replace(KARIN_IN_A_CASE, protection=Protection.CONFIDENTIALITY_MARK)
PERMITTED_NURSE = replace(WARD_NURSE, may_open_protected=True)


def test_weak_sign_in_opens_nothing():
    weakly = Circumstances(strongly_signed_in=False)

    answer = decision(WARD_NURSE, KARIN_IN_A_CASE, Category.DISCHARGE_CASE, weakly)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.A01)


def test_staff_without_a_chosen_assignment_opens_nothing():
    unassigned = replace(WARD_NURSE, assignment_id=None)

    answer = decision(unassigned, KARIN_IN_A_CASE, Category.DISCHARGE_CASE)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.A01)


@pytest.mark.parametrize("category", Category)
def test_decision_maker_never_sees_a_person(category: Category):
    answer = decision(DECISION_MAKER, KARIN_IN_A_CASE, category)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.B01)


@pytest.mark.parametrize("reviewer", [LOG_REVIEWER, HEAD_OF_UNIT])
def test_reviewers_see_who_has_read(reviewer: Actor):
    answer = decision(reviewer, KARIN_UNRELATED, Category.ACCESS_LOG)

    assert (answer.outcome, answer.rule) == (Outcome.ALLOW, Rule.B02)


def test_a_nurse_does_not_see_who_has_read():
    answer = decision(WARD_NURSE, KARIN_IN_A_CASE, Category.ACCESS_LOG)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.B02)


def test_a_unit_in_the_case_opens_it():
    answer = decision(CARE_PLANNER, KARIN_IN_A_CASE, Category.DISCHARGE_CASE)

    assert (answer.outcome, answer.rule) == (Outcome.ALLOW, Rule.A02)
    assert answer.ground is Ground.READ_CASE
    assert answer.message == "Enheten planerar för personens utskrivning."


def test_a_unit_without_a_relation_is_asked_for_a_reason():
    answer = decision(WARD_NURSE, KARIN_UNRELATED, Category.DISCHARGE_CASE)

    assert (answer.outcome, answer.rule) == (Outcome.NEED_REASON, Rule.A02)


def test_a_blank_reason_is_no_reason():
    blank = Circumstances(reason="  \n ")

    answer = decision(WARD_NURSE, KARIN_UNRELATED, REGION_JOURNAL, blank)

    assert answer.outcome is Outcome.NEED_REASON


def test_a_stated_reason_opens_the_own_providers_data_and_is_reviewed():
    stated = Circumstances(reason="Hon ringde oss om sina läkemedel.")

    answer = decision(WARD_NURSE, KARIN_UNRELATED, REGION_JOURNAL, stated)

    assert answer.allowed
    assert answer.ground is Ground.READ_STATED
    assert answer.review


def test_a_stated_reason_does_not_open_another_providers_case():
    stated = Circumstances(reason="Hon ringde oss om sina läkemedel.")

    answer = decision(MUNICIPAL_NURSE, KARIN_UNRELATED, Category.DISCHARGE_CASE, stated)

    assert (answer.outcome, answer.rule) == (Outcome.NEED_CONSENT, Rule.A10)


def test_access_lives_on_after_discharge_until_the_relation_ends():
    discharged = replace(
        KARIN_UNRELATED, relations=(relation(ends_at=MONDAY + timedelta(seconds=1)),)
    )

    before = decision(CARE_PLANNER, discharged, Category.DISCHARGE_CASE)
    after = decision(
        CARE_PLANNER,
        discharged,
        Category.DISCHARGE_CASE,
        now=MONDAY + timedelta(seconds=1),
    )

    assert before.allowed
    assert after.outcome is Outcome.NEED_REASON


def test_a_relation_that_has_not_begun_opens_nothing():
    answer = decision(
        WARD_NURSE,
        KARIN_IN_CARE,
        REGION_JOURNAL,
        now=MONDAY - timedelta(days=31),
    )

    assert answer.outcome is Outcome.NEED_REASON


def test_a_former_relation_suffices_for_a_certificate():
    ended = replace(KARIN_UNRELATED, relations=(relation(ends_at=MONDAY),))
    certificate = Circumstances(purpose=Purpose.CERTIFICATE)

    answer = decision(WARD_NURSE, ended, REGION_JOURNAL, certificate)

    assert answer.allowed
    assert answer.ground is Ground.READ_CERTIFICATE


def test_a_certificate_needs_that_there_was_a_relation():
    certificate = Circumstances(purpose=Purpose.CERTIFICATE)

    answer = decision(WARD_NURSE, KARIN_UNRELATED, REGION_JOURNAL, certificate)

    assert answer.outcome is Outcome.NEED_REASON


def test_head_of_unit_does_not_need_the_journal():
    answer = decision(HEAD_OF_UNIT, KARIN_IN_A_CASE, REGION_JOURNAL)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.A03)


def test_system_role_of_an_employee_opens_nothing():
    answer = decision(
        replace(WARD_NURSE, role=LOG_REVIEWER.role), KARIN_IN_A_CASE, REGION_JOURNAL
    )

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.A03)


def test_protected_identity_needs_its_own_permission():
    answer = decision(WARD_NURSE, KARIN_PROTECTED, Category.DISCHARGE_CASE)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.B03)


def test_the_refusal_does_not_betray_that_the_identity_is_protected():
    answer = decision(WARD_NURSE, KARIN_PROTECTED, Category.DISCHARGE_CASE)

    said_to_user = f"{answer.message} {answer.remedy} {answer.law}".lower()
    assert "skydd" not in said_to_user
    assert "sekretess" not in said_to_user


def test_permission_opens_protected_identity_and_it_is_reviewed():
    answer = decision(PERMITTED_NURSE, KARIN_PROTECTED, Category.DISCHARGE_CASE)

    assert answer.allowed
    assert answer.review


def test_protected_identity_is_opened_in_danger_by_an_active_step():
    danger = Circumstances(emergency=True, reason="Medvetslös, allergi okänd.")

    asked = decision(WARD_NURSE, KARIN_PROTECTED, Category.PERSON_CARD, danger)
    opened = decision(
        WARD_NURSE,
        KARIN_PROTECTED,
        Category.PERSON_CARD,
        replace(danger, glass=GlassStep.OPEN),
    )

    assert (asked.outcome, asked.rule) == (Outcome.BREAK_GLASS, Rule.B03)
    assert opened.allowed
    assert opened.review


def test_social_care_never_breaks_into_protected_identity():
    danger = Circumstances(
        emergency=True, reason="Svarar inte på larm.", glass=GlassStep.OPEN
    )

    answer = decision(CARE_PLANNER, KARIN_PROTECTED, Category.PERSON_CARD, danger)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.B03)


def test_participants_read_the_plan_when_the_person_wants_one():
    consenting = replace(KARIN_IN_A_CASE, consents=said(ConsentScope.SIP))

    answer = decision(CARE_PLANNER, consenting, Category.PLAN)

    assert answer.allowed
    assert answer.extent is Extent.ALL


def test_home_care_reads_its_own_parts_of_the_plan():
    consenting = replace(KARIN_IN_A_CASE, consents=said(ConsentScope.SIP))

    answer = decision(HOME_CARE, consenting, Category.PLAN)

    assert answer.extent is Extent.OWN_PARTS


def test_participants_ask_before_they_read_the_plan():
    answer = decision(CARE_PLANNER, KARIN_IN_A_CASE, Category.PLAN)

    assert (answer.outcome, answer.rule) == (Outcome.NEED_CONSENT, Rule.B04)


def test_a_no_to_the_plan_closes_it_for_participants():
    declining = replace(KARIN_IN_A_CASE, consents=said(ConsentScope.SIP, given=False))

    answer = decision(WARD_NURSE, declining, Category.PLAN)

    assert not answer.allowed


def test_a_plan_by_lpt_7_a_is_read_whatever_the_person_has_said():
    """OSL 25 kap. 12 § 3, 26 kap. 9 § 3: of compulsory care no consent is asked."""
    relations = (relation(RelationKind.COMPULSORY_PLAN),)
    silent = replace(KARIN_UNRELATED, relations=relations)
    unwilling = replace(silent, consents=said(ConsentScope.SIP, given=False))

    answers = [
        decision(CARE_PLANNER, one, Category.PLAN) for one in (silent, unwilling)
    ]

    assert [one.allowed for one in answers] == [True, True]
    assert answers[0].ground is Ground.READ_COMPULSORY_PLAN


def test_a_plan_by_lpt_7_a_closes_when_the_part_in_it_ends():
    ended = (relation(RelationKind.COMPULSORY_PLAN, ends_at=MONDAY), relation())
    after = replace(KARIN_UNRELATED, relations=ended)

    answer = decision(CARE_PLANNER, after, Category.PLAN)

    assert answer.outcome is Outcome.NEED_CONSENT


def test_a_care_provider_reads_the_plan_of_one_who_cannot_take_a_stand():
    incapable = replace(KARIN_IN_A_CASE, lacks_capacity=True)

    answer = decision(MUNICIPAL_NURSE, incapable, Category.PLAN)

    assert answer.allowed


def test_those_outside_the_plan_are_told_how_to_be_invited():
    answer = decision(PRIVATE_NURSE, KARIN_IN_CARE, Category.PLAN)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.B04)
    assert "bjuda in" in answer.remedy


def test_another_unit_shows_first_that_data_exist():
    looking = Circumstances(depth=Depth.EXISTENCE)

    answer = decision(WARD_NURSE, KARIN_IN_CARE, SURGERYS_JOURNAL, looking)

    assert (answer.outcome, answer.rule) == (Outcome.ALLOW, Rule.A04)
    assert answer.extent is Extent.EXISTENCE


def test_the_content_of_another_unit_is_an_active_choice():
    answer = decision(WARD_NURSE, KARIN_IN_CARE, SURGERYS_JOURNAL)

    assert (answer.outcome, answer.rule) == (Outcome.NEED_CHOICE, Rule.A04)


@pytest.mark.parametrize(
    ("category", "outcome"),
    [
        (Category.DISCHARGE_CASE, Outcome.ALLOW),
        (Category.PERSON_CARD, Outcome.ALLOW),
        (Category.PLAN, Outcome.ALLOW),
        (Category.REGION_RECORD, Outcome.DENY),
        (Category.CHILD_AND_FAMILY_RECORD, Outcome.DENY),
        (Category.ACCESS_LOG, Outcome.DENY),
    ],
)
def test_the_system_only_processes(category: Category, outcome: Outcome):
    answer = decision(SYSTEM, KARIN_UNRELATED, category)

    assert (answer.outcome, answer.rule) == (outcome, Rule.A20)


def test_the_strongest_relation_is_the_reason_given():
    both = replace(
        KARIN_UNRELATED,
        relations=(relation(RelationKind.LISTED), relation(RelationKind.ADMISSION)),
    )

    answer = decision(WARD_NURSE, both, Category.DISCHARGE_CASE)

    assert answer.ground is Ground.READ_ADMISSION


def test_what_no_rule_answers_is_closed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(order.RULES_OF, ActorKind.STAFF, ())

    answer = decision(WARD_NURSE, KARIN_IN_A_CASE, Category.DISCHARGE_CASE)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.A03)


def test_another_providers_plan_is_not_opened_by_weak_ties():
    invited_nowhere = replace(KARIN_UNRELATED, relations=())
    stated = Circumstances(reason="Planerar hemgång.")

    answer = decision(CARE_PLANNER, invited_nowhere, Category.PLAN, stated)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.B04)
