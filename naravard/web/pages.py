"""Pages open to everyone: front page, accessibility, handling of data, health."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from naravard.web import menu
from naravard.web.openness import open_to_all
from naravard.web.signin.session import shown_in


@open_to_all
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What Nära is and where to sign in; someone signed in goes to their own page."""
    home = menu.home_for(shown_in(request))
    if home:
        return HttpResponseRedirect(home)
    return render(request, "pages/front.html")


@open_to_all
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement (tillgänglighetsredogörelse, lag 2018:1937)."""
    return render(request, "pages/accessibility.html")


@open_to_all
@require_safe
def data_handling(request: HttpRequest) -> HttpResponse:
    """How data about people is handled, in plain language."""
    return render(request, "pages/data_handling.html")


@open_to_all
@require_safe
def health(_request: HttpRequest) -> HttpResponse:
    """Whether the database answers; 503 when it does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"database": "unreachable"}, status=503)
    return JsonResponse({"database": "ok"})
