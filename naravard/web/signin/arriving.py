"""From an answer that has held to a session: at once, or by a choice of assignment."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from naravard.core.clock import day_of
from naravard.web import menu
from naravard.web.signin import kept, session
from naravard.web.signin.arrival import Arrival, arrival_under, arrivals_of
from naravard.web.signin.flow import Answer
from naravard.web.signin.provider import Who
from naravard.web.signin.refusals import AnswerNotTrusted, Fault, SomebodyElse
from naravard.web.signin.session import Locked, Login

ARRIVING = "arriving"
CHOICE_HOLDS = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Somebody vouched for, with several assignments to choose among."""

    arrivals: tuple[Arrival, ...]
    login: Login
    next: str


def arrive(request: HttpRequest, answer: Answer, now: datetime) -> str:
    """Sign in, or let them choose; where to go. Raises the refusals of arrivals_of."""
    login = _login(answer, now)
    if answer.errand.confirming and session.is_signed_in(request):
        return _confirm(request, login, answer.errand.next, now)
    arrivals = arrivals_of(answer.provider, answer.claims, now)
    locked = session.locked_in(request)
    if locked is not None and locked.identity == login.identity:
        returning = _returning(arrivals, locked)
        if returning is not None:
            return _return(request, returning, login, answer.errand.next, now)
    if len(arrivals) == 1:
        return _enter(request, arrivals[0], login, answer.errand.next)
    _let_choose(request, arrivals, login, answer.errand.next)
    return reverse("choose_assignment")


def choice_in(request: HttpRequest, now: datetime) -> Choice:
    """The choice under way. Raises AnswerNotTrusted when there is none."""
    waiting = request.session.get(ARRIVING)
    if waiting is None:
        raise AnswerNotTrusted(Fault.STATE)
    login = session.login_of(waiting["login"])
    if now - login.began_at > CHOICE_HOLDS:
        raise AnswerNotTrusted(Fault.STATE)
    today = day_of(now)
    return Choice(
        arrivals=tuple(arrival_under(UUID(key), today) for key in waiting["keys"]),
        login=login,
        next=waiting["next"],
    )


def choose(request: HttpRequest, key: str, now: datetime) -> str:
    """Sign in under the chosen assignment; where to go."""
    choice = choice_in(request, now)
    for arrival in choice.arrivals:
        if arrival.key == key:
            return _enter(request, arrival, choice.login, choice.next)
    raise AnswerNotTrusted(Fault.STATE)


def _login(answer: Answer, now: datetime) -> Login:
    provider, vouched = answer.provider, answer.vouched
    return Login(
        who=provider.who,
        identity=session.identity_of(provider, vouched.subject),
        provider_session=session.provider_session_of(provider, vouched.session),
        began_at=now,
        confirmed_at=vouched.signed_in_at,
        seen_at=now,
    )


def _confirm(
    request: HttpRequest, login: Login, next_address: str, now: datetime
) -> str:
    """The one who is signed in has proved it again. Raises SomebodyElse."""
    before = session.login_in(request)
    if before is None or before.identity != login.identity:
        session.sign_out(request)
        raise SomebodyElse
    request.session.cycle_key()
    session.remember(request, replace(login, began_at=before.began_at))
    return _onwards(request, next_address, now)


def _returning(arrivals: tuple[Arrival, ...], locked: Locked) -> Arrival | None:
    """The way in that leads back to the locked session, if it is still open.

    An inhabitant who read for somebody else does so again; whether she may is tried
    at each opening.
    """
    if locked.who is Who.INHABITANT:
        return replace(arrivals[0], actor=locked.actor)
    return next((each for each in arrivals if each.actor == locked.actor), None)


def _return(
    request: HttpRequest,
    arrival: Arrival,
    login: Login,
    next_address: str,
    now: datetime,
) -> str:
    """Sign the same person in again, with the form they had written."""
    form = kept.kept_in(request, now)
    session.sign_in(request, actor=arrival.actor, shown=arrival.shown, login=login)
    if form is not None:
        kept.put(request, form)
    return _onwards(request, next_address, now)


def _enter(
    request: HttpRequest, arrival: Arrival, login: Login, next_address: str
) -> str:
    session.sign_in(request, actor=arrival.actor, shown=arrival.shown, login=login)
    return next_address or menu.home_for(arrival.shown) or reverse("front")


def _let_choose(
    request: HttpRequest,
    arrivals: tuple[Arrival, ...],
    login: Login,
    next_address: str,
) -> None:
    request.session.flush()
    waiting: Mapping[str, object] = {
        "login": session.kept_login(login),
        "keys": [arrival.key for arrival in arrivals],
        "next": next_address,
    }
    request.session[ARRIVING] = waiting


def _onwards(request: HttpRequest, next_address: str, now: datetime) -> str:
    if kept.kept_in(request, now) is not None:
        return reverse("kept_form")
    shown = session.shown_in(request)
    return next_address or menu.home_for(shown) or reverse("front")
