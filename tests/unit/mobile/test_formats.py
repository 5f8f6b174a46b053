"""Days are read as their authors meant them."""

import gzip
import json

import pytest

from naravard.mobile.routing.checker import check
from naravard.mobile.routing.formats.reading import (
    Format,
    UnreadableDay,
    found_format,
    read_problem,
)
from naravard.mobile.routing.model import Relation, Task, Window
from naravard.mobile.routing.plan_file import UnreadablePlan, read_plan_file, write_plan
from tests.unit.mobile.days import small_day
from tests.unit.mobile.test_checker import GOOD

TWO_PATIENTS = {
    "patients": [
        {
            "id": "p1",
            "time_window": [10, 40],
            "required_caregivers": [{"service": "s1", "duration": 5}],
        },
        {
            "id": "p2",
            "time_window": [20, 60],
            "required_caregivers": [
                {"service": "s1", "duration": 5},
                {"service": "s2", "duration": 8},
            ],
            "synchronization": {"type": "sequential", "distance": [10, 15]},
        },
    ],
    "caregivers": [
        {"id": "c1", "abilities": ["s1"]},
        {"id": "c2", "abilities": ["s2"]},
    ],
    "distances": [[0, 1.5, 2], [1.5, 0, 1], [2, 1, 0]],
}

TWINS = """
param kn:= 2;
param T:= 90;
param s_id: 1 2 :=
0 0 0
1 15 15
2 15 15
;
param t_ij: 0 1 2 :=
0 0 4 4
1 4 10000 10000
2 4 10000 10000
;
param w_id: 1 :=
1 -3.5
;
param e_id: 1 2 :=
0 0 0
1 5 5
2 5 5
;
param l_id: 1 2 :=
0 90 90
1 30 30
2 30 30
;
"""

UNIFIED = {
    "metadata": {
        "time_window_met": "at_service_end",
        "cost_components": {"travel_time": 2, "total_tardiness": "HARD"},
        "origin": "generated",
    },
    "distances": [[0, 3], [3, 0]],
    "terminal_points": [{"id": "d0", "distance_matrix_index": 0}],
    "caregivers": [
        {
            "id": "c1",
            "abilities": ["s1"],
            "departing_point": "d0",
            "arrival_point": "d0",
            "working_shift": {"start": 10, "end": 90},
            "lunch_break": True,
        }
    ],
    "patients": [
        {
            "id": "p1",
            "distance_matrix_index": 1,
            "required_services": [{"service": "s1", "duration": 5}],
            "time_windows": [{"start": 20, "end": 30}, {"start": 50, "end": 60}],
            "optional": True,
            "preferred_caregivers": ["c1"],
        }
    ],
    "lunch_breaks": {"start": 30, "end": 60, "min_duration": 10},
}

VEHICLES = """R1

VEHICLE
NUMBER CAPACITY
 3 50

CUSTOMER
CUST NO. XCOORD. YCOORD. DEMAND READY DUE SERVICE

 0 0 0 0 0 200 0
 1 3 4 10 5 60 10
 2 6 8 20 0 80 10
"""

OURS = {
    "visits": [
        {
            "id": "Ali",
            "place": 1,
            "windows": [[0, 30]],
            "services": [{"name": "insulin", "minutes": 10, "needs": ["nurse"]}],
            "named_contact": "Sara",
            "known": ["Bo"],
        }
    ],
    "caregivers": [{"id": "Sara", "can": ["nurse"], "shift": [0, 90]}],
    "travel": [[[0, 5], [5, 0]]],
    "prices": {"travel": 1, "not_named_contact": 30},
    "relations": [],
    "meal": {"opens": 30, "closes": 60, "minutes": 15},
}


def written(tmp_path, text, name="day.txt"):
    path = tmp_path / name
    path.write_text(text if isinstance(text, str) else json.dumps(text))
    return path


def test_one_service_or_two_bound_to_each_other(tmp_path):
    day = read_problem(written(tmp_path, TWO_PATIENTS))

    assert [each.windows for each in day.visits] == [
        (Window(opens=10, closes=40),),
        (Window(opens=20, closes=60),),
    ]
    assert day.relations == (
        Relation(
            first=Task(visit="p2", service=0),
            second=Task(visit="p2", service=1),
            least=10,
            most=15,
        ),
    )
    assert day.priced_in == 3


def test_a_packed_file_is_unpacked(tmp_path):
    path = tmp_path / "day.json.gz"
    path.write_bytes(gzip.compress(json.dumps(TWO_PATIENTS).encode()))

    assert read_problem(path).name == "day"


def test_twins_stand_at_one_address_and_begin_together(tmp_path):
    day = read_problem(written(tmp_path, TWINS, "case_1_20_4_2_1.dat"))

    assert day.travel[0][1][2] == 0
    assert (day.relations[0].first.visit, day.relations[0].second.visit) == ("1", "2")
    assert (day.relations[0].least, day.relations[0].most) == (0, 0)
    assert day.priced_in == 10  # 90 units are nine hours


@pytest.mark.parametrize(
    ("name", "minutes"), [("case_1_20_4_2_1.dat", 15), ("case_3_50_10_5_2.dat", 21)]
)
def test_two_families_have_longer_visits(tmp_path, name, minutes):
    day = read_problem(written(tmp_path, TWINS, name))

    assert {each.services[0].minutes for each in day.visits} == {minutes}


def test_the_unified_format_keeps_prices_and_promises_apart(tmp_path):
    day = read_problem(written(tmp_path, UNIFIED))

    assert (day.prices.travel, day.prices.lateness) == (2, 0)
    assert day.prices.lateness_is_hard
    assert day.window_met_at_end
    assert day.visits[0].optional
    assert len(day.visits[0].windows) == 2
    assert day.meal.last_start == 50


def test_a_cost_nobody_knows_is_refused(tmp_path):
    strange = {
        **UNIFIED,
        "metadata": {**UNIFIED["metadata"], "cost_components": {"x": 1}},
    }

    with pytest.raises(UnreadableDay, match="går inte att läsa"):
        read_problem(written(tmp_path, strange))


def test_vehicles_have_straight_roads_and_carry_so_much(tmp_path):
    day = read_problem(written(tmp_path, VEHICLES))

    assert day.travel[0][0] == (0, 5, 10)
    assert day.capacity.carries == 50
    assert day.capacity.takes == {"1": 10, "2": 20}
    assert len(day.caregivers) == 3


def test_our_own_format_says_everything_by_name(tmp_path):
    day = read_problem(written(tmp_path, OURS))

    assert day.visits[0].named_contact == "Sara"
    assert day.visits[0].known == {"Bo"}
    assert day.caregivers[0].shift == Window(opens=0, closes=90)
    assert day.meal.minutes == 15


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (json.dumps(TWO_PATIENTS), Format.MANKOWSKA),
        (TWINS, Format.BREDSTROM),
        (json.dumps(UNIFIED), Format.UHHC),
        (VEHICLES, Format.SOLOMON),
        (json.dumps(OURS), Format.NARAVARD),
    ],
)
def test_the_format_shows_in_the_text(text, found):
    assert found_format(text) is found


@pytest.mark.parametrize("text", ["", "{", '{"patients": 3}', "param t_ij", "1 2"])
def test_what_is_no_day_is_told_so(tmp_path, text):
    with pytest.raises(UnreadableDay):
        read_problem(written(tmp_path, text))


def test_a_plan_comes_back_from_its_file(tmp_path):
    path = tmp_path / "plan.json"

    write_plan(path, small_day(), GOOD, check(small_day(), GOOD))

    assert read_plan_file(path, small_day()) == GOOD
    assert json.loads(path.read_text())["cost"] == 120


def test_a_file_that_is_no_plan_is_told_so(tmp_path):
    with pytest.raises(UnreadablePlan):
        read_plan_file(written(tmp_path, "[]"), small_day())
