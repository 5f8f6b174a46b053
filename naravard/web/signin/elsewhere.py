"""Where else one is signed in, and ending it there."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from naravard.core import clock
from naravard.web.notices import tell
from naravard.web.signin.limits import confirmed_lately
from naravard.web.signin.session import login_in
from naravard.web.signin.store import end_other_sessions, sessions_of


@require_http_methods(["GET", "POST"])
@confirmed_lately
def my_sessions(request: HttpRequest) -> HttpResponse:
    """One's own sign-ins; sent, all the others end at once."""
    login, this = login_in(request), request.session.session_key
    if request.method == "POST":
        if login is not None:
            end_other_sessions(login, this)
        tell(
            request,
            gettext("Alla andra inloggningar är avslutade"),
            gettext("Bara den du använder nu gäller."),
        )
        return HttpResponseRedirect(reverse("my_sessions"))
    rows = sessions_of(login, this, clock.now()) if login is not None else ()
    return render(request, "pages/my_sessions.html", {"rows": rows})
