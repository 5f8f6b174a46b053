"""What persons may be searched by, and which lists may be made (A21, A22)."""

import pytest

from naravard.access.rules import (
    Actor,
    Purpose,
    Rule,
    SearchTerm,
    decide_list,
    decide_search,
)
from tests.unit.access.asking import (
    CARE_PLANNER,
    DAUGHTER,
    DECISION_MAKER,
    FAMILY_WORKER,
    KARIN_HERSELF,
    SYSTEM,
    WARD_NURSE,
)


@pytest.mark.parametrize(
    ("actor", "term", "allowed"),
    [
        (WARD_NURSE, SearchTerm.IDENTITY_NUMBER, True),
        (CARE_PLANNER, SearchTerm.NAME, True),
        (WARD_NURSE, SearchTerm.HEALTH, True),
        (WARD_NURSE, SearchTerm.COMPULSORY_CARE, True),
        (WARD_NURSE, SearchTerm.FREE_TEXT, True),
        (WARD_NURSE, SearchTerm.SOCIAL_ASSISTANCE, False),
        (WARD_NURSE, SearchTerm.SENSITIVE, False),
        (WARD_NURSE, SearchTerm.OFFENCE, False),
        (CARE_PLANNER, SearchTerm.HEALTH, False),
        (CARE_PLANNER, SearchTerm.FREE_TEXT, False),
        (FAMILY_WORKER, SearchTerm.COMPULSORY_CARE, False),
    ],
)
def test_search_terms(actor: Actor, term: SearchTerm, allowed: bool):
    answer = decide_search(actor, frozenset({term}))

    assert (answer.allowed, answer.rule) == (allowed, Rule.A21)


def test_one_forbidden_term_forbids_the_search():
    terms = frozenset({SearchTerm.NAME, SearchTerm.OFFENCE})

    assert not decide_search(WARD_NURSE, terms).allowed


@pytest.mark.parametrize(
    ("actor", "purpose", "sensitive", "allowed"),
    [
        (CARE_PLANNER, Purpose.SERVICES, False, True),
        (CARE_PLANNER, Purpose.SERVICES, True, False),
        (CARE_PLANNER, Purpose.FOLLOW_UP, True, True),
        (FAMILY_WORKER, Purpose.CHILD_AND_FAMILY, True, False),
        (WARD_NURSE, Purpose.CARE, True, True),
        (SYSTEM, Purpose.TECHNICAL, False, True),
    ],
)
def test_lists(actor: Actor, purpose: Purpose, sensitive: bool, allowed: bool):
    answer = decide_list(actor, purpose=purpose, sensitive=sensitive)

    assert (answer.allowed, answer.rule) == (allowed, Rule.A22)


@pytest.mark.parametrize("actor", [DECISION_MAKER, KARIN_HERSELF, DAUGHTER])
def test_lists_of_persons_are_for_those_who_work_with_them(actor: Actor):
    assert not decide_list(actor, purpose=Purpose.FOLLOW_UP).allowed
    assert not decide_search(actor, frozenset({SearchTerm.NAME})).allowed
