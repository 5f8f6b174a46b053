"""The plan as a PDF for staff: as a legal plan, or as the person reads it herself."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from naravard.access.rules import Action
from naravard.core import clock
from naravard.core.errors import NotFound
from naravard.plan import queries, services
from naravard.plan.rules.kinds import View
from naravard.plan.services import OpenedPlan
from naravard.web.actor import actor_of
from naravard.web.paper.legal_plan import legal_plan_pdf
from naravard.web.paper.own_plan import own_plan_pdf

SWEDISH, ENGLISH = "sv", "en"


@require_POST
def document_pdf(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """One legal plan, in Swedish; logged as an export."""
    opened, now = _opened(request, person_id), clock.now()
    wanted = request.GET.get("plan", View.SIP)
    view = View(wanted) if wanted in set(View) else None
    read = queries.document_of(opened.record, view, now) if view else None
    if read is None or opened.plan is None:
        raise NotFound(
            gettext("Den planen finns inte."), remedy=gettext("Välj i planen.")
        )
    standing = next((one for one in opened.standings if one.view == view), None)
    with translation.override(SWEDISH):
        made = legal_plan_pdf(
            read, standing, opened.person, opened.plan.head.version, now
        )
    return _file(made)


@require_POST
def own_pdf(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What the person reads, to give her: in English when that is her language."""
    opened = _opened(request, person_id)
    is_english = opened.person.language.startswith(ENGLISH)
    with translation.override(ENGLISH if is_english else SWEDISH):
        made = own_plan_pdf(opened, clock.now())
    return _file(made)


def _opened(request: HttpRequest, person_id: UUID) -> OpenedPlan:
    """The plan by the same decision as its page. Raises AccessDenied."""
    return services.open_plan(
        actor=actor_of(request),
        person_id=person_id,
        now=clock.now(),
        action=Action.EXPORT,
    )


def _file(made: bytes) -> HttpResponse:
    return HttpResponse(
        made,
        content_type="application/pdf",
        headers={"Content-Disposition": 'attachment; filename="plan.pdf"'},
    )
