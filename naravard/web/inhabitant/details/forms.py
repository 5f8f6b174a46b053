"""What she tells about herself."""

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy

from naravard.core.errors import DomainError
from naravard.dialogue.rules.close import CloseOne, Given
from naravard.dialogue.rules.wishes import Mandate
from naravard.plan.rules.visible import CAN_BE_SHARED
from naravard.web.components.moments import DayField
from naravard.web.inhabitant.details.words import (
    CHANNELS,
    MANDATES,
    PLACES,
    SECTIONS,
)
from naravard.web.wishes import WishesForm

# The rule's no -> the field it is about.
FIELD_OF_ERROR = {
    "EndedBeforeItBegan": "last_day",
    "NotKnownTogether": "number",
    "NobodyElse": "number",
    "FormNotRecognised": "number",
    "NoSuchBirthDate": "number",
    "BirthDateInFuture": "number",
    "CheckDigitDoesNotMatch": "number",
    "RealNumberNotAllowed": "number",
}
LONGEST_NAME = 200  # characters, as many as are kept
LONGEST_RELATION = 60
LONGEST_PHONE = 30
PHONE = RegexValidator(
    r"^\+?[0-9][0-9 ()\-]{4,}$", gettext_lazy("Skriv numret med siffror")
)


class OwnWishesForm(WishesForm):
    """How she wants to be met, in words to her."""

    LABELS = {
        "language": gettext_lazy("Vilket språk vill du ha?"),
        "interpreter": gettext_lazy("Jag behöver tolk"),
        "interpreter_about": gettext_lazy("Något om tolken"),
        "easy_to_read": gettext_lazy("Jag vill ha lättläst text och större bokstäver"),
        "channel": gettext_lazy("Hur vill du få svar från vården?"),
        "place": gettext_lazy("Var vill du helst få vård?"),
        "place_about": gettext_lazy("Något om platsen"),
    }
    HELP = {
        "channel": gettext_lazy("Svaren finns alltid här också."),
        "place": gettext_lazy("Det går inte alltid, men de som hjälper dig ser det."),
    }
    CHANNELS = CHANNELS
    PLACES = PLACES


class CloseForm(forms.Form):
    """Who is close to her, and how to reach them."""

    name = forms.CharField(
        label=gettext_lazy("Vad heter personen?"),
        help_text=gettext_lazy("Förnamn och efternamn."),
        max_length=LONGEST_NAME,
        error_messages={"required": gettext_lazy("Skriv vad personen heter")},
    )
    relation = forms.CharField(
        label=gettext_lazy("Vad är personen för dig?"),
        help_text=gettext_lazy("Till exempel dotter, granne eller vän."),
        max_length=LONGEST_RELATION,
        error_messages={"required": gettext_lazy("Skriv vad personen är för dig")},
    )
    phone = forms.CharField(
        label=gettext_lazy("Telefonnummer"),
        max_length=LONGEST_PHONE,
        required=False,
        validators=[PHONE],
        widget=forms.TextInput(attrs={"type": "tel"}),
    )

    def __init__(self, *args: object, named: bool = False, **kwargs: object) -> None:
        """Whom the register names keeps that name."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        if named:
            del self.fields["name"]

    def close(self, name: str = "") -> CloseOne:
        """Who it is; call on a valid form."""
        said = self.cleaned_data
        relation: str = said["relation"]
        return CloseOne(
            name=said.get("name", name),
            relation=relation[:1].lower() + relation[1:],
            phone=said["phone"],
        )


class MandateForm(forms.Form):
    """What one close to her may do here, and how long."""

    mandate = forms.TypedChoiceField(
        label=gettext_lazy("Vad får personen göra?"),
        choices=[(one.value, words) for one, words in MANDATES.items()],
        coerce=Mandate,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Välj ett svar")},
    )
    last_day = DayField(
        label=gettext_lazy("Till och med vilken dag?"),
        help_text=gettext_lazy("Lämna tomt om det ska gälla tills du ändrar dig."),
        required=False,
    )

    def given(self) -> Given:
        """What she gives; call on a valid form."""
        return Given(
            **{name: self.cleaned_data[name] for name in ("mandate", "last_day")}
        )

    def refuse(self, refusal: DomainError) -> None:
        """Show a rule's no by the field it is about, with what to do instead."""
        name = FIELD_OF_ERROR.get(type(refusal).__name__, "mandate")
        self.add_error(
            name if name in self.fields else None,
            f"{refusal.message} {refusal.remedy}",
        )


class AddCloseForm(CloseForm, MandateForm):
    """Who, how to reach them, and whether they are to be let in."""

    number = forms.CharField(
        label=gettext_lazy("Personnummer"),
        help_text=gettext_lazy(
            "Behövs bara om personen ska kunna logga in och läsa för dig."
        ),
        max_length=LONGEST_PHONE,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    field_order = ("name", "relation", "phone", "number", "mandate", "last_day")

    def clean(self) -> dict[str, object]:
        """Somebody who can not sign in is there to be called."""
        cleaned = super().clean() or {}
        asked = "phone" in cleaned and "number" in cleaned
        if asked and not (cleaned["phone"] or cleaned["number"]):
            self.add_error(
                "phone", gettext_lazy("Skriv ett nummer, så att vi kan nå personen")
            )
        return cleaned


class SharedForm(forms.Form):
    """Which parts of the plan those close to her may read."""

    sections = forms.MultipleChoiceField(
        label=gettext_lazy("Det här får mina närstående läsa i planen"),
        choices=[(name, SECTIONS[name]) for name in CAN_BE_SHARED],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
