"""The day replanned: rules and pins hold, promises move as little as can be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from naravard.mobile.routing.checker import check
from naravard.mobile.routing.model import Window
from naravard.mobile.routing.replanning.changes import made, told, why
from naravard.mobile.routing.replanning.options import Kind, options
from naravard.mobile.routing.replanning.standing import (
    NothingKeepsThePins,
    delayed,
    with_visit,
    without_caregiver,
)
from naravard.mobile.routing.replanning.words import Called
from tests.unit.mobile.days import visit
from tests.unit.mobile.days_under_way import (
    acute,
    drawn_standing,
    every_place,
    only_planned,
    small_standing,
)

seeds = st.integers(0, 10_000)
NAMES = Called(staff={}, visits={}, skills={})


def visit_to_eva(**rest):
    return visit("Eva", 2, ("care", 10), windows=(Window(opens=0, closes=120),), **rest)


def kept(standing, plan, names):
    after = made(plan)
    return {name: after.get(name) for name in names}


@settings(max_examples=15, deadline=None)
@given(seeds)
def test_no_option_breaks_a_rule(seed):
    standing = drawn_standing(seed)
    extra = acute(seed, standing)

    found = options(standing, extra)

    day = with_visit(standing, extra).problem
    may_be_left = {
        f"{each.id} blir inte gjort"
        for each in day.visits
        if each.id not in made(standing.plan)
    }
    assert {
        line for each in found for line in check(day, each.plan).violations
    } <= may_be_left


@settings(max_examples=15, deadline=None)
@given(seeds)
def test_no_option_touches_a_pinned_visit_or_what_has_begun(seed):
    standing = drawn_standing(seed)
    before = made(standing.plan)
    begun = {name for name, each in before.items() if each.start <= standing.now}
    fixed = begun | standing.pins

    found = options(standing, acute(seed, standing))

    assert [kept(standing, each.plan, fixed) for each in found] == [
        {name: before[name] for name in fixed}
    ] * len(found)


def worth(option):
    return (
        len(option.unplanned),
        option.broken_promises,
        sum(change.other_person for change in option.changes),
        sum(change.before is not None for change in option.changes),
    )


@settings(max_examples=10, deadline=None)
@given(seeds)
def test_the_way_with_fewest_changes_never_moves_a_visit_to_another_person(seed):
    standing = drawn_standing(seed)

    found = options(standing, acute(seed, standing))

    fewest = next(each for each in found if Kind.FEWEST_CHANGES in each.kinds)
    assert not any(change.other_person for change in fewest.changes)


@settings(max_examples=15, deadline=None)
@given(seeds)
def test_no_way_that_keeps_as_much_changes_fewer_visits_than_the_one_called_so(seed):
    standing = drawn_standing(seed)

    found = options(standing, acute(seed, standing))

    fewest = next(each for each in found if Kind.FEWEST_CHANGES in each.kinds)
    assert [worth(each) for each in found if worth(each) < worth(fewest)] == []


@settings(max_examples=15, deadline=None)
@given(seeds)
def test_an_acute_visit_moves_as_few_promised_times_as_any_place_for_it_would(seed):
    standing = only_planned(drawn_standing(seed))
    extra = acute(seed, standing)
    everywhere = every_place(with_visit(standing, extra), extra.id)

    found = options(standing, extra)

    fewest = next(each for each in found if Kind.FEWEST_CHANGES in each.kinds)
    placed = [each for each in everywhere if not each.unplanned]
    least = min((each.broken_promises for each in placed), default=0)
    assert bool(fewest.unplanned) is not bool(placed)
    assert fewest.broken_promises == least


@settings(max_examples=10, deadline=None)
@given(seeds)
def test_when_somebody_goes_home_they_get_no_more_visits(seed):
    standing = drawn_standing(seed)
    begun = {stop.visit for stop in standing.begun("c1")}

    found = options(without_caregiver(standing, "c1"))

    assert {
        name
        for each in found
        for name, visited in made(each.plan).items()
        if "c1" in visited.by
    } <= begun


def test_the_same_day_gives_the_same_options():
    standing = drawn_standing(3)

    assert options(standing, acute(3, standing)) == options(
        standing, acute(3, standing)
    )


def test_an_acute_visit_is_placed_without_breaking_a_promise_when_there_is_room():
    standing = small_standing()

    found = options(standing, visit_to_eva())

    fewest = next(each for each in found if Kind.FEWEST_CHANGES in each.kinds)
    assert fewest.broken_promises == 0


def test_the_named_contact_comes_when_she_can():
    found = options(small_standing(), visit_to_eva(named_contact="Sara"))

    named = next(each for each in found if Kind.NAMED_CONTACT in each.kinds)
    assert made(named.plan)["Eva"].by == ("Sara",)


def test_two_ways_that_are_the_same_are_one_option():
    found = options(small_standing(), visit_to_eva(named_contact="Sara"))

    assert len({each.plan for each in found}) == len(found)


def test_a_delay_moves_what_must_move_and_says_whose_promise_is_broken():
    standing = delayed(small_standing(now=25.0), "Sara", 60)

    found = options(standing)

    moved = {change.visit: change for each in found for change in each.changes}
    assert moved["Karin"].breaks_promise


def test_a_pin_that_nobody_can_keep_is_said():
    standing = small_standing(now=25.0, pins=frozenset({"Karin"}))

    with pytest.raises(NothingKeepsThePins):
        options(delayed(standing, "Sara", 90))


def test_a_visit_that_nobody_may_make_is_left_and_told():
    closed = visit_to_eva(forbidden=frozenset({"Sara", "Bo"}))

    found = options(small_standing(), closed)

    assert {each.unplanned for each in found} == {("Eva",)}


def test_a_change_is_told_with_who_when_and_why():
    found = options(
        delayed(small_standing(now=25.0), "Sara", 60),
    )
    change = next(each for each in found[0].changes if each.visit == "Karin")
    names = Called(staff={"Sara": "Sara Lind"}, visits={"Karin": "Karin H"}, skills={})

    sentence = told(change, names)
    reason = why(change, "Sara är försenad.")

    assert sentence.startswith("Karin H: ")
    assert "minuter senare, kl. " in sentence
    assert reason.endswith("hålls inte: ring personen.")


def test_a_new_visit_is_told_as_new():
    found = options(small_standing(), visit_to_eva(named_contact="Sara"))
    new = next(change for change in found[0].changes if change.visit == "Eva")

    assert told(new, NAMES).startswith("Eva: nytt besök kl. ")
