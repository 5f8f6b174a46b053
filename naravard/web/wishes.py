"""How somebody wants to be met, as a form: she fills it in, or staff for her."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_lazy

from naravard.dialogue.rules.wishes import Channel, PlaceOfCare, Wishes
from naravard.web.words.languages import LANGUAGES, SWEDISH

LONGEST = 300  # characters
Words = str | Promise


class WishesForm(forms.Form):
    """All of it in one, so that the whole is seen; each face has its own words."""

    LABELS: ClassVar[Mapping[str, Words]]
    HELP: ClassVar[Mapping[str, Words]]
    CHANNELS: ClassVar[Mapping[Channel, Words]]
    PLACES: ClassVar[Mapping[PlaceOfCare, Words]]

    language = forms.ChoiceField()
    interpreter = forms.BooleanField(required=False)
    interpreter_about = forms.CharField(
        help_text=gettext_lazy("Till exempel teckenspråk, eller helst en kvinna."),
        required=False,
        max_length=LONGEST,
    )
    easy_to_read = forms.BooleanField(required=False)
    channel = forms.TypedChoiceField(coerce=Channel, widget=forms.RadioSelect)
    place = forms.TypedChoiceField(coerce=PlaceOfCare, widget=forms.RadioSelect)
    place_about = forms.CharField(required=False, max_length=LONGEST)

    def __init__(self, sent: object, told: Wishes) -> None:
        """Begin with what has been told; Swedish first, then languages by name."""
        super().__init__(sent, initial=asdict(told))  # type: ignore[arg-type]
        for name, label in self.LABELS.items():
            self.fields[name].label = str(label)
        for name, words in self.HELP.items():
            self.fields[name].help_text = str(words)
        self._offer("language", _languages())
        self._offer(
            "channel", [(one.value, said) for one, said in self.CHANNELS.items()]
        )
        self._offer("place", [(one.value, said) for one, said in self.PLACES.items()])

    def _offer(self, name: str, choices: list[tuple[str, Words]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean(self) -> dict[str, object]:
        """Another place is said in words."""
        cleaned = super().clean() or {}
        other = cleaned.get("place") is PlaceOfCare.OTHER
        if other and not str(cleaned.get("place_about", "")).strip():
            self.add_error("place_about", gettext_lazy("Skriv vilken plats"))
        return cleaned

    @property
    def wishes(self) -> Wishes:
        """What was told; call on a valid form."""
        return Wishes(**self.cleaned_data)


def _languages() -> list[tuple[str, Words]]:
    named = sorted((capfirst(str(name)), code) for code, name in LANGUAGES.items())
    swedish: tuple[str, Words] = (SWEDISH, capfirst(gettext("svenska")))
    return [swedish, *((code, name) for name, code in named)]
