"""What an inhabitant can send in."""

from uuid import uuid4

from django import forms

from naravard.discharge.rules.history import PlanningConsent


class PlanningAnswerForm(forms.Form):
    """Yes, or no longer yes, to planning together; sent twice it is one answer."""

    case_id = forms.UUIDField(widget=forms.HiddenInput)
    answer = forms.TypedChoiceField(
        choices=[
            (PlanningConsent.GIVEN.value, ""),
            (PlanningConsent.WITHDRAWN.value, ""),
        ],
        coerce=PlanningConsent,
        widget=forms.HiddenInput,
    )
    request_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class ReadForForm(forms.Form):
    """Whom to read about; empty for oneself."""

    related_id = forms.UUIDField(required=False)


class BeforeForm(forms.Form):
    """Where in the log the next page begins; a place that makes no sense is none."""

    fore = forms.IntegerField(required=False, min_value=1, max_value=2**62)
