"""The inhabitant's pages; each opens the record once."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from naravard.access.rules import ConsentHow
from naravard.core import clock
from naravard.core.errors import DomainError, NotFound
from naravard.discharge import services as discharge
from naravard.discharge.rules.history import PlanningConsent
from naravard.discharge.services import ConsentAnswer, When
from naravard.discharge.services import inhabitant as own
from naravard.discharge.services.extract import extract_own
from naravard.people.queries import reads_for
from naravard.web import actor as session_actor
from naravard.web.actor import actor_of
from naravard.web.extract import as_zip
from naravard.web.inhabitant import pages
from naravard.web.inhabitant.easy import render_own
from naravard.web.inhabitant.forms import BeforeForm, PlanningAnswerForm, ReadForForm
from naravard.web.inhabitant.refusals import refused_quietly
from naravard.web.notices import tell
from naravard.web.paper.log_extract import log_extract_pdf
from naravard.web.signin.limits import confirmed_lately

LARGE = "stor"


@require_safe
@refused_quietly
def home(request: HttpRequest) -> HttpResponse:
    """What happens next, whom to call, what is done and what remains."""
    now = clock.now()
    page = own.open_own_page(actor=actor_of(request), now=now)
    shown = pages.home_shown(page, now)
    return render_own(request, "home.html", {"shown": shown}, shown.reader)


@require_safe
@refused_quietly
def papers(request: HttpRequest) -> HttpResponse:
    """All papers from hospitals."""
    now = clock.now()
    page = own.open_own_papers(actor=actor_of(request), now=now)
    shown = pages.papers_shown(page, now)
    return render(request, "inhabitant/papers.html", {"shown": shown})


@require_safe
@refused_quietly
def paper(request: HttpRequest, paper_id: UUID) -> HttpResponse:
    """One paper, to read or print, in ordinary or large type."""
    now = clock.now()
    page = own.open_own_paper(actor=actor_of(request), paper_id=paper_id, now=now)
    shown = pages.paper_shown(page, now, large=request.GET.get("text") == LARGE)
    return render(request, "inhabitant/paper.html", {"shown": shown})


@require_safe
@refused_quietly
def readers(request: HttpRequest) -> HttpResponse:
    """Who has read, why and when, and how to ask about it."""
    now = clock.now()
    form = BeforeForm(request.GET)
    before = form.cleaned_data["fore"] if form.is_valid() else None
    page = own.open_own_readers(actor=actor_of(request), now=now, before=before)
    shown = pages.readers_shown(page, now)
    return render(request, "inhabitant/readers.html", {"shown": shown})


@require_POST
@refused_quietly
def readers_pdf(request: HttpRequest) -> HttpResponse:
    """Who has read, as a file to keep or print; logged as an export."""
    found = own.extract_own_log(actor=actor_of(request), now=clock.now())
    return HttpResponse(
        log_extract_pdf(found),
        content_type="application/pdf",
        headers={"Content-Disposition": 'attachment; filename="vem-har-last.pdf"'},
    )


@require_safe
@refused_quietly
def consents(request: HttpRequest) -> HttpResponse:
    """What the person has said yes and no to, and what it means."""
    now = clock.now()
    page = own.open_own_consents(actor=actor_of(request), now=now)
    shown = pages.consents_shown(page, now)
    return render_own(request, "consents.html", {"shown": shown}, shown.reader)


@require_safe
@refused_quietly
def planning_question(request: HttpRequest) -> HttpResponse:
    """What follows if the person changes her answer on planning together."""
    now = clock.now()
    page = own.open_own_consents(actor=actor_of(request), now=now)
    shown = pages.consents_shown(page, now)
    if shown.planning is None or not shown.planning.can_change:
        return redirect("inhabitant:consents")
    answer = (
        PlanningConsent.WITHDRAWN if shown.planning.is_yes else PlanningConsent.GIVEN
    )
    form = PlanningAnswerForm(initial={"case_id": shown.case_id, "answer": answer})
    return render(
        request, "inhabitant/planning_question.html", {"shown": shown, "form": form}
    )


@require_POST
@confirmed_lately
@refused_quietly
def planning_answer(request: HttpRequest) -> HttpResponse:
    """Change the answer; it holds at once."""
    form = PlanningAnswerForm(request.POST)
    if not form.is_valid():
        raise DomainError(
            gettext("Svaret gick inte att läsa."),
            remedy=gettext("Gå tillbaka till Samtycke och svara igen."),
        )
    actor = actor_of(request)
    answer: PlanningConsent = form.cleaned_data["answer"]
    discharge.record_consent(
        actor=actor,
        case_id=form.cleaned_data["case_id"],
        answer=ConsentAnswer(
            planning=answer, how=ConsentHow.ONLINE, given_by=actor.name
        ),
        when=When(now=clock.now(), request_id=form.cleaned_data["request_id"]),
    )
    _tell_answer(request, answer)
    return redirect("inhabitant:consents")


@require_POST
@refused_quietly
def download(request: HttpRequest) -> HttpResponse:
    """Everything the person may have at once, in one file; logged as an export."""
    found = extract_own(actor=actor_of(request), now=clock.now())
    return HttpResponse(
        as_zip(found),
        content_type="application/zip",
        headers={"Content-Disposition": 'attachment; filename="mina-uppgifter.zip"'},
    )


@require_POST
def read_for(request: HttpRequest) -> HttpResponse:
    """Read about oneself, or about somebody one is guardian of or has leave from."""
    form = ReadForForm(request.POST)
    wanted = form.cleaned_data["related_id"] if form.is_valid() else None
    request.session["actor"] = _chosen(request, wanted)
    return redirect("inhabitant:home")


def _chosen(request: HttpRequest, related_id: UUID | None) -> dict[str, str]:
    actor = actor_of(request)
    if related_id is None and actor.person_id is not None:
        return session_actor.inhabitant(actor.person_id)
    for row in reads_for(actor, clock.day_of(clock.now())):
        if row.related_id == related_id:
            return session_actor.relative(row.person_id, row.related_id)
    raise NotFound(
        gettext("Du kan inte läsa för den personen."),
        remedy=gettext("Be personen ge dig rätt att läsa."),
    )


def _tell_answer(request: HttpRequest, answer: PlanningConsent) -> None:
    if answer is PlanningConsent.GIVEN:
        tell(
            request,
            gettext("Du har sagt ja"),
            gettext(
                "Nu får de som hjälper dig planera tillsammans. Det gäller genast."
            ),
        )
        return
    tell(
        request,
        gettext("Du har tagit tillbaka ditt ja"),
        gettext("De delar inte mer om dig för att planera. Det gäller genast."),
    )
