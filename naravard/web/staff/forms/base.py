"""What every act asks: which form it is, and when it happened if not just now."""

from datetime import datetime
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy

from naravard.core.errors import DomainError
from naravard.discharge.services import When
from naravard.web.components.moments import MomentField

# Field -> the errors that are about what was entered there.
FIELDS_OF_ERRORS: dict[str, tuple[str, ...]] = {
    "NotInTheFuture": ("at",),
    "ConsentNeeded": ("harm_test",),
    "NoEstimate": ("estimated_at",),
    "EstimateMissing": ("estimated_at",),
    "EstimateUnchanged": ("estimated_at",),
    "ReasonMissing": ("reason", "note"),
    "NoNamedContact": ("reason",),
    "NotReadyForDischarge": ("reason",),
    "OpenCareNotTold": ("units",),
    "WrongKindOfUnit": ("units", "unit"),
    "ContactWorksElsewhere": ("assignment",),
    "RecipientMayNotReceive": ("to", "unit"),
    "UnitHasClosed": ("unit", "units"),
    "OnlyWithinOrganisation": ("unit",),
}


class ActForm(forms.Form):
    """A form that can be sent twice and still be one event."""

    request_id = forms.UUIDField(widget=forms.HiddenInput)
    at = MomentField(
        label=gettext_lazy("När hände det?"),
        help_text=gettext_lazy("Lämna tomt om det händer nu."),
        required=False,
    )

    refusal: DomainError | None = None
    required_css_class = ""

    def refuse(self, error: DomainError) -> None:
        """Keep what was written, and show the rule's no by the field it is about."""
        self.refusal = error
        for name in FIELDS_OF_ERRORS.get(type(error).__name__, ()):
            if name in self.fields:
                self.add_error(name, error.message)
                return

    def when(self, now: datetime) -> When:
        """When it happened and which form said so; call on a valid form."""
        at: datetime | None = self.cleaned_data.get("at")
        request_id: UUID = self.cleaned_data["request_id"]
        return When(now=now, at=at, request_id=request_id)


def new_request() -> dict[str, object]:
    """What a fresh form begins with."""
    return {"request_id": uuid4()}
