"""The language of the pages: Swedish until the reader chooses another."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from naravard.web.openness import open_to_all

YEAR_IN_SECONDS = 365 * 24 * 3600


class ChosenLanguage:
    """Middleware: the reader's own choice, never the browser's guess.

    A computer at work is often set up in English for someone who works in Swedish.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the chosen language and say which it is."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        code = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(code):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response


@open_to_all
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Remember the chosen language for a year and go back to the page."""
    response = HttpResponseRedirect(
        safe_address(request, request.POST.get("next", "")) or "/"
    )
    code = request.POST.get("language", "")
    if code in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            code,
            max_age=YEAR_IN_SECONDS,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


def safe_address(request: HttpRequest, address: str) -> str:
    """The address if it is a path on this site, otherwise empty."""
    stays = address.startswith("/") and url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if stays else ""
