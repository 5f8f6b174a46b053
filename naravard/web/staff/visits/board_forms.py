"""What is sent when a day is planned: a choice, or a change by hand."""

from uuid import UUID

from django import forms

from naravard.mobile import services
from naravard.mobile.routing.replanning.options import Kind

FIRST = "forst"  # first of what is left of a round; empty: where it is best


class ChoiceForm(forms.Form):
    """Which way to go on, as it was seen."""

    kind = forms.ChoiceField(choices=[(each.value, each.value) for each in Kind])
    seen_at = forms.DateTimeField()
    version = forms.IntegerField()


class MoveForm(forms.Form):
    """Which visit goes to whom, and where in the round."""

    visit = forms.UUIDField()
    shift = forms.UUIDField()
    place = forms.CharField(required=False, max_length=36)

    def clean_place(self) -> str | UUID:
        """First, after a visit, or where it is best."""
        given: str = self.cleaned_data["place"]
        if given in {"", FIRST}:
            return given
        place: UUID = forms.UUIDField().clean(given)
        return place

    def wanted(self) -> services.Wanted:
        """What a valid form asks for."""
        place = self.cleaned_data["place"]
        return services.Wanted(
            visit_id=self.cleaned_data["visit"],
            to_shift=self.cleaned_data["shift"],
            after=place if isinstance(place, UUID) else None,
            first=place == FIRST,
        )


class SwapForm(forms.Form):
    """Which two visits change places."""

    visit = forms.UUIDField()
    other = forms.UUIDField()

    def wanted(self) -> services.Wanted:
        """What a valid form asks for."""
        given = self.cleaned_data
        return services.Wanted(visit_id=given["visit"], other=given["other"])


class PinForm(forms.Form):
    """Which visit is to keep who and when, or be loosened."""

    visit = forms.UUIDField()
    pinned = forms.BooleanField(required=False)


class ShiftForm(forms.Form):
    """Whose shift has changed, and how many minutes late they are; none: gone home."""

    shift = forms.UUIDField()
    minutes = forms.IntegerField(required=False, min_value=5, max_value=480)
