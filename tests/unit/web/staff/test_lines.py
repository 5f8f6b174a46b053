"""A row says who is to do what, and its button is the act itself."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from naravard.web.staff.worklist.lines import line_of, place_words
from tests.house import at
from tests.unit.web.staff.rows import (
    CASE,
    HOME_CARE,
    NOW,
    NURSE,
    PHYSICIAN,
    PLANNER,
    row,
)

A_DAY = timedelta(days=1)


def test_our_own_step_is_a_button_with_its_verb() -> None:
    line = line_of(row(), PLANNER, NOW)

    assert (line.button.verb, line.who) == ("Ta emot", "Vi")
    assert line.button.href == f"/arenden/{CASE}/gor/ta-emot/"
    assert line.button.posts


def test_our_step_that_needs_an_answer_opens_its_form() -> None:
    line = line_of(row(step="answer_sip_call"), PLANNER, NOW)

    assert line.button.verb == "Svara"
    assert not line.button.posts


def test_what_another_is_to_do_today_can_be_reminded_of() -> None:
    line = line_of(
        row(ours=False, due_at=at("2026-03-02 15:00"), step="send_admission_notice"),
        PLANNER,
        NOW,
    )

    assert line.button.verb == "Påminn"
    assert line.button.look == "plain"
    assert line.who == "Biståndsenheten, Lillby"


def test_what_another_is_to_do_later_is_only_opened() -> None:
    line = line_of(row(ours=False, due_at=at("2026-03-09 15:00")), PLANNER, NOW)

    assert line.button.opens_case
    assert line.button.verb == "Öppna"


def test_our_urgent_step_is_filled_and_the_others_are_outlined() -> None:
    urgent = line_of(row(due_at=at("2026-03-02 11:00")), PLANNER, NOW)
    later = line_of(row(due_at=at("2026-03-09 11:00")), PLANNER, NOW)

    assert urgent.button.look == "primary"
    assert later.button.look == "ours"


def test_physician_is_asked_to_judge_the_need_first() -> None:
    line = line_of(row(step="", state="OPEN", ours=False), PHYSICIAN, NOW)

    assert line.what == "Läkaren bedömer vilka som behövs efter utskrivningen"
    assert line.button.verb == "Bedöm behov"


def test_what_only_the_physician_may_do_is_opened_by_the_nurse() -> None:
    line = line_of(row(step="", state="OPEN", ours=False), NURSE, NOW)

    assert (line.button.verb, line.button.opens_case) == ("Öppna", True)


def test_what_is_late_with_us_is_never_a_reminder_to_ourselves() -> None:
    line = line_of(row(step="answer_sip_call", due_at=NOW - A_DAY), HOME_CARE, NOW)

    assert line.button.opens_case


def test_on_its_own_list_the_ward_is_not_told_where_the_person_is() -> None:
    assert line_of(row(), NURSE, NOW).where == ""
    assert line_of(row(), PLANNER, NOW).where == "Sjukhuset, Medicin"


def test_when_nobody_has_a_step_everyone_waits_for_the_ward() -> None:
    line = line_of(
        row(step="", step_unit="", state="PLANNING", ours=False), PLANNER, NOW
    )

    assert line.what == "Väntar på att personen blir utskrivningsklar"
    assert (line.letter.value, line.who) == ("S", "Medicin")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "Hem torsdag 13.00"),
        ({"estimated_at": None}, "Datum saknas"),
        ({"estimated_at": at("2026-03-01 13:00")}, "Skulle hem i går 13.00"),
        (
            {"estimated_at": None, "ready_at": at("2026-03-01 10:00")},
            "Utskrivningsklar sedan i går",
        ),
        ({"discharged_at": at("2026-03-01 14:00")}, "Hemma sedan i går 14.00"),
    ],
)
def test_row_says_when_the_person_goes_home(
    changed: dict[str, object], words: str
) -> None:
    assert line_of(row(**changed), PLANNER, NOW).home == words


def test_labels_say_what_must_not_be_missed() -> None:
    line = line_of(
        row(
            language="so",
            interpreter=True,
            birth_date=date(2017, 6, 3),
            track="red",
            blocked=True,
        ),
        PLANNER,
        NOW,
    )

    assert line.labels == (
        "Tolk: somaliska",
        "Barn",
        "Rött spår",
        "Hinder i den öppna vården",
    )


def test_protected_identity_says_nothing_when_it_is_hidden() -> None:
    hidden = row(
        name="Skyddade personuppgifter", number="", birth_date=None, is_protected=True
    )

    line = line_of(hidden, PLANNER, NOW)

    assert (line.labels, line.age) == ((), "")


def test_what_is_due_on_a_day_has_no_time_of_day() -> None:
    line = line_of(row(due_at=at("2026-03-05 23:59:59")), PLANNER, NOW)

    assert line.due_on == date(2026, 3, 5)


@pytest.mark.parametrize(
    ("hospital", "ward", "words"),
    [
        ("Sjukhuset", "Medicin", "Sjukhuset, Medicin"),
        ("Länets sjukhus Storby", "Medicin A, Storby", "Medicin A, Storby"),
        ("", "Medicin", "Medicin"),
    ],
)
def test_place_is_said_once(hospital: str, ward: str, words: str) -> None:
    assert place_words(hospital, ward) == words


def test_row_is_said_in_english_too() -> None:
    with translation.override("en"):
        line = line_of(row(step="answer_sip_call"), PLANNER, NOW)

    assert (line.button.verb, line.who) == ("Answer", "We")
