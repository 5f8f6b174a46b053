"""What she writes to her care."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy

from naravard.dialogue.rules.talks import LONGEST_SUBJECT, LONGEST_TEXT
from naravard.dialogue.services import Written


class MoreForm(forms.Form):
    """One more line in a talk."""

    text = forms.CharField(
        label=gettext_lazy("Vad vill du säga?"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": gettext_lazy("Skriv vad du vill säga"),
            "max_length": gettext_lazy("Skriv högst 4 000 tecken"),
        },
    )
    request_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    @property
    def written(self) -> Written:
        """What she wrote; call on a valid form."""
        return Written(
            text=self.cleaned_data["text"],
            request_id=self.cleaned_data["request_id"],
            subject=self.cleaned_data.get("subject", ""),
        )


class NewForm(MoreForm):
    """A new matter: what it is about, and the text."""

    subject = forms.CharField(
        label=gettext_lazy("Vad handlar det om?"),
        max_length=LONGEST_SUBJECT,
        error_messages={"required": gettext_lazy("Skriv kort vad det handlar om")},
    )
    field_order = ("subject", "text", "request_id")
