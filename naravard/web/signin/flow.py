"""The conversation with a provider, from our question to an answer that has held."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from naravard.web.signin import errand as errands
from naravard.web.signin import session
from naravard.web.signin.client import Connection, Tokens, connection_to
from naravard.web.signin.errand import Errand
from naravard.web.signin.limits import provider_for, providers
from naravard.web.signin.provider import Provider
from naravard.web.signin.refusals import (
    AnswerNotTrusted,
    Fault,
    LevelTooLow,
    ProviderDidNotAnswer,
    SignInCancelled,
)
from naravard.web.signin.store import end_sessions
from naravard.web.signin.tokens import Expected, Vouched, logged_out_by, vouched_by
from naravard.web.words.days import language

log = logging.getLogger("naravard.web.signin")

# What a provider answers when the person, not the connection, stopped the sign-in.
CANCELLED = frozenset({"access_denied", "login_required", "consent_required"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A provider's answer that has held, and what we had asked."""

    provider: Provider
    errand: Errand
    vouched: Vouched
    claims: Mapping[str, Any]


def ask(
    request: HttpRequest,
    provider: Provider,
    *,
    now: datetime,
    confirming: bool,
    next_address: str,
) -> str:
    """Where to send the browser to be vouched for. Raises ProviderDidNotAnswer.

    Whoever confirms, or comes back to a locked session, must prove it at this moment;
    anybody else may have signed in to another service a while ago.
    """
    anew = confirming or session.locked_in(request) is not None
    errand = errands.begin(
        request,
        who=provider.who,
        now=now,
        max_age=timedelta(0) if anew else provider.limits.longest,
        confirming=confirming,
        next_address=next_address,
    )
    return connection_to(provider).authorization_address(
        now=now,
        redirect=our_address(request, "sign_in_done"),
        verifier=errand.verifier,
        asked=_asked(provider, errand, anew=anew),
    )


def answered(request: HttpRequest, now: datetime) -> Answer:
    """The provider's answer, when all of it holds.

    Raises AnswerNotTrusted, LevelTooLow, SignInCancelled and ProviderDidNotAnswer.
    """
    try:
        return _answered(request, now)
    except AnswerNotTrusted as problem:
        log.warning("sign-in refused: %s", problem.fault)
        raise
    except LevelTooLow:
        log.warning("sign-in refused: level_too_low")
        raise


def leaving_address(request: HttpRequest, provider: Provider, now: datetime) -> str:
    """Where the provider signs the person out too; empty when it cannot be asked.

    No `id_token_hint` is sent: it would carry the personal number in an address.
    """
    try:
        endpoint = connection_to(provider).endpoints(now).end_session
    except (ProviderDidNotAnswer, AnswerNotTrusted):
        return ""
    told = {
        "client_id": provider.client_id,
        "post_logout_redirect_uri": our_address(request, "signed_out"),
        "ui_locales": language(),
    }
    return f"{endpoint}?{urlencode(told)}" if endpoint else ""


def sign_out_everywhere(token: str, now: datetime) -> int:
    """End the sessions a logout token names; how many. Raises AnswerNotTrusted."""
    problem = AnswerNotTrusted(Fault.AUDIENCE)
    for provider in providers():
        try:
            left = logged_out_by(connection_to(provider), token, now)
        except AnswerNotTrusted as refusal:
            problem = refusal
            continue
        return end_sessions(
            identity=session.identity_of(provider, left.subject),
            provider_session=session.provider_session_of(provider, left.session),
        )
    log.warning("logout refused: %s", problem.fault)
    raise problem


def our_address(request: HttpRequest, route: str) -> str:
    """One of our addresses as the provider knows it."""
    base: str = settings.SIGNIN_ADDRESS
    path = reverse(route)
    return base.rstrip("/") + path if base else request.build_absolute_uri(path)


def _asked(provider: Provider, errand: Errand, *, anew: bool) -> dict[str, str]:
    max_age = errand.began_at - errand.signed_in_after
    asked = {
        "state": errand.state,
        "nonce": errand.nonce,
        "acr_values": " ".join(provider.levels),
        "max_age": str(int(max_age.total_seconds())),
        "ui_locales": language(),
    }
    return {**asked, "prompt": "login"} if anew else asked


def _answered(request: HttpRequest, now: datetime) -> Answer:
    told = request.GET
    errand = errands.finish(request, state=told.get("state", ""), now=now)
    provider = provider_for(errand.who)
    if provider is None:
        raise AnswerNotTrusted(Fault.ISSUER)
    connection = connection_to(provider)
    _check_sender(connection, told.get("iss"), now)
    _check_not_refused(told.get("error", ""))
    tokens = connection.exchange(
        now=now,
        code=told.get("code", ""),
        redirect=our_address(request, "sign_in_done"),
        verifier=errand.verifier,
    )
    expected = Expected(
        nonce=errand.nonce,
        signed_in_after=_proved_after(request, errand),
        access_token=tokens.access_token,
    )
    vouched = vouched_by(connection, tokens.id_token, expected, now)
    return Answer(
        provider=provider,
        errand=errand,
        vouched=vouched,
        claims=_claims(connection, tokens, vouched, now),
    )


def _proved_after(request: HttpRequest, errand: Errand) -> datetime:
    """How old the proof may be; a session locked since we asked wants a newer one."""
    if session.locked_in(request) is not None:
        return max(errand.signed_in_after, errand.began_at)
    return errand.signed_in_after


def _check_sender(connection: Connection, issuer: str | None, now: datetime) -> None:
    """The answer is from the provider we asked (RFC 9207), when it says who it is."""
    wrong = issuer is not None and issuer != connection.provider.issuer
    silent = issuer is None and connection.endpoints(now).names_itself
    if wrong or silent:
        raise AnswerNotTrusted(Fault.ISSUER)


def _check_not_refused(error: str) -> None:
    if error in CANCELLED:
        raise SignInCancelled
    if error:
        raise ProviderDidNotAnswer


def _claims(
    connection: Connection, tokens: Tokens, vouched: Vouched, now: datetime
) -> Mapping[str, Any]:
    """What is vouched for; what the ID token lacks, userinfo may tell of the same."""
    if connection.provider.claim in vouched.claims:
        return vouched.claims
    told = connection.userinfo(now=now, access_token=tokens.access_token)
    if told and told.get("sub") != vouched.subject:
        raise AnswerNotTrusted(Fault.USERINFO)
    return {**told, **vouched.claims}
