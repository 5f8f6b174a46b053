"""Pin, move, swap and undo: what a planner does by hand, and what it may not break."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from naravard.mobile.routing.replanning.by_hand import (
    moved,
    pinned,
    swapped,
    undone,
    unpinned,
)
from naravard.mobile.routing.replanning.changes import made
from naravard.mobile.routing.replanning.explaining import explain, in_short
from naravard.mobile.routing.replanning.options import options
from naravard.mobile.routing.replanning.standing import PlanBreaksARule, with_visit
from naravard.mobile.routing.replanning.words import Called
from tests.unit.mobile.days import visit
from tests.unit.mobile.days_under_way import acute, drawn_standing, small_standing

NAMES = Called(
    staff={"Sara": "Sara Lind", "Bo": "Bo Ek"},
    visits={"Ali": "Ali", "Maja": "Maja", "Karin": "Karin"},
    skills={"nurse": "sjuksköterska"},
)


def sara_and_bo(**changes):
    """Sara goes to Ali, Bo to Maja, and both to Karin."""
    first = small_standing()
    plan = moved(first, "Maja", to="Bo").plan
    return replace(first, plan=plan, **changes)


def test_a_visit_is_moved_to_whom_the_planner_chooses():
    option = moved(small_standing(), "Maja", to="Bo")

    assert made(option.plan)["Maja"].by == ("Bo",)


def test_a_visit_is_put_after_the_one_the_planner_points_at():
    option = moved(sara_and_bo(), "Maja", to="Sara", after="Ali")

    assert [stop.visit for stop in option.plan.rounds[0].stops] == [
        "Ali",
        "Maja",
        "Karin",
    ]


def test_a_visit_by_two_moves_with_both_of_them():
    standing = sara_and_bo()

    option = moved(standing, "Karin", to="Sara", first=True)

    after = made(option.plan)["Karin"]
    starts = {
        stop.start
        for each in option.plan.rounds
        for stop in each.stops
        if stop.visit == "Karin"
    }
    assert sorted(after.by) == ["Bo", "Sara"]
    assert starts == {after.start}
    assert [stop.visit for stop in option.plan.rounds[0].stops] == ["Karin", "Ali"]


def test_a_visit_by_two_is_told_to_need_both_when_the_other_has_gone_home():
    standing = replace(sara_and_bo(), gone=frozenset({"Bo"}))

    with pytest.raises(PlanBreaksARule, match="Karin"):
        moved(standing, "Karin", to="Sara", first=True)


def test_a_visit_by_two_does_not_change_places_with_a_visit_by_one():
    with pytest.raises(PlanBreaksARule, match="olika många"):
        swapped(sara_and_bo(), "Karin", "Maja")


def test_a_visit_is_not_moved_to_somebody_who_may_not_make_it():
    with pytest.raises(PlanBreaksARule):
        moved(small_standing(), "Ali", to="Bo")


def test_a_pinned_visit_is_not_moved_until_it_is_loosened():
    standing = pinned(small_standing(), "Maja")

    with pytest.raises(PlanBreaksARule):
        moved(standing, "Maja", to="Bo")
    assert made(moved(unpinned(standing, "Maja"), "Maja", to="Bo").plan)


def test_what_has_begun_is_not_moved():
    with pytest.raises(PlanBreaksARule):
        moved(small_standing(now=40.0), "Ali", to="Sara")


def test_two_visits_change_places():
    extra = visit("Eva", 1, ("care", 15))
    standing = with_visit(sara_and_bo(), extra)
    placed = replace(standing, plan=moved(standing, "Eva", to="Sara").plan)

    after = made(swapped(placed, "Eva", "Maja").plan)

    assert (after["Eva"].by, after["Maja"].by) == (("Bo",), ("Sara",))


def test_a_swap_that_gives_a_visit_to_somebody_unable_is_refused():
    with pytest.raises(PlanBreaksARule):
        swapped(sara_and_bo(), "Ali", "Maja")


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000))
def test_an_undone_change_is_as_if_it_never_was(seed):
    standing = drawn_standing(seed)
    extra = acute(seed, standing, wait=60)
    changed = options(standing, extra)[0]

    back = undone(_with(with_visit(standing, extra), changed.plan), standing.plan)

    assert made(back.plan) == made(standing.plan)
    assert {each.caregiver: each for each in back.plan.rounds} == {
        each.caregiver: each for each in standing.plan.rounds
    }


def test_a_stop_is_explained_by_who_they_have_met_and_how_far_it_is():
    told = explain(
        small_standing(),
        "Ali",
        met={("Sara", "Ali"): 4},
        called=NAMES,
    )

    assert told.because == (
        "Sara Lind, som har träffat Ali fyra gånger, är den enda som får göra besöket"
        " och är 10 minuter bort."
    )
    assert told.others == ("Bo Ek saknar behörighet: sjuksköterska.",)


def test_others_are_told_with_what_they_would_mean():
    told = explain(small_standing(), "Maja", met={}, called=NAMES)

    assert any("har inte träffat Maja" in line for line in told.others)


def test_what_the_next_best_would_cost_is_told_as_minutes_of_road():
    standing = small_standing()
    visits = tuple(
        replace(each, known=frozenset({"Sara"})) if each.id == "Maja" else each
        for each in standing.problem.visits
    )
    prices = replace(standing.problem.prices, new_face=12)
    problem = replace(standing.problem, visits=visits, prices=prices)

    told = explain(replace(standing, problem=problem), "Maja", met={}, called=NAMES)

    assert told.second == "Näst bäst är Bo Ek: det kostar som 12 minuter mer i bil."


def test_whoever_is_alone_in_being_able_is_told_to_be():
    told = explain(small_standing(), "Ali", met={}, called=NAMES)

    assert told.second == "Ingen annan kan göra besöket som dagen ser ut."


def test_whoever_makes_the_visit_is_told_why_in_a_few_words():
    standing = small_standing()

    told = in_short(standing, "Ali", "Sara", met={("Sara", "Ali"): 4}, contact=True)

    assert told == "Fast kontakt · träffats fyra gånger · 10 minuter dit"


def _with(standing, plan):
    return replace(standing, plan=plan)
