"""A reading is picked, asked about, explained and decided; the person sees it."""

from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import Traveller

from naravard.access.models import AccessLogEntry
from naravard.access.rules import Actor
from naravard.people.roles import Role
from naravard.review import services as review
from naravard.review.models import Pick, Word
from tests.house import House, actor, at, employ
from tests.journeys.trust.conftest import SignIn

REASON = {"reason": "Kallad på konsult."}


@pytest.fixture
def picked(
    nobody_drawn: None,
    sign_in: SignIn,
    house: House,
    karin: UUID,
    in_hospital: UUID,
    clock: Traveller,
) -> Pick:
    """Bo stated a reason and read; the log has been looked through."""
    sign_in(house.psychiatrist).post(reverse("staff:person", args=[karin]), REASON)
    clock.move_to(at("2026-03-02 13:00"), tick=False)
    review.look_through(
        day=date(2026, 3, 2),
        now=at("2026-03-02 13:00"),
        secret=b"the secret of the samples",
    )
    return Pick.objects.get()


def of(pick: Pick, what: str) -> str:
    return reverse(f"staff:{what}", args=[pick.pk])


def test_the_reviewer_sees_whom_and_why_but_not_the_record(
    sign_in: SignIn, reviewer: Actor, picked: Pick, karin: UUID
) -> None:
    per = sign_in(reviewer)

    listed = per.get(reverse("staff:reviews"))
    opened = per.get(of(picked, "review"))
    record = per.get(reverse("staff:person", args=[karin]))

    assert "Bo Ek" in listed.text
    assert "Ingen vårdrelation" in listed.text
    assert "Karin" not in listed.text
    assert "Kallad på konsult." in opened.text
    assert "Karin Holm" in opened.text
    assert "Hjärtsvikt" not in opened.text
    assert record.status_code == 403


def test_the_review_itself_is_logged(
    sign_in: SignIn, reviewer: Actor, picked: Pick, karin: UUID
) -> None:
    sign_in(reviewer).get(of(picked, "review"))

    row = AccessLogEntry.objects.get(action="review_log", subjects=[karin])
    assert row.about == picked.pk
    assert row.category == "access_log"


def test_question_explanation_and_decision(
    sign_in: SignIn,
    house: House,
    reviewer: Actor,
    picked: Pick,
    karins_phone: Client,
) -> None:
    per, bo = sign_in(reviewer), sign_in(house.psychiatrist)

    asked = per.post(
        of(picked, "review_ask"), {"question": "Vem kallade dig?"}, follow=True
    )
    mine = bo.get(reverse("staff:reviews"))
    answered = bo.post(
        of(picked, "review_explain"), {"answer": "Ingrid på medicin."}, follow=True
    )
    read = per.get(of(picked, "review"))
    decided = per.post(
        of(picked, "review_decide"),
        {"decision": "in_order", "why": "Stämmer med medicin."},
        follow=True,
    )
    hers = karins_phone.get("/vem-har-last/")

    assert "Frågan är skickad" in asked.text
    assert "Vem kallade dig?" in mine.text
    assert "Karin Holm" in mine.text
    assert "Ditt svar är skickat" in answered.text
    assert "Ingrid på medicin." in read.text
    assert "I sin ordning" in decided.text
    assert "Läsningen är granskad och var i sin ordning." in hers.text
    assert "Ingrid på medicin." not in hers.text
    assert list(Word.objects.values_list("status", flat=True)) == [
        "asked",
        "explained",
        "in_order",
    ]


def test_a_breach_is_closed_only_when_it_has_been_followed_up(
    sign_in: SignIn, reviewer: Actor, picked: Pick
) -> None:
    per = sign_in(reviewer)

    silent = per.post(of(picked, "review_decide"), {"decision": "breach", "why": ""})
    per.post(of(picked, "review_decide"), {"decision": "breach", "why": "Nyfikenhet."})
    waits = per.get(of(picked, "review"))
    closed = per.post(
        of(picked, "review_follow_up"),
        {"done": "Samtal, polisanmälan, Karin är underrättad."},
        follow=True,
    )

    assert silent.status_code == 422
    assert "Det står inget ännu." in silent.text
    assert "Vad har ni gjort?" in waits.text
    assert "Otillåten, uppföljd" in closed.text


def test_nobody_decides_about_her_own_reading(
    sign_in: SignIn, house: House, karin: UUID, in_hospital: UUID, picked: Pick
) -> None:
    head = actor(employ("Eva", "Dahl", "Chef", house.other_ward, Role.HEAD_OF_UNIT))
    Pick.objects.filter(pk=picked.pk).update(professional_id=head.professional_id)

    page = sign_in(head).get(of(picked, "review"))
    tried = sign_in(head).post(
        of(picked, "review_decide"), {"decision": "in_order", "why": "Det var jag."}
    )

    assert "Du kan inte granska det du själv har läst" in page.text
    assert tried.status_code == 422
    assert not Word.objects.exists()


def test_the_head_of_a_unit_sees_her_own_unit_only(
    sign_in: SignIn, house: House, picked: Pick
) -> None:
    head = actor(employ("Eva", "Dahl", "Chef", house.other_ward, Role.HEAD_OF_UNIT))

    hers = sign_in(head).get(reverse("staff:reviews"))
    other = sign_in(house.head_of_centre).get(reverse("staff:reviews"))
    tried = sign_in(house.head_of_centre).get(of(picked, "review"))

    assert "Bo Ek" in hers.text
    assert "Bo Ek" not in other.text
    assert tried.status_code == 404


def test_those_who_do_not_review_see_no_list(
    sign_in: SignIn, house: House, picked: Pick
) -> None:
    ali = sign_in(house.ward_nurse)

    page = ali.get(reverse("staff:reviews"))
    tried = ali.get(of(picked, "review"))
    decided = ali.post(
        of(picked, "review_decide"), {"decision": "in_order", "why": "Nej."}
    )

    assert "Att granska" not in page.text
    assert tried.status_code == 403
    assert decided.status_code == 403


def test_a_reviewers_day_is_the_list(sign_in: SignIn, reviewer: Actor) -> None:
    page = sign_in(reviewer).get(reverse("staff:my_day"))

    assert page.status_code == 302
    assert page.url == reverse("staff:reviews")


def test_a_reviewers_menu_leads_only_where_she_may_go(
    sign_in: SignIn, reviewer: Actor
) -> None:
    page = sign_in(reviewer).get(reverse("staff:reviews")).text

    assert f'href="{reverse("staff:reserve")}"' in page
    assert f'href="{reverse("staff:worklist")}"' not in page
    assert f'href="{reverse("staff:my_persons")}"' not in page
    assert 'role="search"' not in page
