"""What people have been told: the longest wait, and times that have moved."""

from datetime import timedelta

import pytest

from naravard.access import queries as access_queries
from naravard.core.errors import NotFound
from naravard.mobile import queries, services
from naravard.mobile.models import MovedPromise, Visit
from naravard.mobile.routing.replanning.options import Kind
from naravard.mobile.rules.states import Urgency, VisitState
from naravard.mobile.rules.waiting import LaterThanPromised, ReasonIsNeeded, Wait
from naravard.people.roles import Role
from tests.house import TODAY, actor, at, employ
from tests.integration.mobile.conftest import MORNING, page_of
from tests.integration.mobile.test_reached import neighbour

TOMORROW = TODAY + timedelta(days=1)
TEN = at("2026-03-02 10:00")


def plan(team, now=MORNING, kind=Kind.CHEAPEST):
    with page_of(team.lena):
        shown = services.propose(actor=team.lena, day=TODAY, now=now)
        return services.choose(
            actor=team.lena,
            day=TODAY,
            kind=kind,
            seen_at=now,
            version=shown.day.version,
            cause="Planerat om",
            now=now,
        )


def day_of_team(team, now=MORNING, day=TODAY):
    with page_of(team.lena):
        return services.open_day(actor=team.lena, day=day, now=now)


def other_day(team, visit, reason, day=TOMORROW, now=MORNING):
    with page_of(team.lena):
        services.change_day(
            actor=team.lena, visit_id=visit, day=day, reason=reason, now=now
        )


def own_page(karin, now=MORNING):
    herself = access_queries.actor_for_person(karin)
    with page_of(herself):
        return services.open_own_visits(actor=herself, now=now)


def test_a_team_that_comes_later_than_the_longest_wait_says_so(team, karin, asked):
    request = asked(karin, Urgency.TODAY)
    late = {"why": "Bedömning", "needs": ("nurse",), "minutes": 40, "day": TOMORROW}

    with page_of(team.lena), pytest.raises(LaterThanPromised, match="2026-03-02"):
        services.accept(
            actor=team.lena,
            request_id=request,
            acceptance=services.Acceptance(**late),
            now=MORNING,
        )
    with page_of(team.lena):
        services.accept(
            actor=team.lena,
            request_id=request,
            acceptance=services.Acceptance(**late, answer="Ring om det blir värre."),
            now=MORNING,
        )

    [coming] = own_page(karin).coming
    assert coming.wait(MORNING) is Wait.AT_RISK


def test_the_longest_wait_is_told_as_long_as_it_holds_and_when_it_does_not(
    team, karin, accepted
):
    accepted(karin, Urgency.NOW)
    plan(team)
    [planned] = day_of_team(team).visits

    assert planned.due_by == MORNING + timedelta(hours=2)
    assert planned.wait(MORNING) is Wait.HOLDS
    assert planned.wait(planned.due_by + timedelta(minutes=1)) is Wait.BROKEN


def test_a_visit_that_gets_another_day_needs_a_reason_once_a_time_is_told(
    team, karin, accepted
):
    visit = accepted(karin)
    plan(team)

    with pytest.raises(ReasonIsNeeded):
        other_day(team, visit, " ")
    other_day(team, visit, "Bilen är på verkstad.")

    moved = Visit.objects.get(pk=visit)
    assert (moved.day, moved.state) == (TOMORROW, VisitState.WAITING)
    assert moved.promised_from is None
    [to_tell] = day_of_team(team).to_tell
    assert (to_tell.name, to_tell.becomes) == ("Karin Holm", None)
    assert to_tell.because == "Bilen är på verkstad."


def test_she_reads_what_was_said_before_and_the_team_notes_that_she_knows(
    team, karin, accepted
):
    visit = accepted(karin)
    first = plan(team).visits[0].promise
    other_day(team, visit, "Bilen är på verkstad.")
    [to_tell] = day_of_team(team).to_tell

    with page_of(team.lena):
        services.say_told(actor=team.lena, moved_id=to_tell.id, now=TEN)

    [coming] = own_page(karin).coming
    assert coming.earlier == first
    assert day_of_team(team).to_tell == ()
    with page_of(team.lena), pytest.raises(NotFound):
        services.say_told(actor=team.lena, moved_id=to_tell.id, now=TEN)


def test_a_time_that_comes_back_before_anybody_is_told_has_not_moved(
    team, karin, bo, accepted
):
    visit = accepted(karin)
    accepted(bo)
    before = plan(team)
    told = next(row.promise for row in before.visits if row.id == visit)
    last = before.rounds[0].visits or before.rounds[1].visits
    moved = next(row for row in last if row != last[-1])
    with page_of(team.lena):
        services.move(
            actor=team.lena,
            day=TODAY,
            visit_id=moved.id,
            to_shift=next(e.shift_id for e in before.rounds if moved in e.visits),
            after=last[-1].id,
            now=MORNING,
        )
        assert MovedPromise.objects.filter(taken_back_at=None).exists()
        after = services.undo(actor=team.lena, day=TODAY, now=MORNING)

    assert next(row.promise for row in after.visits if row.id == visit) == told
    assert not MovedPromise.objects.filter(taken_back_at=None).exists()
    assert after.to_tell == ()


def test_whose_round_changed_is_told_what(team, karin, accepted):
    accepted(karin)

    latest = plan(team).latest

    assert latest.cause == "Planerat om"
    [change] = latest.changes
    assert change.before is None
    assert len(change.after.by) == 1


def test_a_visit_nobody_made_is_left_over_the_day_after(team, karin, accepted):
    visit = accepted(karin)
    plan(team)
    tomorrow = MORNING + timedelta(days=1)

    [left] = day_of_team(team, tomorrow, TOMORROW).left_over
    other_day(team, visit, "Vi hann inte.", TOMORROW, tomorrow)

    assert (left.name, left.wait(tomorrow)) == ("Karin Holm", Wait.BROKEN)
    found = day_of_team(team, tomorrow, TOMORROW)
    assert [row.id for row in found.without_anybody] == [visit]
    assert found.left_over == ()


def test_a_cancelled_visit_says_why_to_her_and_leaves_the_round(team, karin, accepted):
    visit = accepted(karin)
    plan(team)

    with page_of(team.lena):
        services.cancel_visit(
            actor=team.lena, visit_id=visit, reason="Du är på sjukhus.", now=MORNING
        )

    assert day_of_team(team).visits == ()
    [coming] = own_page(karin).coming
    assert (coming.state, coming.cancelled_because) == (
        VisitState.CANCELLED,
        "Du är på sjukhus.",
    )


def test_kept_promises_are_counted_for_those_who_decide(house, team, asked, accepted):
    eva = actor(
        employ("Eva", "Falk", "Direktör", house.health_centre, Role.DECISION_MAKER)
    )
    visits = [accepted(neighbour(house, number)) for number in range(10)]
    plan(team)
    [other_day(team, visit, "Sjuk kollega.") for visit in visits[:5]]
    Visit.objects.filter(pk__in=visits[5:]).update(state="done", begun_at=TEN)
    evening = at("2026-03-03 00:30")

    with page_of(eva):
        [kept] = queries.promises_kept(eva, TODAY, TOMORROW, evening)

    assert (kept.visited_in_time, kept.times_moved) == (50, 50)


def test_the_nurse_of_the_municipality_and_the_health_centre_see_it_the_same_minute(
    house, team, karin, accepted
):
    visit = accepted(karin)
    plan(team)
    with page_of(team.ali):
        services.begin_visit(actor=team.ali, visit_id=visit, now=TEN)

    seen = []
    for who in (house.municipal_nurse, house.district_nurse):
        with page_of(who):
            row = services.open_visit(actor=who, visit_id=visit, now=TEN).view.visit
        seen.append((row.state, row.begun_at, row.staff))

    assert seen[0] == seen[1]
    assert seen[0][:2] == (VisitState.BEGUN, TEN)
