"""A request becomes a visit: asked, answered, planned, made, and seen at home."""

from datetime import time
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from naravard.access import queries as access_queries
from naravard.access.models import AccessLogEntry
from naravard.access.rules import Category, RelationKind
from naravard.access.services import relate
from naravard.core.clock import moment_at
from naravard.mobile import services
from naravard.mobile.models import Visit, VisitRequest
from naravard.mobile.rules.states import TeamKind, TeamState
from naravard.mobile.rules.travel import Point
from naravard.people.models import CareUnit
from naravard.people.roles import Role
from naravard.web import actor as sessions
from tests.house import TODAY, actor, at, employ
from tests.integration.discharge.steps import notified


@pytest.fixture
def lena(house, karin):
    """Teamet Syd is at work, and Lena plans its day; Karin has home nursing."""
    unit = CareUnit.objects.get(key="team-syd").pk
    services.start_team(
        team=services.NewTeam(
            unit_id=unit,
            kind=TeamKind.CLOSE_CARE,
            visits_a_day=20,
            municipalities=("9902",),
            base=Point(59.0, 16.1),
            opens_on=TODAY,
        ),
        state=TeamState.ACTIVE,
    )
    ali = employ("Ali", "Dahl", "Sjuksköterska", unit, Role.DISTRICT_NURSE)
    services.add_shifts(
        shifts=[
            services.NewShift(
                team_id=unit,
                assignment_id=ali,
                day=TODAY,
                starts_at=moment_at(TODAY, time(8)),
                ends_at=moment_at(TODAY, time(17)),
            )
        ]
    )
    relate(
        person_id=karin,
        unit_ids=[house.home_nursing],
        kind=RelationKind.ENROLLED,
        source=karin,
        starts_at=at("2026-01-01 08:00"),
    )
    return actor(employ("Lena", "Alm", "Sjuksköterska", unit, Role.DISTRICT_NURSE))


def own_page(person_id: UUID) -> Client:
    client = Client()
    session = client.session
    session["actor"] = sessions.inhabitant(person_id)
    session["shown"] = {
        "name": access_queries.actor_for_person(person_id).name,
        "role": "",
        "organisation": "",
        "unit": "",
        "caregiver": "P",
        "face": "inhabitant",
    }
    session.save()
    return client


def test_from_request_to_a_visit_seen_by_all(house, karin, lena, sign_in, clock):
    # Jonas in home nursing asks the team to come today
    clock.move_to(at("2026-03-02 07:00"), tick=False)
    jonas = sign_in(house.municipal_nurse)
    asked = jonas.post(
        reverse("staff:person_visits", args=[karin]),
        {
            "team": str(lena.unit_id),
            "urgency": "today",
            "situation": "Andfådd sedan i natt.",
        },
        follow=True,
    )
    assert "Teamet har fått din förfrågan" in asked.text

    # Lena sees it, and says that the team comes
    page = sign_in(lena)
    assert "Karin Holm" in page.get(reverse("staff:requests")).text
    request = VisitRequest.objects.get()
    answered = page.post(
        reverse("staff:answer_request", args=[request.pk]),
        {
            "decision": "accept",
            "why": "Bedömning av andnöd",
            "needs": ["nurse"],
            "minutes": "45",
            "day": TODAY.isoformat(),
        },
    )
    assert parse_qs(urlsplit(answered.url).query) == {"dag": [TODAY.isoformat()]}

    # She looks at the ways to plan it, and chooses one
    board = page.get(reverse("staff:board"), {"forslag": "ja"})
    assert "Kortast väg" in board.text
    assert "uppskattade efter avstånd" in board.text
    page.post(
        reverse("staff:board_choose"),
        {
            "day": TODAY.isoformat(),
            "kind": "cheapest",
            "seen_at": board.context["seen_at"],
            "version": board.context["version"],
        },
    )
    visit = Visit.objects.get()
    why = page.get(reverse("staff:board"), {"besok": str(visit.pk)})
    assert "Varför just den personen?" in why.text

    # Karin is told who comes, and between which hours
    home = own_page(karin).get(reverse("inhabitant:visits"))
    assert "Vem kommer och när" in home.text
    assert "mellan" in home.text

    # The team is there, and writes
    clock.move_to(at("2026-03-02 09:30"), tick=False)
    assert "Karin Holm" in page.get(reverse("staff:team_day")).text
    page.post(reverse("staff:begin_visit", args=[visit.pk]))
    begun = page.get(reverse("staff:board"), {"besok": str(visit.pk)})
    assert "Ali Dahl, som inte hade träffat Karin Holm före i dag." in begun.text
    form = page.get(reverse("staff:visit", args=[visit.pk])).context["form"]
    written = page.post(
        reverse("staff:visit", args=[visit.pk]),
        {
            "note_id": str(form["note_id"].value()),
            "based_on": form["based_on"].value(),
            "breaths": "22",
            "saturation": "94",
            "oxygen": "no",
            "scale": "1",
            "systolic": "108",
            "pulse": "96",
            "consciousness": "A",
            "temperature": "38,4",
            "assessment": "Rossel basalt, ny antibiotika.",
            "outcome": "stays_home",
        },
        follow=True,
    )
    assert "Besöket är skrivet" in written.text

    # Jonas reads it the same minute
    seen = jonas.get(reverse("staff:person_visits", args=[karin]))
    assert "NEWS2 6, medelhög risk" in seen.text
    assert "Rossel basalt" in seen.text


def test_a_request_without_a_situation_is_refused_and_nothing_is_lost(
    house, karin, lena, sign_in, clock
):
    page = sign_in(house.municipal_nurse)

    answer = page.post(
        reverse("staff:person_visits", args=[karin]),
        {"team": str(lena.unit_id), "urgency": "today", "background": "KOL"},
    )

    assert answer.status_code == 422
    assert "KOL" in answer.text


def asked_and_accepted(page: Client, lena_page: Client, karin: UUID, team: UUID):
    """A visit that waits for its round."""
    page.post(
        reverse("staff:person_visits", args=[karin]),
        {"team": str(team), "urgency": "today", "situation": "Andfådd."},
    )
    lena_page.post(
        reverse("staff:answer_request", args=[VisitRequest.objects.get().pk]),
        {
            "decision": "accept",
            "why": "Andnöd",
            "needs": ["nurse"],
            "minutes": "45",
            "day": TODAY.isoformat(),
        },
    )


def test_visits_at_home_stand_on_the_one_timeline(house, karin, lena, sign_in, clock):
    clock.move_to(at("2026-03-02 07:00"), tick=False)
    jonas, maja = sign_in(house.municipal_nurse), sign_in(house.care_planner)
    asked_and_accepted(jonas, sign_in(lena), karin, lena.unit_id)
    notified(house, karin)
    clock.move_to(at("2026-03-02 13:00"), tick=False)
    page = reverse("staff:person", args=[karin])

    seen = jonas.get(page)
    by_social_care = maja.get(page)

    titles = [item.title for lane in seen.context["lanes"] for item in lane.items]
    assert "Hembesök, Teamet Syd" in titles
    assert "Inskriven" in titles
    assert "Hembesök, Teamet Syd" not in by_social_care.text


def test_that_nobody_comes_leaves_no_trace_in_the_log(house, karin, sign_in):
    notified(house, karin)

    sign_in(house.district_nurse).get(reverse("staff:person", args=[karin]))

    assert not AccessLogEntry.objects.filter(category=Category.VISIT).exists()


def test_a_day_that_does_not_hold_is_told_to_her_and_to_those_who_call(
    house, karin, lena, sign_in, clock
):
    clock.move_to(at("2026-03-02 07:00"), tick=False)
    jonas, page = sign_in(house.municipal_nurse), sign_in(lena)
    asked_and_accepted(jonas, page, karin, lena.unit_id)
    board = page.get(reverse("staff:board"), {"forslag": "ja"})
    page.post(
        reverse("staff:board_choose"),
        {
            "day": TODAY.isoformat(),
            "kind": "cheapest",
            "seen_at": board.context["seen_at"],
            "version": board.context["version"],
        },
    )
    visit = Visit.objects.get()

    # Nobody can come today: another day, and why
    refused = page.post(
        reverse("staff:change_visit_day", args=[visit.pk]),
        {"day": "2026-03-03"},
        follow=True,
    )
    assert "Skriv varför besöket flyttas" in refused.text
    page.post(
        reverse("staff:change_visit_day", args=[visit.pk]),
        {"day": "2026-03-03", "reason": "Bilen är på verkstad."},
    )

    # Karin reads it; the team sees whom to call, and that the longest wait is at risk
    home = own_page(karin).get(reverse("inhabitant:visits")).text
    assert "Tiden är ändrad." in home
    assert "Bilen är på verkstad." in home
    assert "Någon kommer senast" in home
    to_call = page.get(reverse("staff:board")).text
    assert "Att ringa: tiden är flyttad" in to_call
    assert "Bilen är på verkstad." in to_call
    moved = page.get(reverse("staff:board")).context["to_tell"][0]
    page.post(reverse("staff:say_told", args=[moved.id]))
    assert "Att ringa" not in page.get(reverse("staff:board")).text
    seen = jonas.get(reverse("staff:person_visits", args=[karin])).text
    assert "Längsta väntan är i fara" in seen

    # It is cancelled, and Karin leaves the team, each with a reason
    page.post(
        reverse("staff:cancel_visit", args=[visit.pk]), {"reason": "Du är inlagd."}
    )
    assert "Du är inlagd." in own_page(karin).get(reverse("inhabitant:visits")).text
    opened = page.get(reverse("staff:person_visits", args=[karin]))
    [enrolment] = opened.context["shown"].enrolments
    ended = page.post(
        reverse("staff:end_enrolment", args=[enrolment.id]),
        {"reason": "Sjukhuset tar vid."},
        follow=True,
    )
    assert "Inskrivningen är avslutad" in ended.text
    assert (
        "Sjukhuset tar vid." in own_page(karin).get(reverse("inhabitant:visits")).text
    )


def test_a_sick_colleague_is_noted_and_the_ways_to_go_on_are_shown_at_once(
    house, karin, lena, sign_in, clock
):
    clock.move_to(at("2026-03-02 07:10"), tick=False)
    page = sign_in(lena)
    asked_and_accepted(sign_in(house.municipal_nurse), page, karin, lena.unit_id)
    evin = employ("Evin", "Lind", "Sjuksköterska", lena.unit_id, Role.DISTRICT_NURSE)
    morning, evening = moment_at(TODAY, time(8)), moment_at(TODAY, time(17))
    services.add_shifts(
        shifts=[
            services.NewShift(
                team_id=lena.unit_id,
                assignment_id=evin,
                day=TODAY,
                starts_at=morning,
                ends_at=evening,
            )
        ]
    )
    [ali, _] = page.get(reverse("staff:board")).context["hours"].lanes
    about_ali = {"day": TODAY.isoformat(), "shift": ali.row.shift_id}

    # How late must be said
    unsaid = page.post(
        reverse("staff:board_shift"), about_ali | {"what": "sen"}, follow=True
    )
    assert "Skriv hur många minuter sen personen blir" in unsaid.text

    # Ali is ill: who is left, what each way means, and why
    noted = page.post(
        reverse("staff:board_shift"), about_ali | {"what": "borta"}, follow=True
    )
    assert "För att Karin Holm ska få besök." in noted.text
    assert "alla hålls" in noted.text
    [way] = noted.context["options"]
    assert "Evin Lind" in way.changes[0][0]
    [left, here] = noted.context["hours"].lanes
    assert (left.row.left_at is None, here.row.left_at is None) == (False, True)
    assert "Ali Dahl" not in str(noted.context["shift_form"]["shift"])
