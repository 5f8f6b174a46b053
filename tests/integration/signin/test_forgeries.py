"""Every false answer is refused, and the log says in which way it was false."""

import pytest

from naravard.core import clock
from naravard.web.signin.provider import Who
from naravard.web.signin.refusals import Fault
from tests.openid import LEVEL_2, STAFF, OpenIdProvider, Visitor, asked_in

NOW = int(clock.now().timestamp())
HOUR = 3600
SOMEBODY_ELSE = {"employeeHsaId": "SE2321999999-chefen"}

FORGERIES = {
    "alg none": (
        {"signed": "not", "header": {"alg": "none"}},
        Fault.ALGORITHM,
    ),
    "HS256 with the public key as secret": (
        {"signed": "with the public key", "header": {"alg": "HS256"}},
        Fault.ALGORITHM,
    ),
    "signed by a stranger under the provider's key name": (
        {"signed": "by a stranger", "claims": SOMEBODY_ELSE},
        Fault.SIGNATURE,
    ),
    "changed after it was signed": (
        {"signed": "before it was changed", "claims": SOMEBODY_ELSE},
        Fault.SIGNATURE,
    ),
    "signed by a key the provider does not publish": (
        {"signed": "by a stranger", "header": {"kid": "strangers"}},
        Fault.UNKNOWN_KEY,
    ),
    "no token at all": ({"token": "inte.ett.bevis"}, Fault.MALFORMED),
    "empty token": ({"token": ""}, Fault.MALFORMED),
    "wrong issuer": ({"claims": {"iss": "https://ond.example"}}, Fault.ISSUER),
    "wrong audience": ({"claims": {"aud": "another-service"}}, Fault.AUDIENCE),
    "for several, and not first for us": (
        {"claims": {"aud": ["another-service", "and-one-more"]}},
        Fault.AUDIENCE,
    ),
    "issued to another service": (
        {"claims": {"azp": "another-service"}},
        Fault.AUTHORIZED_PARTY,
    ),
    "expired": ({"claims": {"exp": NOW - HOUR}}, Fault.EXPIRED),
    "never expiring": ({"without": ["exp"]}, Fault.EXPIRED),
    "not yet valid": ({"claims": {"nbf": NOW + HOUR}}, Fault.NOT_YET_VALID),
    "issued in the future": ({"claims": {"iat": NOW + HOUR}}, Fault.ISSUED_IN_FUTURE),
    "about nobody": ({"without": ["sub"]}, Fault.SUBJECT),
    "nonce of another sign-in": ({"claims": {"nonce": "another"}}, Fault.NONCE),
    "without nonce": ({"without": ["nonce"]}, Fault.NONCE),
    "stale auth_time": ({"claims": {"auth_time": NOW - 11 * HOUR}}, Fault.AUTH_TIME),
    "without auth_time": ({"without": ["auth_time"]}, Fault.AUTH_TIME),
    "auth_time in words": ({"claims": {"auth_time": "just now"}}, Fault.AUTH_TIME),
    "for another access token": (
        {"claims": {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"}},
        Fault.ACCESS_TOKEN_HASH,
    ),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_token_is_refused(
    forgery: str,
    visitor: Visitor,
    provider: OpenIdProvider,
    caplog: pytest.LogCaptureFixture,
) -> None:
    how, fault = FORGERIES[forgery]
    provider.forge(**how)

    answer = visitor.sign_in(STAFF, "ali")

    assert answer.status_code == 422
    assert "Vi kunde inte lita på svaret" in answer.text
    assert f"sign-in refused: {fault}" in caplog.text
    assert not visitor.is_signed_in()


@pytest.mark.parametrize("level", [LEVEL_2, "", "http://id.elegnamnden.se/loa"])
def test_a_weak_or_missing_level_is_refused(
    level: str, visitor: Visitor, provider: OpenIdProvider
) -> None:
    provider.forge(claims={"acr": level})

    answer = visitor.sign_in(STAFF, "ali")

    assert answer.status_code == 403
    assert "inte tillräckligt säkert" in answer.text
    assert not visitor.is_signed_in()


def test_a_token_that_says_no_level_is_refused(
    visitor: Visitor, provider: OpenIdProvider
) -> None:
    provider.forge(without=["acr"])

    answer = visitor.sign_in(STAFF, "ali")

    assert "inte tillräckligt säkert" in answer.text
    assert not visitor.is_signed_in()


def test_one_factor_at_the_provider_itself_is_not_enough(visitor: Visitor) -> None:
    answer = visitor.sign_in(STAFF, "ali", level=LEVEL_2)

    assert answer.status_code == 403
    assert not visitor.is_signed_in()


def test_an_answer_cannot_be_played_again(
    visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    address = visitor.vouched_for(STAFF, "ali")
    visitor.client.get(address)
    visitor.client.post("/logga-ut/")

    again = visitor.client.get(address)

    assert again.status_code == 422
    assert f"sign-in refused: {Fault.STATE}" in caplog.text
    assert not visitor.is_signed_in()


def test_an_answer_cannot_be_given_to_another_browser(
    visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    address = visitor.vouched_for(STAFF, "ali")
    thief = Visitor()

    answer = thief.client.get(address)

    assert answer.status_code == 422
    assert f"sign-in refused: {Fault.STATE}" in caplog.text
    assert not thief.is_signed_in()


def test_a_stolen_code_is_worth_nothing_in_another_sign_in(
    visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    stolen = asked_in(visitor.vouched_for(STAFF, "ali"))["code"]
    thief = Visitor()
    own = asked_in(thief.vouched_for(STAFF, "ingrid"))

    answer = thief.client.get("/logga-in/klart/", {**own, "code": stolen})

    assert answer.status_code == 422
    assert f"sign-in refused: {Fault.CODE}" in caplog.text
    assert not thief.is_signed_in()


def test_an_answer_in_the_name_of_another_provider_is_refused(
    visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    answer = asked_in(visitor.vouched_for(STAFF, "ali"))

    response = visitor.client.get(
        "/logga-in/klart/", {**answer, "iss": "https://ond.example"}
    )

    assert response.status_code == 422
    assert f"sign-in refused: {Fault.ISSUER}" in caplog.text
    assert not visitor.is_signed_in()


def test_a_provider_that_does_not_say_its_name_is_refused(
    visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    answer = asked_in(visitor.vouched_for(STAFF, "ali"))
    del answer["iss"]

    visitor.client.get("/logga-in/klart/", answer)

    assert f"sign-in refused: {Fault.ISSUER}" in caplog.text
    assert not visitor.is_signed_in()


def test_a_provider_at_another_address_than_it_says_is_refused(
    provider: OpenIdProvider, settings, visitor: Visitor
) -> None:
    elsewhere = provider.issuer.replace("127.0.0.1", "localhost")
    settings.SIGNIN_PROVIDERS = (provider.connected(Who.STAFF, ISSUER=elsewhere),)

    answer = visitor.client.get(STAFF)

    assert answer.status_code == 422
    assert not visitor.is_signed_in()


def test_an_address_at_another_site_is_not_gone_to(visitor: Visitor) -> None:
    answer = visitor.sign_in(f"{STAFF}?next=https://ond.example/", "ali")

    assert answer.url == "/min-dag/"
