"""What staff write down of a person's yes, no and block."""

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from naravard.access.rules import Actor, BlockKind, ConsentHow, ConsentScope
from naravard.access.services import Answer, Asker
from naravard.web.staff.forms.fields import Option, one_of

LONGEST_NAME = 120  # characters, as many as the consent keeps
YES, NO = "ja", "nej"
SCOPES: dict[str, Promise] = {
    ConsentScope.SHARED_READ: gettext_lazy(
        "Att vår enhet läser det som andra vårdgivare och omsorgen har skrivit"
    ),
    ConsentScope.LIFT_BLOCK: gettext_lazy(
        "Att vår enhet läser det som är spärrat hos vår egen vårdgivare"
    ),
}
HOW: dict[str, Promise] = {
    ConsentHow.SPOKEN: gettext_lazy("Personen sa det här"),
    ConsentHow.BY_PHONE: gettext_lazy("På telefon"),
    ConsentHow.WRITTEN: gettext_lazy("Skriftligt"),
    ConsentHow.IN_REFERRAL: gettext_lazy("Det står i remissen"),
}
ASKERS: dict[str, Promise] = {
    Asker.PERSON: gettext_lazy("Personen själv"),
    Asker.REPRESENTATIVE: gettext_lazy("Någon med rätt att bestämma åt personen"),
    Asker.GUARDIAN: gettext_lazy("Vårdnadshavare till ett barn"),
}


def _options(words: dict[str, Promise]) -> list[Option]:
    return [Option(value=value, text=str(text)) for value, text in words.items()]


class AnswerForm(forms.Form):
    """A yes or a no, about what, and how it was said."""

    given_by = forms.CharField(
        label=gettext_lazy("Vem svarade, om inte personen själv?"),
        max_length=LONGEST_NAME,
        required=False,
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Words in the reader's language."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        missing = gettext("Välj ett av svaren")
        self.fields["scope"] = one_of(
            gettext("Vad gäller det?"), _options(SCOPES), missing=missing, radios=True
        )
        self.fields["answer"] = one_of(
            gettext("Vad svarade personen?"),
            [
                Option(value=YES, text=gettext("Ja")),
                Option(value=NO, text=gettext("Nej")),
            ],
            missing=missing,
            radios=True,
        )
        self.fields["how"] = one_of(
            gettext("Hur svarade personen?"),
            _options(HOW),
            missing=missing,
            radios=True,
        )
        self.order_fields(["scope", "answer", "how", "given_by"])

    def said(self) -> Answer:
        """The answer; call on a valid form."""
        return Answer(
            scope=ConsentScope(self.cleaned_data["scope"]),
            given=self.cleaned_data["answer"] == YES,
            how=ConsentHow(self.cleaned_data["how"]),
            given_by=self.cleaned_data["given_by"],
        )


class BlockForm(forms.Form):
    """What to close, and who asked for it."""

    def __init__(self, actor: Actor, *args: object, **kwargs: object) -> None:
        """Name the unit and the provider whose data can be closed."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        names = {"unit": actor.unit_name, "provider": actor.organisation_name}
        self.fields["kind"] = one_of(
            gettext("Vad vill personen spärra?"),
            [
                Option(
                    value=BlockKind.INNER,
                    text=gettext(
                        "Det som %(unit)s har skrivit, för andra enheter i %(provider)s"
                    )
                    % names,
                ),
                Option(
                    value=BlockKind.OUTER,
                    text=gettext(
                        "Allt som %(provider)s har skrivit, för andra vårdgivare och"
                        " omsorgen"
                    )
                    % names,
                ),
            ],
            missing=gettext("Välj vad som ska spärras"),
            radios=True,
        )
        self.fields["asked_by"] = one_of(
            gettext("Vem ber om det?"),
            _options(ASKERS),
            missing=gettext("Välj vem som ber om det"),
            radios=True,
        )

    @property
    def is_inner(self) -> bool:
        """Whether only the unit's own data is closed; call on a valid form."""
        return bool(self.cleaned_data["kind"] == BlockKind.INNER)

    @property
    def asked_by(self) -> Asker:
        """Whose wish it is; call on a valid form."""
        return Asker(self.cleaned_data["asked_by"])
