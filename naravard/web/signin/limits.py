"""How long a sign-in holds, and which acts want it proved anew.

Only sign-ins that a provider vouches for have limits; practice personas have none.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from naravard.core import clock
from naravard.web.openness import Openness, openness_of
from naravard.web.signin import kept, session
from naravard.web.signin.provider import Provider, Who
from naravard.web.signin.session import Login

# Presence is written down at most this often, so that reading a page seldom writes.
SEEN_EVERY = timedelta(minutes=1)
ASKED_BY_ITSELF = "naravard_asked_by_itself"

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
AnyView = TypeVar("AnyView", bound=Callable[..., HttpResponse])


def providers() -> tuple[Provider, ...]:
    """The providers that are connected."""
    connected: tuple[Provider, ...] = settings.SIGNIN_PROVIDERS
    return connected


def provider_for(who: Who) -> Provider | None:
    """The provider that vouches for one kind of people, if one is connected."""
    return next((each for each in providers() if each.who is who), None)


def asked_by_itself(view: AnyView) -> AnyView:
    """Mark a view that an open page asks by itself: it is no sign of anybody there."""
    setattr(view, ASKED_BY_ITSELF, True)
    return view


def confirmed_lately(view: View[P]) -> View[P]:
    """A sensitive act: to send it, one must have proved who one is a moment ago.

    What was written is kept meanwhile. Reading the page needs no more than before.
    """

    @wraps(view)
    def confirmed(
        request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        now = clock.now()
        login = session.login_in(request)
        if request.method != "POST" or login is None or _is_fresh(login, now):
            return view(request, *args, **kwargs)
        kept.keep(request, now)
        return _to(request, reverse("confirm"))

    return confirmed


class Limits:
    """Middleware above the guard: locks what has been idle, and keeps what was written.

    A locked session opens nothing, so the guard leads to sign-in as for anybody.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Lock a session that has been idle, or has lasted, too long."""
        login = session.login_in(request)
        if login is not None and not _holds(login, clock.now()):
            session.lock(request, login)
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        _args: object,
        _kwargs: object,
    ) -> None:
        """Note that somebody is there, or keep the form of somebody locked out."""
        now = clock.now()
        login = session.login_in(request)
        if login is not None:
            _note(request, view, login, now)
        elif _is_locked_out(request, view):
            kept.keep(request, now)


def _note(
    request: HttpRequest, view: Callable[..., HttpResponse], login: Login, now: datetime
) -> None:
    by_itself = getattr(view, ASKED_BY_ITSELF, False)
    if not by_itself and now - login.seen_at >= SEEN_EVERY:
        session.seen(request, login, now)
    form = kept.kept_in(request, now) if request.method == "POST" else None
    if form is not None and form.address == request.get_full_path():
        kept.forget(request)


def _is_locked_out(request: HttpRequest, view: Callable[..., HttpResponse]) -> bool:
    return (
        request.method == "POST"
        and openness_of(view) is Openness.SIGNED_IN
        and session.locked_in(request) is not None
    )


def _holds(login: Login, now: datetime) -> bool:
    """Whether the sign-in still holds; never when its provider is disconnected."""
    provider = provider_for(login.who)
    if provider is None:
        return False
    limits = provider.limits
    return now - login.seen_at < limits.idle and now - login.began_at < limits.longest


def longest_until(login: Login) -> datetime:
    """When the sign-in ends at the latest, however busy somebody is."""
    provider = provider_for(login.who)
    return login.began_at + provider.limits.longest if provider else login.began_at


def _is_fresh(login: Login, now: datetime) -> bool:
    provider = provider_for(login.who)
    return provider is not None and now - login.confirmed_at < provider.limits.confirmed


def _to(request: HttpRequest, address: str) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return HttpResponseClientRedirect(address)
    return HttpResponseRedirect(address)
