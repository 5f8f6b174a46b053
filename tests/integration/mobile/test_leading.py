"""A team that is led: its life, its shifts, and what is delegated by whom."""

from datetime import time, timedelta

import pytest

from naravard.access.rules import AccessDenied
from naravard.core.states import MoveNotAllowed
from naravard.mobile import services
from naravard.mobile.models import Competence, Shift, Team
from naravard.mobile.rules.leading import (
    CanNotDelegateThat,
    DelegationTooLong,
    NotToBeDelegated,
    ShiftNotPossible,
)
from naravard.mobile.rules.states import TeamState
from tests.house import TODAY
from tests.integration.mobile.conftest import MORNING, page_of

TOMORROW = TODAY + timedelta(days=1)
A_YEAR = timedelta(days=365)


def change(who, to, visits_a_day=12):
    with page_of(who):
        services.change_team(actor=who, to=to, visits_a_day=visits_a_day, now=MORNING)


def delegate(team, to, skill="infusion", until=TODAY + A_YEAR):
    with page_of(team.ali):
        services.delegate(
            actor=team.ali,
            assignment_id=to,
            skill=skill,
            valid_from=TODAY,
            valid_to=until,
            now=MORNING,
        )


@pytest.fixture
def ali_has_learnt(team):
    services.give_competence(
        assignment_id=team.ali.assignment_id, skill="infusion", valid_from=TODAY
    )


@pytest.fixture
def sara(team):
    return Shift.objects.get(pk=team.saras_shift).assignment_id


def test_the_coordinator_closes_the_team_and_says_how_much_it_has_room_for(team):
    change(team.lena, TeamState.CLOSED)

    row = Team.objects.get()
    assert (row.state, row.closes_on, row.visits_a_day) == ("closed", TODAY, 12)


def test_a_team_in_operation_is_not_planned_again(team):
    with pytest.raises(MoveNotAllowed):
        change(team.lena, TeamState.PLANNED)


def test_a_nurse_does_not_close_the_team(team):
    with pytest.raises(AccessDenied):
        change(team.ali, TeamState.CLOSED)


def test_shifts_are_written_and_none_overlaps_another(team):
    night = services.Shifts(
        assignment_id=team.ali.assignment_id,
        days=(TOMORROW,),
        begins=time(21),
        ends=time(7),
    )
    with page_of(team.lena):
        services.plan_shifts(actor=team.lena, shifts=night, now=MORNING)

    with page_of(team.lena), pytest.raises(ShiftNotPossible):
        services.plan_shifts(actor=team.lena, shifts=night, now=MORNING)

    shift = Shift.objects.get(day=TOMORROW)
    assert shift.ends_at - shift.starts_at == timedelta(hours=10)


def test_a_task_is_delegated_by_whoever_has_learnt_it(team, sara, ali_has_learnt):
    delegate(team, sara)

    with page_of(team.lena):
        found = services.open_team(actor=team.lena, now=MORNING)

    member = next(each for each in found.members if each.assignment_id == sara)
    assert [held.given_by for held in member.competences] == ["Ali Dahl"]


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"skill": "nurse"}, NotToBeDelegated),
        ({"skill": "transfusion"}, CanNotDelegateThat),
        ({"until": None}, DelegationTooLong),
        ({"until": TODAY + A_YEAR + timedelta(days=1)}, DelegationTooLong),
    ],
    ids=["a profession", "not learnt", "no end", "too long"],
)
def test_what_may_not_be_delegated_is_refused(
    team, sara, ali_has_learnt, wrong, refusal
):
    with pytest.raises(refusal):
        delegate(team, sara, **wrong)


def test_nobody_delegates_to_herself(team, ali_has_learnt):
    with pytest.raises(CanNotDelegateThat):
        delegate(team, team.ali.assignment_id)


def test_what_is_delegated_is_not_delegated_on_and_can_be_taken_back(
    team, sara, ali_has_learnt
):
    delegate(team, sara)
    given = Competence.objects.get(delegated_by__isnull=False)

    with page_of(team.ali):
        services.end_competence(
            actor=team.ali,
            competence_id=given.pk,
            now=MORNING + timedelta(days=30),
        )

    given.refresh_from_db()
    assert given.valid_to == TODAY + timedelta(days=29)
