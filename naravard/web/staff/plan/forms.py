"""What every form of the plan has: it can be sent twice and still be one act."""

from uuid import uuid4

from django import forms

from naravard.core.errors import DomainError

# Error -> the fields it is about.
FIELDS_OF_ERRORS: dict[str, tuple[str, ...]] = {
    "ReasonMissing": ("reason",),
    "SomebodyCares": ("meanwhile",),
    "StillResponsible": ("unit",),
    "EvaluationFirst": ("evaluation",),
}


class PlanForm(forms.Form):
    """A form that keeps what was written when a rule says no."""

    request_id = forms.UUIDField(widget=forms.HiddenInput)

    refusal: DomainError | None = None
    required_css_class = ""

    def refuse(self, error: DomainError) -> None:
        """Show the rule's no by the field it is about, or above the form."""
        self.refusal = error
        for name in FIELDS_OF_ERRORS.get(type(error).__name__, ()):
            if name in self.fields:
                self.add_error(name, error.message)
                return

    @property
    def asked(self) -> tuple[forms.BoundField, ...]:
        """The fields that are shown, in order."""
        return tuple(self.visible_fields())


def new_request() -> dict[str, object]:
    """What makes one form one act."""
    return {"request_id": uuid4()}
