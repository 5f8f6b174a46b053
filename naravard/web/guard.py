"""Nothing is shown to someone unknown, and a rule's no becomes a calm page.

Deny by default: a view is closed unless marked in `openness.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django_htmx.http import HttpResponseClientRedirect

from naravard.access import services as access
from naravard.access.rules import AccessDenied, AssignmentNotInForce
from naravard.core import clock
from naravard.core.acting import stop_acting
from naravard.core.errors import DomainError, NotAllowed
from naravard.web import errors
from naravard.web.openness import Openness, openness_of
from naravard.web.signin.session import ACTOR, is_signed_in, sign_out

# Scripts and styles only from our own server. Attributes may carry custom
# properties (`style="--a:3"`), which place events on the timeline.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)

# No page needs a camera, a microphone or to know where the reader is.
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "payment",
        "usb",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Permissions-Policy": PERMISSIONS_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceRule:
    """Who may enter a face at all, and what the others are told."""

    kinds: frozenset[str]
    message: str | Promise
    remedy: str | Promise


# By the face's app: what its pages show is cut to fit those it is made for.
FACES = {
    "staff": FaceRule(
        kinds=frozenset({"staff"}),
        message=gettext_lazy("Den här sidan är till för personal."),
        remedy=gettext_lazy("Det som gäller dig finns på din egen sida."),
    ),
    "inhabitant": FaceRule(
        kinds=frozenset({"person", "relative"}),
        message=gettext_lazy("Den här sidan är till för invånare."),
        remedy=gettext_lazy("Öppna personens sida från din egen lista i stället."),
    ),
}


class MadeForOthers(NotAllowed):
    """The face is made for others than the one who is signed in."""


class Guard:
    """Middleware: signs in first, answers in words, keeps nothing in the browser."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with the headers every page has."""
        stop_acting()
        try:
            response = self.get_response(request)
        finally:
            stop_acting()
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if is_signed_in(request):
            response.headers["Cache-Control"] = "no-store"
        return response

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        _args: object,
        _kwargs: object,
    ) -> HttpResponse | None:
        """Lead someone unknown to sign in, and nobody into a face made for others."""
        if openness_of(view) is not Openness.SIGNED_IN:
            return None
        if not is_signed_in(request):
            return _to_sign_in(request)
        return _to_own_face(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Show a rule's no as a page; anything else is a bug and goes on.

        A refusal is logged here, where the refused transaction has been rolled back.
        """
        if isinstance(exception, AccessDenied):
            access.note_denial(denial=exception, now=clock.now())
        if isinstance(exception, AssignmentNotInForce):
            # An assignment that has ended ends the session that was bound to it.
            sign_out(request)
        if isinstance(exception, DomainError):
            return errors.refusal(request, exception)
        return None


def _to_own_face(request: HttpRequest) -> HttpResponse | None:
    """Refuse when the face is not made for the one who is signed in."""
    match = request.resolver_match
    face = FACES.get(match.app_name if match else "")
    if face is None or request.session[ACTOR].get("kind") in face.kinds:
        return None
    refusal = MadeForOthers(str(face.message), remedy=str(face.remedy))
    return errors.refusal(request, refusal)


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    address = reverse("sign_in")
    if request.method == "GET":
        address = f"{address}?{urlencode({'next': request.get_full_path()})}"
    if request.headers.get("HX-Request"):
        return HttpResponseClientRedirect(reverse("sign_in"))
    return HttpResponseRedirect(address)
