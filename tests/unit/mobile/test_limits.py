"""What cars, bags and machines are enough for: no plan goes beyond, and it is said."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from naravard.mobile.routing.model import Window
from naravard.mobile.routing.plan import Plan, Round, Stop
from naravard.mobile.routing.replanning.by_hand import moved, swapped
from naravard.mobile.routing.replanning.changes import made
from naravard.mobile.routing.replanning.limits import Limit, exceeded
from naravard.mobile.routing.replanning.options import options
from naravard.mobile.routing.replanning.standing import (
    PlanBreaksARule,
    with_visit,
)
from tests.unit.mobile.days import visit
from tests.unit.mobile.days_under_way import acute, drawn_standing, small_standing


def ultrasound(*visits, things=1, enough_for=8):
    return Limit(
        name="ultraljud",
        visits=frozenset(visits),
        things=things,
        enough_for=enough_for,
    )


def with_eva(limit, **rest):
    """The small day where Eva is to be visited too, and some need the ultrasound."""
    eva = visit("Eva", 2, ("care", 10), windows=(Window(opens=0, closes=120),), **rest)
    return with_visit(small_standing(limits=(limit,)), eva)


def round_of(who, *stops):
    return Round(
        caregiver=who,
        stops=tuple(
            Stop(visit=name, service=0, start=start, end=start + 10.0)
            for name, start in stops
        ),
    )


def test_a_visit_that_the_thing_is_not_enough_for_is_left():
    found = options(with_eva(ultrasound("Ali", "Eva", enough_for=1)))

    assert {each.unplanned for each in found} == {("Eva",)}


def test_a_visit_that_the_thing_is_enough_for_is_planned():
    found = options(with_eva(ultrasound("Ali", "Eva", enough_for=2)))

    assert {each.unplanned for each in found} == {()}


def test_the_most_urgent_gets_what_is_left():
    standing = with_eva(ultrasound("Eva", "Nils", enough_for=1), priority=1)
    nils = visit("Nils", 2, ("care", 10), priority=4)

    found = options(with_visit(standing, nils))

    assert {each.unplanned for each in found} == {("Eva",)}


def test_whoever_has_the_thing_with_them_makes_what_needs_it():
    found = options(with_eva(ultrasound("Ali", "Eva")))

    assert {made(each.plan)["Eva"].by for each in found} == {("Sara",)}


def test_a_move_by_hand_to_somebody_without_the_thing_is_refused_by_its_name():
    standing = with_eva(ultrasound("Ali", "Karin", "Eva"))

    with pytest.raises(PlanBreaksARule, match="ultraljud skulle behövas av"):
        moved(standing, "Eva", to="Bo", first=True)


def test_a_visit_too_many_is_refused_by_hand():
    with pytest.raises(PlanBreaksARule, match="finns inte i bruk den här dagen"):
        moved(with_eva(ultrasound("Eva", things=0, enough_for=0)), "Eva", to="Sara")


def test_a_visit_more_than_it_is_enough_for_is_refused_with_how_many():
    standing = with_eva(ultrasound("Ali", "Eva", enough_for=1))

    with pytest.raises(PlanBreaksARule, match=r"räcker till 1 besök .* till 2"):
        moved(standing, "Eva", to="Sara")


def test_a_thing_that_is_free_again_may_go_with_another():
    plan = Plan(rounds=(round_of("Sara", ("Ali", 20.0)), round_of("Bo", ("Eva", 30.0))))

    assert list(exceeded([ultrasound("Ali", "Eva")], plan)) == []


def test_what_was_too_much_already_is_not_held_against_another_change():
    standing = with_eva(ultrasound("Ali", "Karin", "Maja", enough_for=1))

    assert made(moved(standing, "Eva", to="Bo").plan)["Eva"].by == ("Bo",)


def test_two_that_change_places_take_the_thing_along():
    standing = with_eva(ultrasound("Maja"))
    placed = replace(standing, plan=moved(standing, "Eva", to="Bo").plan)

    assert made(swapped(placed, "Eva", "Maja").plan)["Maja"].by == ("Bo",)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), things=st.integers(1, 2), visits=st.integers(1, 6))
def test_no_option_needs_more_than_there_is(seed, things, visits):
    standing = drawn_standing(seed)
    names = sorted(made(standing.plan))[: visits + 1]
    limit = ultrasound(*names, "acute", things=things, enough_for=visits)
    limited = replace(standing, limits=(limit,))
    day = with_visit(limited, acute(seed, limited))

    found = options(day)

    assert [list(exceeded(day.limits, each.plan, day.plan)) for each in found] == [
        []
    ] * len(found)
