"""Where what a person writes is read: her contact, or the reserve."""

from dataclasses import replace
from datetime import date, time
from uuid import uuid4

import pytest

from naravard.dialogue.rules.routing import (
    Because,
    NobodyToWriteTo,
    answer_by,
    route,
)
from naravard.plan.rules.kinds import TeamRole
from naravard.plan.rules.parts import Hours, TeamMember
from tests.house import at

MONDAY = at("2026-03-02 09:00")
HEALTH_CENTRE, HOME_HELP, CLINIC, LISTED = uuid4(), uuid4(), uuid4(), uuid4()
SARA = TeamMember(
    id=uuid4(),
    role=TeamRole.NAMED_CONTACT,
    name="Sara Blom",
    unit_id=HEALTH_CENTRE,
    in_primary_care=True,
)
MAJA = TeamMember(
    id=uuid4(), role=TeamRole.NAMED_CARE_WORKER, name="Maja Ek", unit_id=HOME_HELP
)
BO = TeamMember(id=uuid4(), role=TeamRole.NAMED_CONTACT, name="Bo Ek", unit_id=CLINIC)
EVERYBODY = (MAJA, BO, SARA)
UNITS = (HEALTH_CENTRE, HOME_HELP, CLINIC)


def led(*team, units=UNITS, listed=LISTED, now=MONDAY):
    return route(team=team, unit_ids=units, listed_unit_id=listed, now=now)


def test_her_contact_in_primary_care_reads_first():
    found = led(*EVERYBODY)

    assert (found.reader.unit_id, found.reader.name) == (HEALTH_CENTRE, "Sara Blom")
    assert found.because is Because.CONTACT


def test_another_named_contact_reads_when_there_is_none_in_primary_care():
    assert led(MAJA, BO).reader.name == "Bo Ek"


def test_the_care_worker_reads_when_nobody_else_is_named():
    assert led(MAJA).reader.unit_id == HOME_HELP


def test_without_a_contact_her_health_centre_reads():
    found = led()

    assert (found.reader.unit_id, found.because) == (LISTED, Because.LISTED)


def test_with_neither_contact_nor_health_centre_there_is_nobody_to_write_to():
    with pytest.raises(NobodyToWriteTo):
        led(listed=None)


def test_a_contact_who_leaves_before_the_answer_is_due_has_a_reserve():
    leaving = replace(SARA, to_on=date(2026, 3, 3))

    found = led(leaving, BO)

    assert (found.reader.name, found.because) == ("Bo Ek", Because.RESERVE)


def test_a_contact_at_work_only_next_monday_has_a_reserve():
    mondays = Hours(weekdays=(0,), opens=time(8), closes=time(8, 30))

    found = led(replace(SARA, hours=(mondays,)), MAJA)

    assert (found.reader.name, found.because) == ("Maja Ek", Because.RESERVE)


def test_when_no_contact_can_be_reached_her_health_centre_reads():
    leaving = replace(SARA, to_on=date(2026, 3, 2))

    found = led(leaving)

    assert (found.reader.unit_id, found.because) == (LISTED, Because.RESERVE)


def test_a_contact_who_opens_tomorrow_is_reached_in_time():
    tuesdays = Hours(weekdays=(1,), opens=time(8), closes=time(9))

    assert led(replace(SARA, hours=(tuesdays,))).because is Because.CONTACT


def test_a_unit_that_has_left_the_plan_does_not_read():
    found = led(*EVERYBODY, units=(HOME_HELP,))

    assert found.reader.name == "Maja Ek"


def test_the_reserve_is_the_next_unit_and_never_the_same():
    assert led(SARA).reserve_id == LISTED
    assert led(SARA, listed=HEALTH_CENTRE).reserve_id is None
    assert led(SARA, BO).reserve_id == CLINIC


def test_an_answer_is_promised_the_second_working_day():
    assert answer_by(at("2026-03-06 15:00")) == at("2026-03-10 17:00")
