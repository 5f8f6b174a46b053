"""When somebody can be let in: capacity, age, identity, and a last day to come."""

from dataclasses import replace
from datetime import date

import pytest

from naravard.core.errors import DomainError
from naravard.dialogue.rules.close import (
    CannotBeLetIn,
    CapacityToGive,
    EndedBeforeItBegan,
    Given,
    GiverFacts,
    TooYoungToGive,
    check_mandate,
)
from naravard.dialogue.rules.wishes import Mandate

TODAY = date(2026, 3, 3)
KARIN = GiverFacts(age=83, lacks_capacity=False, can_sign_in=True)
READS = Given(mandate=Mandate.READS)


def test_she_lets_her_daughter_read_until_she_changes_her_mind():
    check_mandate(READS, KARIN, TODAY)


def test_the_last_day_may_be_today():
    check_mandate(replace(READS, last_day=TODAY), KARIN, TODAY)


@pytest.mark.parametrize(
    ("given", "giver", "refusal"),
    [
        (READS, replace(KARIN, can_sign_in=False), CannotBeLetIn),
        (READS, replace(KARIN, age=15), TooYoungToGive),
        (READS, replace(KARIN, age=None), TooYoungToGive),
        (READS, replace(KARIN, lacks_capacity=True), CapacityToGive),
        (replace(READS, last_day=date(2026, 3, 2)), KARIN, EndedBeforeItBegan),
    ],
)
def test_a_mandate_has_its_conditions(
    given: Given, giver: GiverFacts, refusal: type[DomainError]
) -> None:
    with pytest.raises(refusal):
        check_mandate(given, giver, TODAY)


def test_it_is_always_possible_to_take_it_back():
    nothing = Given(mandate=Mandate.NONE)

    check_mandate(nothing, replace(KARIN, lacks_capacity=True), TODAY)
    check_mandate(nothing, replace(KARIN, age=15, can_sign_in=False), TODAY)
