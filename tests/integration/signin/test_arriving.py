"""Those a provider vouches for come in as themselves, under one assignment."""

import logging
from datetime import date, timedelta

import pytest
from django.test import Client
from joserfc.jwk import RSAKey

from naravard.core import clock
from naravard.people import services as people
from naravard.people.models import Assignment
from naravard.people.roles import Role
from naravard.web.actor import inhabitant, staff
from naravard.web.signin.client import connection_to
from naravard.web.signin.models import SignedInSession
from naravard.web.signin.provider import Provider, Who, providers_in
from tests.house import BEFORE, House
from tests.integration.signin.conftest import KARINS_NUMBER, hsa_id_of
from tests.openid import (
    INHABITANT,
    NUMBER,
    STAFF,
    OpenIdProvider,
    Visitor,
    asked_in,
)


@pytest.fixture
def two_assignments(house: House) -> House:
    """Ali works at the other ward too."""
    people.assign(
        professional_id=house.ward_nurse.professional_id,
        unit_id=house.other_ward,
        role=Role.WARD_NURSE,
        valid_from=BEFORE,
    )
    return house


def yesterday() -> date:
    return clock.day_of(clock.now()) - timedelta(days=1)


def test_staff_come_in_under_their_assignment(visitor: Visitor, house: House) -> None:
    answer = visitor.sign_in(STAFF, "ali")

    assert answer.url == "/min-dag/"
    assert visitor.client.session["actor"] == staff(house.ward_nurse.assignment_id)
    assert "Ali Rahimi" in visitor.client.get("/min-dag/").text


def test_an_inhabitant_comes_in_as_herself(visitor: Visitor, karin) -> None:
    answer = visitor.sign_in(INHABITANT, "karin")

    assert answer.url == "/hem/"
    assert visitor.client.session["actor"] == inhabitant(karin)
    assert "Hej Karin!" in visitor.client.get("/hem/").text


def test_one_comes_to_the_page_one_wanted(visitor: Visitor) -> None:
    answer = visitor.sign_in(f"{STAFF}?next=/utskrivningar/", "ali")

    assert answer.url == "/utskrivningar/"


def test_the_provider_is_asked_for_two_factors_and_a_proof_key(
    visitor: Visitor,
) -> None:
    asked = asked_in(visitor.client.get(STAFF).url)

    assert "loa3" in asked["acr_values"]
    assert asked["code_challenge_method"] == "S256"
    assert asked["response_type"] == "code"
    assert len(asked["state"]) >= 43
    assert len(asked["nonce"]) >= 43


def test_with_several_assignments_one_is_chosen(
    visitor: Visitor, two_assignments: House
) -> None:
    page = visitor.client.get(visitor.sign_in(STAFF, "ali").url)
    other = Assignment.objects.get(
        unit_id=two_assignments.other_ward, role="ward_nurse"
    )

    answer = visitor.client.post("/logga-in/uppdrag/", {"assignment": str(other.pk)})

    assert "Välj uppdrag" in page.text
    assert answer.url == "/min-dag/"
    assert visitor.client.session["actor"] == staff(other.pk)


def test_before_the_choice_nothing_is_open(
    visitor: Visitor, two_assignments: House
) -> None:
    visitor.sign_in(STAFF, "ali")

    assert visitor.client.get("/min-dag/").url.startswith("/logga-in/")


def test_nobody_chooses_the_assignment_of_another(
    visitor: Visitor, two_assignments: House
) -> None:
    visitor.sign_in(STAFF, "ali")
    chosen = str(two_assignments.physician.assignment_id)

    answer = visitor.client.post("/logga-in/uppdrag/", {"assignment": chosen})

    assert answer.status_code == 422
    assert not visitor.is_signed_in()


def test_the_unit_the_provider_names_settles_the_assignment(
    visitor: Visitor, provider: OpenIdProvider, two_assignments: House
) -> None:
    here = Assignment.objects.get(pk=two_assignments.ward_nurse.assignment_id)
    provider.knows(
        "ali",
        employeeHsaId=hsa_id_of(two_assignments.ward_nurse.professional_id),
        healthCareUnitHsaId=here.unit.hsa_id.lower().replace("se", "SE", 1),
    )

    answer = visitor.sign_in(STAFF, "ali")

    assert answer.url == "/min-dag/"
    assert visitor.client.session["actor"] == staff(here.pk)


def test_staff_without_assignment_are_told_whom_to_ask(
    visitor: Visitor, house: House
) -> None:
    Assignment.objects.filter(pk=house.ward_nurse.assignment_id).update(
        valid_to=yesterday()
    )

    answer = visitor.sign_in(STAFF, "ali")

    assert answer.status_code == 403
    assert "Du har inget uppdrag i Nära" in answer.text
    assert "Be din chef" in answer.text
    assert not visitor.is_signed_in()


def test_somebody_unknown_is_told_whom_to_call(
    visitor: Visitor, provider: OpenIdProvider
) -> None:
    provider.knows("anna", **{NUMBER: "197006129808"})

    answer = visitor.sign_in(INHABITANT, "anna")

    assert answer.status_code == 403
    assert "Vi hittar inte dina uppgifter" in answer.text
    assert "9808" not in answer.text


@pytest.mark.parametrize("number", ["inget", "194302149805", ""])
def test_a_number_that_cannot_be_is_refused_without_being_repeated(
    number: str, visitor: Visitor, provider: OpenIdProvider
) -> None:
    provider.knows("karin", **{NUMBER: number})

    answer = visitor.sign_in(INHABITANT, "karin")

    assert answer.status_code == 403
    assert "9805" not in answer.text
    assert not visitor.is_signed_in()


def test_staff_do_not_come_in_by_the_inhabitants_door(visitor: Visitor) -> None:
    answer = visitor.sign_in(INHABITANT, "ali")

    assert answer.status_code == 403
    assert "sa inte vem du är" in answer.text


def test_one_who_stops_is_told_that_nothing_happened(visitor: Visitor) -> None:
    answer = visitor.cancel(STAFF)

    assert "Du avbröt inloggningen" in answer.text
    assert not visitor.is_signed_in()


def test_what_the_token_lacks_is_asked_for(
    visitor: Visitor, provider: OpenIdProvider, karin
) -> None:
    provider.tell("silent", silent=True)

    visitor.sign_in(INHABITANT, "karin")

    assert visitor.client.session["actor"] == inhabitant(karin)


def test_no_number_is_in_an_address_a_log_or_the_session(
    visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    address = visitor.vouched_for(INHABITANT, "karin")
    visitor.client.get(address)
    visitor.client.get("/hem/")
    left = visitor.client.post("/logga-ut/")

    assert KARINS_NUMBER not in address
    assert KARINS_NUMBER not in caplog.text
    assert "id_token" not in left.headers["Refresh"]


def test_the_session_holds_no_name_the_provider_has_for_the_person(
    visitor: Visitor,
) -> None:
    visitor.sign_in(INHABITANT, "karin")
    row = SignedInSession.objects.get()
    kept = str(visitor.client.session["login"])

    assert KARINS_NUMBER not in str(dict(visitor.client.session))
    assert "karin" not in kept
    assert len(row.identity) == 64
    assert len(row.provider_session) == 64


def test_a_session_begun_before_sign_in_is_not_the_one_after(visitor: Visitor) -> None:
    visitor.client.get(STAFF)
    before = visitor.client.session.session_key

    visitor.sign_in(STAFF, "ali")

    assert visitor.client.session.session_key != before


@pytest.mark.parametrize("keep", [True, False])
def test_keys_may_change_while_we_run(
    keep: bool, visitor: Visitor, provider: OpenIdProvider, monkeypatch
) -> None:
    monkeypatch.setattr("naravard.web.signin.client.ASKED_AGAIN_AFTER", timedelta(0))
    visitor.sign_in(STAFF, "ali")
    provider.tell("rotate", name=f"next-{keep}", keep=keep)

    again = Visitor()
    again.sign_in(STAFF, "ali")

    assert again.is_signed_in()


def test_forged_key_names_do_not_make_us_ask_for_keys_without_end(
    visitor: Visitor, provider: OpenIdProvider, settings
) -> None:
    forged = {"signed": "by a stranger", "header": {"kid": "unheard-of"}}
    connection = connection_to(settings.SIGNIN_PROVIDERS[0])
    visitor.client.get(STAFF)
    before = connection.keys(clock.now())
    provider.forge(**forged)

    visitor.sign_in(STAFF, "ali")

    assert connection.keys(clock.now()) is before


def test_we_may_prove_who_we_are_with_a_key_of_our_own(
    provider: OpenIdProvider, settings, tmp_path
) -> None:
    key = RSAKey.generate_key(2048)
    path = tmp_path / "nara.pem"
    path.write_bytes(key.as_pem(private=True))
    proof = {
        "token_endpoint_auth_method": "private_key_jwt",
        "jwks": {"keys": [key.as_dict(private=False)]},
    }
    settings.SIGNIN_PROVIDERS = (
        provider.connected(Who.STAFF, proof=proof, CLIENT_KEY_FILE=str(path)),
    )
    visitor = Visitor()

    visitor.sign_in(STAFF, "ali")

    assert visitor.is_signed_in()


def test_a_provider_that_is_down_is_told_calmly(client: Client, db, settings) -> None:
    settings.SIGNIN_PROVIDERS = (nowhere(),)

    answer = client.get(STAFF)

    assert answer.status_code == 422
    assert "Inloggningstjänsten svarar inte" in answer.text


def nowhere() -> Provider:
    (provider,) = providers_in(
        {
            f"NARAVARD_{Who.STAFF.upper()}_ISSUER": "http://127.0.0.1:9",
            f"NARAVARD_{Who.STAFF.upper()}_CLIENT_ID": "nara",
            f"NARAVARD_{Who.STAFF.upper()}_CLIENT_SECRET": "hemligt",
        },
        in_operation=False,
    )
    return provider
