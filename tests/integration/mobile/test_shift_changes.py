"""A planned shift gets other hours or is taken away; its visits wait, and are told."""

from datetime import time, timedelta

import pytest

from naravard.access.rules import AccessDenied
from naravard.core.errors import NotFound
from naravard.mobile import services
from naravard.mobile.models import Shift, TeamChange, Visit
from naravard.mobile.routing.replanning.options import Kind
from naravard.mobile.rules.leading import ShiftHasBegun, ShiftNotPossible
from tests.house import TODAY, at
from tests.integration.mobile.conftest import MORNING, page_of

NINE = at("2026-03-02 09:00")


@pytest.fixture
def planned(team, karin, accepted):
    """Karin's visit stands in somebody's shift today."""
    accepted(karin)
    with page_of(team.lena):
        shown = services.propose(actor=team.lena, day=TODAY, now=MORNING)
        day = services.choose(
            actor=team.lena,
            day=TODAY,
            kind=Kind.CHEAPEST,
            seen_at=MORNING,
            version=shown.day.version,
            cause="Dagens första plan",
            now=MORNING,
        )
    return next(each for each in day.rounds if each.visits)


def remove(team, shift_id, now=MORNING):
    with page_of(team.lena):
        return services.remove_shift(actor=team.lena, shift_id=shift_id, now=now)


def change(team, shift_id, begins, ends, now=MORNING):
    with page_of(team.lena):
        return services.change_shift(
            actor=team.lena, shift_id=shift_id, begins=begins, ends=ends, now=now
        )


def test_a_shift_that_is_taken_away_lets_its_visits_wait_with_the_time_once_told(
    team, planned
):
    promise = planned.visits[0].promise

    freed = remove(team, planned.shift_id)

    assert [row.name for row in freed.visits] == ["Karin Holm"]
    with page_of(team.lena):
        day = services.open_day(actor=team.lena, day=TODAY, now=MORNING)
    [waiting] = day.without_anybody
    assert waiting.promise == promise
    assert not Shift.objects.filter(pk=planned.shift_id).exists()


def test_what_was_changed_is_told_in_the_history_of_the_team(team, planned):
    remove(team, planned.shift_id)

    told = TeamChange.objects.get().told
    assert told == (
        f"{planned.name}, 2026-03-02: 08.00–17.00 borttaget; 1 besök väntar på någon"
        " annan"
    )


def test_undoing_a_plan_made_since_leaves_the_visit_waiting(team, planned):
    remove(team, planned.shift_id)
    with page_of(team.lena):
        shown = services.propose(actor=team.lena, day=TODAY, now=MORNING)
        services.choose(
            actor=team.lena,
            day=TODAY,
            kind=shown.options[0].kinds[0],
            seen_at=MORNING,
            version=shown.day.version,
            cause="Ny plan",
            now=MORNING,
        )
        back = services.undo(actor=team.lena, day=TODAY, now=MORNING)

    assert [row.name for row in back.without_anybody] == ["Karin Holm"]


def test_other_hours_free_only_the_visits_outside_them(team, planned):
    starts = planned.visits[0].starts_at

    change(team, planned.shift_id, time(8), time(16))
    assert Visit.objects.get().state == "planned"
    freed = change(team, planned.shift_id, time(14), time(16))

    assert starts < at("2026-03-02 14:00")
    assert len(freed.visits) == 1
    assert Visit.objects.get().state == "waiting"


def test_a_shift_that_has_begun_is_not_taken_away_but_may_end_earlier(team, planned):
    with pytest.raises(ShiftHasBegun):
        remove(team, planned.shift_id, now=NINE)
    with pytest.raises(ShiftHasBegun):
        change(team, planned.shift_id, time(7), time(16), now=NINE)

    change(team, planned.shift_id, time(8), time(16), now=NINE)

    assert Shift.objects.get(pk=planned.shift_id).ends_at == at("2026-03-02 16:00")


def test_a_shift_does_not_come_over_another_of_the_same_person(team):
    row = Shift.objects.get(pk=team.alis_shift)
    services.add_shifts(
        shifts=[
            services.NewShift(
                team_id=team.id,
                assignment_id=row.assignment_id,
                day=TODAY,
                starts_at=row.ends_at + timedelta(hours=1),
                ends_at=row.ends_at + timedelta(hours=3),
            )
        ]
    )

    with pytest.raises(ShiftNotPossible):
        change(team, team.alis_shift, time(8), time(19))


def test_only_whoever_leads_the_team_changes_its_shifts(house, team):
    with page_of(team.ali), pytest.raises(AccessDenied):
        services.remove_shift(actor=team.ali, shift_id=team.alis_shift, now=MORNING)
    Shift.objects.filter(pk=team.alis_shift).update(left_at=MORNING)
    with pytest.raises(NotFound):
        remove(team, team.alis_shift)
