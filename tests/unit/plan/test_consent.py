"""Whose yes is needed: adults, children, guardians who share custody, trustees."""

import pytest

from naravard.plan.rules.consent import (
    Awaited,
    ConsentFacts,
    GuardianRule,
    Speaker,
    Word,
    childs_view_is_sought,
    may_speak,
    needed_from,
    standing,
)
from tests.house import at
from tests.plans import the

SOFIA, ERIK = the("Sofia"), the("Erik")
MORNING, NOON = at("2026-03-02 09:00"), at("2026-03-02 12:00")


def child(age: int, **said: object) -> ConsentFacts:
    return ConsentFacts(age=age, guardian_ids=(SOFIA, ERIK), **said)  # type: ignore[arg-type]


def yes(speaker: Speaker, who=None, when=MORNING) -> Word:
    return Word(speaker=speaker, yes=True, at=when, related_id=who)


def no(speaker: Speaker, who=None, when=NOON) -> Word:
    return Word(speaker=speaker, yes=False, at=when, related_id=who)


def test_an_adult_decides_herself():
    stands = standing((yes(Speaker.PERSON),), ConsentFacts(age=81))

    assert stands.consented


def test_nothing_said_is_not_consent():
    stands = standing((), ConsentFacts(age=81))

    assert not stands.consented
    assert stands.awaited == (Awaited(speaker=Speaker.PERSON),)


def test_a_no_later_the_same_day_counts():
    stands = standing((yes(Speaker.PERSON), no(Speaker.PERSON)), ConsentFacts(age=81))

    assert stands.declined


def test_said_at_the_same_moment_the_no_counts():
    words = (yes(Speaker.PERSON), no(Speaker.PERSON, when=MORNING))

    assert standing(words, ConsentFacts(age=81)).declined


def test_both_who_share_custody_must_say_yes_for_a_small_child():
    one = standing((yes(Speaker.GUARDIAN, SOFIA),), child(9))
    both = standing(
        (yes(Speaker.GUARDIAN, SOFIA), yes(Speaker.GUARDIAN, ERIK)), child(9)
    )

    assert one.awaited == (Awaited(speaker=Speaker.GUARDIAN, related_id=ERIK),)
    assert both.consented


def test_one_guardians_no_stops_it():
    words = (yes(Speaker.GUARDIAN, SOFIA), no(Speaker.GUARDIAN, ERIK))

    assert standing(words, child(9)).declined


def test_one_guardian_is_enough_when_it_is_so_judged():
    facts = child(9, guardian_rule=GuardianRule.ONE)

    assert standing((yes(Speaker.GUARDIAN, SOFIA),), facts).consented


@pytest.mark.parametrize("age", [13, 14, 15])
def test_from_thirteen_the_childs_own_yes_is_needed_too(age):
    guardians = (yes(Speaker.GUARDIAN, SOFIA), yes(Speaker.GUARDIAN, ERIK))

    assert not standing(guardians, child(age)).consented
    assert standing((*guardians, yes(Speaker.PERSON)), child(age)).consented


def test_a_child_of_fourteen_judged_mature_decides_alone():
    facts = child(14, child_decides=True)

    assert standing((yes(Speaker.PERSON),), facts).consented


def test_from_sixteen_she_decides_and_guardians_do_not():
    assert standing((yes(Speaker.PERSON),), child(16)).consented
    assert not may_speak(Speaker.GUARDIAN, SOFIA, child(16))


def test_a_child_of_twelve_does_not_decide_but_is_asked():
    assert not may_speak(Speaker.PERSON, None, child(12))
    assert childs_view_is_sought(12)


def test_a_child_without_known_guardians_speaks_herself():
    assert needed_from(ConsentFacts(age=9)) == (Awaited(speaker=Speaker.PERSON),)


def test_a_trustee_speaks_for_one_who_lacks_capacity():
    facts = ConsentFacts(age=81, lacks_capacity=True, trustee_ids=(SOFIA,))

    assert standing((yes(Speaker.TRUSTEE, SOFIA),), facts).consented


def test_a_trustee_does_not_speak_for_one_who_can_decide():
    facts = ConsentFacts(age=81, trustee_ids=(SOFIA,))

    assert not may_speak(Speaker.TRUSTEE, SOFIA, facts)


@pytest.mark.parametrize(("age", "sought"), [(17, True), (18, False), (None, False)])
def test_a_childs_own_view_is_sought_until_eighteen(age, sought):
    assert childs_view_is_sought(age) is sought
