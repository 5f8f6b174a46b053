"""Finding a person: by number in any form, or by name; never in the address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from naravard.access import services as access
from naravard.access.rules import AccessDenied, Action
from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.web.actor import actor_of

REFUSED = 422


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Who was found, as far as one may know before opening anything."""
    text, actor = request.POST.get("q", "").strip(), actor_of(request)
    if not text:
        access.require(actor=actor, action=Action.SEARCH)
        return render(request, "staff/search.html", {"asked": False})
    try:
        found = access.search_persons(actor=actor, text=text, now=clock.now())
    except AccessDenied:
        raise
    except DomainError as refusal:
        return render(
            request,
            "staff/search.html",
            {"asked": True, "error": refusal, "text": text},
            status=REFUSED,
        )
    return render(
        request, "staff/search.html", {"asked": True, "found": found, "text": text}
    )
