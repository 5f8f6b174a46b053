"""Whether a token is what it says: each check names the fault it stops.

OpenID Connect Core 1.0 section 3.1.3.7, and Back-Channel Logout 1.0 section 2.6.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from authlib.oauth2.claims import JWTClaims
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import (
    BadSignatureError,
    ExpiredTokenError,
    InvalidClaimError,
    InvalidKeyIdError,
    JoseError,
    MissingAlgorithmError,
    MissingClaimError,
    UnsupportedAlgorithmError,
)
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from naravard.web.signin.client import Connection
from naravard.web.signin.refusals import AnswerNotTrusted, Fault, LevelTooLow

# Signatures by a key only the provider holds: no `none`, nothing by a shared secret.
ALGORITHMS = (
    "RS256",
    "RS384",
    "RS512",
    "PS256",
    "PS384",
    "PS512",
    "ES256",
    "ES384",
    "ES512",
    "EdDSA",
)
CLOCK_SKEW = timedelta(seconds=60)
LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout"
CLAIM_FAULTS: Mapping[str, Fault] = {
    "iss": Fault.ISSUER,
    "aud": Fault.AUDIENCE,
    "azp": Fault.AUTHORIZED_PARTY,
    "exp": Fault.EXPIRED,
    "nbf": Fault.NOT_YET_VALID,
    "iat": Fault.ISSUED_IN_FUTURE,
    "sub": Fault.SUBJECT,
    "nonce": Fault.NONCE,
    "auth_time": Fault.AUTH_TIME,
    "at_hash": Fault.ACCESS_TOKEN_HASH,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What the ID token must answer to: our nonce, and how fresh the sign-in is."""

    nonce: str
    signed_in_after: datetime
    access_token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vouched:
    """What a provider vouches for, once everything has been checked."""

    subject: str
    session: str
    signed_in_at: datetime
    claims: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedOut:
    """Whom a provider says has left: one of its sessions, or a subject everywhere."""

    subject: str
    session: str


def vouched_by(
    connection: Connection, token: str, expected: Expected, now: datetime
) -> Vouched:
    """Who the ID token vouches for. Raises AnswerNotTrusted and LevelTooLow."""
    claims = _signed(connection, token, now)
    about = {
        "client_id": connection.provider.client_id,
        "nonce": expected.nonce,
        "access_token": expected.access_token,
    }
    options = _options(connection, "iss", "sub", "aud", "exp", "iat", "nonce")
    _check_claims(CodeIDToken(claims.claims, claims.header, options, about), now)
    signed_in_at = _auth_time(claims.claims)
    if signed_in_at < expected.signed_in_after - CLOCK_SKEW:
        raise AnswerNotTrusted(Fault.AUTH_TIME)
    if claims.claims.get("acr") not in connection.provider.levels:
        raise LevelTooLow
    return Vouched(
        subject=claims.claims["sub"],
        session=str(claims.claims.get("sid", "")),
        signed_in_at=signed_in_at,
        claims=claims.claims,
    )


def logged_out_by(connection: Connection, token: str, now: datetime) -> LoggedOut:
    """Who is to be signed out. Raises AnswerNotTrusted."""
    signed = _signed(connection, token, now)
    options = _options(connection, "iss", "aud", "exp", "iat", "jti")
    _check_claims(JWTClaims(signed.claims, signed.header, options), now)
    events = signed.claims.get("events")
    is_logout = isinstance(events, dict) and LOGOUT_EVENT in events
    if not is_logout or "nonce" in signed.claims:
        raise AnswerNotTrusted(Fault.NOT_A_LOGOUT)
    left = LoggedOut(
        subject=str(signed.claims.get("sub", "")),
        session=str(signed.claims.get("sid", "")),
    )
    if not left.subject and not left.session:
        raise AnswerNotTrusted(Fault.SUBJECT)
    return left


def _signed(connection: Connection, token: str, now: datetime) -> jwt.Token:
    """The token, signed by a key of the provider's; its keys may just have changed."""
    try:
        return _decoded(token, connection.keys(now))
    except InvalidKeyIdError:
        pass
    try:
        return _decoded(token, connection.newer_keys(now))
    except InvalidKeyIdError as problem:
        raise AnswerNotTrusted(Fault.UNKNOWN_KEY) from problem


def _decoded(token: str, keys: KeySet) -> jwt.Token:
    registry = JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False)
    try:
        return jwt.decode(token, keys, registry=registry)
    except InvalidKeyIdError:
        raise
    except (UnsupportedAlgorithmError, MissingAlgorithmError) as problem:
        raise AnswerNotTrusted(Fault.ALGORITHM) from problem
    except BadSignatureError as problem:
        raise AnswerNotTrusted(Fault.SIGNATURE) from problem
    except (JoseError, ValueError) as problem:
        raise AnswerNotTrusted(Fault.MALFORMED) from problem


def _options(connection: Connection, *essential: str) -> dict[str, Any]:
    options: dict[str, Any] = {name: {"essential": True} for name in essential}
    options["iss"]["value"] = connection.provider.issuer
    options["aud"]["value"] = connection.provider.client_id
    return options


def _check_claims(claims: JWTClaims, now: datetime) -> None:
    """Raise AnswerNotTrusted for the first claim that does not hold."""
    leeway = int(CLOCK_SKEW.total_seconds())
    try:
        claims.validate(now=int(now.timestamp()), leeway=leeway)
    except ExpiredTokenError as problem:
        raise AnswerNotTrusted(Fault.EXPIRED) from problem
    except (InvalidClaimError, MissingClaimError) as problem:
        raise AnswerNotTrusted(_fault_of(problem.claim)) from problem


def _fault_of(claim: str) -> Fault:
    """The fault of the first claim named; a claim nobody knows is malformed."""
    return CLAIM_FAULTS.get(claim.split(",", maxsplit=1)[0], Fault.MALFORMED)


def _auth_time(claims: Mapping[str, Any]) -> datetime:
    """When somebody last proved who they are; always asked for, so always there."""
    seconds = claims.get("auth_time")
    if isinstance(seconds, bool) or not isinstance(seconds, int):
        raise AnswerNotTrusted(Fault.AUTH_TIME)
    return datetime.fromtimestamp(seconds, UTC)
