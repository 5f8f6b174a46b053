"""What a person can write in her own plan."""

from uuid import uuid4

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from naravard.plan.rules.meetings import ExperienceQuestion, Reply
from naravard.web.components.moments import MomentField

LONGEST = 4_000  # characters
SHORT = 300
ANSWERS = (
    (Reply.YES.value, gettext_lazy("Jag kommer")),
    (Reply.NO.value, gettext_lazy("Jag kan inte komma")),
    (Reply.OTHER_TIME.value, gettext_lazy("Jag vill ha en annan tid")),
)
GRADES = (
    ("1", gettext_lazy("Nej, inte alls")),
    ("2", gettext_lazy("Nej, knappast")),
    ("3", gettext_lazy("Delvis")),
    ("4", gettext_lazy("Ja, till stor del")),
    ("5", gettext_lazy("Ja, helt")),
)

QUESTIONS: dict[ExperienceQuestion, Promise] = {
    ExperienceQuestion.LISTENED_TO: gettext_lazy(
        "Kände du att de andra lyssnade på dig?"
    ),
    ExperienceQuestion.UNDERSTOOD: gettext_lazy("Förstod du det som sades?"),
    ExperienceQuestion.DECIDED: gettext_lazy("Fick du vara med och bestämma?"),
    ExperienceQuestion.KNOW_WHOM_TO_ASK: gettext_lazy(
        "Vet du vem du kan vända dig till nu?"
    ),
}


class WordsForm(forms.Form):
    """One text of hers; what others wrote since she read is compared by version."""

    text = forms.CharField(
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"max_length": gettext_lazy("Skriv högst 4 000 tecken")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    request_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, label: str, *args: object, **kwargs: object) -> None:
        """Ask for the text by its own name."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["text"].label = label


class NeedForm(forms.Form):
    """Why she wants a plan together."""

    text = forms.CharField(
        label=gettext_lazy("Vad behöver du hjälp med?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": gettext_lazy("Skriv vad du behöver hjälp med")},
    )


class AnswerForm(forms.Form):
    """Yes or no to one plan together."""

    yes = forms.TypedChoiceField(
        choices=[("ja", ""), ("nej", "")], coerce=lambda text: text == "ja"
    )


class ReplyForm(forms.Form):
    """What she answers when she is called to a meeting."""

    answer = forms.TypedChoiceField(
        label=gettext_lazy("Ditt svar"),
        choices=ANSWERS,
        coerce=Reply,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Välj ett svar")},
    )
    other_time = MomentField(
        label=gettext_lazy("Tid som passar dig bättre"), required=False
    )
    note = forms.CharField(
        label=gettext_lazy("Något vi behöver veta"), required=False, max_length=SHORT
    )

    def clean(self) -> dict[str, object]:
        """Another time is a time."""
        cleaned = super().clean() or {}
        wants = cleaned.get("answer") is Reply.OTHER_TIME
        if wants and not cleaned.get("other_time") and "other_time" not in self.errors:
            self.add_error("other_time", gettext_lazy("Skriv en tid som passar dig"))
        return cleaned


class ExperienceForm(forms.Form):
    """How the meeting was."""

    def __init__(self, *args: object) -> None:
        """One question each, with five answers."""
        super().__init__(*args)  # type: ignore[arg-type]
        for question, words in QUESTIONS.items():
            self.fields[question.value] = forms.TypedChoiceField(
                label=str(words),
                choices=GRADES,
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": gettext_lazy("Välj ett svar")},
            )
