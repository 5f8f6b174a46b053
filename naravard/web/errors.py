"""Calm pages for everything that goes wrong; what is logged names no person."""

import logging
import sys
from math import ceil
from traceback import extract_tb
from uuid import UUID, uuid4

from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext

from naravard.core.errors import Conflict, DomainError, NotAllowed, NotFound
from naravard.operation.rules import TooManyTimes
from naravard.web.context import bare_page

log = logging.getLogger("naravard.web")

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)

# The first that fits; a rule that says no to what was asked is 422.
STATUS = (
    (NotFound, 404),
    (NotAllowed, 403),
    (Conflict, 409),
    (TooManyTimes, 429),
    (DomainError, 422),
)


def refusal(request: HttpRequest, error: DomainError) -> HttpResponse:
    """A rule's no: its message, its rule and what to do instead."""
    status = next(code for kind, code in STATUS if isinstance(error, kind))
    answer = _answer(request, error, status)
    if isinstance(error, TooManyTimes):
        answer.headers["Retry-After"] = str(ceil(error.wait.total_seconds()))
    return answer


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what was sent could not be read; 413 when it was too much."""
    if isinstance(exception, TOO_MUCH):
        return _answer(
            request,
            DomainError(
                gettext("Det som skickades är för stort."),
                remedy=gettext("Korta texten och försök igen. Filer tas inte emot."),
            ),
            413,
        )
    return _answer(
        request,
        DomainError(
            gettext("Det som skickades gick inte att läsa."),
            remedy=gettext("Gå tillbaka, ladda om sidan och försök igen."),
        ),
        400,
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: not allowed, without saying what is behind."""
    return _answer(
        request,
        DomainError(
            gettext("Du har inte behörighet till sidan."),
            remedy=gettext("Fråga din chef om du behöver den i ditt arbete."),
        ),
        403,
    )


def form_is_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form's security token did not fit, often because the page is old."""
    return _answer(
        request,
        DomainError(
            gettext("Sidan har blivit för gammal för att sparas."),
            remedy=gettext("Ladda om sidan och gör om det du skulle göra."),
        ),
        403,
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such page."""
    return _answer(
        request,
        NotFound(
            gettext("Det finns ingen sida på den här adressen."),
            remedy=gettext("Kontrollera adressen eller börja om från startsidan."),
        ),
        404,
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a bug. Shown without the database, with a reference to the log line."""
    reference = uuid4().hex[:8].upper()
    log.error("%s %s", reference, _what_happened(request))
    content = render_to_string(
        "errors/server_error.html", {"page": bare_page(), "reference": reference}
    )
    return HttpResponse(content, status=500)


def _answer(request: HttpRequest, error: DomainError, status: int) -> HttpResponse:
    context = {"error": error, "heading": _heading(status)}
    if not request.headers.get("HX-Request"):
        return render(request, "errors/refusal.html", context, status=status)
    response = render(request, "errors/refusal_fragment.html", context, status=status)
    response.headers["HX-Retarget"] = "#besked"
    response.headers["HX-Reswap"] = "innerHTML"
    return response


def _heading(status: int) -> str:
    headings = {
        403: gettext("Du kan inte göra det här"),
        404: gettext("Det du söker finns inte här"),
        409: gettext("Någon annan hann före"),
        429: gettext("Vänta en stund"),
    }
    return headings.get(status) or gettext("Det gick inte")


def _what_happened(request: HttpRequest) -> str:
    """The kind of error and where, never its message, address or form."""
    kind, _, trace = sys.exc_info()
    match = request.resolver_match
    route = match.route if match else "-"
    ids = [
        str(value)
        for value in (match.kwargs.values() if match else ())
        if isinstance(value, UUID)
    ]
    frames = [f"{frame.filename}:{frame.lineno}" for frame in extract_tb(trace)]
    return " ".join(
        (
            kind.__name__ if kind else "UnknownError",
            str(request.method),
            route,
            *ids,
            "at",
            " < ".join(reversed(frames)),
        )
    )
