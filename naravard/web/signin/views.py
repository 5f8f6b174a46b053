"""The pages to sign in and out; the practice personas beside the providers."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.conf import settings
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from naravard.core import clock
from naravard.core.errors import DomainError, NotAllowed, NotFound
from naravard.web import menu
from naravard.web.language import safe_address
from naravard.web.openness import guards_itself, open_to_all
from naravard.web.signin import arriving, flow, kept, session
from naravard.web.signin.choices import choice_named, grouped, practice_choices
from naravard.web.signin.limits import provider_for, providers
from naravard.web.signin.provider import Who
from naravard.web.signin.refusals import AnswerNotTrusted, ProviderDidNotAnswer

# Where one begins, by whom the provider vouches for.
BEGIN = {Who.STAFF: "sign_in_staff", Who.INHABITANT: "sign_in_inhabitant"}
CONFIRMING = "bekrafta"
FORBIDDEN, REFUSED, BAD_REQUEST = 403, 422, 400


def refused_at_the_door(
    view: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Show a refusal with a way to sign in again beside it."""

    @wraps(view)
    def refused(request: HttpRequest) -> HttpResponse:
        try:
            return view(request)
        except DomainError as refusal:
            status = FORBIDDEN if isinstance(refusal, NotAllowed) else REFUSED
            context = {"error": refusal}
            return render(request, "pages/sign_in_refused.html", context, status=status)

    return refused


@open_to_all
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Choose how to sign in, or a persona; or read that nothing is connected."""
    if request.method == "POST":
        return _sign_in_as(request, request.POST.get("choice", ""))
    return render(
        request,
        "pages/sign_in.html",
        {
            "practice": settings.DEMO,
            "groups": grouped(practice_choices()),
            "addresses": _ways_in(request),
            "locked": session.locked_in(request),
            "kept": kept.kept_in(request, clock.now()),
            "next": safe_address(request, request.GET.get("next", "")),
        },
    )


@open_to_all
@require_safe
@refused_at_the_door
def begin_staff(request: HttpRequest) -> HttpResponse:
    """Go to the provider that vouches for staff."""
    return _begin(request, Who.STAFF)


@open_to_all
@require_safe
@refused_at_the_door
def begin_inhabitant(request: HttpRequest) -> HttpResponse:
    """Go to the provider that vouches for inhabitants."""
    return _begin(request, Who.INHABITANT)


@open_to_all
@require_safe
@refused_at_the_door
def done(request: HttpRequest) -> HttpResponse:
    """Come back from a provider, and be signed in if its answer holds."""
    now = clock.now()
    return HttpResponseRedirect(
        arriving.arrive(request, flow.answered(request, now), now)
    )


@guards_itself
@require_http_methods(["GET", "POST"])
@refused_at_the_door
def choose_assignment(request: HttpRequest) -> HttpResponse:
    """Choose the one assignment to work under."""
    now = clock.now()
    if request.method == "POST":
        chosen = request.POST.get("assignment", "")
        return HttpResponseRedirect(arriving.choose(request, chosen, now))
    choice = arriving.choice_in(request, now)
    return render(request, "pages/choose_assignment.html", {"choice": choice})


@require_safe
def confirm(request: HttpRequest) -> HttpResponse:
    """Say that a sensitive act wants one to prove who one is once more."""
    login = session.login_in(request)
    address = f"{reverse(BEGIN[login.who])}?{CONFIRMING}=1" if login else ""
    return render(request, "pages/confirm.html", {"address": address})


@require_safe
def kept_form(request: HttpRequest) -> HttpResponse:
    """Offer to send what had been written, now that one is signed in again."""
    form = kept.kept_in(request, clock.now())
    if form is None:
        shown = session.shown_in(request)
        return HttpResponseRedirect(menu.home_for(shown) or reverse("front"))
    return render(request, "pages/kept_form.html", {"form": form})


@require_POST
def forget_form(request: HttpRequest) -> HttpResponse:
    """Let go of what had been written."""
    kept.forget(request)
    return HttpResponseRedirect(reverse("front"))


@open_to_all
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Forget the session, and let the provider forget its own."""
    login = session.login_in(request)
    session.sign_out(request)
    provider = provider_for(login.who) if login else None
    if provider is None:
        return HttpResponseRedirect(reverse("front"))
    address = flow.leaving_address(request, provider, clock.now())
    if not address:
        return HttpResponseRedirect(reverse("signed_out"))
    # A page that moves on by itself: a form may only be answered from our own site.
    answer = render(request, "pages/leaving.html", {"address": address})
    answer.headers["Refresh"] = f"0; url={address}"
    return answer


@open_to_all
@require_safe
def signed_out(request: HttpRequest) -> HttpResponse:
    """Where the provider leads when it has signed the person out too."""
    return render(request, "pages/signed_out.html")


@csrf_exempt
@guards_itself
@require_POST
def signed_out_elsewhere(request: HttpRequest) -> HttpResponse:
    """A provider tells that somebody has left (back-channel logout)."""
    try:
        flow.sign_out_everywhere(request.POST.get("logout_token", ""), clock.now())
    except (AnswerNotTrusted, ProviderDidNotAnswer):
        answer = JsonResponse({"error": "invalid_request"}, status=BAD_REQUEST)
    else:
        answer = JsonResponse({})
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _ways_in(request: HttpRequest) -> dict[str, str]:
    """The address to begin at for each provider, leading on to the wanted page."""
    wanted = safe_address(request, request.GET.get("next", ""))
    query = f"?{urlencode({'next': wanted})}" if wanted else ""
    return {
        provider.who.value: reverse(BEGIN[provider.who]) + query
        for provider in providers()
    }


def _begin(request: HttpRequest, who: Who) -> HttpResponse:
    provider = provider_for(who)
    if provider is None:
        raise NotFound(
            gettext("Den inloggningen är inte inkopplad här."),
            remedy=gettext("Kontakta supporten."),
        )
    address = flow.ask(
        request,
        provider,
        now=clock.now(),
        confirming=session.is_signed_in(request) and CONFIRMING in request.GET,
        next_address=safe_address(request, request.GET.get("next", "")),
    )
    return HttpResponseRedirect(address)


def _sign_in_as(request: HttpRequest, key: str) -> HttpResponse:
    choice = choice_named(key)
    shown = session.Shown(
        name=choice.name,
        role=choice.role,
        organisation=choice.organisation,
        unit=choice.unit,
        caregiver=choice.caregiver,
        face=choice.face,
    )
    session.sign_in(request, actor=choice.actor, shown=shown)
    wanted = safe_address(request, request.POST.get("next", ""))
    return HttpResponseRedirect(wanted or menu.home_for(shown) or reverse("front"))
