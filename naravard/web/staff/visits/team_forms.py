"""What is written about a team: its life, its shifts, and what its staff may do."""

from datetime import date, timedelta
from typing import Self
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy

from naravard.mobile.rows import TeamRow
from naravard.mobile.rules.enrolling import (
    LONGEST_CRITERION,
    MOST_CRITERIA,
    Criteria,
)
from naravard.mobile.rules.states import TEAM_MOVES, TeamKind, TeamState
from naravard.mobile.rules.travel import Point
from naravard.mobile.services import NewTeam, Shifts
from naravard.mobile.team_rows import LedTeam
from naravard.web.staff.visits.forms import within_a_year
from naravard.web.staff.words import visits as words

WEEKDAYS = (
    ("0", gettext_lazy("måndag")),
    ("1", gettext_lazy("tisdag")),
    ("2", gettext_lazy("onsdag")),
    ("3", gettext_lazy("torsdag")),
    ("4", gettext_lazy("fredag")),
    ("5", gettext_lazy("lördag")),
    ("6", gettext_lazy("söndag")),
)
WORKDAYS = ["0", "1", "2", "3", "4"]
LONGEST_AHEAD = timedelta(days=92)
A_YEAR = timedelta(days=365)


class NearDay(forms.DateField):
    """A day that is not too far away to be reckoned with."""

    def clean(self, value: object) -> date | None:
        """The day. Raises ValidationError when it is more than a year away."""
        day: date | None = super().clean(value)
        return None if day is None else within_a_year(day)


def _day(label: object, *, required: bool = True) -> forms.DateField:
    return NearDay(
        label=label,  # type: ignore[arg-type]
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}),
    )


def _hour(label: object) -> forms.TimeField:
    return forms.TimeField(
        label=label,  # type: ignore[arg-type]
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )


def _visits_a_day() -> forms.IntegerField:
    return forms.IntegerField(
        label=gettext_lazy("Besök om dagen som teamet har plats för"),
        min_value=1,
        max_value=500,
    )


class BeginForm(forms.Form):
    """A unit that is to become a team."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Slag av team"),
        choices=[(each.value, text) for each, text in words.TEAM_KINDS.items()],
    )
    visits_a_day = _visits_a_day()
    municipalities = forms.RegexField(
        label=gettext_lazy("Kommunkoder där teamet arbetar, med mellanslag"),
        regex=r"^\s*\d{4}(\s+\d{4})*\s*$",
    )
    latitude = forms.FloatField(
        label=gettext_lazy("Basens latitud"), min_value=55, max_value=70, localize=True
    )
    longitude = forms.FloatField(
        label=gettext_lazy("Basens longitud"), min_value=10, max_value=25, localize=True
    )
    opens_on = _day(gettext_lazy("Första dagen"))

    def team(self, unit_id: UUID) -> NewTeam:
        """The team a valid form begins."""
        given = self.cleaned_data
        return NewTeam(
            unit_id=unit_id,
            kind=TeamKind(given["kind"]),
            visits_a_day=given["visits_a_day"],
            municipalities=tuple(given["municipalities"].split()),
            base=Point(given["latitude"], given["longitude"]),
            opens_on=given["opens_on"],
        )


class TeamForm(forms.Form):
    """Where the team is in its life, and its room."""

    to = forms.ChoiceField(
        label=gettext_lazy("Läge"),
        choices=[(each.value, text) for each, text in words.TEAM_STATES.items()],
    )
    visits_a_day = _visits_a_day()
    criteria_texts = forms.CharField(
        label=gettext_lazy("Kriterier för inskrivning, ett på varje rad"),
        required=False,
        max_length=MOST_CRITERIA * (LONGEST_CRITERION + 2),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    criteria_needed = forms.IntegerField(
        label=gettext_lazy("Så många av kriterierna behövs"),
        min_value=0,
        max_value=MOST_CRITERIA,
    )

    @classmethod
    def of(cls, team: TeamRow) -> Self:
        """The form with what holds now, and only where the team may go from here."""
        form = cls(
            auto_id="team_%s",
            initial={
                "to": team.state,
                "visits_a_day": team.visits_a_day,
                "criteria_texts": "\n".join(team.criteria.texts),
                "criteria_needed": team.criteria.needed,
            },
        )
        to = form.fields["to"]
        assert isinstance(to, forms.ChoiceField)
        may = {team.state, *TEAM_MOVES[team.state]}
        to.choices = [
            (each.value, text)
            for each, text in words.TEAM_STATES.items()
            if each in may
        ]
        return form

    def state(self) -> TeamState:
        """Where a valid form wants it."""
        return TeamState(self.cleaned_data["to"])

    def criteria(self) -> Criteria:
        """Whom a valid form lets the team take in."""
        lines = self.cleaned_data["criteria_texts"].splitlines()
        texts = tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))
        return Criteria(texts=texts, needed=self.cleaned_data["criteria_needed"])


class ShiftsForm(forms.Form):
    """The same hours for somebody on some days of the week."""

    who = forms.UUIDField(label=gettext_lazy("Vem"), widget=forms.Select)
    first = _day(gettext_lazy("Från och med"))
    last = _day(gettext_lazy("Till och med"))
    weekdays = forms.MultipleChoiceField(
        label=gettext_lazy("Veckodagar"),
        choices=WEEKDAYS,
        widget=forms.CheckboxSelectMultiple,
        initial=WORKDAYS,
    )
    begins = _hour(gettext_lazy("Börjar"))
    ends = _hour(gettext_lazy("Slutar"))

    @classmethod
    def of(cls, team: LedTeam, today: date) -> Self:
        """The form with the team's staff, for the coming week."""
        first = today + timedelta(days=7 - today.weekday())
        form = cls(
            auto_id="pass_%s",
            initial={
                "first": first,
                "last": first + timedelta(days=4),
                "begins": "08:00",
                "ends": "17:00",
            },
        )
        form.fields["who"].widget = forms.Select(choices=_members(team))
        return form

    def clean(self) -> dict[str, object]:
        """The days come in order, and not too many of them."""
        given = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if first and last and not first <= last <= first + LONGEST_AHEAD:
            self.add_error("last", gettext_lazy("Välj ett slut inom tre månader."))
        return given

    def shifts(self) -> Shifts:
        """What a valid form plans."""
        given = self.cleaned_data
        count = (given["last"] - given["first"]).days + 1
        days = (given["first"] + timedelta(days=n) for n in range(count))
        return Shifts(
            assignment_id=given["who"],
            days=tuple(d for d in days if str(d.weekday()) in given["weekdays"]),
            begins=given["begins"],
            ends=given["ends"],
        )


class CompetenceForm(forms.Form):
    """What somebody may do besides their profession."""

    who = forms.UUIDField(label=gettext_lazy("Vem"), widget=forms.Select)
    skill = forms.ChoiceField(
        label=gettext_lazy("Uppgift eller kompetens"),
        choices=list(words.SKILLS.items()),
        initial="infusion",
    )
    valid_from = _day(gettext_lazy("Gäller från"))
    valid_to = _day(gettext_lazy("Gäller till"), required=False)
    delegated = forms.BooleanField(
        label=gettext_lazy("Jag delegerar uppgiften (högst ett år)"), required=False
    )

    @classmethod
    def of(cls, team: LedTeam, today: date) -> Self:
        """The form with the team's staff, for a year from today."""
        form = cls(
            auto_id="behorighet_%s",
            initial={
                "valid_from": today,
                "valid_to": today + A_YEAR,
                "delegated": True,
            },
        )
        form.fields["who"].widget = forms.Select(choices=_members(team))
        return form


def _members(team: LedTeam) -> list[tuple[str, str]]:
    return [
        (str(each.assignment_id), f"{each.name}, {each.title}") for each in team.members
    ]
