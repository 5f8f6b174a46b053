"""What a reviewer asks and decides, and what the one who read answers."""

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from naravard.review.rules import Status
from naravard.web.staff.forms.fields import Option, one_of

LONGEST = 1_000  # characters, as many as the review keeps
DECISIONS: dict[Status, Promise] = {
    Status.IN_ORDER: gettext_lazy("I sin ordning"),
    Status.INVESTIGATED: gettext_lazy("Behöver utredas"),
    Status.BREACH: gettext_lazy("Otillåten läsning"),
}


def _words(label: Promise, help_text: Promise | str = "") -> forms.CharField:
    return forms.CharField(
        label=str(label),
        help_text=str(help_text),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class WordsForm(forms.Form):
    """Something in one's own words."""

    def __init__(self, label: Promise, *args: object, name: str = "words") -> None:
        """Say what the words are."""
        super().__init__(*args)  # type: ignore[arg-type]
        self.name = name
        field = _words(label)
        field.required = True
        field.error_messages["required"] = str(gettext_lazy("Skriv med egna ord"))
        self.fields[name] = field

    @property
    def text(self) -> str:
        """What was written; call on a valid form."""
        return str(self.cleaned_data[self.name])


class DecisionForm(forms.Form):
    """What the reviewer decides, and why."""

    def __init__(self, *args: object) -> None:
        """Words in the reader's language."""
        super().__init__(*args)  # type: ignore[arg-type]
        self.fields["decision"] = one_of(
            gettext_lazy("Vad kom du fram till?"),
            [Option(value=each, text=str(text)) for each, text in DECISIONS.items()],
            missing=gettext_lazy("Välj ett beslut"),
            radios=True,
        )
        self.fields["why"] = _words(
            gettext_lazy("Varför?"),
            gettext_lazy("Skriv inget om personens hälsa. Orden sparas för gott."),
        )

    @property
    def decision(self) -> Status:
        """The decision; call on a valid form."""
        return Status(self.cleaned_data["decision"])


def question_form(*args: object) -> WordsForm:
    """What the reviewer asks the one who read."""
    return WordsForm(gettext_lazy("Fråga den som läste"), *args, name="question")


def answer_form(*args: object) -> WordsForm:
    """Why somebody read."""
    return WordsForm(gettext_lazy("Varför läste du?"), *args, name="answer")


def done_form(*args: object) -> WordsForm:
    """What has been done about a breach."""
    return WordsForm(gettext_lazy("Vad har ni gjort?"), *args, name="done")
