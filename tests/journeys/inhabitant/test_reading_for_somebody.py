"""Who may read for whom, and what a no says."""

from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import Traveller

from naravard.access import services as access
from naravard.access.models import AccessLogEntry
from naravard.access.rules import Action
from naravard.people import services as people
from naravard.people.roles import Protection
from naravard.web import actor
from tests.house import House, at, register
from tests.integration.discharge.steps import planned
from tests.journeys.inhabitant.conftest import Close, SignIn, guardian_of
from tests.journeys.inhabitant.way_home import home

LAST_DAY_OF_CHILDHOOD = date(2031, 3, 3)


@pytest.fixture
def clock(time_machine: Traveller) -> Traveller:
    time_machine.move_to(at("2026-03-03 12:00"), tick=False)
    return time_machine


@pytest.fixture
def elsa(house: House) -> UUID:
    """She turns 13 on Wednesday 4 March 2026."""
    return register("Elsa", "Lind", "201303049801", listed_unit_id=house.health_centre)


@pytest.fixture
def nora(elsa: UUID) -> Close:
    return guardian_of(elsa, LAST_DAY_OF_CHILDHOOD)


def test_eva_reads_for_her_mother_and_is_told_for_whom_the_text_is(
    clock: Traveller, house: House, karin: UUID, eva: Close, signed_in: SignIn
) -> None:
    planned(house, karin)

    page = " ".join(
        signed_in(actor.relative(karin, eva.related)).get("/hem/").text.split()
    )

    assert "Du läser för Karin Holm" in page
    assert "Texten är skriven till Karin." in page
    assert "Ring Sara" in page


def test_eva_sees_neither_the_log_nor_what_her_mother_has_said(
    clock: Traveller, karin: UUID, eva: Close, signed_in: SignIn
) -> None:
    phone = signed_in(actor.relative(karin, eva.related))

    assert "Vem har läst om mig?" not in phone.get("/hem/").text
    assert 'href="/samtycke/"' not in phone.get("/hem/").text
    assert 'href="/vem-har-last/"' not in phone.get("/papper/").text
    assert phone.get("/vem-har-last/").status_code == 403
    assert phone.get("/samtycke/").status_code == 403


def test_olle_without_leave_is_told_why_and_what_to_do(
    clock: Traveller, house: House, karin: UUID, olle: Close, signed_in: SignIn
) -> None:
    planned(house, karin)

    response = signed_in(actor.relative(karin, olle.related)).get("/hem/")

    assert response.status_code == 403
    assert "Personen har inte gett dig rätt att läsa det här." in response.text
    assert "Be personen dela det med dig" in response.text
    assert "Sara Blom" not in response.text


def test_a_refusal_is_logged(
    clock: Traveller, karin: UUID, olle: Close, signed_in: SignIn
) -> None:
    signed_in(actor.relative(karin, olle.related)).get("/hem/")

    refused = AccessLogEntry.objects.get(allowed=False)

    assert refused.actor_person_id == olle.person
    assert refused.subjects == [karin]


def test_a_mandate_that_is_taken_back_closes_the_page_at_once(
    clock: Traveller, karin: UUID, eva: Close, signed_in: SignIn
) -> None:
    phone = signed_in(actor.relative(karin, eva.related))
    phone.get("/hem/")

    people.end_related(related_id=eva.related, last_day=date(2026, 3, 2))

    assert phone.get("/hem/").status_code == 403


def test_eva_chooses_whom_to_read_about(
    clock: Traveller, karin: UUID, eva: Close, signed_in: SignIn
) -> None:
    phone = signed_in(actor.inhabitant(eva.person))
    assert "Karin Holm" in phone.get("/hem/").text

    phone.post("/las-for/", {"related_id": str(eva.related)})

    assert "Du läser för Karin Holm" in phone.get("/hem/").text


def test_eva_goes_back_to_her_own_page(
    clock: Traveller, karin: UUID, eva: Close, signed_in: SignIn
) -> None:
    phone = signed_in(actor.relative(karin, eva.related))

    phone.post("/las-for/", {"related_id": ""})

    assert "Hej Eva!" in phone.get("/hem/").text


def test_nobody_chooses_a_person_she_is_nothing_to(
    clock: Traveller, eva: Close, signed_in: SignIn, house: House
) -> None:
    ali = register("Ali", "Demir", "195505209802")
    phone = signed_in(actor.inhabitant(ali))

    response = phone.post("/las-for/", {"related_id": str(eva.related)})

    assert response.status_code == 404
    assert "Hej Ali!" in phone.get("/hem/").text


def test_a_guardian_reads_on_the_last_evening_the_child_is_twelve(
    clock: Traveller, elsa: UUID, nora: Close, signed_in: SignIn
) -> None:
    clock.move_to(at("2026-03-03 23:59"), tick=False)

    response = signed_in(actor.relative(elsa, nora.related)).get("/hem/")

    assert response.status_code == 200
    assert "Du läser som vårdnadshavare." in response.text


def test_a_guardian_never_sees_that_somebody_has_worried_about_the_child(
    clock: Traveller, house: House, elsa: UUID, nora: Close, signed_in: SignIn
) -> None:
    access.log(
        actor=house.district_nurse,
        action=Action.REPORT_CONCERN,
        person_ids=(elsa,),
        now=at("2026-03-03 10:00"),
    )

    page = signed_in(actor.relative(elsa, nora.related)).get("/vem-har-last/").text

    assert "Ingen annan har läst" not in page  # Nora's own reading is there
    assert "Sara Blom" not in page


def test_a_guardian_reads_no_more_from_the_first_minute_of_the_birthday(
    clock: Traveller, elsa: UUID, nora: Close, signed_in: SignIn
) -> None:
    clock.move_to(at("2026-03-04 00:00"), tick=False)

    response = signed_in(actor.relative(elsa, nora.related)).get("/hem/")

    assert response.status_code == 403
    assert "till den dag barnet fyller 13 år" in response.text
    assert "Prata med ditt barn." in response.text
    assert "Mig själv" in response.text


def test_a_child_of_fifteen_is_told_when_she_can_read(
    clock: Traveller, elsa: UUID, signed_in: SignIn
) -> None:
    clock.move_to(at("2029-03-03 12:00"), tick=False)

    response = signed_in(actor.inhabitant(elsa)).get("/hem/")

    assert response.status_code == 403
    assert "från den dag du fyller 16 år" in response.text


def test_on_her_sixteenth_birthday_she_reads_herself(
    clock: Traveller, elsa: UUID, signed_in: SignIn
) -> None:
    clock.move_to(at("2029-03-04 00:01"), tick=False)

    response = signed_in(actor.inhabitant(elsa)).get("/hem/")

    assert "Hej Elsa!" in response.text


def test_after_a_death_the_page_is_closed_and_quiet(
    clock: Traveller, house: House, karin: UUID, eva: Close, signed_in: SignIn
) -> None:
    home(house, karin)
    clock.move_to(at("2026-03-08 12:00"), tick=False)
    people.note_death(
        person_id=karin, deceased_on=date(2026, 3, 7), today=date(2026, 3, 8)
    )

    response = signed_in(actor.relative(karin, eva.related)).get("/hem/")

    assert response.status_code == 403
    assert "Sidan är stängd" in response.text
    assert "Ring den enhet som gav vården." in response.text
    assert "Sara Blom" not in response.text
    assert "OSL" not in response.text


def test_nobody_reads_for_somebody_with_protected_identity(
    clock: Traveller, karin: UUID, eva: Close, signed_in: SignIn
) -> None:
    people.set_protection(person_id=karin, protection=Protection.PROTECTED_REGISTRATION)

    response = signed_in(actor.relative(karin, eva.related)).get("/hem/")

    assert response.status_code == 403
    assert "Uppgifterna går inte att läsa här." in response.text
    assert "Karin" not in response.text


def test_a_refusal_is_said_in_english_too(
    clock: Traveller, karin: UUID, olle: Close, signed_in: SignIn
) -> None:
    phone = signed_in(actor.relative(karin, olle.related))
    phone.post("/sprak/", {"language": "en", "next": "/hem/"})

    response = phone.get("/hem/")

    assert "The person has not let you read this." in response.text


def test_staff_are_shown_to_their_own_lists(
    clock: Traveller, house: House, signed_in: SignIn
) -> None:
    phone: Client = signed_in(actor.staff(house.district_nurse_assignment))

    response = phone.get(reverse("inhabitant:home"))

    assert response.status_code == 403
    assert "till för invånare" in response.text
