"""What is written when a visit gets another day, is cancelled, or somebody leaves."""

from datetime import date
from typing import Self

from django import forms
from django.utils.translation import gettext_lazy

from naravard.mobile.rows import VisitRow
from naravard.mobile.rules.resources import ResourceKind
from naravard.mobile.rules.waiting import LONGEST_REASON
from naravard.web.components.moments import DayField
from naravard.web.staff.visits.forms import within_a_year
from naravard.web.staff.words import visits as words


class OtherDayForm(forms.Form):
    """Another day for a visit, and why."""

    day = DayField(label=gettext_lazy("Ny dag"))
    reason = forms.CharField(
        label=gettext_lazy("Varför, så att personen förstår"),
        required=False,
        max_length=LONGEST_REASON,
    )

    def clean_day(self) -> date:
        """A visit is made within a year."""
        return within_a_year(self.cleaned_data["day"])


class CancelForm(forms.Form):
    """Why a visit is not made; the rule says that it must be said."""

    reason = forms.CharField(
        label=gettext_lazy("Varför besöket ställs in"),
        help_text=gettext_lazy("Personen läser det."),
        max_length=LONGEST_REASON,
    )


class ThingsForm(forms.Form):
    """Which car, bag or machine must be there."""

    resources = forms.MultipleChoiceField(
        label=gettext_lazy("Bil, väska eller apparat som måste finnas"),
        help_text=gettext_lazy("Dagen planeras inte utöver vad den räcker till."),
        choices=list(words.RESOURCES.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    @classmethod
    def of(cls, row: VisitRow, kinds: tuple[ResourceKind, ...]) -> Self:
        """The form with what the team has, and what the visit needs now."""
        form = cls(auto_id="behover_%s", initial={"resources": row.resources})
        field = form.fields["resources"]
        assert isinstance(field, forms.ChoiceField)
        offered = [kind for kind in ResourceKind if kind in {*kinds, *row.resources}]
        field.choices = [(kind.value, words.RESOURCES[kind]) for kind in offered]
        return form

    def kinds(self) -> tuple[ResourceKind, ...]:
        """What a valid form says."""
        return tuple(map(ResourceKind, self.cleaned_data["resources"]))


class EndForm(forms.Form):
    """Why somebody belongs to the team no more."""

    reason = forms.CharField(
        label=gettext_lazy("Varför, och vem som tar vid"), max_length=LONGEST_REASON
    )
