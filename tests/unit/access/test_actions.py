"""Who may do what in a case, and with what a person has said."""

from dataclasses import replace

import pytest

from naravard.access.rules import (
    PERMISSIONS,
    Action,
    Actor,
    PartyKind,
    may_do,
)
from naravard.people.roles import CareUnitKind, OrganisationKind, Role
from tests.unit.access.asking import (
    CARE_PLANNER,
    DAUGHTER,
    DECISION_MAKER,
    HOME_CARE,
    KARIN_HERSELF,
    LOG_REVIEWER,
    MUNICIPAL_NURSE,
    PHYSICIAN,
    SYSTEM,
    WARD_NURSE,
    staff,
)

DISTRICT_NURSE = staff(
    Role.DISTRICT_NURSE, CareUnitKind.OPEN_CARE, OrganisationKind.REGION
)
HEAD_OF_CENTRE = replace(DISTRICT_NURSE, role=Role.HEAD_OF_UNIT)
HEAD_OF_WARD = replace(WARD_NURSE, role=Role.HEAD_OF_UNIT)
SENDER = PartyKind.SENDER
RECIPIENT = PartyKind.RECIPIENT
CONTACT = PartyKind.NAMED_CONTACT
NONE = PartyKind.NONE


@pytest.mark.parametrize(
    ("actor", "action", "part", "allowed"),
    [
        # Only a physician of the ward decides that somebody is ready.
        (PHYSICIAN, Action.DECIDE_READY, SENDER, True),
        (WARD_NURSE, Action.DECIDE_READY, SENDER, False),
        (PHYSICIAN, Action.DECIDE_READY, RECIPIENT, False),
        (PHYSICIAN, Action.ASSESS_NEED, SENDER, True),
        # Only the sending ward sends notices.
        (WARD_NURSE, Action.SEND_ADMISSION_NOTICE, SENDER, True),
        (WARD_NURSE, Action.SEND_ADMISSION_NOTICE, NONE, False),
        (WARD_NURSE, Action.ANNOUNCE_READY, SENDER, True),
        (DISTRICT_NURSE, Action.ANNOUNCE_READY, RECIPIENT, False),
        (CARE_PLANNER, Action.WITHDRAW_READY, RECIPIENT, False),
        # Only those who were told acknowledge.
        (CARE_PLANNER, Action.ACKNOWLEDGE, RECIPIENT, True),
        (MUNICIPAL_NURSE, Action.ACKNOWLEDGE, RECIPIENT, True),
        (WARD_NURSE, Action.ACKNOWLEDGE, SENDER, False),
        (CARE_PLANNER, Action.ACKNOWLEDGE, NONE, False),
        # The named contact is appointed in open care, by the head or a delegate.
        (HEAD_OF_CENTRE, Action.APPOINT_NAMED_CONTACT, RECIPIENT, True),
        (DISTRICT_NURSE, Action.APPOINT_NAMED_CONTACT, RECIPIENT, True),
        (HEAD_OF_WARD, Action.APPOINT_NAMED_CONTACT, SENDER, False),
        (CARE_PLANNER, Action.APPOINT_NAMED_CONTACT, RECIPIENT, False),
        # The named contact's unit calls to planning.
        (DISTRICT_NURSE, Action.CALL_TO_PLANNING, CONTACT, True),
        (DISTRICT_NURSE, Action.CALL_TO_PLANNING, RECIPIENT, False),
        # The municipality may report an obstacle; open care clears it.
        # LPT 7 a §: the plan is drawn up by the chief physician.
        (PHYSICIAN, Action.PLAN_COMPULSORY_CARE, NONE, True),
        (WARD_NURSE, Action.PLAN_COMPULSORY_CARE, NONE, False),
        (CARE_PLANNER, Action.SET_BLOCKER, RECIPIENT, True),
        (CARE_PLANNER, Action.CLEAR_BLOCKER, RECIPIENT, False),
        (DISTRICT_NURSE, Action.CLEAR_BLOCKER, CONTACT, True),
        (HOME_CARE, Action.FOLLOW_UP, RECIPIENT, True),
        # Nobody is hindered from reporting concern for a child.
        (DECISION_MAKER, Action.REPORT_CONCERN, NONE, True),
        (DECISION_MAKER, Action.LIST, NONE, False),
        (LOG_REVIEWER, Action.REVIEW_LOG, NONE, True),
        (WARD_NURSE, Action.REVIEW_LOG, NONE, False),
        # The ward's own system reports what was decided there.
        (SYSTEM, Action.ANNOUNCE_READY, NONE, True),
        (SYSTEM, Action.BLOCK, NONE, False),
        # The person speaks for herself, and does nothing in her case.
        (KARIN_HERSELF, Action.RECORD_CONSENT, NONE, True),
        (KARIN_HERSELF, Action.BLOCK, NONE, True),
        (KARIN_HERSELF, Action.DISCHARGE, NONE, False),
        (DAUGHTER, Action.ACKNOWLEDGE, NONE, False),
    ],
)
def test_the_table_of_who_may_do_what(
    actor: Actor, action: Action, part: PartyKind, allowed: bool
):
    assert may_do(actor, action, part).allowed is allowed


def test_an_act_in_a_case_is_refused_when_no_part_is_named():
    assert not may_do(WARD_NURSE, Action.ANNOUNCE_READY).allowed


def test_a_refusal_says_who_can_and_by_what_law():
    refusal = may_do(WARD_NURSE, Action.DECIDE_READY, SENDER)

    assert "läkaren" in refusal.remedy
    assert refusal.law == "LUS 1 kap. och 3 kap. 1 §"


@pytest.mark.parametrize("action", Action)
def test_every_action_has_a_permission_with_law_and_who(action: Action):
    permission = PERMISSIONS[action]

    assert permission.law
    assert permission.who
    assert permission.roles
