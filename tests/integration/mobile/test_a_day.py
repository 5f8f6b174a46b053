"""From a request to a visit that is seen: each step asked as a page asks it."""

from datetime import timedelta
from uuid import uuid4

import pytest

from naravard.access import queries as access_queries
from naravard.access.rules import AccessDenied
from naravard.core.errors import Conflict, NotFound
from naravard.mobile import services
from naravard.mobile.models import DayPlan, Visit
from naravard.mobile.routing.replanning.options import Kind
from naravard.mobile.routing.replanning.standing import PlanBreaksARule
from naravard.mobile.rules.errors import (
    AnswerNeedsAReason,
    OutsideTheArea,
    TeamNotActive,
)
from naravard.mobile.rules.news2 import (
    Consciousness,
    Measured,
    Scale,
    ScaleNotOrdered,
)
from naravard.mobile.rules.sbar import Sbar
from naravard.mobile.rules.states import (
    Outcome,
    RequestState,
    TeamState,
    Urgency,
    VisitState,
)
from naravard.mobile.services.terms import load_terms
from naravard.people.county import load_county
from tests.house import COUNTY, TODAY, at, register
from tests.integration.mobile.conftest import MORNING, page_of

NINE = at("2026-03-02 09:00")


def plan(team, now=MORNING, kind=Kind.CHEAPEST):
    with page_of(team.lena):
        shown = services.propose(actor=team.lena, day=TODAY, now=now)
        return services.choose(
            actor=team.lena,
            day=TODAY,
            kind=kind,
            seen_at=now,
            version=shown.day.version,
            cause="Dagens första plan",
            now=now + timedelta(seconds=20),
        )


def form(visit_id, based_on, **rest):
    given = {
        "note_id": uuid4(),
        "visit_id": visit_id,
        "written_at": NINE,
        "based_on": based_on,
        "outcome": Outcome.STAYS_HOME,
        "hand_over": Sbar(situation="Andfådd", assessment="Rossel basalt"),
        "measured": Measured(
            breaths=22,
            saturation=94,
            oxygen=False,
            systolic=108,
            pulse=96,
            consciousness=Consciousness.ALERT,
            temperature=38.4,
        ),
    }
    return services.VisitForm(**(given | rest))


def write(team, note, now=NINE):
    with page_of(team.ali):
        return services.write_note(actor=team.ali, form=note, now=now)


def test_the_team_sees_what_the_municipal_nurse_asks_and_by_when_to_answer(
    team, karin, asked
):
    asked(karin, Urgency.NOW)

    with page_of(team.lena):
        [row] = services.open_requests(actor=team.lena, now=MORNING)

    assert row.name == "Karin Holm"
    assert row.answer_by == MORNING + timedelta(minutes=15)
    assert row.hand_over.situation == "Andfådd sedan i natt."


def test_the_countys_own_terms_decide_by_when_the_team_answers_and_comes(
    team, karin, asked
):
    load_terms(county=load_county(COUNTY))

    asked(karin, Urgency.NOW)

    with page_of(team.lena):
        [row] = services.open_requests(actor=team.lena, now=MORNING)
    assert row.answer_by == MORNING + timedelta(minutes=20)
    assert row.visit_by == MORNING + timedelta(hours=3)


def test_no_team_is_asked_for_somebody_outside_its_area(house, team, asked):
    eva = register("Eva", "Holm", "197006129808", municipality="9903")
    with pytest.raises(AccessDenied):
        asked(eva)


def test_a_team_goes_only_where_it_goes(house, team, karin, asked):
    team_row = Visit._meta.apps.get_model("mobile.Team").objects.get(pk=team.id)
    team_row.municipalities = ["9901"]
    team_row.save()

    with pytest.raises(OutsideTheArea):
        asked(karin)


def test_a_team_that_does_not_come_says_why(team, karin, asked):
    request = asked(karin)

    with page_of(team.lena), pytest.raises(AnswerNeedsAReason):
        services.decline(actor=team.lena, request_id=request, answer=" ", now=MORNING)


def test_whoever_asked_sees_the_answer_the_same_minute(house, team, karin, accepted):
    accepted(karin)

    with page_of(house.municipal_nurse):
        [row] = services.open_asked(actor=house.municipal_nurse, now=MORNING)

    assert row.state is RequestState.ACCEPTED


def test_an_accepted_visit_is_planned_and_promised(team, karin, accepted):
    visit = accepted(karin)

    day = plan(team)

    row = next(each for each in day.visits if each.id == visit)
    assert row.state is VisitState.PLANNED
    assert row.promise.holds(row.starts_at)
    assert day.without_anybody == ()


def test_an_acute_visit_breaks_no_promise_when_there_is_room(team, karin, bo, accepted):
    accepted(karin)
    before = plan(team).visits[0].promise
    accepted(bo, Urgency.NOW, NINE)

    day = plan(team, NINE, Kind.FEWEST_CHANGES)

    karins = next(each for each in day.visits if each.person_id == karin)
    assert karins.promise == before
    assert day.without_anybody == ()


def test_two_planners_do_not_overwrite_each_other(team, karin, accepted):
    accepted(karin)
    plan(team)

    with page_of(team.lena), pytest.raises(Conflict):
        services.choose(
            actor=team.lena,
            day=TODAY,
            kind=Kind.CHEAPEST,
            seen_at=MORNING,
            version=0,
            cause="",
            now=MORNING,
        )


def test_a_visit_is_moved_by_hand_and_the_move_undone(team, karin, accepted):
    visit = accepted(karin)
    first = plan(team)
    other = next(each for each in first.rounds if not each.visits)

    with page_of(team.lena):
        moved = services.move(
            actor=team.lena,
            day=TODAY,
            visit_id=visit,
            to_shift=other.shift_id,
            after=None,
            now=MORNING,
        )
        back = services.undo(actor=team.lena, day=TODAY, now=MORNING)

    assert moved.visits[0].staff != first.visits[0].staff
    assert back.visits[0].staff == first.visits[0].staff
    assert DayPlan.objects.count() == 4


def test_there_is_nothing_to_undo_at_first(team):
    with page_of(team.lena), pytest.raises(NotFound):
        services.undo(actor=team.lena, day=TODAY, now=MORNING)


def test_a_pinned_visit_is_not_moved_by_hand(team, karin, accepted):
    visit = accepted(karin)
    day = plan(team)
    other = next(each for each in day.rounds if not each.visits)

    with page_of(team.lena):
        services.pin(actor=team.lena, visit_id=visit, pinned=True, now=MORNING)

    with page_of(team.lena), pytest.raises(PlanBreaksARule, match="Karin Holm är fast"):
        services.move(
            actor=team.lena,
            day=TODAY,
            visit_id=visit,
            to_shift=other.shift_id,
            after=None,
            now=MORNING,
        )


def test_when_a_colleague_goes_home_their_visits_wait_for_somebody_else(
    team, karin, accepted
):
    accepted(karin)
    day = plan(team)
    busy = next(each for each in day.rounds if each.visits)
    with page_of(team.lena):
        services.report_shift(
            actor=team.lena, shift_id=busy.shift_id, late_minutes=None, now=MORNING
        )

    after = plan(team)

    assert next(e for e in after.rounds if e.visits).shift_id != busy.shift_id


def test_what_is_written_at_a_visit_is_seen_by_municipality_health_centre_and_person(
    house, team, karin, accepted
):
    visit = accepted(karin)
    plan(team)
    write(team, form(visit, 1))
    herself = access_queries.actor_for_person(karin)

    seen = {}
    for who in (house.municipal_nurse, house.district_nurse, herself):
        with page_of(who):
            seen[who.name] = services.open_person_visits(
                actor=who, person_id=karin, now=NINE
            )[1]

    assert {found.notes[visit][0].score for found in seen.values()} == {
        "NEWS2 6, medelhög risk"
    }


def test_a_unit_that_has_nothing_to_do_with_her_sees_nothing(
    house, team, karin, accepted
):
    visit = accepted(karin)

    with page_of(house.stranger), pytest.raises(AccessDenied):
        services.open_visit(actor=house.stranger, visit_id=visit, now=NINE)


def test_a_form_sent_twice_is_one_note(team, karin, accepted):
    visit = accepted(karin)
    plan(team)
    note = form(visit, 2)
    write(team, note)

    again = write(team, note)

    assert again.was_known
    assert Visit.objects.get(pk=visit).notes.count() == 1


def test_two_forms_about_the_same_visit_are_both_kept_and_shown_to_a_human(
    team, karin, accepted
):
    visit = accepted(karin)
    plan(team)
    write(team, form(visit, 2))

    later = write(team, form(visit, 2, outcome=Outcome.EMERGENCY))

    assert later.conflicts
    assert Visit.objects.get(pk=visit).notes.count() == 2


def test_the_next_visit_is_prescribed_at_the_visit(team, karin, accepted):
    visit = accepted(karin)
    plan(team)

    done = write(
        team,
        form(
            visit,
            2,
            next_visit=services.NextVisit(
                on=TODAY + timedelta(days=3), why="Dropp", needs=("infusion",)
            ),
        ),
    )

    new = Visit.objects.get(pk=done.next_visit_id)
    assert (new.day, new.state) == (TODAY + timedelta(days=3), VisitState.WAITING)
    assert (new.why, new.needs, new.minutes) == ("Dropp", ["infusion"], 40)


def test_the_scale_of_low_saturation_is_used_only_when_it_is_ordered(
    team, karin, accepted
):
    visit = accepted(karin)
    plan(team)
    measured = Measured(saturation=89, scale=Scale.LOW_SATURATION)

    with pytest.raises(ScaleNotOrdered):
        write(team, form(visit, 2, measured=measured))

    write(team, form(visit, 2, measured=measured, scale_ordered_by="Ingrid Nilsson"))
    assert Visit.objects.get(pk=visit).notes.get().news2 == 0


def test_what_a_change_would_mean_is_told_and_nothing_is_changed(team, karin, accepted):
    visit = accepted(karin)
    day = plan(team)
    other = next(each for each in day.rounds if not each.visits)
    wanted = services.Wanted(visit_id=visit, to_shift=other.shift_id, first=True)

    with page_of(team.lena):
        tried = services.try_by_hand(
            actor=team.lena, day=TODAY, wanted=wanted, now=MORNING
        )

    assert [change.visit for change in tried.option.changes] == [str(visit)]
    assert DayPlan.objects.count() == 2


def test_the_day_says_what_was_last_changed(team, karin, accepted):
    accepted(karin)

    day = plan(team)

    assert day.latest.cause == "Dagens första plan"
    assert (day.latest.before.unplanned, day.parts.unplanned) == (3, 0)


def test_she_is_told_who_comes_and_when(team, karin, accepted):
    accepted(karin)
    plan(team)
    herself = access_queries.actor_for_person(karin)

    with page_of(herself):
        [coming] = services.open_own_visits(actor=herself, now=MORNING).coming

    assert coming.promise is not None
    assert coming.staff[0].endswith("Sjuksköterska")


def test_a_team_that_closes_takes_no_requests(team, karin, asked):
    services.move_team(team_id=team.id, to=TeamState.CLOSED, on=TODAY)

    with pytest.raises(TeamNotActive):
        asked(karin)
