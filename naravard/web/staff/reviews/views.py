"""The list of reviews, one review, and what is asked, answered and decided."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.review import services as review
from naravard.web.actor import actor_of
from naravard.web.components.navigation import Crumb
from naravard.web.notices import tell
from naravard.web.staff.reviews.forms import (
    DecisionForm,
    WordsForm,
    answer_form,
    done_form,
    question_form,
)
from naravard.web.staff.reviews.shown import figures, review_lines, review_shown

REFUSED = 422


@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    """What I am asked, and what I have to review."""
    now = clock.now()
    found = review.open_reviews(actor=actor_of(request), now=now)
    return render(
        request,
        "staff/reviews/list.html",
        {
            "asked": [(row, answer_form()) for row in found.asked],
            "reviews": found.reviews,
            "lines": review_lines(found.picks, now),
            "closed": review_lines(found.closed, now),
            "figures": figures(found.overview) if found.overview else (),
            "runs": found.runs,
            "now": now,
        },
    )


@require_safe
def one(request: HttpRequest, pick_id: UUID) -> HttpResponse:
    """One review: why it was picked, the rows of the log, and what has been said."""
    return _page(request, pick_id)


@require_POST
def ask(request: HttpRequest, pick_id: UUID) -> HttpResponse:
    """Ask the one who read."""
    form = question_form(request.POST)

    def doing() -> None:
        review.ask(
            actor=actor_of(request),
            pick_id=pick_id,
            question=form.text,
            now=clock.now(),
        )

    done = gettext("Frågan är skickad"), gettext("Den som läste ser den i sin meny.")
    return _do(request, pick_id, form, doing, done, question=form)


@require_POST
def decide(request: HttpRequest, pick_id: UUID) -> HttpResponse:
    """Decide, with words where they are needed."""
    form = DecisionForm(request.POST)

    def doing() -> None:
        review.decide(
            actor=actor_of(request),
            pick_id=pick_id,
            decision=form.decision,
            words=form.cleaned_data["why"],
            now=clock.now(),
        )

    done = gettext("Beslutet är sparat"), gettext("Personen ser vad ni kom fram till.")
    return _do(request, pick_id, form, doing, done, deciding=form)


@require_POST
def follow_up(request: HttpRequest, pick_id: UUID) -> HttpResponse:
    """Say what has been done about a breach."""
    form = done_form(request.POST)

    def doing() -> None:
        review.follow_up(
            actor=actor_of(request), pick_id=pick_id, done=form.text, now=clock.now()
        )

    done = gettext("Uppföljningen är sparad"), gettext("Granskningen är avslutad.")
    return _do(request, pick_id, form, doing, done, following=form)


@require_POST
def explain(request: HttpRequest, pick_id: UUID) -> HttpResponse:
    """Answer a question about what one has read."""
    form = answer_form(request.POST)
    if form.is_valid():
        review.explain(
            actor=actor_of(request),
            pick_id=pick_id,
            answer=form.text,
            now=clock.now(),
        )
        tell(
            request,
            gettext("Ditt svar är skickat"),
            gettext("Den som granskar läser det och beslutar."),
        )
    return HttpResponseRedirect(reverse("staff:reviews"))


def _do(
    request: HttpRequest,
    pick_id: UUID,
    form: WordsForm | DecisionForm,
    doing: Callable[[], None],
    done: tuple[str, str],
    **forms: WordsForm | DecisionForm,
) -> HttpResponse:
    """Do it, or show the page again with what was written and what is wrong."""
    if not form.is_valid():
        return _page(request, pick_id, **forms)
    try:
        doing()
    except DomainError as refusal:
        form.add_error(None, f"{refusal.message} {refusal.remedy}".strip())
        return _page(request, pick_id, **forms)
    tell(request, *done)
    return HttpResponseRedirect(reverse("staff:review", args=[pick_id]))


def _page(
    request: HttpRequest, pick_id: UUID, **forms: WordsForm | DecisionForm
) -> HttpResponse:
    now = clock.now()
    opened = review.open_review(actor=actor_of(request), pick_id=pick_id, now=now)
    return render(
        request,
        "staff/reviews/one.html",
        {
            "shown": review_shown(opened, now),
            "question": forms.get("question") or question_form(),
            "deciding": forms.get("deciding") or DecisionForm(),
            "following": forms.get("following") or done_form(),
            "now": now,
            "crumbs": (
                Crumb(text=gettext("Granskning"), href=reverse("staff:reviews")),
            ),
        },
        status=REFUSED if forms else 200,
    )
