"""Reading at another provider, and the asymmetries of the act (A09–A13, A15–A19)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from naravard.access.rules import (
    Actor,
    Category,
    Circumstances,
    ConsentFacts,
    ConsentScope,
    Decision,
    Extent,
    GlassStep,
    Ground,
    Outcome,
    Purpose,
    RecordFacts,
    RelationKind,
    Rule,
    SubjectFacts,
)
from tests.unit.access.asking import (
    CARE_PLANNER,
    FAMILY_WORKER,
    HOME_CARE,
    KARIN,
    KARIN_IN_A_CASE,
    KARIN_IN_CARE,
    KARIN_WITHOUT_CAPACITY,
    MONDAY,
    MUNICIPAL_JOURNAL,
    MUNICIPAL_NURSE,
    NO_TO_READING,
    OTHER_MUNICIPALITY,
    PRIVATE_NURSE,
    REGION,
    REGION_JOURNAL,
    SALA,
    SCHOOL_COUNSELLOR,
    SCHOOL_NURSE,
    SOCIAL_JOURNAL,
    SURGERY,
    SURGERYS_JOURNAL,
    WARD_NURSE,
    YES_TO_READING,
    YESTERDAY,
    decision,
    record,
    relation,
)

KARIN_CONSENTING = replace(KARIN_IN_CARE, consents=YES_TO_READING)
KARIN_DECLINING = replace(KARIN_IN_CARE, consents=NO_TO_READING)
MAJA_TWELVE = replace(KARIN_IN_CARE, birth_date=date(2013, 3, 3))
MAJA_THIRTEEN = replace(KARIN_IN_CARE, birth_date=date(2013, 3, 2))
CLARIFIED = Circumstances(
    attitude_clarified=True, reason="Dottern: hon vill att ni läser."
)
DANGER = Circumstances(emergency=True, reason="Medvetslös, läkemedel okända.")
OTHER_SOCIAL_JOURNAL = record(Category.SOCIAL_RECORD, OTHER_MUNICIPALITY)


def verdict(answer: Decision) -> tuple[Outcome, Rule]:
    return answer.outcome, answer.rule


@pytest.mark.parametrize(
    ("actor", "journal", "rule"),
    [
        (WARD_NURSE, MUNICIPAL_JOURNAL, Rule.A10),
        (WARD_NURSE, SOCIAL_JOURNAL, Rule.A10),
        (MUNICIPAL_NURSE, REGION_JOURNAL, Rule.A10),
        (MUNICIPAL_NURSE, SOCIAL_JOURNAL, Rule.A10),  # same municipality, a border
        (PRIVATE_NURSE, REGION_JOURNAL, Rule.A10),
        (SCHOOL_NURSE, REGION_JOURNAL, Rule.A10),
        (CARE_PLANNER, REGION_JOURNAL, Rule.A11),
        (HOME_CARE, MUNICIPAL_JOURNAL, Rule.A11),
        (CARE_PLANNER, OTHER_SOCIAL_JOURNAL, Rule.A11),
    ],
)
def test_reading_at_another_provider_takes_consent(
    actor: Actor, journal: RecordFacts, rule: Rule
):
    without = decision(actor, KARIN_IN_CARE, journal)
    with_consent = decision(actor, KARIN_CONSENTING, journal)
    against = decision(actor, KARIN_DECLINING, journal)

    assert verdict(without) == (Outcome.NEED_CONSENT, rule)
    assert verdict(with_consent) == (Outcome.ALLOW, rule)
    assert verdict(against) == (Outcome.DENY, rule)


def test_a_consent_ends_by_its_date():
    ended = replace(
        KARIN_IN_CARE,
        consents=(
            ConsentFacts(
                scope=ConsentScope.SHARED_READ,
                given=True,
                at=YESTERDAY,
                valid_to=MONDAY,
            ),
        ),
    )

    answer = decision(WARD_NURSE, ended, MUNICIPAL_JOURNAL)

    assert verdict(answer) == (Outcome.NEED_CONSENT, Rule.A10)


def test_the_latest_word_counts():
    changed = replace(
        KARIN_IN_CARE,
        consents=(
            ConsentFacts(
                scope=ConsentScope.SHARED_READ,
                given=False,
                at=MONDAY - timedelta(hours=1),
            ),
            *YES_TO_READING,
        ),
    )

    answer = decision(WARD_NURSE, changed, MUNICIPAL_JOURNAL)

    assert verdict(answer) == (Outcome.DENY, Rule.A10)


def test_consent_to_something_else_does_not_open_the_journal():
    elsewhere = replace(
        KARIN_IN_CARE,
        consents=(ConsentFacts(scope=ConsentScope.SIP, given=True, at=YESTERDAY),),
    )

    answer = decision(WARD_NURSE, elsewhere, MUNICIPAL_JOURNAL)

    assert answer.outcome is Outcome.NEED_CONSENT


@pytest.mark.parametrize(
    ("actor", "journal", "expected"),
    [
        (WARD_NURSE, MUNICIPAL_JOURNAL, (Outcome.ALLOW, Rule.A10)),
        (WARD_NURSE, SOCIAL_JOURNAL, (Outcome.ALLOW, Rule.A10)),
        (CARE_PLANNER, OTHER_SOCIAL_JOURNAL, (Outcome.ALLOW, Rule.A11)),
        # Waived for social care's data only, never for the health record.
        (CARE_PLANNER, REGION_JOURNAL, (Outcome.NEED_CONSENT, Rule.A11)),
        (CARE_PLANNER, MUNICIPAL_JOURNAL, (Outcome.NEED_CONSENT, Rule.A11)),
    ],
)
def test_a_small_childs_consent_is_waived_unequally(
    actor: Actor, journal: RecordFacts, expected: tuple[Outcome, Rule]
):
    answer = decision(actor, MAJA_TWELVE, journal)

    assert verdict(answer) == expected


def test_from_thirteen_the_child_is_asked_herself():
    answer = decision(WARD_NURSE, MAJA_THIRTEEN, MUNICIPAL_JOURNAL)

    assert verdict(answer) == (Outcome.NEED_CONSENT, Rule.A10)


@pytest.mark.parametrize(
    ("actor", "journal", "expected"),
    [
        (WARD_NURSE, MUNICIPAL_JOURNAL, (Outcome.ALLOW, Rule.A12)),
        (WARD_NURSE, SOCIAL_JOURNAL, (Outcome.ALLOW, Rule.A12)),
        (CARE_PLANNER, OTHER_SOCIAL_JOURNAL, (Outcome.ALLOW, Rule.A13)),
        (CARE_PLANNER, REGION_JOURNAL, (Outcome.DENY, Rule.A13)),
        (CARE_PLANNER, MUNICIPAL_JOURNAL, (Outcome.DENY, Rule.A13)),
    ],
)
def test_incapacity_opens_both_kinds_to_care_but_only_its_own_to_social_care(
    actor: Actor, journal: RecordFacts, expected: tuple[Outcome, Rule]
):
    answer = decision(actor, KARIN_WITHOUT_CAPACITY, journal, CLARIFIED)

    assert verdict(answer) == expected


@pytest.mark.parametrize(
    ("actor", "journal", "rule"),
    [
        (WARD_NURSE, MUNICIPAL_JOURNAL, Rule.A12),
        (CARE_PLANNER, OTHER_SOCIAL_JOURNAL, Rule.A13),
    ],
)
def test_incapacity_opens_nothing_before_the_attitude_is_clarified(
    actor: Actor, journal: RecordFacts, rule: Rule
):
    answer = decision(actor, KARIN_WITHOUT_CAPACITY, journal)

    assert verdict(answer) == (Outcome.NEED_REASON, rule)


def test_an_earlier_no_holds_when_capacity_is_lost():
    declined = replace(KARIN_WITHOUT_CAPACITY, consents=NO_TO_READING)

    answer = decision(WARD_NURSE, declined, MUNICIPAL_JOURNAL, CLARIFIED)

    assert verdict(answer) == (Outcome.DENY, Rule.A09)


def test_an_earlier_yes_holds_when_capacity_is_lost():
    consented = replace(KARIN_WITHOUT_CAPACITY, consents=YES_TO_READING)

    answer = decision(CARE_PLANNER, consented, REGION_JOURNAL)

    assert verdict(answer) == (Outcome.ALLOW, Rule.A11)


def test_emergency_opens_in_two_steps_for_a_care_provider():
    asked = decision(WARD_NURSE, KARIN_IN_CARE, MUNICIPAL_JOURNAL, DANGER)
    seen = decision(
        WARD_NURSE,
        KARIN_IN_CARE,
        MUNICIPAL_JOURNAL,
        replace(DANGER, glass=GlassStep.SEE_WHO),
    )
    opened = decision(
        WARD_NURSE,
        KARIN_IN_CARE,
        MUNICIPAL_JOURNAL,
        replace(DANGER, glass=GlassStep.OPEN),
    )

    assert verdict(asked) == (Outcome.BREAK_GLASS, Rule.A15)
    assert (seen.outcome, seen.extent) == (Outcome.ALLOW, Extent.OWNERS)
    assert verdict(opened) == (Outcome.ALLOW, Rule.A15)
    assert opened.ground is Ground.READ_EMERGENCY
    assert opened.review


def test_emergency_reaches_a_person_without_capacity_too():
    opening = replace(DANGER, glass=GlassStep.OPEN)

    answer = decision(WARD_NURSE, KARIN_WITHOUT_CAPACITY, SOCIAL_JOURNAL, opening)

    assert verdict(answer) == (Outcome.ALLOW, Rule.A15)


def test_social_care_has_no_emergency_opening():
    opening = replace(DANGER, glass=GlassStep.OPEN)

    answer = decision(CARE_PLANNER, KARIN_IN_CARE, REGION_JOURNAL, opening)

    assert verdict(answer) == (Outcome.DENY, Rule.A15)
    assert "112" in answer.remedy


def test_a_no_holds_in_an_emergency():
    opening = replace(DANGER, glass=GlassStep.OPEN)

    answer = decision(WARD_NURSE, KARIN_DECLINING, MUNICIPAL_JOURNAL, opening)

    assert verdict(answer) == (Outcome.DENY, Rule.A10)


def test_a_care_provider_reads_the_crisis_plan_in_an_emergency():
    opening = replace(DANGER, glass=GlassStep.OPEN)

    answer = decision(PRIVATE_NURSE, KARIN_IN_CARE, Category.PLAN, opening)

    assert verdict(answer) == (Outcome.ALLOW, Rule.A15)


@pytest.mark.parametrize(
    ("actor", "purpose"),
    [
        (WARD_NURSE, Purpose.FOLLOW_UP),
        (WARD_NURSE, Purpose.SERVICES),
        (CARE_PLANNER, Purpose.LOG_REVIEW),
        (CARE_PLANNER, Purpose.CERTIFICATE),
    ],
)
def test_no_consent_widens_what_shared_records_are_for(actor: Actor, purpose: Purpose):
    answer = decision(
        actor,
        KARIN_CONSENTING,
        REGION_JOURNAL_OF_ANOTHER,
        Circumstances(purpose=purpose),
    )

    assert verdict(answer) == (Outcome.DENY, Rule.A16)


REGION_JOURNAL_OF_ANOTHER = record(Category.REGION_RECORD, OTHER_MUNICIPALITY)
FAMILY_FILE = record(Category.CHILD_AND_FAMILY_RECORD, SALA)


@pytest.mark.parametrize(
    ("actor", "journal"),
    [
        (FAMILY_WORKER, REGION_JOURNAL),
        (FAMILY_WORKER, SOCIAL_JOURNAL),
        (SCHOOL_COUNSELLOR, REGION_JOURNAL),
        (WARD_NURSE, FAMILY_FILE),
        (CARE_PLANNER, FAMILY_FILE),
        (SCHOOL_NURSE, FAMILY_FILE),
    ],
)
def test_family_care_and_school_are_outside_whatever_the_person_says(
    actor: Actor, journal: RecordFacts
):
    answer = decision(actor, KARIN_CONSENTING, journal)

    assert verdict(answer) == (Outcome.DENY, Rule.A17)
    assert "meddelande" in answer.remedy


def test_family_care_reads_its_own_file():
    answer = decision(FAMILY_WORKER, KARIN_IN_CARE, FAMILY_FILE)

    assert verdict(answer) == (Outcome.ALLOW, Rule.A02)


def test_family_care_does_not_read_another_municipalitys_file():
    theirs = record(Category.CHILD_AND_FAMILY_RECORD, OTHER_MUNICIPALITY)

    answer = decision(FAMILY_WORKER, KARIN_CONSENTING, theirs)

    assert verdict(answer) == (Outcome.DENY, Rule.A17)


def test_pupil_support_reads_what_is_necessary_from_its_own_school_health():
    pupil = replace(KARIN_IN_CARE, relations=(relation(RelationKind.SCHOOL),))
    school_health = record(Category.SCHOOL_HEALTH_RECORD, SALA)
    stated = Circumstances(
        purpose=Purpose.PUPIL_SUPPORT, reason="Stöd vid astma på idrotten."
    )

    asked = decision(SCHOOL_COUNSELLOR, pupil, school_health)
    opened = decision(SCHOOL_COUNSELLOR, pupil, school_health, stated)

    assert verdict(asked) == (Outcome.NEED_REASON, Rule.A17)
    assert verdict(opened) == (Outcome.ALLOW, Rule.A17)
    assert opened.extent is Extent.SUMMARY


def test_pupil_support_never_reads_another_schools_health_record():
    pupil = replace(KARIN_IN_CARE, relations=(relation(RelationKind.SCHOOL),))
    theirs = record(Category.SCHOOL_HEALTH_RECORD, OTHER_MUNICIPALITY)
    stated = Circumstances(reason="Stöd vid astma på idrotten.")

    answer = decision(SCHOOL_COUNSELLOR, pupil, theirs, stated)

    assert verdict(answer) == (Outcome.DENY, Rule.A17)


def test_one_regions_health_care_is_one_provider():
    chosen = Circumstances(active_choice=True)

    answer = decision(WARD_NURSE, KARIN_IN_CARE, SURGERYS_JOURNAL, chosen)

    assert verdict(answer) == (Outcome.ALLOW, Rule.A18)


def test_a_listed_patients_case_is_open_to_the_regions_own_health_centre():
    listed = replace(KARIN_IN_CARE, relations=(relation(RelationKind.LISTED),))

    answer = decision(WARD_NURSE, listed, Category.DISCHARGE_CASE)

    assert verdict(answer) == (Outcome.ALLOW, Rule.A18)


def test_a_listed_patients_case_takes_consent_for_a_private_health_centre():
    listed = replace(KARIN_IN_CARE, relations=(relation(RelationKind.LISTED),))

    answer = decision(PRIVATE_NURSE, listed, Category.DISCHARGE_CASE)

    assert verdict(answer) == (Outcome.NEED_CONSENT, Rule.A10)


def test_a_private_health_centre_that_was_told_reads_the_case():
    answer = decision(PRIVATE_NURSE, KARIN_IN_A_CASE, Category.DISCHARGE_CASE)

    assert verdict(answer) == (Outcome.ALLOW, Rule.A02)


def test_one_municipalitys_care_of_the_elderly_may_exchange():
    another_unit = record(Category.SOCIAL_RECORD, SALA, unit=SURGERY)
    chosen = Circumstances(active_choice=True)

    answer = decision(CARE_PLANNER, KARIN_IN_CARE, another_unit, chosen)

    assert verdict(answer) == (Outcome.ALLOW, Rule.A19)


def test_home_nursing_sees_a_summary_of_sensors():
    sensor = record(Category.SENSOR, SALA)

    answer = decision(MUNICIPAL_NURSE, KARIN_CONSENTING, sensor)

    assert answer.extent is Extent.SUMMARY


def test_the_region_never_reads_sensors():
    sensor = record(Category.SENSOR, REGION)

    answer = decision(WARD_NURSE, KARIN_CONSENTING, sensor)

    assert verdict(answer) == (Outcome.DENY, Rule.A03)


def test_what_is_read_on_ones_own_word_alone_is_reviewed():
    maja = SubjectFacts(person_id=KARIN, birth_date=date(2013, 3, 3))
    stated = Circumstances(reason="Akut på mottagningen.")

    on_her_word = decision(WARD_NURSE, maja, MUNICIPAL_JOURNAL, stated)
    in_a_relation = decision(WARD_NURSE, MAJA_TWELVE, MUNICIPAL_JOURNAL, stated)

    assert (on_her_word.allowed, on_her_word.review) == (True, True)
    assert (in_a_relation.allowed, in_a_relation.review) == (True, False)
