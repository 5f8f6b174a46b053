"""Why a record is opened without a care relation, and the admission to a ward."""

from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from naravard.access.rules import Actor
from naravard.discharge.rules.history import CareType
from naravard.discharge.services import Admission
from naravard.web.components.moments import MomentField
from naravard.web.staff.forms.base import ActForm
from naravard.web.staff.forms.fields import reason_field

CARE_TYPES: dict[str, Promise] = {
    CareType.SOMATIC: gettext_lazy("Kroppslig sjukvård"),
    CareType.PSYCHIATRIC: gettext_lazy("Psykiatrisk vård"),
}
LONGEST_REASON_FOR_CARE = 300  # characters, as many as the case keeps


class ReasonForm(forms.Form):
    """Why somebody who does not take part in the care needs to read."""

    reason = reason_field(
        gettext_lazy("Varför behöver du uppgifterna i ditt arbete?"),
        help_text=gettext_lazy(
            "Skälet sparas, personen kan läsa det och det granskas i efterhand."
        ),
    )


class AdmissionForm(ActForm):
    """What the ward knows when the person comes."""

    reason_for_care = forms.CharField(
        label=gettext_lazy("Varför är personen på sjukhus?"),
        help_text=gettext_lazy(
            "Med egna ord. Andra enheter läser det först när personen har sagt ja."
        ),
        max_length=LONGEST_REASON_FOR_CARE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    estimated_at = MomentField(
        label=gettext_lazy("Beräknad utskrivning"),
        help_text=gettext_lazy("Den går att ändra senare."),
        required=False,
    )
    care = forms.ChoiceField(
        label=gettext_lazy("Slag av vård"),
        choices=tuple(CARE_TYPES.items()),
        widget=forms.RadioSelect,
        initial=CareType.SOMATIC,
    )
    compulsory = forms.BooleanField(
        label=gettext_lazy("Vården sker enligt LPT eller LRV"), required=False
    )
    planned = forms.BooleanField(
        label=gettext_lazy("Vården var planerad"), required=False
    )


def first_reason() -> str:
    """What a ward most often needs the record for."""
    return gettext("Personen ska skrivas in på avdelningen.")


def admission_of(form: AdmissionForm, person_id: UUID, actor: Actor) -> Admission:
    """The admission a valid form says, to the actor's own ward."""
    assert actor.unit_id is not None  # only a ward may admit
    given = form.cleaned_data
    return Admission(
        person_id=person_id,
        ward_id=actor.unit_id,
        care=CareType(given["care"]),
        compulsory=given["compulsory"],
        planned=given["planned"],
        reason_for_care=given["reason_for_care"],
        estimated_at=given["estimated_at"],
    )
