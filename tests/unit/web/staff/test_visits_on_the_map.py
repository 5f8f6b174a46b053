"""The team's map: everything stands on the paper, and nothing hides anything else."""

from itertools import combinations
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from naravard.web.staff.visits.mapping import APART, Dot, apart

HIGH, WIDE = 400.0, 330.0
places = st.tuples(st.floats(0, WIDE), st.floats(0, HIGH))


def dot(x: float, y: float) -> Dot:
    return Dot(x=x, y=y, text="A1", colour=0, visit_id="", urgent=False, done=False)


def test_two_visits_in_one_house_can_both_be_read() -> None:
    one, two = apart([dot(100, 100), dot(100, 100)], HIGH)

    assert hypot(one.x - two.x, one.y - two.y) >= APART - 0.2


@given(st.lists(places, max_size=12))
def test_nothing_stands_outside_the_paper(at: list[tuple[float, float]]) -> None:
    shown = apart([dot(x, y) for x, y in at], HIGH)

    assert all(0 <= each.x <= WIDE and 0 <= each.y <= HIGH for each in shown)


def test_a_street_of_visits_is_pushed_apart() -> None:
    shown = apart([dot(150 + n, 200) for n in range(6)], HIGH)

    distances = [hypot(a.x - b.x, a.y - b.y) for a, b in combinations(shown, 2)]
    assert min(distances) > APART * 0.9
