"""An open page gets what is new, marked, and is left alone when nothing is."""

from dataclasses import replace
from datetime import timedelta

import pytest

from naravard.access.rules import Actor, ActorKind
from naravard.discharge.rows import TabCounts, Worklist, WorklistPulse
from naravard.web.staff.worklist.live import Known, is_fresh, known_in, update_of
from naravard.web.staff.worklist.page import token_of
from tests.unit.web.staff.rows import NOW, row

KNOWN = Known(opened_at=NOW, sent_at=NOW, listed=2)
MAJA = Actor(kind=ActorKind.STAFF, name="Maja Lindström")
QUIET = row(changed_at=NOW - timedelta(hours=1))
CHANGED = row(changed_at=NOW + timedelta(minutes=1))
FOUND = Worklist(
    rows=(QUIET, CHANGED),
    counts=TabCounts(all=2, ours=2, waiting=0, home_today=0, at_home=0),
    hospitals=(),
    read_at=NOW + timedelta(minutes=2),
)


def test_nothing_is_sent_when_nothing_has_changed() -> None:
    pulse = WorklistPulse(changed=0, listed=2)

    assert is_fresh(KNOWN, pulse, NOW + timedelta(seconds=10))


@pytest.mark.parametrize(
    "pulse",
    [WorklistPulse(changed=1, listed=2), WorklistPulse(changed=0, listed=1)],
    ids=["a case has changed", "a case has left the list"],
)
def test_something_is_sent_when_the_list_is_not_what_it_was(
    pulse: WorklistPulse,
) -> None:
    assert not is_fresh(KNOWN, pulse, NOW + timedelta(seconds=10))


def test_words_of_time_are_not_left_to_grow_old() -> None:
    pulse = WorklistPulse(changed=0, listed=2)

    assert not is_fresh(KNOWN, pulse, NOW + timedelta(minutes=6))


def test_only_what_has_changed_since_the_page_was_opened_is_marked() -> None:
    update = update_of(MAJA, FOUND, KNOWN)

    assert [line.changed for line in update.lines] == [False, True]
    assert update.news == 1
    assert not update.moved


def test_marked_row_stays_marked_and_is_told_of_once() -> None:
    later = replace(KNOWN, sent_at=NOW + timedelta(minutes=1, seconds=30))

    update = update_of(MAJA, FOUND, later)

    assert [line.changed for line in update.lines] == [False, True]
    assert update.news == 0


def test_page_is_told_when_rows_have_come_or_gone() -> None:
    assert update_of(MAJA, FOUND, replace(KNOWN, listed=3)).moved


def test_page_remembers_what_it_was_sent() -> None:
    token = token_of(FOUND)

    assert known_in(token, token) == Known(
        opened_at=FOUND.read_at, sent_at=FOUND.read_at, listed=2
    )


@pytest.mark.parametrize("token", ["", "i dag*2", "2026-03-02T09:00:00*2", "x*y"])
def test_token_that_cannot_be_read_is_nobody(token: str) -> None:
    assert known_in("", token) is None
