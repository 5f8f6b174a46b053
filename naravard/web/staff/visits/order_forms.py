"""What is written when something is ordered to a home, and when it is answered."""

from collections.abc import Iterable
from datetime import date
from typing import Self
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy

from naravard.mobile.rows import OrderRow, TeamRow
from naravard.mobile.rules.states import XRAY_CAN, OrderKind, OrderState
from naravard.mobile.services import NewOrder
from naravard.web.components.moments import DayField
from naravard.web.staff.visits.forms import RefusableForm, text_field, within_a_year

EQUIPMENT = "equipment"


class OrderForm(RefusableForm):
    """Mobile X-ray with its referral, or equipment."""

    says_what_is_optional = True  # what is needed follows from what is ordered
    kind = forms.ChoiceField(
        label=gettext_lazy("Vad du beställer"), widget=forms.RadioSelect
    )
    equipment = forms.CharField(
        label=gettext_lazy("Hjälpmedel eller utrustning"),
        max_length=120,
        required=False,
    )
    picture = forms.ChoiceField(
        label=gettext_lazy("Vad röntgen ska ta bild av"),
        help_text=gettext_lazy(
            "Huvud, nacke, datortomografi, magnetkamera och ultraljud går inte hemma."
        ),
        choices=[(each, each.capitalize()) for each in XRAY_CAN],
        required=False,
    )
    region = forms.CharField(
        label=gettext_lazy("Kroppsdel och sida"),
        help_text=gettext_lazy("Till exempel: höger höft."),
        max_length=80,
        required=False,
    )
    question = text_field(gettext_lazy("Frågeställning, eller varför det behövs"))
    mobility = forms.CharField(
        label=gettext_lazy("Hur personen kan röra sig"), max_length=120, required=False
    )
    infectious = forms.BooleanField(
        label=gettext_lazy("Smitta som teamet behöver veta om"), required=False
    )
    helper_on_site = forms.BooleanField(
        label=gettext_lazy("Någon finns på plats och hjälper till"), required=False
    )

    def __init__(self, xray: Iterable[TeamRow], *args: object) -> None:
        """Offer the X-ray that goes to the person, if there is one."""
        super().__init__(*args)  # type: ignore[arg-type]
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = [
            *((str(each.id), each.name) for each in xray),
            (EQUIPMENT, gettext_lazy("Hjälpmedel eller utrustning")),
        ]
        self.initial["kind"] = kind.choices[0][0]

    def clean(self) -> dict[str, object]:
        """Equipment has a name; a referral is tried by its own rules."""
        given: dict[str, object] = super().clean() or {}
        if given.get("kind") == EQUIPMENT and not given.get("equipment"):
            self.add_error("equipment", gettext_lazy("Skriv vad du beställer"))
        return given

    def order(self, person_id: UUID) -> NewOrder:
        """What a valid form orders."""
        given = self.cleaned_data
        is_equipment = given["kind"] == EQUIPMENT
        return NewOrder(
            person_id=person_id,
            kind=OrderKind.EQUIPMENT if is_equipment else OrderKind.XRAY,
            what=given["equipment"] if is_equipment else given["picture"],
            question=given["question"],
            region="" if is_equipment else given["region"],
            mobility=given["mobility"],
            infectious=given["infectious"],
            helper_on_site=given["helper_on_site"],
            team_id=None if is_equipment else UUID(given["kind"]),
        )


class ChangeForm(forms.Form):
    """Where an order is, and what came of it."""

    to = forms.ChoiceField(
        choices=[(each.value, each.value) for each in OrderState],
        widget=forms.HiddenInput,  # told by the button that is pressed
    )
    answer = text_field(gettext_lazy("Svar till den som beställde"))
    visit_on = DayField(
        label=gettext_lazy("Dag för besöket"),
        help_text=gettext_lazy("Tomt: i dag."),
        required=False,
    )

    @classmethod
    def of(cls, row: OrderRow) -> Self:
        """The form about one order; only an X-ray that is accepted gets a day."""
        form = cls(auto_id=f"svar_{row.id}_%s")
        if row.kind is not OrderKind.XRAY or row.state is not OrderState.ORDERED:
            del form.fields["visit_on"]
        return form

    def clean_visit_on(self) -> date | None:
        """The visit is within a year."""
        day: date | None = self.cleaned_data["visit_on"]
        return None if day is None else within_a_year(day)

    def state(self) -> OrderState:
        """Where a valid form says that it is."""
        return OrderState(self.cleaned_data["to"])
