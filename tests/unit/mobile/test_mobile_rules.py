"""Answer times, honest intervals, roads and moves between states."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naravard.core.states import MoveNotAllowed, check_move
from naravard.mobile.rules.promises import promise_of
from naravard.mobile.rules.states import (
    REQUEST_MOVES,
    VISIT_MOVES,
    RequestState,
    Urgency,
    VisitState,
    answer_by,
    visit_by,
)
from naravard.mobile.rules.travel import Point, estimated, estimated_minutes
from tests.house import at

NOW = at("2026-03-02 09:00")
VASTERAS, SALA = Point(59.61, 16.55), Point(59.92, 16.61)


@pytest.mark.parametrize(
    ("urgency", "answered", "visited"),
    [
        (Urgency.NOW, "2026-03-02 09:15", "2026-03-02 11:00"),
        (Urgency.TODAY, "2026-03-02 10:00", "2026-03-02 23:59:59"),
        (Urgency.DAYS, "2026-03-03 09:00", "2026-03-05 09:00"),
    ],
)
def test_the_team_answers_in_time_for_the_visit(urgency, answered, visited):
    assert answer_by(urgency, NOW) == at(answered)
    assert visit_by(urgency, NOW) == at(visited)


@pytest.mark.parametrize("urgency", Urgency)
def test_the_answer_always_comes_before_the_visit(urgency):
    assert answer_by(urgency, NOW) < visit_by(urgency, NOW)


def test_the_interval_is_narrower_when_it_is_near():
    near = promise_of(NOW + timedelta(minutes=50), now=NOW)
    far = promise_of(NOW + timedelta(hours=5), now=NOW)

    assert near.closes - near.opens < far.closes - far.opens


@given(st.integers(0, 600))
def test_the_planned_start_lies_within_what_is_told(minutes):
    start = NOW + timedelta(minutes=minutes)

    assert promise_of(start, now=NOW).holds(start)


def test_a_closed_request_is_not_opened_again():
    with pytest.raises(MoveNotAllowed):
        check_move(REQUEST_MOVES, RequestState.DECLINED, RequestState.ACCEPTED)


def test_a_visit_that_is_done_is_not_planned_again():
    with pytest.raises(MoveNotAllowed):
        check_move(VISIT_MOVES, VisitState.DONE, VisitState.PLANNED)


def test_the_estimate_of_a_road_is_marked_as_one():
    roads = estimated((VASTERAS, SALA))

    assert roads.estimated
    assert 30 <= roads.minutes[0][1] <= 50


@given(st.floats(58, 60), st.floats(15, 18))
def test_a_road_is_as_long_in_both_directions(latitude, longitude):
    place = Point(latitude, longitude)

    assert estimated_minutes(place, SALA) == estimated_minutes(SALA, place)
