"""What is written when a visit gets another day, is cancelled, or somebody leaves."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy

from naravard.mobile.rules.waiting import LONGEST_REASON
from naravard.web.components.moments import DayField
from naravard.web.staff.visits.forms import within_a_year


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


class EndForm(forms.Form):
    """Why somebody belongs to the team no more."""

    reason = forms.CharField(
        label=gettext_lazy("Varför, och vem som tar vid"), max_length=LONGEST_REASON
    )
