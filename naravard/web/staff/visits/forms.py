"""What is written when a visit is asked for, answered, and made."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy

from naravard.core import clock
from naravard.core.clock import day_of
from naravard.core.errors import DomainError
from naravard.mobile.rows import TeamRow, VisitRow
from naravard.mobile.rules.news2 import Consciousness, Measured, Scale
from naravard.mobile.rules.sbar import Sbar
from naravard.mobile.rules.states import Outcome, Urgency
from naravard.mobile.services import Acceptance, NewRequest, VisitForm
from naravard.web.staff.words import visits as words

LONGEST_TEXT = 2_000  # characters
USUAL_MINUTES = 45
HIGHEST_VERSION = 2**31 - 1  # what its column holds
FURTHEST = timedelta(days=366)  # from today
ACCEPT, REDIRECT, DECLINE = "accept", "redirect", "decline"


def _text(label: object, *, required: bool = False, rows: int = 2) -> forms.CharField:
    return forms.CharField(
        label=label,  # type: ignore[arg-type]
        required=required,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class RefusableForm(forms.Form):
    """A form that keeps what was written when a rule says no."""

    refusal: DomainError | None = None
    required_css_class = ""

    def refuse(self, error: DomainError) -> None:
        """Show the rule's no above what was written."""
        self.refusal = error


class AskForm(RefusableForm):
    """A request for a visit, handed over as SBAR."""

    team = forms.ChoiceField(label=gettext_lazy("Team"))
    urgency = forms.ChoiceField(
        label=gettext_lazy("Hur snart?"),
        choices=[(each.value, text) for each, text in words.URGENCIES.items()],
        widget=forms.RadioSelect,
        initial=Urgency.TODAY.value,
    )
    situation = _text(gettext_lazy("Situation: varför nu?"), required=True)
    background = _text(gettext_lazy("Bakgrund: det som teamet behöver veta"))
    assessment = _text(gettext_lazy("Aktuellt: hur personen mår nu"))
    recommendation = _text(gettext_lazy("Rekommendation: vad du vill att teamet gör"))

    def __init__(self, teams: Iterable[TeamRow], *args: object) -> None:
        """Offer the teams that go to the person."""
        super().__init__(*args)  # type: ignore[arg-type]
        team = self.fields["team"]
        assert isinstance(team, forms.ChoiceField)
        team.choices = [(str(each.id), each.name) for each in teams]

    def request(self, person_id: UUID) -> NewRequest:
        """What a valid form asks."""
        given = self.cleaned_data
        return NewRequest(
            person_id=person_id,
            team_id=UUID(given["team"]),
            urgency=Urgency(given["urgency"]),
            hand_over=_hand_over(given),
        )


class AnswerForm(RefusableForm):
    """The team's answer to a request."""

    decision = forms.ChoiceField(
        label=gettext_lazy("Svar"),
        choices=[
            (ACCEPT, gettext_lazy("Teamet kommer")),
            (REDIRECT, gettext_lazy("Hänvisa till en annan enhet")),
            (DECLINE, gettext_lazy("Teamet kommer inte")),
        ],
        widget=forms.RadioSelect,
        initial=ACCEPT,
    )
    why = forms.CharField(
        label=gettext_lazy("Vad besöket gäller"), max_length=200, required=False
    )
    needs = forms.MultipleChoiceField(
        label=gettext_lazy("Vilka som behövs, samtidigt"),
        choices=list(words.SKILLS.items()),
        widget=forms.CheckboxSelectMultiple,
        initial=["nurse"],
        required=False,
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("Minuter hos personen"),
        min_value=10,
        max_value=240,
        initial=USUAL_MINUTES,
    )
    day = forms.DateField(
        label=gettext_lazy("Dag"), widget=forms.DateInput(attrs={"type": "date"})
    )
    answer = _text(gettext_lazy("Svar till den som frågar"))

    def clean_day(self) -> date:
        """A visit is made within a year."""
        return _within_a_year(self.cleaned_data["day"])

    def clean(self) -> dict[str, object]:
        """A visit is about something, and somebody makes it."""
        given: dict[str, object] = super().clean() or {}
        if given.get("decision") == ACCEPT:
            if not given.get("why"):
                self.add_error("why", gettext_lazy("Skriv vad besöket gäller"))
            if not given.get("needs"):
                self.add_error("needs", gettext_lazy("Välj vilka som behövs"))
        return given

    def acceptance(self) -> Acceptance:
        """The visit a valid form accepts."""
        given = self.cleaned_data
        return Acceptance(
            why=given["why"],
            needs=tuple(given["needs"]),
            minutes=given["minutes"],
            day=given["day"],
            answer=given["answer"],
        )


class NoteForm(RefusableForm):
    """What was measured, found and done; its id makes it one however often sent."""

    note_id = forms.UUIDField(widget=forms.HiddenInput)
    based_on = forms.IntegerField(
        widget=forms.HiddenInput, min_value=0, max_value=HIGHEST_VERSION
    )
    written_at = forms.DateTimeField(widget=forms.HiddenInput, required=False)
    breaths = forms.IntegerField(
        label=gettext_lazy("Andningsfrekvens, per minut"), required=False
    )
    saturation = forms.IntegerField(
        label=gettext_lazy("Syremättnad, procent"), required=False
    )
    scale = forms.ChoiceField(
        label=gettext_lazy("Skala för syremättnad"),
        choices=[
            (Scale.ORDINARY.value, gettext_lazy("1: vanlig")),
            (
                Scale.LOW_SATURATION.value,
                gettext_lazy("2: låg mättnad är ordinerad som normal"),
            ),
        ],
        initial=Scale.ORDINARY.value,
    )
    oxygen = forms.ChoiceField(
        label=gettext_lazy("Syrgas"),
        choices=[
            ("", gettext_lazy("Inte noterat")),
            ("no", gettext_lazy("Nej")),
            ("yes", gettext_lazy("Ja")),
        ],
        required=False,
    )
    systolic = forms.IntegerField(
        label=gettext_lazy("Övre blodtryck, mmHg"), required=False
    )
    pulse = forms.IntegerField(label=gettext_lazy("Puls, per minut"), required=False)
    consciousness = forms.ChoiceField(
        label=gettext_lazy("Medvetande"),
        choices=[
            ("", gettext_lazy("Inte noterat")),
            *((each.value, text) for each, text in words.WAKEFULNESS.items()),
        ],
        required=False,
    )
    temperature = forms.DecimalField(
        label=gettext_lazy("Temperatur, °C"),
        max_digits=3,
        decimal_places=1,
        required=False,
        localize=True,
    )
    situation = _text(gettext_lazy("Situation"))
    background = _text(gettext_lazy("Bakgrund"))
    assessment = _text(gettext_lazy("Aktuellt och det som gjordes"), rows=3)
    recommendation = _text(gettext_lazy("Rekommendation och nästa kontakt"))
    outcome = forms.ChoiceField(
        label=gettext_lazy("Hur besöket slutade"),
        choices=[(each.value, text) for each, text in words.OUTCOMES.items()],
    )
    next_visit_on = forms.DateField(
        label=gettext_lazy("Nästa besök"),
        help_text=gettext_lazy("Lämna tomt om inget nytt besök behövs."),
        widget=forms.DateInput(attrs={"type": "date"}),
        required=False,
    )

    def clean_next_visit_on(self) -> date | None:
        """The next visit is within a year."""
        day: date | None = self.cleaned_data["next_visit_on"]
        return None if day is None else _within_a_year(day)

    def visit_form(self, visit_id: UUID, now: datetime) -> VisitForm:
        """What a valid form says, written when the device says, but never in future."""
        given = self.cleaned_data
        warm = given["temperature"]
        return VisitForm(
            note_id=given["note_id"],
            visit_id=visit_id,
            written_at=min(given["written_at"] or now, now),
            based_on=given["based_on"],
            outcome=Outcome(given["outcome"]),
            hand_over=_hand_over(given),
            measured=Measured(
                breaths=given["breaths"],
                saturation=given["saturation"],
                oxygen={"yes": True, "no": False}.get(given["oxygen"]),
                systolic=given["systolic"],
                pulse=given["pulse"],
                consciousness=Consciousness(given["consciousness"])
                if given["consciousness"]
                else None,
                temperature=None if warm is None else float(warm),
                scale=Scale(given["scale"]),
            ),
            next_visit_on=given["next_visit_on"],
        )


def fresh_note(visit: VisitRow) -> dict[str, object]:
    """What a note about a visit begins with."""
    return {"note_id": uuid4(), "based_on": visit.version}


def chosen_day(text: str, now: datetime) -> date:
    """The day an address names, or today; never more than a year away."""
    today = day_of(now)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return today
    return day if abs(day - today) <= FURTHEST else today


def _within_a_year(day: date) -> date:
    if abs(day - day_of(clock.now())) > FURTHEST:
        raise forms.ValidationError(gettext_lazy("Välj en dag inom ett år"))
    return day


def _hand_over(given: dict[str, str]) -> Sbar:
    return Sbar(
        situation=given["situation"],
        background=given["background"],
        assessment=given["assessment"],
        recommendation=given["recommendation"],
    )
