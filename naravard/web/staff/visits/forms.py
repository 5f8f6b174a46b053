"""What is written when a visit is asked for, answered, and made."""

from datetime import date, datetime, timedelta
from typing import Self
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy

from naravard.core import clock
from naravard.core.clock import day_of
from naravard.core.errors import DomainError
from naravard.mobile.rules.resources import ResourceKind
from naravard.mobile.rules.sbar import Sbar
from naravard.mobile.rules.states import Source, Terms, Urgency
from naravard.mobile.services import (
    Acceptance,
    AskingPage,
    NewRequest,
    OpenedRequest,
)
from naravard.web.staff.words import visits as words

LONGEST_TEXT = 2_000  # characters
USUAL_MINUTES = 45
HIGHEST_VERSION = 2**31 - 1  # what its column holds
FURTHEST = timedelta(days=366)  # from today
ACCEPT, REDIRECT, DECLINE = "accept", "redirect", "decline"


def text_field(
    label: object, *, required: bool = False, rows: int = 2, help_text: object = ""
) -> forms.CharField:
    """Some lines of text."""
    return forms.CharField(
        label=label,  # type: ignore[arg-type]
        help_text=help_text,  # type: ignore[arg-type]
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

    about = ""  # what in the person's plan it comes of
    activity = forms.UUIDField(required=False, widget=forms.HiddenInput)
    team = forms.ChoiceField(label=gettext_lazy("Team"))
    urgency = forms.ChoiceField(
        label=gettext_lazy("Hur snart?"),
        choices=[(each.value, text) for each, text in words.URGENCIES.items()],
        widget=forms.RadioSelect,
        initial=Urgency.TODAY.value,
    )
    source = forms.ChoiceField(
        label=gettext_lazy("Vad förfrågan kommer av"),
        choices=[
            ("", gettext_lazy("Vår egen bedömning")),
            (Source.EMERGENCY.value, gettext_lazy("Besök på akutmottagningen")),
            (Source.PLAN.value, gettext_lazy("En insats i personens plan")),
            (Source.ALERT.value, gettext_lazy("Larm från egenmonitorering")),
        ],
        required=False,
    )
    situation = text_field(gettext_lazy("Situation: varför nu?"), required=True)
    background = text_field(gettext_lazy("Bakgrund: det som teamet behöver veta"))
    assessment = text_field(gettext_lazy("Aktuellt: hur personen mår nu"))
    recommendation = text_field(
        gettext_lazy("Rekommendation: vad du vill att teamet gör")
    )

    def __init__(self, asking: AskingPage, *args: object) -> None:
        """Offer the teams that go to the person, with the county's terms."""
        super().__init__(*args)  # type: ignore[arg-type]
        team, urgency = self.fields["team"], self.fields["urgency"]
        assert isinstance(team, forms.ChoiceField)
        assert isinstance(urgency, forms.ChoiceField)
        team.choices = [(str(each.id), each.name) for each in asking.teams]
        urgency.choices = [
            (each.value, words.urgency_within(each, said_wait(each, terms)))
            for each, terms in asking.terms.items()
        ]
        if asking.activity is not None:
            self.about = asking.activity.text
            self.initial.update(
                activity=asking.activity.id,
                source=Source.PLAN.value,
                urgency=Urgency.PLANNED.value,
                situation=asking.activity.text,
            )
        urgency.help_text = gettext_lazy(
            "Teamet svarar inom %(now)s, %(today)s, %(days)s eller %(planned)s."
        ) % {
            each.value: words.so_long(terms.answer_within)
            for each, terms in asking.terms.items()
        }

    def request(self, person_id: UUID) -> NewRequest:
        """What a valid form asks."""
        given = self.cleaned_data
        return NewRequest(
            person_id=person_id,
            team_id=UUID(given["team"]),
            urgency=Urgency(given["urgency"]),
            hand_over=hand_over(given),
            source=Source(given["source"]) if given["source"] else None,
            activity=given["activity"],
        )


def said_wait(urgency: Urgency, terms: Terms) -> timedelta | None:
    """The longest wait that is said; None where the day is what counts."""
    return terms.visit_within if urgency in words.USUAL else None


class AnswerForm(RefusableForm):
    """The team's answer to a request."""

    says_what_is_optional = True  # what is needed follows from the answer
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
    resources = forms.MultipleChoiceField(
        label=gettext_lazy("Bil, väska eller apparat som måste finnas"),
        help_text=gettext_lazy("Dagen planeras inte utöver vad den räcker till."),
        choices=list(words.RESOURCES.items()),
        widget=forms.CheckboxSelectMultiple,
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
    contact = forms.ChoiceField(
        label=gettext_lazy("Personens fasta kontakt i teamet"), required=False
    )
    criteria = forms.MultipleChoiceField(
        label=gettext_lazy("Kriterier som personen uppfyller"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    reason = forms.CharField(
        label=gettext_lazy("Varför personen skrivs in"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    answer = text_field(
        gettext_lazy("Svar till den som frågar"),
        help_text=gettext_lazy("Behövs om teamet inte kommer."),
    )

    @classmethod
    def of(
        cls, opened: OpenedRequest, given: QueryDict | None, initial: dict[str, object]
    ) -> Self:
        """The form with the team's staff, and its criteria for whoever is new."""
        form = cls(given, initial=initial)
        contact, criteria = form.fields["contact"], form.fields["criteria"]
        assert isinstance(contact, forms.ChoiceField)
        assert isinstance(criteria, forms.ChoiceField)
        contact.choices = [
            ("", gettext_lazy("Ingen än")),
            *((str(m.assignment_id), f"{m.name}, {m.title}") for m in opened.members),
        ]
        asked = opened.team.criteria
        criteria.choices = [(text, text) for text in asked.texts]
        criteria.help_text = gettext_lazy(
            "%(needed)s behövs. Skriv annars varför personen skrivs in ändå."
        ) % {"needed": asked.needed}
        form._offer_resources(opened.kinds)
        if opened.enrolment is not None:
            del form.fields["criteria"], form.fields["reason"]
        elif not asked.texts:
            del form.fields["criteria"]
        return form

    def _offer_resources(self, kinds: tuple[ResourceKind, ...]) -> None:
        """Only what the team has; a team that has nothing is not asked."""
        field = self.fields["resources"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(kind.value, words.RESOURCES[kind]) for kind in kinds]
        if not kinds:
            del self.fields["resources"]

    def clean_day(self) -> date:
        """A visit is made within a year."""
        return within_a_year(self.cleaned_data["day"])

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
            named_contact=UUID(given["contact"]) if given["contact"] else None,
            criteria=tuple(given.get("criteria", ())),
            reason=given.get("reason", ""),
            resources=tuple(map(ResourceKind, given.get("resources", ()))),
        )


def chosen_day(text: str, now: datetime) -> date:
    """The day an address names, or today; never more than a year away."""
    today = day_of(now)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return today
    return day if abs(day - today) <= FURTHEST else today


def within_a_year(day: date) -> date:
    """The same day, when it is not further away. Raises ValidationError."""
    if abs(day - day_of(clock.now())) > FURTHEST:
        raise forms.ValidationError(gettext_lazy("Välj en dag inom ett år"))
    return day


def hand_over(given: dict[str, str]) -> Sbar:
    """The hand-over of a valid form."""
    return Sbar(
        situation=given["situation"],
        background=given["background"],
        assessment=given["assessment"],
        recommendation=given["recommendation"],
    )
