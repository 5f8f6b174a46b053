"""She names those close to her herself, lets them in, and takes it back."""

from uuid import UUID

import pytest
from django.test import Client
from time_machine import Traveller

from naravard.access.models import ChangeEntry
from naravard.people import services as people
from naravard.people.models import RelatedPerson
from naravard.people.roles import Protection
from naravard.web import actor
from tests.house import House, at, register
from tests.journeys.inhabitant.conftest import Close, SignIn

ANNA = {
    "name": "Anna Holm",
    "relation": "Systerdotter",
    "phone": "070-174 06 22",
    "number": "19910305-9805",
    "mandate": "reads",
    "last_day": "2026-03-10",
}
UNKNOWN = "Vi hittar ingen med det namnet och numret"


@pytest.fixture(autouse=True)
def clock(time_machine: Traveller) -> Traveller:
    time_machine.move_to(at("2026-03-04 12:00"), tick=False)
    return time_machine


@pytest.fixture
def anna(db: None) -> UUID:
    return register("Anna Maria", "Holm", "199103059805")


def added(browser: Client, **said: str) -> str:
    """What her page says when she has named somebody."""
    return browser.post("/mina-uppgifter/narstaende/", ANNA | said, follow=True).text


def test_somebody_with_an_identity_reads_to_the_last_day(
    karins_phone: Client, signed_in: SignIn, karin: UUID, anna: UUID, clock: Traveller
) -> None:
    page = added(karins_phone)
    related = RelatedPerson.objects.get(person_id=karin)
    annas_phone = signed_in(actor.relative(karin, related.pk))
    on_the_way = annas_phone.get("/hem/").status_code
    clock.move_to(at("2026-03-10 23:59"), tick=False)
    last_minute = annas_phone.get("/hem/").status_code
    clock.move_to(at("2026-03-11 00:00"), tick=False)

    assert "Till och med tisdag 10 mars" in page
    assert related.other_id == anna
    assert (on_the_way, last_minute) == (200, 200)
    assert annas_phone.get("/hem/").status_code == 403
    assert "Får inte läsa" in karins_phone.get("/mina-uppgifter/").text


def test_somebody_without_an_identity_is_a_contact_only(
    karins_phone: Client, karin: UUID
) -> None:
    page = added(karins_phone, number="", mandate="none", last_day="")

    assert "Kontakt. Kan inte logga in här" in page
    assert "070-174 06 22" in page
    related = RelatedPerson.objects.get(person_id=karin)
    assert (related.other_id, related.may_read) == (None, False)
    assert related.relation == "systerdotter"


def test_a_contact_is_not_let_in_and_must_be_reached(karins_phone: Client) -> None:
    let_in = added(karins_phone, number="")
    unreachable = added(karins_phone, number="", phone="", mandate="none")

    assert "kan inte logga in här och är bara en kontakt" in let_in
    assert "Skriv ett nummer, så att vi kan nå personen" in unreachable
    assert not RelatedPerson.objects.exists()


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ({"name": "Eva Lund"}, UNKNOWN),
        ({"name": "Holm"}, UNKNOWN),
        ({"number": "19720303-9800"}, UNKNOWN),
        ({"number": "19910305-9806"}, "den sista siffran stämmer inte"),
        ({"number": "19430214-9804", "name": "Karin Holm"}, "personens eget"),
        ({"last_day": "2026-03-03"}, "Den sista dagen har redan varit"),
    ],
)
def test_what_does_not_fit_together_is_said(
    karins_phone: Client, anna: UUID, said: dict[str, str], answer: str
) -> None:
    page = added(karins_phone, **said)

    assert answer in page
    assert not RelatedPerson.objects.exists()


def test_somebody_protected_is_told_of_to_nobody(
    karins_phone: Client, anna: UUID
) -> None:
    people.set_protection(person_id=anna, protection=Protection.CONFIDENTIALITY_MARK)

    assert UNKNOWN in added(karins_phone)


def test_nobody_stands_there_twice(karins_phone: Client, anna: UUID) -> None:
    added(karins_phone)

    assert "kan bara stå här en gång" in added(karins_phone)


def test_she_changes_the_number_and_takes_her_away_at_once(
    karins_phone: Client, signed_in: SignIn, karin: UUID, anna: UUID
) -> None:
    added(karins_phone)
    related = RelatedPerson.objects.get(person_id=karin).pk
    address = f"/mina-uppgifter/narstaende/{related}/"
    changed = karins_phone.post(
        f"{address}uppgifter/",
        {"name": "Någon annan", "relation": "vän", "phone": "070-174 06 23"},
        follow=True,
    ).text
    annas_phone = signed_in(actor.relative(karin, related))
    before = annas_phone.get("/hem/").status_code
    after = karins_phone.post(f"{address}ta-bort/", follow=True).text

    assert "070-174 06 23" in changed
    assert "Någon annan" not in changed
    assert before == 200
    assert annas_phone.get("/hem/").status_code == 403
    assert "Anna Holm är borttagen" in after
    assert "Ingen närstående är antecknad här." in after
    assert ChangeEntry.objects.filter(object_id=related).count() == 4


def test_who_cannot_take_a_stand_gives_no_mandate(
    karins_phone: Client, karin: UUID, anna: UUID, eva: Close
) -> None:
    people.note_capacity(person_id=karin, lacks_capacity=True)

    refused = added(karins_phone)
    karins_phone.post(f"/mina-uppgifter/narstaende/{eva.related}/", {"mandate": "none"})

    assert "inte själv kan ta ställning" in refused
    assert not RelatedPerson.objects.get(pk=eva.related).may_read


def test_a_relative_names_nobody(
    signed_in: SignIn, karin: UUID, eva: Close, anna: UUID
) -> None:
    phone = signed_in(actor.relative(karin, eva.related))

    assert phone.get("/mina-uppgifter/narstaende/").status_code == 403
    assert phone.post("/mina-uppgifter/narstaende/", ANNA).status_code == 403
    assert not RelatedPerson.objects.filter(other_id=anna).exists()


def test_a_trustee_is_not_hers_to_take_away(
    karins_phone: Client, karin: UUID, house: House
) -> None:
    trustee = people.add_related(
        person_id=karin,
        name="Per Lund",
        kind="trustee",
        relation="god man",
        valid_from=at("2026-01-01 12:00").date(),
    )

    answer = karins_phone.post(f"/mina-uppgifter/narstaende/{trustee}/ta-bort/")

    assert answer.status_code == 404
    assert "Per Lund" in karins_phone.get("/mina-uppgifter/").text
