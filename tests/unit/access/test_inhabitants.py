"""The person herself, guardians and relatives (C01–C05)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from naravard.access.rules import (
    Category,
    Extent,
    Ground,
    Outcome,
    Rule,
    SubjectFacts,
    age_on,
)
from naravard.people.roles import Protection, RelatedKind
from tests.unit.access.asking import (
    DAUGHTER,
    KARIN,
    KARIN_HERSELF,
    KARIN_UNRELATED,
    decision,
    related_as,
)

TURNS_SIXTEEN_TODAY = date(2010, 3, 2)
TURNS_SIXTEEN_TOMORROW = date(2010, 3, 3)
TURNS_THIRTEEN_TODAY = date(2013, 3, 2)
TURNS_THIRTEEN_TOMORROW = date(2013, 3, 3)


@pytest.mark.parametrize("category", Category)
def test_everybody_reads_her_own_data_and_log(category: Category):
    answer = decision(KARIN_HERSELF, KARIN_UNRELATED, category)

    assert (answer.outcome, answer.rule) == (Outcome.ALLOW, Rule.C01)


def test_nobody_reads_a_neighbours_data():
    neighbour = replace(KARIN_HERSELF, person_id=DAUGHTER.person_id)

    answer = decision(neighbour, KARIN_UNRELATED, Category.PLAN)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.C01)


@pytest.mark.parametrize(
    ("born", "outcome"),
    [
        (TURNS_SIXTEEN_TODAY, Outcome.ALLOW),
        (TURNS_SIXTEEN_TOMORROW, Outcome.DENY),
        (date(2020, 1, 1), Outcome.DENY),
        (None, Outcome.DENY),
    ],
)
def test_a_child_reads_from_the_day_she_turns_sixteen(
    born: date | None, outcome: Outcome
):
    child = SubjectFacts(person_id=KARIN, birth_date=born)

    answer = decision(KARIN_HERSELF, child, Category.DISCHARGE_CASE)

    assert answer.outcome is outcome


@pytest.mark.parametrize(
    ("born", "outcome"),
    [
        (TURNS_THIRTEEN_TOMORROW, Outcome.ALLOW),
        (TURNS_THIRTEEN_TODAY, Outcome.DENY),
        (TURNS_SIXTEEN_TODAY, Outcome.DENY),
        (date(1990, 1, 1), Outcome.DENY),
        (None, Outcome.DENY),
    ],
)
def test_a_guardian_reads_until_the_day_the_child_turns_thirteen(
    born: date | None, outcome: Outcome
):
    child = SubjectFacts(
        person_id=KARIN,
        birth_date=born,
        related=related_as(RelatedKind.GUARDIAN, TURNS_SIXTEEN_TODAY).related,
    )

    answer = decision(DAUGHTER, child, Category.DISCHARGE_CASE)

    assert (answer.outcome, answer.rule) == (outcome, Rule.C03)


def test_the_birthday_is_a_swedish_day():
    child = related_as(RelatedKind.GUARDIAN, TURNS_THIRTEEN_TODAY)
    just_before_midnight = datetime(2026, 3, 1, 22, 59, 59, tzinfo=UTC)
    swedish_midnight = datetime(2026, 3, 1, 23, 0, tzinfo=UTC)

    before = decision(DAUGHTER, child, Category.PLAN, now=just_before_midnight)
    after = decision(DAUGHTER, child, Category.PLAN, now=swedish_midnight)

    assert before.allowed
    assert not after.allowed


@pytest.mark.parametrize(
    ("day", "age"),
    [(date(2025, 2, 28), 12), (date(2025, 3, 1), 13), (date(2028, 2, 29), 16)],
)
def test_one_born_on_leap_day_turns_older_on_the_first_of_march(day: date, age: int):
    assert age_on(date(2012, 2, 29), day) == age


@pytest.mark.parametrize(
    "category", [Category.CHILD_AND_FAMILY_RECORD, Category.SCHOOL_HEALTH_RECORD]
)
def test_what_must_be_tried_is_not_open_to_guardians(category: Category):
    child = related_as(RelatedKind.GUARDIAN, TURNS_THIRTEEN_TOMORROW)

    answer = decision(DAUGHTER, child, category)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.C03)


def test_a_guardian_never_reads_a_child_with_protected_identity_online():
    child = replace(
        related_as(RelatedKind.GUARDIAN, TURNS_THIRTEEN_TOMORROW),
        protection=Protection.PROTECTED_REGISTRATION,
    )

    answer = decision(DAUGHTER, child, Category.PERSON_CARD)

    assert answer.outcome is Outcome.DENY
    assert "skydd" not in f"{answer.message} {answer.remedy}".lower()


@pytest.mark.parametrize("kind", [RelatedKind.RELATIVE, RelatedKind.TRUSTEE])
def test_a_relative_reads_what_the_person_shares(kind: RelatedKind):
    mother = related_as(kind, date(1943, 2, 14), may_read=True)

    answer = decision(DAUGHTER, mother, Category.PLAN)

    assert answer.ground is Ground.READ_MANDATE
    assert answer.extent is Extent.SHARED_PARTS


def test_a_relative_without_the_persons_yes_reads_nothing():
    mother = related_as(RelatedKind.RELATIVE, date(1943, 2, 14))

    answer = decision(DAUGHTER, mother, Category.PLAN)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.C04)


def test_somebody_unrelated_reads_nothing():
    answer = decision(DAUGHTER, KARIN_UNRELATED, Category.PLAN)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.C04)


def test_a_mandate_does_not_reach_around_the_rules_for_children():
    teenager = related_as(RelatedKind.RELATIVE, TURNS_SIXTEEN_TOMORROW, may_read=True)

    answer = decision(DAUGHTER, teenager, Category.DISCHARGE_CASE)

    assert answer.outcome is Outcome.DENY


@pytest.mark.parametrize(
    "category",
    [
        Category.CHILD_AND_FAMILY_RECORD,
        Category.SCHOOL_HEALTH_RECORD,
        Category.SENSOR,
        Category.ACCESS_LOG,
    ],
)
def test_a_mandate_does_not_open_everything(category: Category):
    mother = related_as(RelatedKind.RELATIVE, date(1943, 2, 14), may_read=True)

    answer = decision(DAUGHTER, mother, category)

    assert answer.outcome is Outcome.DENY


def test_a_former_guardian_with_the_persons_mandate_reads():
    adult = related_as(RelatedKind.GUARDIAN, date(2000, 1, 1))
    both = replace(
        adult,
        related=(
            *adult.related,
            *related_as(RelatedKind.RELATIVE, date(2000, 1, 1), may_read=True).related,
        ),
    )

    answer = decision(DAUGHTER, both, Category.PLAN)

    assert (answer.outcome, answer.rule) == (Outcome.ALLOW, Rule.C04)


def test_after_a_death_nobody_reads_online():
    dead = replace(
        related_as(RelatedKind.RELATIVE, date(1943, 2, 14), may_read=True),
        deceased=True,
    )

    answer = decision(DAUGHTER, dead, Category.PLAN)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.C05)
