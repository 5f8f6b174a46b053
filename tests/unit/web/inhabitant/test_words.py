"""What the person is told: every case has words, in both languages."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from naravard.access.queries import LogLine
from naravard.access.queries.log import NEVER_SHOWN_ONLINE
from naravard.access.rules import Action, ActorKind, Category, Ground
from naravard.access.rules.grounds import READING_GROUNDS
from naravard.discharge.own import (
    Doer,
    Happening,
    HappeningCode,
    NextForYou,
    NextKind,
    PlannedMeeting,
)
from naravard.web.caregivers import Caregiver
from naravard.web.inhabitant.words.days import plain_day, plain_moment
from naravard.web.inhabitant.words.happening import LEFT, happening_lines
from naravard.web.inhabitant.words.next import next_card
from naravard.web.inhabitant.words.phones import phone_link
from naravard.web.inhabitant.words.readers import readings
from naravard.web.inhabitant.words.reasons import WHAT, WHY
from naravard.web.inhabitant.words.refusals import SENTENCES
from tests.house import at

NOW = at("2026-03-04 10:00")  # a Wednesday
TODAY = date(2026, 3, 4)


def log_line(moment: str = "2026-03-04 09:05", *, name: str = "Sara Blom") -> LogLine:
    return LogLine(
        id=1,
        at=at(moment),
        actor_kind=ActorKind.STAFF,
        name=name,
        title="Distriktssköterska",
        unit_name="Vårdcentralen Lillby",
        organisation_name="Region Lilla",
        action=Action.READ,
        category=Category.DISCHARGE_CASE,
        why="",
        rule="A02",
        allowed=True,
        review=False,
        unit_kind="open_care",
        ground=Ground.READ_NAMED_CONTACT,
    )


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 3), "i går"),
        (date(2026, 3, 4), "i dag"),
        (date(2026, 3, 5), "i morgon"),
        (date(2026, 3, 6), "fredag 6 mars"),
        (date(2027, 1, 4), "måndag 4 januari 2027"),
    ],
)
def test_days_are_said_with_the_weekday(day: date, words: str) -> None:
    assert plain_day(day, TODAY) == words


@given(st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)))
def test_no_day_is_said_in_figures_alone(naive: datetime) -> None:
    moment = at(naive.isoformat(" ", "minutes"))

    said = plain_moment(moment, NOW, timed=False)

    assert not said.replace(" ", "").isdigit()
    assert "/" not in said


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("070-174 06 12", "tel:+46701740612"),
        ("+46 70 174 06 12", "tel:+46701740612"),
        ("1177", "tel:1177"),
        ("112", "tel:112"),
    ],
)
def test_a_number_becomes_a_link_that_calls(number: str, link: str) -> None:
    assert phone_link(number) == link


@pytest.mark.parametrize("kind", NextKind)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_whatever_comes_next_is_said_in_a_few_short_sentences(
    kind: NextKind, language: str
) -> None:
    shown = NextForYou(
        kind=kind,
        at=NOW + timedelta(days=2),
        timed=True,
        doer_name="Sara Blom",
        ward="Medicin",
        hospital="Sjukhuset",
        since=NOW - timedelta(days=2),
        destination="home",
    )

    with translation.override(language):
        card = next_card(shown, NOW)

    assert card.what
    assert max(len(sentence.split()) for sentence in card.text) <= 16


@pytest.mark.parametrize("kind", NextKind)
def test_what_is_not_known_leaves_no_hole(kind: NextKind) -> None:
    card = next_card(NextForYou(kind=kind), NOW)

    assert "None" not in " ".join((card.when, card.what, *card.text))


def test_an_estimate_is_a_day_and_a_meeting_has_a_time() -> None:
    friday = at("2026-03-06 14:00")

    estimate = next_card(
        NextForYou(kind=NextKind.GOING_HOME, at=friday, timed=True), NOW
    )
    meeting = next_card(NextForYou(kind=NextKind.MEETING, at=friday, timed=True), NOW)

    assert estimate.when == "Fredag 6 mars"
    assert meeting.when == "Fredag 6 mars 14.00"


def test_a_meeting_says_where_and_with_whom() -> None:
    shown = NextForYou(
        kind=NextKind.MEETING,
        at=NOW,
        meeting=PlannedMeeting(
            meets_at=NOW,
            form="at_hospital",
            place="Samtalsrum 2.",
            participants=("Karin Holm", "Eva Holm"),
            called_at=NOW,
            called_by="Sara Blom",
        ),
    )

    text = " ".join(next_card(shown, NOW).text)

    assert "Mötet är på sjukhuset." in text
    assert "Plats: Samtalsrum 2." in text
    assert "Med är Karin Holm, Eva Holm." in text


@pytest.mark.parametrize("code", HappeningCode)
@pytest.mark.parametrize("done", [True, False])
def test_every_step_has_words(code: HappeningCode, *, done: bool) -> None:
    answer = "given" if code is HappeningCode.CONSENT and done else ""
    happening = Happening(code=code, doer=Doer.HOSPITAL, done=done, answer=answer)
    impossible = not done and code not in LEFT

    lines = () if impossible else happening_lines((happening,), NOW)

    assert impossible or lines[0].text


def test_what_is_expected_is_said_to_be_uncertain() -> None:
    homegoing = Happening(
        code=HappeningCode.HOMEGOING,
        doer=Doer.PERSON,
        done=False,
        at=at("2026-03-06 13:00"),
        timed=True,
    )

    (line,) = happening_lines((homegoing,), NOW)

    assert line.under == "Troligen fredag 6 mars."


@pytest.mark.parametrize("action", sorted(set(Action) - set(NEVER_SHOWN_ONLINE)))
def test_every_act_has_a_sentence_for_the_person(action: Action) -> None:
    assert str(WHAT[action]).endswith(".")


@pytest.mark.parametrize("ground", sorted(set(READING_GROUNDS) - {Ground.READ_OWN}))
def test_every_ground_has_a_reason_for_the_person(ground: Ground) -> None:
    assert str(WHY[ground]).endswith(".")


def test_a_reader_is_named_with_role_unit_what_and_why() -> None:
    (reading,) = readings([log_line()])

    assert reading.name == "Sara Blom"
    assert reading.caregiver == Caregiver.HEALTH_CENTRE
    assert reading.reason == (
        "Distriktssköterska, Vårdcentralen Lillby. Läste om din tid på sjukhus och din"
        " hemgång. Din fasta vårdkontakt arbetar på enheten."
    )


def test_the_same_thing_many_times_a_day_is_said_once() -> None:
    morning, noon = log_line("2026-03-04 09:05"), log_line("2026-03-04 12:05")
    day_before = log_line("2026-03-03 12:05")

    said = readings([noon, morning, day_before])

    assert [reading.reason.endswith("2 gånger den dagen.") for reading in said] == [
        True,
        False,
    ]


def test_a_unit_that_may_not_name_its_staff_is_named_itself() -> None:
    (reading,) = readings([log_line(name="")])

    assert reading.name == "Vårdcentralen Lillby"
    assert reading.reason.startswith("Distriktssköterska. ")


@pytest.mark.parametrize("sentence", SENTENCES, ids=str)
def test_every_refusal_exists_in_english(sentence: object) -> None:
    swedish = str(sentence)

    with translation.override("en"):
        assert str(sentence) != swedish
