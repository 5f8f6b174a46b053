"""What is said to a provider: discovery, keys, code for tokens, and userinfo."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc7523 import PrivateKeyJWT
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from requests import RequestException, Response, Session

from naravard.web.signin.provider import Provider
from naravard.web.signin.refusals import AnswerNotTrusted, Fault, ProviderDidNotAnswer

TIMEOUT_SECONDS = 8
WELL_KNOWN = "/.well-known/openid-configuration"
# How long what a provider says of itself is believed, and how soon an unknown key
# may make us ask again: nobody can make us call it for every forged token.
KEPT_FOR = timedelta(minutes=10)
ASKED_AGAIN_AFTER = timedelta(seconds=10)
SIGNING = "sig"
SYMMETRIC = "oct"


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoints:
    """What a provider says of itself; those it lacks are empty."""

    authorization: str
    token: str
    keys: str
    userinfo: str
    end_session: str
    names_itself: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What has been learnt of a provider, and when."""

    endpoints: Endpoints
    keys: KeySet
    learnt_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """What a code was exchanged for."""

    id_token: str
    access_token: str


class Connection:
    """One provider as this process knows it; shared by its threads."""

    def __init__(self, provider: Provider) -> None:
        """Know nothing yet: the provider may be down when we start."""
        self.provider = provider
        self._known: Known | None = None
        self._lock = Lock()

    def endpoints(self, now: datetime) -> Endpoints:
        """Where to ask what. Raises ProviderDidNotAnswer."""
        return self._learnt(now, KEPT_FOR).endpoints

    def keys(self, now: datetime) -> KeySet:
        """The keys the provider signs with today. Raises ProviderDidNotAnswer."""
        return self._learnt(now, KEPT_FOR).keys

    def newer_keys(self, now: datetime) -> KeySet:
        """The keys once more, since one we do not know was used (key rotation)."""
        return self._learnt(now, ASKED_AGAIN_AFTER).keys

    def authorization_address(
        self, *, now: datetime, redirect: str, verifier: str, asked: Mapping[str, str]
    ) -> str:
        """Where to send the browser: code flow with PKCE (RFC 7636)."""
        with self._session(redirect) as session:
            address, _ = session.create_authorization_url(
                self.endpoints(now).authorization, code_verifier=verifier, **asked
            )
        return str(address)

    def exchange(
        self, *, now: datetime, code: str, redirect: str, verifier: str
    ) -> Tokens:
        """The tokens for a code. Raises AnswerNotTrusted when the code is refused."""
        endpoint = self.endpoints(now).token
        try:
            with self._session(redirect, endpoint) as session:
                answer = session.fetch_token(
                    endpoint,
                    grant_type="authorization_code",
                    code=code,
                    code_verifier=verifier,
                    timeout=TIMEOUT_SECONDS,
                    allow_redirects=False,
                )
        except OAuthError as refusal:
            raise AnswerNotTrusted(Fault.CODE) from refusal
        except (RequestException, ValueError) as problem:
            raise ProviderDidNotAnswer from problem
        return Tokens(
            id_token=str(answer.get("id_token", "")),
            access_token=str(answer.get("access_token", "")),
        )

    def userinfo(self, *, now: datetime, access_token: str) -> Mapping[str, Any]:
        """What the provider tells beside the ID token; empty when it has no such."""
        endpoint = self.endpoints(now).userinfo
        if not endpoint or not access_token:
            return {}
        return _asked(endpoint, {"Authorization": f"Bearer {access_token}"})

    def _learnt(self, now: datetime, no_older_than: timedelta) -> Known:
        with self._lock:
            known = self._known
            if known is None or now - known.learnt_at > no_older_than:
                known = self._known = _learn(self.provider, now)
            return known

    def _session(self, redirect: str, endpoint: str = "") -> OAuth2Session:
        provider = self.provider
        method = "client_secret_basic" if provider.secret else "private_key_jwt"
        session = OAuth2Session(
            client_id=provider.client_id,
            client_secret=provider.secret or provider.private_key,
            token_endpoint_auth_method=method,
            scope=" ".join(provider.scopes),
            redirect_uri=redirect,
            code_challenge_method="S256",
        )
        session.register_client_auth_method(PrivateKeyJWT(endpoint))
        return session


@cache
def connection_to(provider: Provider) -> Connection:
    """The connection to a provider, one for each process."""
    return Connection(provider)


def _learn(provider: Provider, now: datetime) -> Known:
    """Ask the provider what it is (OpenID Connect Discovery 1.0, section 4)."""
    told = _asked(provider.issuer.rstrip("/") + WELL_KNOWN, {})
    if told.get("issuer") != provider.issuer:
        raise AnswerNotTrusted(Fault.ISSUER)
    endpoints = Endpoints(
        authorization=_address(told, "authorization_endpoint", provider),
        token=_address(told, "token_endpoint", provider),
        keys=_address(told, "jwks_uri", provider),
        userinfo=_address(told, "userinfo_endpoint", provider),
        end_session=_address(told, "end_session_endpoint", provider),
        names_itself=bool(told.get("authorization_response_iss_parameter_supported")),
    )
    return Known(
        endpoints=endpoints, keys=_keys(_asked(endpoints.keys, {})), learnt_at=now
    )


def _address(told: Mapping[str, Any], name: str, provider: Provider) -> str:
    """An endpoint, never over a weaker connection than the issuer's own."""
    address = str(told.get(name, ""))
    if address and urlsplit(address).scheme != urlsplit(provider.issuer).scheme:
        raise ProviderDidNotAnswer
    return address


def _keys(told: Mapping[str, Any]) -> KeySet:
    """The provider's public signing keys; a shared secret is never one of them."""
    public = [
        key
        for key in told.get("keys", ())
        if key.get("kty") != SYMMETRIC and key.get("use", SIGNING) == SIGNING
    ]
    try:
        return KeySet.import_key_set({"keys": public})
    except JoseError as problem:
        raise ProviderDidNotAnswer from problem


def _asked(address: str, headers: Mapping[str, str]) -> Mapping[str, Any]:
    try:
        with Session() as session:
            answer = session.get(
                address,
                headers=dict(headers),
                timeout=TIMEOUT_SECONDS,
                allow_redirects=False,
            )
        return _read(answer)
    except RequestException as problem:
        raise ProviderDidNotAnswer from problem


def _read(answer: Response) -> Mapping[str, Any]:
    """The JSON object of an answer. Raises ProviderDidNotAnswer for anything else."""
    answer.raise_for_status()
    told = answer.json()
    if answer.is_redirect or not isinstance(told, dict):
        raise ProviderDidNotAnswer
    return told
