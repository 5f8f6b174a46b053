"""What staff write in a talk with a person."""

from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy

from naravard.dialogue.rows import UnitRow
from naravard.dialogue.rules.talks import LONGEST_TEXT
from naravard.dialogue.services import Written

LONGEST_REASON = 300  # characters


class AnswerForm(forms.Form):
    """The answer; the person reads it, so it is in plain words."""

    text = forms.CharField(
        label=gettext_lazy("Svar till personen"),
        help_text=gettext_lazy("Personen läser det på sin sida. Skriv enkelt."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": gettext_lazy("Skriv svaret")},
    )
    request_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    @property
    def written(self) -> Written:
        """The answer; call on a valid form."""
        return Written(
            text=self.cleaned_data["text"], request_id=self.cleaned_data["request_id"]
        )


class PassOnForm(forms.Form):
    """Which unit knows better, and why."""

    def __init__(self, receivers: tuple[UnitRow, ...], *args: object) -> None:
        """Offer the units around the person."""
        super().__init__(*args)  # type: ignore[arg-type]
        self.fields["unit"] = forms.ChoiceField(
            label=gettext_lazy("Vem ska svara i stället?"),
            choices=[(str(row.unit_id), row.name) for row in receivers],
            error_messages={"required": gettext_lazy("Välj en enhet")},
        )
        self.fields["because"] = forms.CharField(
            label=gettext_lazy("Varför?"),
            max_length=LONGEST_REASON,
            error_messages={"required": gettext_lazy("Skriv varför")},
        )

    @property
    def unit_id(self) -> UUID:
        """The chosen unit; call on a valid form."""
        return UUID(self.cleaned_data["unit"])
