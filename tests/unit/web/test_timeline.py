"""The timeline never lets two labels meet."""

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from naravard.web.components.timeline import (
    Kind,
    Placed,
    Side,
    TimelineItem,
    Window,
    place,
    window_around,
)
from naravard.web.components.timeline_view import headings

TUESDAY = date(2026, 11, 24)
FIVE_WEEKS = window_around(TUESDAY, weeks=5)


def point(title: str, on: date) -> TimelineItem:
    return TimelineItem(title=title, when="", starts_on=on)


def span(title: str, first: date, last: date) -> TimelineItem:
    return TimelineItem(
        title=title, when="", starts_on=first, ends_on=last, kind=Kind.SPAN
    )


def overlap(one: Placed, other: Placed) -> bool:
    return one.left < other.right and other.left < one.right


@st.composite
def events(draw: st.DrawFn) -> TimelineItem:
    first = TUESDAY + timedelta(days=draw(st.integers(-30, 60)))
    return TimelineItem(
        title=draw(st.text("abcdefghij", min_size=1, max_size=60)),
        when=draw(st.sampled_from(["", "24 nov", "26 nov–11 dec"])),
        starts_on=first,
        ends_on=first + timedelta(days=draw(st.integers(0, 60))),
        kind=draw(st.sampled_from(Kind)),
    )


windows = st.sampled_from([2, 5, 26]).map(
    lambda weeks: window_around(TUESDAY, weeks=weeks)
)


@given(st.lists(events(), max_size=12), windows)
def test_nothing_in_a_row_overlaps(items: list[TimelineItem], window: Window) -> None:
    placed = place(items, window, TUESDAY)

    assert not any(
        overlap(one, other)
        for one, other in combinations(placed, 2)
        if one.row == other.row
    )


@given(st.lists(events(), max_size=12), windows)
def test_everything_stays_on_the_axis(
    items: list[TimelineItem], window: Window
) -> None:
    placed = place(items, window, TUESDAY)

    assert all(
        spot.left >= -1e-9 and spot.right <= window.days + 1e-9 for spot in placed
    )
    assert all(1 <= spot.start < spot.end <= window.days + 1 for spot in placed)


def test_window_starts_on_a_monday() -> None:
    assert FIVE_WEEKS.first_monday == date(2026, 11, 9)
    assert FIVE_WEEKS.column(TUESDAY) == 16


def test_label_of_a_coming_day_stands_to_the_right() -> None:
    (spot,) = place([point("Sara ringer", date(2026, 11, 26))], FIVE_WEEKS, TUESDAY)

    assert spot.side is Side.RIGHT


def test_label_of_a_past_day_stands_to_the_left_of_todays_line() -> None:
    (spot,) = place([point("Sökte akut", date(2026, 11, 18))], FIVE_WEEKS, TUESDAY)

    assert spot.side is Side.LEFT


def test_label_near_the_right_edge_stands_to_the_left() -> None:
    late = point("Följa upp planen", date(2026, 12, 9))

    (spot,) = place([late], FIVE_WEEKS, TUESDAY)

    assert spot.side is Side.LEFT


def test_label_of_a_long_bar_stands_inside_it() -> None:
    home_help = span("Hemtjänst", TUESDAY, date(2026, 12, 13))

    (spot,) = place([home_help], FIVE_WEEKS, TUESDAY)

    assert spot.side is Side.INSIDE


def test_label_of_a_short_bar_stands_after_it() -> None:
    visit = span("Eva bor hos Karin", date(2026, 11, 25), date(2026, 11, 27))

    (spot,) = place([visit], FIVE_WEEKS, TUESDAY)

    assert spot.side is Side.RIGHT


def test_bar_that_began_before_the_window_is_cut_at_its_edge() -> None:
    stay = span("Korttidsboende", date(2026, 10, 1), date(2026, 11, 12))

    (spot,) = place([stay], FIVE_WEEKS, TUESDAY)

    assert (spot.start, spot.end) == (1, 5)


def test_events_outside_the_window_are_left_out() -> None:
    assert place([point("Förr", date(2026, 1, 1))], FIVE_WEEKS, TUESDAY) == ()


def test_events_are_listed_in_the_order_they_happen() -> None:
    later, sooner = (
        point("Hembesök", date(2026, 11, 27)),
        point("Ringer", date(2026, 11, 26)),
    )

    placed = place([later, sooner], FIVE_WEEKS, TUESDAY)

    assert [spot.item.title for spot in placed] == ["Ringer", "Hembesök"]


def test_weeks_are_named_while_they_fit_and_months_after_that() -> None:
    assert [heading.name for heading in headings(FIVE_WEEKS)][:2] == ["v. 46", "v. 47"]
    assert headings(window_around(TUESDAY, weeks=26))[0].name == "nov"
