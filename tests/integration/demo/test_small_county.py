"""The practice county as a whole, built small and once for all tests here."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from pytest_django.plugin import DjangoDbBlocker

from naravard.access.models import AccessLogEntry, Consent
from naravard.access.rules import AccessDenied, ConsentScope
from naravard.core.clock import day_of
from naravard.demo.inhabitants import person_id
from naravard.demo.personas import signin_choices
from naravard.demo.stories import stories_beside
from naravard.discharge import services as discharge
from naravard.discharge.models import (
    CaseEvent,
    CaseParty,
    DayRate,
    DischargeCase,
    PaymentAgreement,
)
from naravard.discharge.rows import WorklistFilter
from naravard.discharge.rules.agreement import LUS
from naravard.discharge.rules.folding import fold
from naravard.discharge.rules.steps import open_steps, track_position
from naravard.discharge.services import When
from naravard.discharge.services.casefile import take
from naravard.discharge.services.projection import describe_parties
from naravard.messages.models import Message, Receipt
from naravard.mobile import services as mobile
from naravard.mobile.models import Visit, VisitRequest
from naravard.mobile.routing.checker import check
from naravard.mobile.rules.states import RequestState, VisitState
from naravard.people.identity import is_invented_hsa_prefix, is_test_number, parse
from naravard.people.models import Person, PersonIdentifier, Professional
from naravard.people.roles import Protection
from naravard.plan import services as plan
from naravard.plan.models import Plan
from tests.personas import COUNTY, member_of_staff, small_county

NOW = datetime(2026, 3, 4, 8, 40, tzinfo=UTC)  # a Wednesday morning
TODAY = date(2026, 3, 4)
FIRST_OF_APRIL_2023 = date(2023, 4, 1)


@pytest.fixture(scope="module", autouse=True)
def db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """One county for all; named so that tables are made even when run alone."""
    with django_db_blocker.unblock(), small_county(NOW):
        yield


def karins_case() -> DischargeCase:
    return DischargeCase.objects.get(person_id=person_id("karin"))


def test_everybody_in_the_county_is_there():
    assert Person.objects.count() == 698


def test_there_are_cases_in_every_state():
    states = set(DischargeCase.objects.values_list("state", flat=True))

    assert states == {
        "OPEN",
        "NOTIFIED",
        "PLANNING",
        "READY",
        "DISCHARGED",
        "CLOSED",
        "ABORTED",
    }


def test_some_who_asked_for_a_visit_got_none_and_were_told_why():
    declined = VisitRequest.objects.filter(state=RequestState.DECLINED)
    called_off = Visit.objects.filter(state=VisitState.CANCELLED, stops=None)

    assert declined.exists()
    assert not declined.filter(answer="").exists()
    assert called_off.exists()
    assert not called_off.filter(cancelled_because="").exists()


def test_plans_of_every_kind_stand_at_every_step():
    stands = set(Plan.objects.values_list("status", flat=True))

    assert Plan.objects.count() >= 12
    assert stands >= {
        "need_flagged",
        "declined",
        "invited",
        "active",
        "under_review",
        "closed",
        "withdrawn",
    }


def test_petras_care_plan_rests_on_the_law_and_waits_for_the_municipality():
    plan = Plan.objects.get(compulsory_since__isnull=False)

    assert (plan.person.given_name, plan.consented) == ("Petra", False)
    assert plan.signatures.count() == 1
    assert plan.parties.filter(left_at=None).count() == 2


def test_every_told_plan_that_is_shared_can_be_opened_by_whoever_told_it():
    plans = stories_beside(COUNTY).plans
    shared = [story for story in plans if story.stands in {"active", "invited"}]

    opened = [
        plan.open_plan(
            actor=member_of_staff(story.by, NOW),
            person_id=person_id(story.person),
            now=NOW,
        )
        for story in shared
    ]

    assert all(one.plan and one.plan.content.team for one in opened)


def test_there_are_cases_on_every_track():
    tracks = DischargeCase.objects.filter(ended_at=None).values_list("track", flat=True)

    assert {"green", "yellow", "red"} <= set(tracks)


def test_there_is_about_a_month_of_history_in_a_small_county():
    ended = DischargeCase.objects.filter(ended_at__isnull=False).count()

    assert 15 <= ended <= 60


def test_nothing_has_happened_in_the_future():
    assert not CaseEvent.objects.filter(at__gt=NOW).exists()
    assert not Message.objects.filter(sent_at__gt=NOW).exists()
    assert not Receipt.objects.filter(read_at__gt=NOW).exists()
    assert not AccessLogEntry.objects.filter(at__gt=NOW).exists()


def test_all_numbers_are_test_numbers():
    numbers = PersonIdentifier.objects.values_list("value", flat=True)

    assert all(is_test_number(parse(number, today=TODAY)) for number in numbers)


def test_no_staff_can_be_somebody_real():
    hsa_ids = Professional.objects.values_list("hsa_id", flat=True)

    assert all(is_invented_hsa_prefix(hsa_id.partition("-")[0]) for hsa_id in hsa_ids)


def test_the_stored_reading_of_every_case_under_way_is_that_of_its_events():
    files = [take(pk) for pk in DischargeCase.objects.values_list("pk", flat=True)]
    folded = [(file.case, fold(file.history, file.units)) for file in files]

    assert [
        (case.state, case.position, case.track, case.version) for case, _ in folded
    ] == [
        (again.state, track_position(again), again.track or "", len(file.rows))
        for file, (_, again) in zip(files, folded, strict=True)
    ]


def test_the_worklists_say_what_the_rules_say_now():
    stored = list(CaseParty.objects.order_by("pk"))
    files = [take(pk) for pk in DischargeCase.objects.values_list("pk", flat=True)]
    described = {party.pk: party for file in files for party in _described(file)}

    assert [(p.listed, p.ours, p.step, p.due_at) for p in stored] == [
        (again.listed, again.ours, again.step, again.due_at)
        for again in (described[p.pk] for p in stored)
    ]


def _described(file):
    folded = fold(file.history, file.units)
    describe_parties(file, folded, open_steps(folded, LUS, NOW))
    return file.parties


def test_one_can_sign_in_wherever_there_is_a_page_to_start_from():
    faces = Counter(choice.face for choice in signin_choices())

    assert faces["staff"] >= 8
    assert faces["inhabitant"] >= 4
    assert faces["decisionmaker"] >= 2


def test_every_persona_has_a_story_and_a_name():
    assert all(choice.about and choice.name for choice in signin_choices())


def test_no_persona_can_be_signed_in_as_outside_practice(settings):
    settings.DEMO = False

    assert signin_choices() == ()


def test_karin_is_being_planned_for_and_the_municipality_has_not_answered():
    case = karins_case()
    maja = member_of_staff("maja", NOW)

    hers = CaseParty.objects.get(case=case, unit_id=maja.unit_id)

    assert case.state == "PLANNING"
    assert (hers.step, hers.ours, hers.listed) == ("answer_sip_call", True, True)


def test_karins_named_contact_is_sara():
    sara = member_of_staff("sara", NOW)

    assert karins_case().named_contact_id == sara.assignment_id


def test_karin_can_see_who_has_read_about_her():
    read = AccessLogEntry.objects.filter(
        subjects__contains=[person_id("karin")], action="read"
    )

    assert read.count() >= 10


def test_sture_is_home_and_waits_for_a_call():
    case = DischargeCase.objects.get(person_id=person_id("sture"))

    assert case.state == "DISCHARGED"


def test_nova_turns_thirteen_within_days():
    nova = Person.objects.get(pk=person_id("nova"))

    assert nova.birth_date == date(2013, 3, 13)


def test_daniel_is_on_his_way_to_open_compulsory_care():
    case = DischargeCase.objects.get(person_id=person_id("daniel"))

    assert case.state == "READY"
    assert case.episode.compulsory
    assert not case.sip_required


def test_ove_has_declined_planning():
    said = Consent.objects.get(
        person_id=person_id("ove"), scope=ConsentScope.DISCHARGE_PLANNING
    )

    assert not said.given


def test_mira_is_protected_and_her_address_is_nowhere():
    mira = Person.objects.get(pk=person_id("mira"))
    notice = Message.objects.get(person=mira, code="admission-notice")

    assert mira.protection == Protection.PROTECTED_REGISTRATION
    assert notice.payload["registered_address"] == "skyddad"


def test_aino_is_paid_for_by_the_municipality_that_placed_her():
    case = DischargeCase.objects.get(person_id=person_id("aino"))

    assert (case.registered_in, case.placed_by) == ("1907", "1961")


def test_a_small_municipality_has_work_to_do():
    maja = member_of_staff("maja", NOW)

    found = discharge.open_worklist(actor=maja, wanted=WorklistFilter(), now=NOW)

    assert found.counts.ours >= 1
    assert "Karin Holm" in {row.name for row in found.rows}


def test_some_things_are_late_some_today_and_some_later():
    due = CaseParty.objects.filter(listed=True, due_at__isnull=False)
    days = {(day_of(at) - TODAY).days for at in due.values_list("due_at", flat=True)}

    assert min(days) < 0
    assert {0, 1} <= days
    assert max(days) > 1


def test_the_dead_are_noted_and_on_nobodys_list():
    dead = DischargeCase.objects.filter(person__deceased_on__isnull=False)

    assert dead.exists()
    assert not CaseParty.objects.filter(case__in=dead, listed=True).exists()


def test_every_municipality_has_an_agreement_that_is_marked_as_unverified():
    agreements = PaymentAgreement.objects.all()

    assert agreements.count() == 10
    assert not any(agreement.verified for agreement in agreements)


def test_a_year_without_a_known_rate_has_none():
    years = set(DayRate.objects.values_list("year", flat=True))

    assert 2022 in years
    assert 2021 not in years


def test_maja_can_answer_karins_call_as_in_any_live_case():
    maja = member_of_staff("maja", NOW)
    case = karins_case()

    discharge.answer_call(
        actor=maja, case_id=case.pk, comes=True, note="Vi kommer.", when=When(now=NOW)
    )

    hers = CaseParty.objects.get(case=case, unit_id=maja.unit_id)
    assert not hers.ours


def test_the_decision_maker_sees_no_list_of_persons():
    with pytest.raises(AccessDenied):
        discharge.open_worklist(
            actor=member_of_staff("anna", NOW), wanted=WorklistFilter(), now=NOW
        )


def test_the_teams_of_the_county_are_half_way_through_their_day():
    states = Counter(Visit.objects.filter(day=TODAY).values_list("state", flat=True))

    assert states[VisitState.DONE] > 0
    assert states[VisitState.PLANNED] > 0


def test_nadjas_team_has_a_day_that_the_checker_finds_possible():
    nadja = member_of_staff("nadja", NOW)

    day = mobile.open_day(actor=nadja, day=TODAY, now=NOW)

    found = check(day.standing.problem, day.standing.plan)
    assert found.violations == ()
    assert mobile.open_requests(actor=nadja, now=NOW)
