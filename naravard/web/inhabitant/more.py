"""The pages that have no room in the menu at the bottom, each with what it holds."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from naravard.core import clock
from naravard.web.actor import actor_of
from naravard.web.context import closed_pages
from naravard.web.inhabitant.easy import render_own
from naravard.web.inhabitant.reader import banner
from naravard.web.inhabitant.refusals import refused_quietly


@dataclass(frozen=True, slots=True, kw_only=True)
class MorePage:
    """A page, and one sentence about it."""

    route: str
    icon: str
    text: str | Promise
    about: str | Promise

    @property
    def href(self) -> str:
        """Its address."""
        return reverse(self.route)


PAGES = (
    MorePage(
        route="inhabitant:details",
        icon="person",
        text=gettext_lazy("Mina uppgifter"),
        about=gettext_lazy("Språk, tolk, brev, närstående och var du vill få vård."),
    ),
    MorePage(
        route="inhabitant:papers",
        icon="letter",
        text=gettext_lazy("Papper"),
        about=gettext_lazy("Det du fick med dig från sjukhuset."),
    ),
    MorePage(
        route="inhabitant:readers",
        icon="eye",
        text=gettext_lazy("Vem har läst om mig?"),
        about=gettext_lazy("Namn, dag och varför."),
    ),
    MorePage(
        route="inhabitant:consents",
        icon="done",
        text=gettext_lazy("Samtycke och spärrar"),
        about=gettext_lazy("Det du har sagt ja och nej till, och det du har spärrat."),
    ),
    MorePage(
        route="inhabitant:visits",
        icon="car",
        text=gettext_lazy("Vem kommer och när"),
        about=gettext_lazy("Besök hemma hos dig."),
    ),
)


@require_safe
@refused_quietly
def more(request: HttpRequest) -> HttpResponse:
    """The pages that this reader may open."""
    closed = closed_pages(request)
    entries = tuple(one for one in PAGES if one.route not in closed)
    page = {"entries": entries, "reader": banner(actor_of(request), clock.now())}
    return render_own(request, "more.html", page)
