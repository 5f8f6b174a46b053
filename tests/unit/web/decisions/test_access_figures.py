"""Nåbarhet in figures: weighed by how many, and without what is too little to show."""

from naravard.mobile.rules.states import TeamKind
from naravard.mobile.sum_rows import Driven, Kept, Near, Reached
from naravard.web.decisions.access_figures import (
    figures,
    near_chart,
    time_chart,
    time_says,
    weighed,
)


def near(code: str, people: int, within_30: int | None, within_60: int | None) -> Near:
    return Near(
        kind=TeamKind.CLOSE_CARE,
        municipality=code,
        inhabitants=people,
        within_30=within_30,
        within_60=within_60,
        from_the_middle=False,
    )


def driven(team: str, visits: int, driving: int, visiting: int) -> Driven:
    return Driven(
        team=team,
        kind=TeamKind.CLOSE_CARE,
        visits=visits,
        driving=driving,
        visiting=visiting,
    )


SURA, SALA, SMALL = (
    near("1907", 1_000, 70, 100),
    near("1981", 3_000, 90, 100),
    near("1904", 4, None, None),
)
SYD, NORD = driven("Teamet Syd", 300, 20, 50), driven("Teamet Nord", 100, 40, 30)


def test_the_whole_is_weighed_and_leaves_out_what_is_too_little() -> None:
    assert weighed([70, 90, None], [1_000, 3_000, 4]) == 85
    assert weighed([None], [4]) is None
    assert weighed([], []) is None


def test_four_numbers_tell_of_the_county() -> None:
    reached = [
        Reached(
            municipality="1907",
            visits=300,
            answered_in_time=100,
            unserved=2,
            known_face=60,
        ),
        Reached(
            municipality="1981",
            visits=100,
            answered_in_time=100,
            unserved=None,
            known_face=80,
        ),
    ]
    kept = [Kept(municipality="1907", visited_in_time=96, times_moved=7)]

    near_by, by_car, known, unserved = figures(
        [SURA, SALA, SMALL], [SYD, NORD], reached, kept
    )

    assert (near_by.value, near_by.beside) == ("85", "På en timme: 100 procent.")
    assert (by_car.value, by_car.beside) == ("25", "Hos personer: 45 procent.")
    assert (known.value, known.beside) == (
        "65",
        "Lovade tider som flyttats: 7 procent.",
    )
    assert (unserved.value, unserved.beside) == (
        "2",
        "Besök inom längsta väntan: 96 procent.",
    )


def test_the_figures_are_drawn_with_what_is_hidden_as_a_dash() -> None:
    drawn = near_chart([SURA, SMALL], {"1907": "Surahammar", "1904": "Liten"})

    assert "Surahammar" in drawn
    assert ">70<" in drawn
    assert ">30<" in drawn
    assert ">–<" in drawn


def test_who_drives_most_is_said_in_words_before_it_is_drawn() -> None:
    assert time_says([SYD, NORD]) == (
        "Teamet Nord kör mest, 40 procent av tiden. Teamet Syd kör minst, 20 procent."
    )
    assert "Teamet Syd" in time_chart([SYD, NORD])
    assert time_says([]) == "Inget team har arbetat de senaste fyra veckorna."
