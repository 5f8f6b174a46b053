"""Who belongs to a team: by its criteria or a reason, and told when it ends."""

import pytest

from naravard.access import queries as access_queries
from naravard.access.models import AccessLogEntry
from naravard.access.rules import AccessDenied
from naravard.core.errors import NotFound
from naravard.mobile import services
from naravard.mobile.models import Enrolment, Team, TeamChange
from naravard.mobile.rules.enrolling import (
    Criteria,
    CriteriaNotPossible,
    EndNeedsAReason,
    EnrolmentNeedsAReason,
    StillToVisit,
)
from naravard.mobile.rules.states import TeamState
from tests.house import TODAY
from tests.integration.mobile.conftest import MORNING, page_of

FOUR = (
    "Minst tre kroniska sjukdomar",
    "Minst tre vårdtillfällen på ett år",
    "75 år eller äldre",
    "Har hemsjukvård",
)


@pytest.fixture
def strict(team):
    """Two of the four criteria are asked for."""
    with page_of(team.lena):
        services.change_team(
            actor=team.lena,
            to=TeamState.ACTIVE,
            visits_a_day=20,
            criteria=Criteria(texts=FOUR, needed=2),
            now=MORNING,
        )
    return team


def take_in(team, request, **rest):
    given = {"why": "Bedömning", "needs": ("nurse",), "minutes": 40, "day": TODAY}
    with page_of(team.lena):
        return services.accept(
            actor=team.lena,
            request_id=request,
            acceptance=services.Acceptance(**(given | rest)),
            now=MORNING,
        )


def seen_by(who, karin):
    with page_of(who):
        return services.open_person_visits(actor=who, person_id=karin, now=MORNING)[1]


def test_somebody_who_meets_enough_criteria_is_taken_in_and_all_see_on_what(
    house, strict, karin, asked
):
    take_in(
        strict,
        asked(karin),
        criteria=FOUR[2:],
        named_contact=strict.ali.assignment_id,
    )
    herself = access_queries.actor_for_person(karin)

    [by_nurse] = seen_by(house.municipal_nurse, karin).enrolments
    with page_of(herself):
        [own] = services.open_own_visits(actor=herself, now=MORNING).enrolments

    assert by_nurse == own
    assert (own.criteria, own.unmet) == (FOUR[2:], FOUR[:2])
    assert (own.contact, own.decided_by) == (
        "Ali Dahl, Sjuksköterska",
        "Lena Alm, Koordinator",
    )


def test_too_few_criteria_are_not_enough_without_a_reason(strict, karin, asked):
    request = asked(karin)

    with pytest.raises(EnrolmentNeedsAReason, match="uppfyller 1 av teamets"):
        take_in(strict, request, criteria=FOUR[:1])

    take_in(strict, request, criteria=FOUR[:1], reason="Sviktar snabbt hemma.")
    assert Enrolment.objects.get().reason == "Sviktar snabbt hemma."


def test_a_contact_works_in_the_team(house, strict, karin, asked):
    with pytest.raises(NotFound):
        take_in(
            strict,
            asked(karin),
            criteria=FOUR,
            named_contact=house.district_nurse.assignment_id,
        )


def test_nobody_leaves_the_team_with_visits_to_make_or_without_a_reason(
    house, strict, karin, asked
):
    visit = take_in(strict, asked(karin), criteria=FOUR)
    enrolment = Enrolment.objects.get().pk

    def end(reason):
        with page_of(strict.lena):
            services.end_enrolment(
                actor=strict.lena, enrolment_id=enrolment, reason=reason, now=MORNING
            )

    with pytest.raises(EndNeedsAReason):
        end(" ")
    with pytest.raises(StillToVisit, match="ett besök kvar"):
        end("Målet är nått.")
    with page_of(strict.lena):
        services.cancel_visit(
            actor=strict.lena, visit_id=visit, reason="Mår bra.", now=MORNING
        )
    end("Målet är nått.")

    [row] = seen_by(house.municipal_nurse, karin).enrolments
    assert (row.ended_at, row.end_reason) == (MORNING, "Målet är nått.")


def test_another_unit_does_not_end_it(house, strict, karin, asked):
    take_in(strict, asked(karin), criteria=FOUR)
    enrolment = Enrolment.objects.get().pk

    with page_of(house.municipal_nurse), pytest.raises((AccessDenied, NotFound)):
        services.end_enrolment(
            actor=house.municipal_nurse,
            enrolment_id=enrolment,
            reason="Nej",
            now=MORNING,
        )


def test_more_criteria_than_are_written_can_not_be_asked_for(team):
    with page_of(team.lena), pytest.raises(CriteriaNotPossible):
        services.change_team(
            actor=team.lena,
            to=TeamState.ACTIVE,
            visits_a_day=20,
            criteria=Criteria(texts=FOUR, needed=5),
            now=MORNING,
        )


def test_what_is_changed_about_a_team_is_told_with_who_and_when(strict):
    with page_of(strict.lena):
        found = services.open_team(actor=strict.lena, now=MORNING)

    [row] = found.history
    assert (row.by, row.made_at) == ("Lena Alm", MORNING)
    assert row.told.startswith("2 av 4: Minst tre kroniska")
    assert Team.objects.get().criteria == list(FOUR)
    assert TeamChange.objects.count() == 1


def test_criteria_are_suggested_from_what_the_team_may_read_and_it_is_logged(
    house, strict, karin, asked
):
    request = asked(karin)
    with page_of(strict.ali):
        opened = services.open_request(
            actor=strict.ali, request_id=request, now=MORNING, suggests=True
        )

    holds = {each.text: each.holds for each in opened.suggested}
    assert holds[FOUR[2]]
    assert holds[FOUR[3]]
    assert holds[FOUR[0]] is None
    read = AccessLogEntry.objects.filter(subjects__contains=[karin])
    assert "discharge_case" in read.values_list("category", flat=True)


def test_nothing_is_suggested_until_somebody_asks_for_it(strict, karin, asked):
    request = asked(karin)

    with page_of(strict.ali):
        opened = services.open_request(
            actor=strict.ali, request_id=request, now=MORNING
        )

    assert opened.suggested == ()
