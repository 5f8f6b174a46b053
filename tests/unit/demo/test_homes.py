"""How people are put together in homes when there are few to choose among."""

from random import Random

from naravard.demo.population.ages import OLDEST, AgeCounts
from naravard.demo.population.households import form_homes


def counts_of(*, women=None, men=None):
    return AgeCounts(
        women=[(women or {}).get(age, 0) for age in range(OLDEST + 1)],
        men=[(men or {}).get(age, 0) for age in range(OLDEST + 1)],
    )


def test_where_there_are_no_men_every_woman_lives_alone():
    homes = list(form_homes(counts_of(women={40: 10}), Random(1)))

    assert [len(home.adults) for home in homes] == [1] * 10


def test_a_child_lives_without_parents_only_where_there_are_no_adults():
    homes = list(form_homes(counts_of(women={9: 1}), Random(1)))

    assert [(len(home.adults), len(home.children)) for home in homes] == [(0, 1)]


def test_a_lone_father_takes_his_children():
    homes = list(form_homes(counts_of(women={9: 1}, men={41: 1}), Random(1)))

    assert [(len(home.adults), len(home.children)) for home in homes] == [(1, 1)]


def test_nobody_is_left_without_a_home():
    counts = counts_of(women={5: 3, 30: 4, 82: 5}, men={7: 2, 33: 3, 85: 2})

    homes = list(form_homes(counts, Random(1)))

    assert sum(len(home.adults) + len(home.children) for home in homes) == 19
