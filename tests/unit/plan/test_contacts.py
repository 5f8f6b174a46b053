"""One contact, and whom to call now: by day, at night, over midnight."""

from dataclasses import replace
from datetime import date, time

import pytest

from naravard.plan.rules.contacts import (
    answers,
    opens_next,
    who_to_call_now,
    your_contact,
)
from naravard.plan.rules.kinds import TeamRole
from naravard.plan.rules.parts import ROUND_THE_CLOCK, Hours, TeamMember
from tests.house import at
from tests.plans import the

WEEKDAYS = Hours(weekdays=(0, 1, 2, 3, 4), opens=time(8), closes=time(17))
EVERY_NIGHT = Hours(weekdays=(0, 1, 2, 3, 4, 5, 6), opens=time(21), closes=time(7))
FRIDAY_NOON, FRIDAY_NIGHT = at("2026-03-06 12:00"), at("2026-03-06 23:00")


def member(name: str, role: TeamRole, *hours: Hours, **said: object) -> TeamMember:
    usual: dict[str, object] = {"id": the(name), "phone": "070-174 06 14"}
    return TeamMember(name=name, role=role, hours=hours, **(usual | said))  # type: ignore[arg-type]


SARA = member("Sara", TeamRole.NAMED_CONTACT, WEEKDAYS, in_primary_care=True)
HEART = member("Ivar", TeamRole.NAMED_CONTACT, WEEKDAYS)
MAJA = member("Maja", TeamRole.SIP_COORDINATOR, WEEKDAYS)
ELIN = member("Elin", TeamRole.NAMED_CARE_WORKER, WEEKDAYS, assistant_nurse=True)
NIGHT = member("Nattpatrullen", TeamRole.NURSE, EVERY_NIGHT)
EVA = member("Eva", TeamRole.RELATED, ROUND_THE_CLOCK)


@pytest.mark.parametrize(
    ("team", "contact"),
    [
        ((ELIN, MAJA, HEART, SARA), SARA),
        ((ELIN, MAJA, HEART), HEART),
        ((ELIN, MAJA), MAJA),
        ((ELIN,), ELIN),
        ((EVA, NIGHT), None),
        ((), None),
    ],
)
def test_one_of_the_team_is_shown_as_your_contact(team, contact):
    assert your_contact(team, FRIDAY_NOON) == contact


def test_who_has_left_the_team_is_no_contact():
    left = replace(SARA, to_on=date(2026, 3, 5))

    assert your_contact((left, MAJA), FRIDAY_NOON) == MAJA


def test_by_day_her_own_contact_answers():
    call = who_to_call_now((NIGHT, SARA, MAJA), FRIDAY_NOON)

    assert call.member == SARA
    assert call.others == (MAJA,)
    assert call.contact_opens_at is None


def test_at_night_the_night_patrol_answers_and_it_says_when_her_contact_does():
    call = who_to_call_now((NIGHT, SARA), FRIDAY_NIGHT)

    assert call.member == NIGHT
    assert call.contact == SARA
    assert call.contact_opens_at == at("2026-03-09 08:00")


def test_when_nobody_answers_there_is_still_1177_and_112():
    call = who_to_call_now((SARA,), FRIDAY_NIGHT)

    assert call.member is None
    assert [line.phone for line in call.always] == ["1177", "112"]


def test_a_relative_is_never_the_one_to_call():
    assert who_to_call_now((EVA,), FRIDAY_NIGHT).member is None


@pytest.mark.parametrize(
    ("moment", "open_then"),
    [
        ("2026-03-06 08:00", True),
        ("2026-03-06 16:59", True),
        ("2026-03-06 17:00", False),
        ("2026-03-07 12:00", False),
    ],
)
def test_office_hours_end_on_the_stroke(moment, open_then):
    assert answers((WEEKDAYS,), at(moment)) is open_then


@pytest.mark.parametrize("moment", ["2026-03-06 23:00", "2026-03-07 06:59"])
def test_a_night_lasts_into_the_morning(moment):
    assert answers((EVERY_NIGHT,), at(moment))


def test_round_the_clock_is_always_open():
    assert answers((ROUND_THE_CLOCK,), FRIDAY_NIGHT)


def test_who_has_told_no_hours_can_not_be_counted_on():
    assert not answers((), FRIDAY_NOON)
    assert opens_next((), FRIDAY_NOON) is None


def test_the_clock_is_the_swedish_one_also_when_it_changes():
    after_the_change = at("2026-03-29 07:59")

    assert opens_next((WEEKDAYS,), after_the_change) == at("2026-03-30 08:00")
