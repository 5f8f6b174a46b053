"""The person reads her plan, writes in it, answers and asks; each opens it once."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from naravard.access.rules import Action, ActorKind
from naravard.core import clock
from naravard.core.errors import DomainError, NotFound
from naravard.plan import services as plan
from naravard.plan.rules.consent import Speaker
from naravard.plan.rules.edits import Put
from naravard.plan.rules.errors import EditedMeanwhile
from naravard.plan.rules.kinds import Author, PassageKind
from naravard.plan.rules.parts import Goal, Part, Passage
from naravard.plan.services import OpenedBeginning, OpenedPlan, Said
from naravard.web.inhabitant.easy import render_own
from naravard.web.inhabitant.plan.forms import (
    AnswerForm,
    NeedForm,
    WordsForm,
)
from naravard.web.inhabitant.plan.opening import REFUSED, opened_beginning, opened_plan
from naravard.web.inhabitant.plan.shown import plan_shown
from naravard.web.inhabitant.refusals import refused_quietly
from naravard.web.notices import tell
from naravard.web.paper.own_plan import own_plan_pdf
from naravard.web.signin.limits import confirmed_lately

FORBIDDEN, CONFLICT = 403, 409
# Her own texts, by the question each answers.
ASKED: Mapping[PassageKind, str | Promise] = {
    PassageKind.WHAT_MATTERS: gettext_lazy("Vad är viktigt för dig?"),
    PassageKind.OWN_QUESTIONS: gettext_lazy("Vad vill du ta upp på nästa möte?"),
    PassageKind.OWN_SUMMARY: gettext_lazy("Vad kom vi överens om, med dina ord?"),
    PassageKind.CRISIS_SIGNS: gettext_lazy("Hur märks det att du mår sämre?"),
    PassageKind.CRISIS_HELPS: gettext_lazy("Vad hjälper dig då?"),
    PassageKind.CRISIS_AVOID: gettext_lazy("Vad vill du inte att vi gör?"),
    PassageKind.CRISIS_CALL: gettext_lazy("Vem ska vi ringa?"),
}


@require_safe
@refused_quietly
def my_plan(request: HttpRequest) -> HttpResponse:
    """What matters, what is to be done and by whom, and what to do if it gets worse."""
    now = clock.now()
    shown = plan_shown(opened_plan(request), now)
    page = {"shown": shown, "form": NeedForm()}
    return render_own(request, "plan/plan.html", page, shown.reader)


@require_POST
@refused_quietly
def plan_pdf(request: HttpRequest) -> HttpResponse:
    """The same as the page, as a file to keep or print; logged as an export."""
    opened = opened_plan(request, action=Action.EXPORT)
    return HttpResponse(
        own_plan_pdf(opened, clock.now()),
        content_type="application/pdf",
        headers={"Content-Disposition": 'attachment; filename="min-plan.pdf"'},
    )


@require_POST
@refused_quietly
def ask_for_plan(request: HttpRequest) -> HttpResponse:
    """Ask for one plan together; it lands where she is listed."""
    record = opened_beginning(request).record
    plan.check_may_do(record=record, action=Action.FLAG_PLAN_NEED)
    form = NeedForm(request.POST)
    if not form.is_valid():
        shown = plan_shown(opened_plan(request), clock.now())
        page = {"shown": shown, "form": form}
        return render_own(request, "plan/plan.html", page, shown.reader, status=REFUSED)
    plan.flag_need(
        record=record,
        because=form.cleaned_data["text"],
        now=clock.now(),
    )
    tell(
        request,
        gettext("Vi har tagit emot din önskan"),
        gettext("Din vårdcentral hör av sig till dig."),
    )
    return redirect("inhabitant:my_plan")


@require_POST
@confirmed_lately
@refused_quietly
def answer(request: HttpRequest) -> HttpResponse:
    """Say yes or no to planning together."""
    begun = opened_beginning(request)
    plan.check_may_do(record=begun.record, action=Action.RECORD_CONSENT)
    form = AnswerForm(request.POST)
    if not form.is_valid() or begun.process is None:
        raise _unreadable()
    yes: bool = form.cleaned_data["yes"]
    plan.say(
        record=begun.record,
        plan_id=begun.process.head.plan_id,
        said=_said(begun, yes=yes),
        now=clock.now(),
    )
    tell(request, gettext("Ditt svar är sparat"), gettext("Det gäller genast."))
    return redirect("inhabitant:my_plan")


@require_http_methods(["GET", "POST"])
@confirmed_lately
@refused_quietly
def withdraw(request: HttpRequest) -> HttpResponse:
    """Take the yes back, knowing what follows."""
    begun = opened_beginning(request)
    plan.check_may_do(record=begun.record, action=Action.WITHDRAW_CONSENT)
    if begun.process is None:
        return redirect("inhabitant:my_plan")
    if begun.process.head.compulsory_since is not None:
        return _no_yes_to_take_back(request)
    if request.method == "GET":
        shown = plan_shown(opened_plan(request), clock.now())
        return render(request, "inhabitant/plan/withdraw.html", {"shown": shown})
    plan.withdraw(
        record=begun.record, plan_id=begun.process.head.plan_id, now=clock.now()
    )
    tell(
        request,
        gettext("Du har tagit tillbaka ditt ja"),
        gettext("Ingen annan läser planen längre. Det gäller genast."),
    )
    return redirect("inhabitant:my_plan")


@require_http_methods(["GET", "POST"])
@refused_quietly
def write_words(request: HttpRequest, kind: PassageKind) -> HttpResponse:
    """Write one of her own texts; nobody's words are lost if others write too."""
    opened = _with_plan(request)
    before = _passage(opened, kind)
    form = WordsForm(
        str(ASKED[kind]),
        request.POST or None,
        initial={
            "text": before.text,
            "version": _version(opened),
            "request_id": uuid4(),
        },
    )
    if not form.is_valid():
        return _ask(request, opened, form, REFUSED if form.is_bound else 200)
    after = replace(before, text=form.cleaned_data["text"], author=_author(opened))
    return _written(request, opened, form, after)


@require_http_methods(["GET", "POST"])
@refused_quietly
def write_goal(request: HttpRequest) -> HttpResponse:
    """Write down something she wants to reach."""
    opened = _with_plan(request, by_mandate=True)
    form = WordsForm(
        gettext("Vad vill du uppnå?"),
        request.POST or None,
        initial={"version": _version(opened), "request_id": uuid4()},
    )
    if form.is_bound and form.is_valid() and not form.cleaned_data["text"].strip():
        form.add_error("text", gettext("Skriv vad du vill uppnå"))
    if not form.is_valid():
        return _ask(request, opened, form, REFUSED if form.is_bound else 200)
    goal = Goal(id=uuid4(), text=form.cleaned_data["text"], author=_author(opened))
    return _written(request, opened, form, goal)


def _no_yes_to_take_back(request: HttpRequest) -> HttpResponse:
    """A plan by LPT 7 a § or LRV 12 a § rests on no yes; why, and what she can do."""
    shown = plan_shown(opened_plan(request), clock.now())
    return render(
        request, "inhabitant/plan/by_law.html", {"shown": shown}, status=FORBIDDEN
    )


def _written(
    request: HttpRequest, opened: OpenedPlan, form: WordsForm, part: Part
) -> HttpResponse:
    try:
        plan.change(
            record=opened.record,
            plan_id=_plan_id(opened),
            read_version=form.cleaned_data["version"],
            edits=(Put(part=part),),
            now=clock.now(),
            request_id=form.cleaned_data["request_id"],
        )
    except EditedMeanwhile as meanwhile:
        return _both(request, opened, form, meanwhile)
    tell(request, gettext("Det är sparat"), gettext("De som hjälper dig ser det nu."))
    return redirect("inhabitant:my_plan")


def _both(
    request: HttpRequest,
    opened: OpenedPlan,
    form: WordsForm,
    meanwhile: EditedMeanwhile,
) -> HttpResponse:
    """Her text and theirs, side by side; saving again keeps what she then has."""
    theirs = meanwhile.clashes[0].theirs
    again = WordsForm(
        str(form.fields["text"].label),
        initial={
            "text": form.cleaned_data["text"],
            "version": meanwhile.version,
            "request_id": uuid4(),
        },
    )
    return _ask(request, opened, again, CONFLICT, theirs=getattr(theirs, "text", ""))


def _ask(
    request: HttpRequest,
    opened: OpenedPlan,
    form: WordsForm,
    status: int,
    theirs: str | None = None,
) -> HttpResponse:
    shown = plan_shown(opened, clock.now())
    page = {"shown": shown, "form": form, "theirs": theirs}
    return render(request, "inhabitant/plan/write.html", page, status=status)


def _with_plan(request: HttpRequest, *, by_mandate: bool = False) -> OpenedPlan:
    opened = opened_plan(request)
    plan.check_may_do(
        record=opened.record, action=Action.EDIT_PLAN, by_mandate=by_mandate
    )
    if opened.plan is None:
        raise NotFound(
            gettext("Du har ingen plan att skriva i än."),
            remedy=gettext("Be om en gemensam plan på sidan Min plan."),
        )
    return opened


def _said(begun: OpenedBeginning, *, yes: bool) -> Said:
    """Herself, or the guardian who reads for her child."""
    actor = begun.record.actor
    if actor.kind is ActorKind.PERSON:
        return Said(yes=yes)
    related = next(
        (one.id for one in begun.person.related if one.person_id == actor.person_id),
        None,
    )
    return Said(yes=yes, speaker=Speaker.GUARDIAN, related_id=related)


def _author(opened: OpenedPlan) -> Author:
    herself = opened.record.actor.kind is ActorKind.PERSON
    return Author.PERSON if herself else Author.PROXY


def _passage(opened: OpenedPlan, kind: PassageKind) -> Passage:
    passages = opened.plan.content.passages if opened.plan else ()
    new = Passage(id=uuid4(), kind=kind, text="", author=_author(opened))
    return next((one for one in passages if one.kind is kind), new)


def _version(opened: OpenedPlan) -> int:
    return opened.plan.head.version if opened.plan else 0


def _plan_id(opened: OpenedPlan) -> UUID:
    if opened.plan is None:
        raise _unreadable()
    return opened.plan.head.plan_id


def _unreadable() -> DomainError:
    return DomainError(
        gettext("Svaret gick inte att läsa."),
        remedy=gettext("Gå tillbaka till Min plan och försök igen."),
    )
