"""The form by which one follows a measure: when it is a signal, and where to."""

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from naravard.indicators.rules import SignalWhen
from naravard.indicators.services import Wish
from naravard.web.decisions.showing import place_named

WHENS: dict[str, Promise] = {
    SignalWhen.CHANGE: gettext_lazy("det säkert har förändrats"),
    SignalWhen.WORSE: gettext_lazy("det säkert har blivit sämre"),
    SignalWhen.ABOVE: gettext_lazy("det ligger över min gräns"),
    SignalWhen.BELOW: gettext_lazy("det ligger under min gräns"),
}


class FollowForm(forms.Form):
    """What it takes to be told, and where to."""

    plats = forms.CharField(required=False, widget=forms.HiddenInput)
    when = forms.ChoiceField(
        label=gettext_lazy("Säg till när"),
        choices=tuple(WHENS.items()),
        initial=SignalWhen.CHANGE,
    )
    limit = forms.FloatField(
        label=gettext_lazy("Min gräns"),
        help_text=gettext_lazy("I måttets enhet. Behövs bara om du valt en gräns."),
        required=False,
        localize=True,
    )
    email = forms.EmailField(
        label=gettext_lazy("Skicka också till e-post"),
        help_text=gettext_lazy(
            "Brevet säger vilket mått det är och vad som hänt, aldrig något om en "
            "person."
        ),
        required=False,
        max_length=254,
    )


def wish_of(form: FollowForm, indicator: str) -> Wish:
    """What a valid form asks for."""
    given = form.cleaned_data
    return Wish(
        indicator=indicator,
        geo=place_named(given["plats"]),
        when=SignalWhen(given["when"]),
        limit=given["limit"],
        email=given["email"],
    )
