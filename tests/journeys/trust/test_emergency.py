"""Karin blocks the ward; another ward reads in an emergency, step by step."""

import re
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import Traveller

from naravard.access.models import AccessLogEntry, Emergency
from naravard.people.models import CareUnit
from tests.house import House, at
from tests.integration.discharge.steps import admitted
from tests.journeys.trust.conftest import SignIn

DANGER = {"reason": "Medvetslös efter fall, behöver opereras.", "cannot_ask": "on"}
REASON = {"reason": "Kallad på konsult."}


def block_ward(phone: Client, house: House) -> None:
    """Karin closes what the medical ward has written, on her own page."""
    ward = CareUnit.objects.get(pk=house.ward)
    phone.post("/samtycke/sparr/", {"what": f"{ward.organisation_id} {ward.pk}"})


def block_region(phone: Client, house: House) -> None:
    """Karin closes what the whole region has written."""
    ward = CareUnit.objects.get(pk=house.ward)
    phone.post("/samtycke/sparr/", {"what": str(ward.organisation_id)})


def emergency_of(page: str) -> UUID:
    """The emergency that a page goes on with."""
    found = re.search(r"nodlage/([0-9a-f-]{36})/", page)
    assert found
    return UUID(found.group(1))


@pytest.fixture
def person(karin: UUID) -> str:
    return reverse("staff:person", args=[karin])


@pytest.fixture
def danger(karin: UUID) -> str:
    return reverse("staff:emergency", args=[karin])


def test_block_refuses_another_ward_with_rule_and_remedy(
    sign_in: SignIn, house: House, in_hospital: UUID, person: str, karins_phone: Client
) -> None:
    block_ward(karins_phone, house)

    refused = sign_in(house.psychiatrist).post(person, REASON)

    assert refused.status_code == 403
    assert "PDL 4 kap. 4 §" in refused.text
    assert "Fråga personen" in refused.text
    assert "Det är ett nödläge" in refused.text
    assert "Karin" not in refused.text


def test_the_ward_itself_reads_what_it_wrote(
    sign_in: SignIn, house: House, in_hospital: UUID, person: str, karins_phone: Client
) -> None:
    block_ward(karins_phone, house)

    page = sign_in(house.ward_nurse).get(person)

    assert page.status_code == 200


def test_emergency_shows_who_then_opens_for_four_hours(
    sign_in: SignIn,
    house: House,
    karin: UUID,
    in_hospital: UUID,
    person: str,
    danger: str,
    karins_phone: Client,
    clock: Traveller,
) -> None:
    block_ward(karins_phone, house)
    bo = sign_in(house.psychiatrist)

    seen = bo.post(danger, DANGER)
    still_closed = bo.get(person)
    opening = reverse("staff:emergency_open", args=[karin, emergency_of(seen.text)])
    opened = bo.post(opening, follow=True)
    clock.move_to(at("2026-03-02 15:59"), tick=False)
    within = bo.get(person)
    clock.move_to(at("2026-03-02 16:01"), tick=False)
    after = bo.get(person)

    assert "Medicin" in seen.text
    assert "Karin" not in seen.text
    assert still_closed.status_code == 403
    assert "Du läser i ett nödläge" in opened.text
    assert "Karin Holm" in opened.text
    assert within.status_code == 200
    assert after.status_code == 403


def test_every_step_is_kept_with_its_reason_for_review(
    sign_in: SignIn,
    house: House,
    karin: UUID,
    in_hospital: UUID,
    danger: str,
    karins_phone: Client,
) -> None:
    block_ward(karins_phone, house)
    bo = sign_in(house.psychiatrist)

    seen = bo.post(danger, DANGER)
    bo.post(reverse("staff:emergency_open", args=[karin, emergency_of(seen.text)]))

    rows = AccessLogEntry.objects.filter(reason=DANGER["reason"], review=True)
    grounds = list(rows.order_by("id").values_list("ground", flat=True))
    assert grounds == ["R-BLOCKER", "R-LIFTED"]
    assert Emergency.objects.get().opened_at == at("2026-03-02 12:00")


def test_the_person_reads_of_it_on_her_page(
    sign_in: SignIn,
    house: House,
    karin: UUID,
    in_hospital: UUID,
    danger: str,
    karins_phone: Client,
) -> None:
    block_ward(karins_phone, house)
    bo = sign_in(house.psychiatrist)
    seen = bo.post(danger, DANGER)
    bo.post(reverse("staff:emergency_open", args=[karin, emergency_of(seen.text)]))

    page = karins_phone.get("/vem-har-last/").text

    assert "Bo Ek" in page
    assert "Din spärr bröts" in page
    assert "Medvetslös efter fall" in page


def test_emergency_is_ended_by_the_one_who_began_it(
    sign_in: SignIn,
    house: House,
    karin: UUID,
    in_hospital: UUID,
    person: str,
    danger: str,
    karins_phone: Client,
) -> None:
    block_ward(karins_phone, house)
    bo = sign_in(house.psychiatrist)
    seen = bo.post(danger, DANGER)
    bo.post(reverse("staff:emergency_open", args=[karin, emergency_of(seen.text)]))

    bo.post(reverse("staff:emergency_end", args=[karin]))

    assert bo.get(person).status_code == 403


def test_a_colleague_does_not_read_in_somebody_elses_emergency(
    sign_in: SignIn,
    house: House,
    karin: UUID,
    in_hospital: UUID,
    danger: str,
    karins_phone: Client,
) -> None:
    block_ward(karins_phone, house)
    seen = sign_in(house.psychiatrist).post(danger, DANGER)
    opening = reverse("staff:emergency_open", args=[karin, emergency_of(seen.text)])

    answer = sign_in(house.head_of_centre).post(opening)

    assert answer.status_code == 422
    assert "Nödläget är avslutat, eller har inte börjat." in answer.text


def test_danger_must_be_said_and_the_person_unable_to_answer(
    sign_in: SignIn, house: House, in_hospital: UUID, danger: str, karins_phone: Client
) -> None:
    block_ward(karins_phone, house)

    silent = sign_in(house.psychiatrist).post(danger, {"reason": ""})

    assert silent.status_code == 422
    assert "Skriv varför" in silent.text
    assert not Emergency.objects.exists()


def test_another_providers_block_is_seen_and_asked_about_but_never_opened(
    sign_in: SignIn,
    house: House,
    karin: UUID,
    person: str,
    danger: str,
    karins_phone: Client,
) -> None:
    admitted(house, karin)
    block_region(karins_phone, house)
    jonas = sign_in(house.municipal_nurse)

    seen = jonas.post(danger, DANGER)
    emergency = emergency_of(seen.text)
    forced = jonas.post(reverse("staff:emergency_open", args=[karin, emergency]))
    asked = jonas.post(
        reverse("staff:emergency_ask", args=[karin, emergency]), follow=True
    )

    assert "Ingen annan kan öppna det som en annan vårdgivare har spärrat" in seen.text
    assert forced.status_code == 403
    assert "Det är antecknat att du har bett dem häva" in asked.text
    assert AccessLogEntry.objects.filter(action="ask_to_lift", review=True).exists()
    assert Emergency.objects.get().opened_at is None


def test_a_nurse_of_the_municipality_opens_what_nobody_has_blocked(
    sign_in: SignIn, house: House, karin: UUID, person: str, danger: str
) -> None:
    admitted(house, karin)
    jonas = sign_in(house.municipal_nurse)

    refused = jonas.get(person)
    seen = jonas.post(danger, DANGER)
    opened = jonas.post(
        reverse("staff:emergency_open", args=[karin, emergency_of(seen.text)]),
        follow=True,
    )

    assert "SVOD 3 kap. 1 §" in refused.text
    assert "Anteckna vad personen säger" in refused.text
    assert "De här har uppgifter om personen" in seen.text
    assert "Medicin" in seen.text
    assert "Du läser i ett nödläge" in opened.text
    assert AccessLogEntry.objects.filter(ground="R-EMERGENCY", review=True).exists()


def test_social_care_is_offered_no_emergency(
    sign_in: SignIn, house: House, in_hospital: UUID, person: str, danger: str
) -> None:
    tove = sign_in(house.stranger)

    refused = tove.get(person)
    tried = tove.post(danger, DANGER)

    assert "Det är ett nödläge" not in refused.text
    assert tried.status_code == 403
    assert "Omsorgen kan inte nödöppna" in tried.text
