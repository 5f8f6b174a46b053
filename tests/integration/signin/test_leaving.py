"""Leaving here is leaving the provider, and leaving the provider is leaving here."""

from datetime import timedelta

import pytest
import requests
from django.test import Client
from pytest_django.fixtures import Settings

from naravard.core import clock
from naravard.web.signin.models import SignedInSession
from naravard.web.signin.provider import Who
from naravard.web.signin.refusals import Fault
from tests.openid import SECONDS, STAFF, OpenIdProvider, Visitor, asked_in

NOW = int(clock.now().timestamp())
EVENT = {"http://schemas.openid.net/event/backchannel-logout": {}}
ADDRESS = "/logga-ut/fran-tjansten/"


@pytest.fixture
def ali(visitor: Visitor) -> Visitor:
    visitor.sign_in(STAFF, "ali")
    return visitor


@pytest.fixture
def logout(provider: OpenIdProvider, settings: Settings):
    """What the provider says when Ali has left it; a test may change or leave out."""
    honest = {
        "iss": provider.issuer,
        "aud": settings.SIGNIN_PROVIDERS[0].client_id,
        "iat": NOW,
        "exp": NOW + 120,
        "jti": "one-of-a-kind",
        "sub": "ali",
        "events": EVENT,
    }

    def say(**changed: object) -> str:
        told = {**honest, **changed}
        claims = {name: each for name, each in told.items() if each is not None}
        return provider.tell("logout-token", claims=claims)["token"]

    return say


def test_signing_out_leads_to_the_provider(ali: Visitor, settings: Settings) -> None:
    answer = ali.client.post("/logga-ut/")
    address = answer.headers["Refresh"].removeprefix("0; url=")

    assert asked_in(address)["client_id"] == settings.SIGNIN_PROVIDERS[0].client_id
    assert asked_in(address)["post_logout_redirect_uri"].endswith("/logga-ut/klart/")
    assert not ali.is_signed_in()


def test_the_provider_knows_the_address_we_lead_to(ali: Visitor) -> None:
    address = ali.client.post("/logga-ut/").headers["Refresh"].removeprefix("0; url=")

    answer = ali.browser.get(address, timeout=SECONDS)

    assert answer.status_code == 200
    assert "Logga ut överallt" in answer.text


def test_signing_out_ends_the_session_on_the_server(ali: Visitor) -> None:
    cookie = ali.client.cookies["sessionid"].value

    ali.client.post("/logga-ut/")

    assert not SignedInSession.objects.filter(pk=cookie).exists()


def test_signing_out_works_when_the_provider_is_down(
    ali: Visitor, settings: Settings
) -> None:
    settings.SIGNIN_PROVIDERS = ()

    assert ali.client.post("/logga-ut/").url == "/"
    assert "utloggad" in ali.client.get("/logga-ut/klart/").text


def test_who_leaves_the_provider_leaves_us(ali: Visitor, logout) -> None:
    answer = Client().post(ADDRESS, {"logout_token": logout()})

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert not ali.is_signed_in()


def test_only_the_one_who_leaves_is_signed_out(ali: Visitor, logout) -> None:
    ingrid = Visitor()
    ingrid.sign_in(STAFF, "ingrid")

    Client().post(ADDRESS, {"logout_token": logout()})

    assert ingrid.is_signed_in()


def test_one_of_the_providers_sessions_can_be_ended_alone(ali: Visitor, logout) -> None:
    Client().post(ADDRESS, {"logout_token": logout(sid="another-session")})

    assert ali.is_signed_in()


def test_a_locked_session_is_ended_too(ali: Visitor, logout) -> None:
    ali.was_seen(timedelta(hours=1))
    ali.client.get("/utskrivningar/")

    Client().post(ADDRESS, {"logout_token": logout()})

    assert "locked" not in ali.client.session


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"iss": "https://ond.example"}, Fault.ISSUER),
        ({"aud": "another-service"}, Fault.AUDIENCE),
        ({"exp": NOW - 3600}, Fault.EXPIRED),
        ({"exp": None}, Fault.EXPIRED),
        ({"iat": NOW + 3600}, Fault.ISSUED_IN_FUTURE),
        ({"jti": None}, Fault.MALFORMED),
        ({"events": None}, Fault.NOT_A_LOGOUT),
        ({"events": {"something": {}}}, Fault.NOT_A_LOGOUT),
        ({"nonce": "as in an ID token"}, Fault.NOT_A_LOGOUT),
        ({"sub": None}, Fault.SUBJECT),
    ],
)
def test_a_forged_logout_is_refused(
    changed: dict[str, object],
    fault: Fault,
    ali: Visitor,
    logout,
    settings: Settings,
    caplog: pytest.LogCaptureFixture,
) -> None:
    settings.SIGNIN_PROVIDERS = settings.SIGNIN_PROVIDERS[:1]

    answer = Client().post(ADDRESS, {"logout_token": logout(**changed)})

    assert answer.status_code == 400
    assert f"logout refused: {fault}" in caplog.text
    assert ali.is_signed_in()


@pytest.mark.parametrize("token", ["", "inte.ett.bevis", "eyJhbGciOiJub25lIn0.e30."])
def test_a_logout_that_is_no_token_is_refused(token: str, ali: Visitor) -> None:
    answer = Client().post(ADDRESS, {"logout_token": token})

    assert answer.status_code == 400
    assert ali.is_signed_in()


def test_a_logout_is_taken_from_a_machine_without_our_form(
    ali: Visitor, logout
) -> None:
    machine = Client(enforce_csrf_checks=True)

    assert machine.post(ADDRESS, {"logout_token": logout()}).status_code == 200


def test_a_provider_tells_us_by_itself(
    openid: OpenIdProvider, settings: Settings, live_server, real_house
) -> None:
    connected = openid.connected(Who.STAFF, base=live_server.url)
    settings.SIGNIN_PROVIDERS = (connected,)
    browser = requests.Session()
    at_provider = browser.get(f"{live_server.url}{STAFF}", timeout=SECONDS)
    browser.post(
        at_provider.url,
        data={"name": "ali", "acr": connected.levels[0]},
        timeout=SECONDS,
    )
    before = browser.get(f"{live_server.url}/min-dag/", timeout=SECONDS).url
    asking = browser.get(f"{openid.issuer}/session/end", timeout=SECONDS)
    browser.post(
        f"{openid.issuer}/session/end/confirm",
        data={"xsrf": secret_in(asking.text), "logout": "yes"},
        timeout=SECONDS,
    )

    after = browser.get(f"{live_server.url}/min-dag/", timeout=SECONDS).url

    assert before.endswith("/min-dag/")
    assert "/logga-in/" in after


def secret_in(page: str) -> str:
    """The value of the form's hidden field that proves it is the provider's own."""
    return page.split('name="xsrf" value="')[1].split('"', maxsplit=1)[0]
