"""Mina uppgifter, mandates and the easy-to-read edition, page by page."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import Traveller

from naravard.people.models import RelatedPerson
from naravard.web import actor
from tests.house import House, at, register
from tests.journeys.inhabitant.conftest import Close, SignIn, guardian_of
from tests.plans import agreed, whole_sip, written

TOLD = {
    "language": "so",
    "interpreter": "on",
    "interpreter_about": "Helst en kvinna",
    "channel": "letter",
    "place": "home",
    "place_about": "",
}


@pytest.fixture(autouse=True)
def clock(time_machine: Traveller) -> Traveller:
    time_machine.move_to(at("2026-03-04 12:00"), tick=False)
    return time_machine


@pytest.fixture
def sip(house: House, karin: UUID) -> UUID:
    plan_id = agreed(house, karin)
    written(house.district_nurse, karin, plan_id, *whole_sip(house))
    return plan_id


def test_what_she_tells_is_on_her_page_and_on_the_staffs(
    karins_phone: Client, signed_in: SignIn, house: House, karin: UUID, sip: UUID
) -> None:
    karins_phone.post("/mina-uppgifter/andra/", TOLD)

    hers = karins_phone.get("/mina-uppgifter/").text
    nurse = signed_in(actor.staff(house.district_nurse_assignment))
    staffs = nurse.get(reverse("staff:person", args=[karin])).text

    assert "Somaliska" in hers
    assert "Brev hem" in hers
    assert "Helst en kvinna" in staffs
    assert "Vill helst få vård" in staffs


def test_staff_write_down_what_she_says_and_she_changes_it(
    karins_phone: Client,
    signed_in: SignIn,
    house: House,
    karin: UUID,
    clock: Traveller,
) -> None:
    nurse = signed_in(actor.staff(house.district_nurse_assignment))
    address = reverse("staff:wishes", args=[karin])

    faulty = nurse.post(address, TOLD | {"place": "other"})
    nurse.post(address, TOLD)
    hers = karins_phone.get("/mina-uppgifter/").text
    written_down = nurse.get(address).text
    clock.move_to(at("2026-03-04 12:05"), tick=False)
    karins_phone.post("/mina-uppgifter/andra/", TOLD | {"channel": "phone"})

    assert faulty.status_code == 422
    assert "Somaliska" in hers
    assert (
        "Nedskrivet av Sara Blom, Distriktssköterska, Vårdcentralen Lillby"
        " efter samtal med dig, i dag 12.00." in hers
    )
    assert "efter samtal, i dag 12.00." in written_down
    assert "Berättat av Karin Holm, i dag 12.05." in nurse.get(address).text
    assert "Nedskrivet av" not in karins_phone.get("/mina-uppgifter/").text


def test_who_does_not_know_her_writes_nothing_down(
    signed_in: SignIn, house: House, karin: UUID
) -> None:
    stranger = signed_in(actor.staff(house.stranger.assignment_id))

    answer = stranger.post(reverse("staff:wishes", args=[karin]), TOLD)

    assert answer.status_code == 403


def test_another_place_must_be_said(karins_phone: Client) -> None:
    answer = karins_phone.post("/mina-uppgifter/andra/", TOLD | {"place": "other"})

    assert answer.status_code == 422
    assert "Skriv vilken plats" in answer.text


def test_she_ends_a_mandate_and_it_holds_at_once(
    karins_phone: Client, signed_in: SignIn, karin: UUID, eva: Close
) -> None:
    evas_phone = signed_in(actor.relative(karin, eva.related))
    before = evas_phone.get("/hem/").status_code

    karins_phone.post(f"/mina-uppgifter/narstaende/{eva.related}/", {"mandate": "none"})

    assert before == 200
    assert evas_phone.get("/hem/").status_code == 403


def test_a_mandate_of_somebody_else_is_not_there(karins_phone: Client) -> None:
    answer = karins_phone.get(f"/mina-uppgifter/narstaende/{uuid4()}/")

    assert answer.status_code == 404


def test_a_daughter_who_may_act_answers_a_call_and_writes_a_goal(
    karins_phone: Client, signed_in: SignIn, karin: UUID, eva: Close, sip: UUID
) -> None:
    evas_phone = signed_in(actor.relative(karin, eva.related))
    before = evas_phone.get("/min-plan/").text
    karins_phone.post(f"/mina-uppgifter/narstaende/{eva.related}/", {"mandate": "acts"})

    evas_phone.post(
        "/min-plan/mal/",
        {"text": "Åka till sjön.", "version": "1", "request_id": str(uuid4())},
    )

    assert "Skriv ett mål" not in before
    assert "Skriv ett mål" in evas_phone.get("/min-plan/").text
    assert "Skrivet av Eva Holm, dotter" in karins_phone.get("/min-plan/").text


def test_a_relative_is_led_neither_to_her_details_nor_to_her_messages(
    signed_in: SignIn, karin: UUID, eva: Close
) -> None:
    phone = signed_in(actor.relative(karin, eva.related))

    more = phone.get("/mer/").text

    assert "/mina-uppgifter/" not in more
    assert "/meddelanden/" not in more
    assert phone.get("/mina-uppgifter/").status_code == 403
    assert phone.get("/meddelanden/").status_code == 403


def test_a_guardian_tells_for_her_child_and_gives_nobody_a_mandate(
    signed_in: SignIn, house: House
) -> None:
    child, nora = _elsa(house)
    phone = signed_in(actor.relative(child, nora.related))

    page = phone.get("/mina-uppgifter/")
    phone.post("/mina-uppgifter/andra/", TOLD)

    assert page.status_code == 200
    assert "Har sitt uppdrag från någon annan" in page.text
    assert "Somaliska" in phone.get("/mina-uppgifter/").text
    assert not RelatedPerson.objects.filter(may_act=True).exists()


@pytest.mark.parametrize(
    ("day", "guardian_sees", "child_sees"),
    [
        ("2027-03-03 23:59", 200, 403),
        ("2027-03-04 00:00", 403, 403),
        ("2030-03-03 23:59", 403, 403),
        ("2030-03-04 00:00", 403, 200),
    ],
)
def test_messages_close_to_a_guardian_at_13_and_open_to_the_child_at_16(
    signed_in: SignIn,
    house: House,
    clock: Traveller,
    day: str,
    guardian_sees: int,
    child_sees: int,
) -> None:
    child, nora = _elsa(house)
    clock.move_to(at(day), tick=False)

    guardian = signed_in(actor.relative(child, nora.related)).get("/meddelanden/")
    herself = signed_in(actor.inhabitant(child)).get("/meddelanden/")

    assert guardian.status_code == guardian_sees
    assert herself.status_code == child_sees


def test_she_chooses_what_relatives_read(
    karins_phone: Client, signed_in: SignIn, karin: UUID, eva: Close, sip: UUID
) -> None:
    evas_phone = signed_in(actor.relative(karin, eva.related))
    before = evas_phone.get("/min-plan/").text

    karins_phone.post("/mina-uppgifter/dela/", {"sections": ["team"], "version": "1"})

    after = evas_phone.get("/min-plan/").text
    assert "Jag vill kunna gå till brevlådan själv." in before
    assert "Jag vill kunna gå till brevlådan själv." not in after
    assert "Sara Blom" in after


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/hem/", "Svarar ingen? Ring"),
        ("/min-plan/", "Det här är din plan. Du bestämmer."),
        ("/mina-tider/", "Du har inga tider nu."),
        ("/samtycke/", "Du bestämmer vem som får läsa om dig."),
        ("/meddelanden/", "Skriv till oss. Vi svarar dig här."),
    ],
)
def test_the_easy_edition_has_sentences_of_its_own(
    karins_phone: Client, sip: UUID, path: str, said: str
) -> None:
    usual = karins_phone.get(path).text
    karins_phone.post("/lattlast/", {"next": path})

    easy = karins_phone.get(path).text

    assert said not in usual
    assert said in easy
    assert "stor-text" in easy


@pytest.mark.parametrize(
    "to", ["start", "start/", "//ond.example", "https://ond.example"]
)
def test_the_way_back_is_a_page_here_and_nothing_else(
    karins_phone: Client, to: str
) -> None:
    led = karins_phone.post("/lattlast/", {"next": to})

    assert (led.status_code, led["Location"]) == (302, "/hem/")


def test_the_easy_edition_hides_nothing_of_the_plan(
    karins_phone: Client, sip: UUID
) -> None:
    karins_phone.post("/lattlast/", {"next": "/min-plan/"})

    page = karins_phone.get("/min-plan/").text

    assert "Att få bo hemma med min katt." in page
    assert "Hjälper till med dusch" in page
    assert "Går till brevlådan" in page
    assert "070-174 06 14" in page
    assert "Säg nej till planen" in page


def test_the_menu_has_five_and_the_rest_is_under_more(karins_phone: Client) -> None:
    page = karins_phone.get("/mina-uppgifter/").text
    menu = page[page.index('class="bottenmeny"') :]

    assert menu.count("<a ") == 5
    assert '<a href="/mer/" aria-current="page">' in menu


def _elsa(house: House) -> tuple[UUID, Close]:
    """She turns 13 on 4 March 2027."""
    child = register("Elsa", "Lind", "201403049800", listed_unit_id=house.health_centre)
    return child, guardian_of(child, date(2032, 3, 3))
