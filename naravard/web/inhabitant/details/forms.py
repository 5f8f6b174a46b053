"""What she tells about herself."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from naravard.dialogue.rules.wishes import Channel, Mandate, PlaceOfCare, Wishes
from naravard.plan.rules.visible import CAN_BE_SHARED
from naravard.web.inhabitant.details.words import (
    CHANNELS,
    MANDATES,
    PLACES,
    SECTIONS,
)
from naravard.web.words.languages import LANGUAGES, SWEDISH

LONGEST = 300  # characters


class WishesForm(forms.Form):
    """How she wants to be met; all of it in one, so that she sees the whole."""

    language = forms.ChoiceField(label=gettext_lazy("Vilket språk vill du ha?"))
    interpreter = forms.BooleanField(
        label=gettext_lazy("Jag behöver tolk"), required=False
    )
    interpreter_about = forms.CharField(
        label=gettext_lazy("Något om tolken"),
        help_text=gettext_lazy("Till exempel teckenspråk, eller helst en kvinna."),
        required=False,
        max_length=LONGEST,
    )
    easy_to_read = forms.BooleanField(
        label=gettext_lazy("Jag vill ha lättläst text och större bokstäver"),
        required=False,
    )
    channel = forms.TypedChoiceField(
        label=gettext_lazy("Hur vill du få svar från vården?"),
        help_text=gettext_lazy("Svaren finns alltid här också."),
        choices=[(one.value, words) for one, words in CHANNELS.items()],
        coerce=Channel,
        widget=forms.RadioSelect,
    )
    place = forms.TypedChoiceField(
        label=gettext_lazy("Var vill du helst få vård?"),
        help_text=gettext_lazy("Det går inte alltid, men de som hjälper dig ser det."),
        choices=[(one.value, words) for one, words in PLACES.items()],
        coerce=PlaceOfCare,
        widget=forms.RadioSelect,
    )
    place_about = forms.CharField(
        label=gettext_lazy("Något om platsen"), required=False, max_length=LONGEST
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Offer Swedish first, then the languages by name."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        named = sorted((capfirst(str(name)), code) for code, name in LANGUAGES.items())
        swedish = (SWEDISH, capfirst(str(gettext_lazy("svenska"))))
        language = self.fields["language"]
        assert isinstance(language, forms.ChoiceField)
        language.choices = [swedish, *((code, name) for name, code in named)]

    def clean(self) -> dict[str, object]:
        """Another place is said in words."""
        cleaned = super().clean() or {}
        other = cleaned.get("place") is PlaceOfCare.OTHER
        if other and not str(cleaned.get("place_about", "")).strip():
            self.add_error("place_about", gettext_lazy("Skriv vilken plats"))
        return cleaned

    @property
    def wishes(self) -> Wishes:
        """What she told; call on a valid form."""
        return Wishes(**self.cleaned_data)


class MandateForm(forms.Form):
    """What one close to her may do here."""

    mandate = forms.TypedChoiceField(
        label=gettext_lazy("Vad får personen göra?"),
        choices=[(one.value, words) for one, words in MANDATES.items()],
        coerce=Mandate,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Välj ett svar")},
    )


class SharedForm(forms.Form):
    """Which parts of the plan those close to her may read."""

    sections = forms.MultipleChoiceField(
        label=gettext_lazy("Det här får mina närstående läsa i planen"),
        choices=[(name, SECTIONS[name]) for name in CAN_BE_SHARED],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
