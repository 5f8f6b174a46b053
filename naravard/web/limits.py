"""How often the same person and the same address may sign in, search and send forms.

Reading pages is not counted here: each reading of a person is already decided and
logged, and the reverse proxy counts requests of every kind.
"""

import ipaddress
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from naravard.core import clock
from naravard.operation import services as operation
from naravard.operation.rules import Doing, TooManyTimes, spendings
from naravard.web import errors
from naravard.web.openness import Openness, openness_of
from naravard.web.signin.session import ACTOR

# By the address's name; other forms are counted together.
DOINGS = {
    "sign_in": Doing.SIGN_IN,
    "sign_in_staff": Doing.SIGN_IN,
    "sign_in_inhabitant": Doing.SIGN_IN,
    "sign_in_done": Doing.SIGN_IN,
    "staff:search": Doing.SEARCH,
}
# Addresses that are counted when they are read as well, by the same names.
COUNTED_WHEN_READ = frozenset({"sign_in_done"})
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# One subscriber of IPv6 has at least this many of the first bits for herself.
IPV6_PREFIX = 64


class Limits:
    """Middleware: counts before the view is called, and outside its transaction."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        _args: object,
        _kwargs: object,
    ) -> HttpResponse | None:
        """Count one doing; answer 429 when it is one too many."""
        name = request.resolver_match.view_name if request.resolver_match else ""
        if request.method in SAFE and name not in COUNTED_WHEN_READ:
            return None
        if openness_of(view) is Openness.GUARDS_ITSELF:
            return None
        try:
            _count(request, DOINGS.get(name, Doing.FORM))
        except TooManyTimes as refusal:
            return errors.refusal(request, refusal)
        return None


def address_of(request: HttpRequest) -> str:
    """Where the request comes from, as the nearest proxy we trust tells it.

    NARAVARD_PROXIES says how many of our own proxies each add one address to
    X-Forwarded-For; what stands before those anybody may have written.
    """
    told = str(request.META.get("REMOTE_ADDR") or "")
    if settings.PROXIES:
        forwarded = request.headers.get("X-Forwarded-For", "").split(",")
        told = forwarded[max(0, len(forwarded) - settings.PROXIES)].strip() or told
    return _network(told)


def _count(request: HttpRequest, doing: Doing) -> None:
    operation.spend(
        spendings=spendings(
            doing,
            person=_person(request),
            address=address_of(request),
            secret=settings.SECRET_KEY,
        ),
        now=clock.now(),
    )


def _network(text: str) -> str:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:  # a socket file, or a proxy that says something else
        return text[:45]
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, IPV6_PREFIX), strict=False))
    return str(address)


def _person(request: HttpRequest) -> str:
    """Who, when somebody is signed in: the assignment or the person."""
    actor = request.session.get(ACTOR) or {}
    who = actor.get("assignment") or actor.get("related") or actor.get("person") or ""
    return str(who)
