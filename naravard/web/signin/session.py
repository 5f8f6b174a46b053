"""What the session remembers of the one who is signed in.

`actor` is what the access rules read; `shown` is only what the top bar writes out.
`login` is there when a provider has vouched for them. A session that has been idle is
locked: it opens nothing, but knows to whom it belonged and keeps the form they wrote.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from naravard.web.signin.provider import Provider, Who

ACTOR = "actor"
SHOWN = "shown"
LOGIN = "login"
LOCKED = "locked"
KEPT = "kept_form"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The signed-in person as the top bar shows them; `caregiver` is the letter."""

    name: str
    role: str
    organisation: str
    unit: str
    caregiver: str
    face: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """A provider's word, as the session keeps it.

    `identity` and `provider_session` are digests of the provider's names for the
    person and for its own session: enough to compare, nothing to read.
    """

    who: Who
    identity: str
    provider_session: str
    began_at: datetime
    confirmed_at: datetime
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """To whom an idle session belonged: nobody else gets the form it keeps."""

    who: Who
    identity: str
    actor: Mapping[str, object]


def sign_in(
    request: HttpRequest,
    *,
    actor: Mapping[str, object],
    shown: Shown,
    login: Login | None = None,
) -> None:
    """Start a new session for someone whose identity has been established."""
    request.session.flush()
    request.session[ACTOR] = dict(actor)
    request.session[SHOWN] = asdict(shown)
    if login is not None:
        remember(request, login)


def sign_out(request: HttpRequest) -> None:
    """Forget the session, in the browser and on the server."""
    request.session.flush()


def is_signed_in(request: HttpRequest) -> bool:
    """Whether someone's identity has been established in this session."""
    return hasattr(request, "session") and ACTOR in request.session


def shown_in(request: HttpRequest) -> Shown | None:
    """Who the top bar shows, if anyone is signed in."""
    if not is_signed_in(request) or SHOWN not in request.session:
        return None
    return Shown(**request.session[SHOWN])


def login_in(request: HttpRequest) -> Login | None:
    """The provider's word for this session; None for a practice persona."""
    if not is_signed_in(request) or LOGIN not in request.session:
        return None
    return login_of(request.session[LOGIN])


def login_of(kept: Mapping[str, str]) -> Login:
    """The provider's word as it was kept."""
    return Login(
        who=Who(kept["who"]),
        identity=kept["identity"],
        provider_session=kept["provider_session"],
        began_at=datetime.fromisoformat(kept["began_at"]),
        confirmed_at=datetime.fromisoformat(kept["confirmed_at"]),
        seen_at=datetime.fromisoformat(kept["seen_at"]),
    )


def kept_login(login: Login) -> dict[str, str]:
    """The provider's word in a form a session can keep."""
    return {
        "who": login.who.value,
        "identity": login.identity,
        "provider_session": login.provider_session,
        "began_at": login.began_at.isoformat(),
        "confirmed_at": login.confirmed_at.isoformat(),
        "seen_at": login.seen_at.isoformat(),
    }


def remember(request: HttpRequest, login: Login) -> None:
    """Write the provider's word, or what is new about it, into the session."""
    request.session[LOGIN] = kept_login(login)


def seen(request: HttpRequest, login: Login, now: datetime) -> None:
    """Somebody is there."""
    remember(request, replace(login, seen_at=now))


def lock(request: HttpRequest, login: Login) -> None:
    """Open nothing more, until the same person has signed in again."""
    request.session[LOCKED] = {
        "who": login.who.value,
        "identity": login.identity,
        "actor": request.session[ACTOR],
        "provider_session": login.provider_session,
    }
    for name in (ACTOR, SHOWN, LOGIN):
        request.session.pop(name, None)


def locked_in(request: HttpRequest) -> Locked | None:
    """To whom a locked session belonged, if it is locked."""
    kept = request.session.get(LOCKED)
    if kept is None:
        return None
    return Locked(who=Who(kept["who"]), identity=kept["identity"], actor=kept["actor"])


def identity_of(provider: Provider, subject: str) -> str:
    """The digest that stands for somebody a provider knows."""
    return _digest("identity", provider, subject)


def provider_session_of(provider: Provider, session: str) -> str:
    """The digest that stands for a provider's own session; empty when unnamed."""
    return _digest("session", provider, session) if session else ""


def _digest(kind: str, provider: Provider, value: str) -> str:
    """A keyed digest, since the provider's name for a person may be her number."""
    return salted_hmac(
        f"naravard.signin.{kind}",
        f"{provider.issuer}\n{provider.client_id}\n{value}",
        algorithm="sha256",
    ).hexdigest()
