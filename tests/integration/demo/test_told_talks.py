"""The stories have wishes and talks, so that no page of theirs begins empty."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pytest_django.plugin import DjangoDbBlocker

from naravard.demo.inhabitants import person_id
from naravard.dialogue import services as dialogue
from naravard.dialogue.models import Talk, TalkLine, ToldWishes
from naravard.dialogue.rows import WishesRow
from naravard.dialogue.rules.routing import Because
from naravard.dialogue.rules.talks import Waits
from naravard.dialogue.rules.wishes import PlaceOfCare
from tests.personas import inhabitant, member_of_staff, small_county

NOW = datetime(2026, 3, 2, 6, 10, tzinfo=UTC)  # early on a Monday morning


@pytest.fixture(scope="module", autouse=True)
def db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """One county for all; named so that tables are made even when run alone."""
    with django_db_blocker.unblock(), small_county(NOW):
        yield


def told(key: str) -> WishesRow:
    return dialogue.open_own_details(actor=inhabitant(key), now=NOW).told


def test_karin_has_one_answer_to_read_and_one_question_waiting() -> None:
    talks = dialogue.open_own_talks(actor=inhabitant("karin"), now=NOW).talks

    assert [(talk.waits, talk.is_unread) for talk in talks] == [
        (Waits.FOR_CARE, False),
        (Waits.FOR_PERSON, True),
    ]


def test_what_waits_is_read_where_sara_works_and_is_not_late() -> None:
    rows = dialogue.open_talks(actor=member_of_staff("sara", NOW), now=NOW)

    waiting = [row for row in rows if row.waits is Waits.FOR_CARE]
    assert [(row.person_id, row.to_name, row.because) for row in waiting] == [
        (person_id("karin"), "Sara Blom", Because.CONTACT)
    ]
    assert not Talk.objects.filter(waits=Waits.FOR_CARE, answer_by__lt=NOW).exists()


def test_sivs_answer_is_a_letter_for_the_unit_to_print() -> None:
    letters = dialogue.open_letters(actor=member_of_staff("sara", NOW), now=NOW)

    assert [letter.person_id for letter in letters] == [person_id("siv")]


def test_each_wish_is_on_the_page_of_whoever_told_it() -> None:
    assert told("tova").wishes.easy_to_read
    assert told("amina").wishes.interpreter
    assert "samma tolk" in told("amina").wishes.interpreter_about
    assert told("gunvor").wishes.place is PlaceOfCare.HOME


def test_nothing_is_written_after_now() -> None:
    assert not TalkLine.objects.filter(at__gt=NOW).exists()
    assert not ToldWishes.objects.filter(at__gt=NOW).exists()
