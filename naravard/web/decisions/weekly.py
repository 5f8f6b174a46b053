"""Veckomötet: one page to hold the joint meeting by, and what it agreed on."""

from datetime import timedelta
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from naravard.core import clock
from naravard.people.roles import Role
from naravard.roadmap import services
from naravard.roadmap.queries import meeting_notes
from naravard.roadmap.rows import DecisionRow, Road
from naravard.roadmap.rules import DecisionState, ObstacleState, check_may_move
from naravard.roadmap.services import NoteText
from naravard.web.actor import actor_of
from naravard.web.decisions.board import board_of
from naravard.web.decisions.cards import card_of, why_words
from naravard.web.decisions.road_view import road_view
from naravard.web.decisions.showing import shown, state_words
from naravard.web.notices import tell

WEEKS = timedelta(weeks=4)  # what was agreed before that is in the history
LONGEST_TEXT, LONGEST_OWNER = 1_000, 200


class NoteForm(forms.Form):
    """What the meeting agreed on, who does it and by when."""

    text = forms.CharField(
        label=gettext_lazy("Vad kom vi överens om?"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    owner = forms.CharField(
        label=gettext_lazy("Vem gör det?"),
        help_text=gettext_lazy("Lämna tomt om det bara är något att minnas."),
        max_length=LONGEST_OWNER,
        required=False,
    )
    due_on = forms.DateField(
        label=gettext_lazy("Till när?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
    )


@require_http_methods(["GET", "HEAD", "POST"])
def week(request: HttpRequest) -> HttpResponse:
    """What has changed, what is in the way, what is late, and what was agreed."""
    actor, now = actor_of(request), clock.now()
    form = NoteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        check_may_move(actor)
        if form.is_valid():
            services.write_note(
                actor=actor, wanted=NoteText(**form.cleaned_data), now=now
            )
            tell(
                request,
                gettext("Det är antecknat"),
                gettext("Det står kvar här tills det är gjort."),
            )
            return redirect("decisions:week")
    board, today = board_of(actor), clock.day_of(now)
    notes = meeting_notes(actor, now - WEEKS)
    return shown(
        request,
        "decisions/week.html",
        {
            "form": form,
            "says": state_words(board),
            "number": today.isocalendar().week,
            "changed": [
                (card_of(each), why_words(each))
                for each in board.followed
                if each.judgement.verdict.is_change
            ],
            "obstacles": [
                each
                for each in (road_view(board.road).obstacles if board.road else ())
                if each.row.state is not ObstacleState.GONE
            ],
            "late": late_decisions(board.road),
            "to_do": [
                (row, row.is_late(today))
                for row in notes
                if row.owner and row.done_at is None
            ],
            "agreed": [row for row in notes if not row.owner or row.done_at],
            "may_move": actor.role is Role.DECISION_MAKER,
        },
    )


@require_POST
def done(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """What was agreed on has been done."""
    services.finish_note(actor=actor_of(request), note_id=note_id, now=clock.now())
    return redirect("decisions:week")


def late_decisions(road: Road | None) -> list[DecisionRow]:
    """Decisions whose day has passed without being stood behind by all they bind."""
    today = clock.day_of(clock.now())
    return [
        row
        for row in (road.decisions if road else ())
        if row.state is not DecisionState.RATIFIED and row.day < today
    ]
