"""What an inhabitant can send in."""

from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext

from naravard.access.queries import KeeperRow
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


YES, NO = "ja", "nej"


class ReadingAnswerForm(forms.Form):
    """Which unit, and whether it may read what others have written."""

    def __init__(self, units: tuple[KeeperRow, ...], *args: object) -> None:
        """Offer the units that work with the person."""
        super().__init__(*args)  # type: ignore[arg-type]
        self.fields["unit"] = forms.ChoiceField(
            label=gettext("Vilken enhet gäller det?"),
            choices=[(str(row.unit_id), row.unit_name) for row in units],
            widget=forms.RadioSelect,
            error_messages={"required": gettext("Välj en enhet")},
        )
        self.fields["answer"] = forms.ChoiceField(
            label=gettext("Får enheten läsa det som andra har skrivit om dig?"),
            choices=[
                (YES, gettext("Ja, enheten får läsa")),
                (NO, gettext("Nej, enheten får inte läsa")),
            ],
            widget=forms.RadioSelect,
            error_messages={"required": gettext("Välj ja eller nej")},
        )

    @property
    def unit_id(self) -> UUID:
        """The chosen unit; call on a valid form."""
        return UUID(self.cleaned_data["unit"])

    @property
    def is_yes(self) -> bool:
        """The answer; call on a valid form."""
        return bool(self.cleaned_data["answer"] == YES)


class BlockForm(forms.Form):
    """What to close: one unit's data, or all of a provider's."""

    def __init__(self, units: tuple[KeeperRow, ...], *args: object) -> None:
        """Offer each unit, and each provider once."""
        super().__init__(*args)  # type: ignore[arg-type]
        providers = {row.organisation_id: row for row in units}
        inner = [
            (f"{row.organisation_id} {row.unit_id}", _inner(row))
            for row in units
            if row.is_health_care
        ]
        outer = [(str(key), _outer(row)) for key, row in providers.items()]
        self.fields["what"] = forms.ChoiceField(
            label=gettext("Vad vill du spärra?"),
            choices=[*inner, *outer],
            widget=forms.RadioSelect,
            error_messages={"required": gettext("Välj vad du vill spärra")},
        )

    @property
    def organisation_id(self) -> UUID:
        """Whose data; call on a valid form."""
        return UUID(self.cleaned_data["what"].split()[0])

    @property
    def unit_id(self) -> UUID | None:
        """Which unit's, or None for all of the provider's; call on a valid form."""
        parts = self.cleaned_data["what"].split()
        return UUID(parts[1]) if len(parts) > 1 else None


class RowForm(forms.Form):
    """Which answer or block it is about."""

    row = forms.UUIDField(widget=forms.HiddenInput)


def _inner(row: KeeperRow) -> str:
    return gettext("Det %(unit)s har skrivit, för andra enheter i %(provider)s") % {
        "unit": row.unit_name,
        "provider": row.organisation_name,
    }


def _outer(row: KeeperRow) -> str:
    return gettext("Allt %(provider)s har skrivit, för andra vårdgivare") % {
        "provider": row.organisation_name
    }
