"""The pages to sign in and out."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from naravard.web import menu
from naravard.web.language import safe_address
from naravard.web.openness import open_to_all
from naravard.web.signin import session
from naravard.web.signin.choices import choice_named, grouped, practice_choices


@open_to_all
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Choose a persona; or read that no identity provider is connected."""
    if request.method == "POST":
        return _sign_in_as(request, request.POST.get("choice", ""))
    return render(
        request,
        "pages/sign_in.html",
        {
            "practice": settings.DEMO,
            "groups": grouped(practice_choices()),
            "next": safe_address(request, request.GET.get("next", "")),
        },
    )


@open_to_all
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Forget the session and go to the front page."""
    session.sign_out(request)
    return HttpResponseRedirect(reverse("front"))


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
