"""What is written when a team gets a car, a bag or a machine, or changes one."""

from datetime import date
from typing import Self

from django import forms
from django.utils.translation import gettext_lazy

from naravard.mobile.rules.resources import ResourceKind
from naravard.mobile.rules.states import TEAM_MOVES, TeamState
from naravard.mobile.services import NewResource
from naravard.mobile.team_rows import ResourceRow
from naravard.web.staff.visits.team_forms import NearDay
from naravard.web.staff.words import visits as words

MOST_VISITS = 500


def _capacity() -> forms.IntegerField:
    return forms.IntegerField(
        label=gettext_lazy("Besök om dagen som den räcker till"),
        min_value=1,
        max_value=MOST_VISITS,
    )


class ResourceForm(forms.Form):
    """A car, a bag or a machine that the team gets."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Slag av resurs"),
        choices=[(each.value, text) for each, text in words.RESOURCES.items()],
    )
    name = forms.CharField(label=gettext_lazy("Namn"), max_length=80)
    capacity = _capacity()
    opens_on = NearDay(
        label=gettext_lazy("Från och med"),
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    @classmethod
    def of(cls, today: date) -> Self:
        """The form for something that begins today."""
        return cls(auto_id="resurs_%s", initial={"opens_on": today})

    def resource(self) -> NewResource:
        """What a valid form adds."""
        given = self.cleaned_data
        return NewResource(
            kind=ResourceKind(given["kind"]),
            name=given["name"],
            capacity=given["capacity"],
            opens_on=given["opens_on"],
        )


class ResourceChangeForm(forms.Form):
    """Where a resource is in its life, and its capacity."""

    to = forms.ChoiceField(
        label=gettext_lazy("Läge"),
        choices=[(each.value, text) for each, text in words.RESOURCE_STATES.items()],
    )
    capacity = _capacity()

    @classmethod
    def of(cls, row: ResourceRow) -> Self:
        """The form with what holds now, and only where the resource may go."""
        form = cls(
            auto_id=f"resurs_{row.id}_%s",
            initial={"to": row.state, "capacity": row.capacity},
        )
        to = form.fields["to"]
        assert isinstance(to, forms.ChoiceField)
        may = {row.state, *TEAM_MOVES[row.state]}
        to.choices = [
            (each.value, text)
            for each, text in words.RESOURCE_STATES.items()
            if each in may
        ]
        return form

    def state(self) -> TeamState:
        """Where a valid form wants it."""
        return TeamState(self.cleaned_data["to"])
