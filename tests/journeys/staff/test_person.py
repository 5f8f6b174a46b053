"""Finding a person, opening her page with or without a relation, and her evidence."""

import logging
from uuid import UUID

import pytest
from django.urls import reverse
from time_machine import Traveller

from naravard.access.models import AccessLogEntry
from naravard.people.roles import Protection
from tests.house import House, at, register
from tests.integration.discharge.steps import called, notified, planned, ready
from tests.journeys.staff.conftest import SignIn
from tests.journeys.walking import numbers_in

pytestmark = pytest.mark.usefixtures("clock")


@pytest.mark.parametrize(
    "written", ["194302149804", "19430214-9804", "430214-9804", "4302149804"]
)
def test_person_is_found_by_her_number_in_any_form(
    sign_in: SignIn, house: House, karin: UUID, written: str
) -> None:
    page = sign_in(house.stranger).post(reverse("staff:search"), {"q": written})

    assert "Karin Holm" in page.text
    assert reverse("staff:person", args=[karin]) in page.text


def test_number_never_stands_in_an_address_or_in_the_log(
    sign_in: SignIn, house: House, karin: UUID, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    found = sign_in(house.stranger).post(
        reverse("staff:search"), {"q": "19430214-9804"}
    )

    assert found.status_code == 200
    assert "href" in found.text
    assert '9804"' not in found.text.replace('value="19430214-9804"', "")
    assert "4302149804" not in numbers_in(caplog.text)


def test_name_finds_only_those_the_unit_works_with(
    sign_in: SignIn, house: House, karin: UUID
) -> None:
    known = sign_in(house.head_of_centre).post(reverse("staff:search"), {"q": "hol ka"})
    unknown = sign_in(house.stranger).post(reverse("staff:search"), {"q": "Karin"})

    assert "Karin Holm" in known.text
    assert "Ingen hittades" in unknown.text


def test_number_that_cannot_be_one_says_how_to_write_it(
    sign_in: SignIn, house: House
) -> None:
    page = sign_in(house.stranger).post(reverse("staff:search"), {"q": "19430214-9805"})

    assert page.status_code == 422
    assert "Numret gick inte att läsa" in page.text


def test_protected_person_is_found_without_a_name(
    sign_in: SignIn, house: House
) -> None:
    register("Vera", "Sund", "195001309862", protection=Protection.CONFIDENTIALITY_MARK)

    page = sign_in(house.stranger).post(reverse("staff:search"), {"q": "195001309862"})

    assert "Skyddade personuppgifter" in page.text
    assert "Vera" not in page.text


def test_stranger_must_state_a_reason_that_is_kept_and_reviewed(
    sign_in: SignIn, house: House, karin: UUID
) -> None:
    bo = sign_in(house.psychiatrist)
    address = reverse("staff:person", args=[karin])

    closed = bo.get(address)
    empty = bo.post(address, {"reason": ""})
    opened = bo.post(address, {"reason": "Kallad på konsult."}, follow=True)

    assert closed.status_code == 403
    assert "Ange skäl och öppna" in closed.text
    assert "PDL 4 kap. 1 §" in closed.text
    assert "Karin" not in closed.text
    assert empty.status_code == 422
    assert "Karin Holm" in opened.text
    assert AccessLogEntry.objects.filter(
        review=True, reason="Kallad på konsult."
    ).exists()
    assert AccessLogEntry.objects.filter(allowed=False, subjects=[karin]).exists()


def test_reason_is_not_asked_where_no_reason_would_open(
    sign_in: SignIn, house: House, karin: UUID
) -> None:
    refused = sign_in(house.stranger).get(reverse("staff:person", args=[karin]))

    assert "Ange skäl och öppna" not in refused.text
    assert "Karin" not in refused.text
    assert AccessLogEntry.objects.filter(allowed=False, subjects=[karin]).exists()


def test_page_shows_who_is_around_her_and_who_does_what(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    ready(house, case_id)
    called(house, case_id)
    clock.move_to(at("2026-03-05 09:42"))

    page = sign_in(house.care_planner).get(reverse("staff:person", args=[karin])).text

    assert "Runt Karin Holm" in page
    assert 'href="tel:+46701740612"' in page
    assert "Svara på kallelsen till planeringsmöte" in page
    assert "Planeringsmöte" in page
    assert "Vem har läst" in page


@pytest.mark.parametrize(("period", "columns"), [("2", 14), ("5", 35), ("26", 182)])
def test_period_of_the_timeline_can_be_chosen(
    sign_in: SignIn,
    house: House,
    karin: UUID,
    clock: Traveller,
    period: str,
    columns: int,
) -> None:
    notified(house, karin)
    clock.move_to(at("2026-03-02 12:00"))

    page = sign_in(house.care_planner).get(
        reverse("staff:person", args=[karin]), {"period": period}
    )

    assert f"--dagar:{columns}" in page.text


def test_person_without_a_stay_has_a_page_that_says_so(
    sign_in: SignIn, house: House, karin: UUID
) -> None:
    page = sign_in(house.head_of_centre).get(reverse("staff:person", args=[karin]))

    assert "Inget vårdtillfälle i Nära" in page.text


def test_person_cannot_be_admitted_twice(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    notified(house, karin)
    clock.move_to(at("2026-03-02 12:00"))
    ward = sign_in(house.ward_nurse)

    page = ward.get(reverse("staff:person", args=[karin])).text
    refused = ward.post(
        reverse("staff:admit", args=[karin]),
        {"request_id": "44444444-4444-4444-8444-444444444444", "care": "somatic"},
    )

    assert "Skriv in på vår avdelning" not in page
    assert refused.status_code == 422
    assert "Personen är redan inskriven" in refused.text


def test_only_a_ward_admits(sign_in: SignIn, house: House, karin: UUID) -> None:
    refused = sign_in(house.head_of_centre).get(reverse("staff:admit", args=[karin]))

    assert refused.status_code in {403, 422}
    assert "vårdavdelning" in refused.text


def test_evidence_says_why_and_what_is_not_verified(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = planned(house, karin)
    ready(house, case_id)
    clock.move_to(at("2026-03-10 09:00"))

    page = sign_in(house.care_planner).get(reverse("staff:evidence", args=[case_id]))

    assert "Regionen förlorar rätten till betalning" in page.text
    assert "LUS 5 kap. 3 §" in page.text
    assert "Inskrivningsmeddelande skickat" in page.text


def test_case_is_closed_to_a_unit_that_takes_no_part(
    sign_in: SignIn, house: House, karin: UUID, clock: Traveller
) -> None:
    case_id = notified(house, karin)
    clock.move_to(at("2026-03-02 12:00"))

    refused = sign_in(house.stranger).get(reverse("staff:case", args=[case_id]))

    assert refused.status_code in {403, 404, 422}
    assert "Karin" not in refused.text
