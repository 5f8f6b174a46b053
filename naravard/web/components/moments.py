"""A day, or a moment by Swedish clocks, as people enter it: in one control."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from naravard.core.clock import local

DAY_WRITTEN = "%Y-%m-%d"
WRITTEN = "%Y-%m-%dT%H:%M"
# What happens in care happens between these years; others cannot even be counted with.
FIRST_YEAR, LAST_YEAR = 1900, 2199


class DayInput(forms.DateInput):
    """The browser's own picker of a day."""

    input_type = "date"

    def __init__(self) -> None:
        """Write the value as the picker reads it."""
        super().__init__(format=DAY_WRITTEN)


class DayField(forms.DateField):
    """A day."""

    widget = DayInput

    def __init__(self, **options: Any) -> None:
        """Take the options of any field."""
        options.setdefault(
            "error_messages",
            {
                "required": gettext_lazy("Skriv en dag"),
                "invalid": gettext_lazy("Skriv dagen så här: 2026-11-24"),
            },
        )
        super().__init__(input_formats=[DAY_WRITTEN], **options)


class MomentInput(forms.DateTimeInput):
    """The browser's own picker of day and time."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        """Write the value as the picker reads it."""
        super().__init__(format=WRITTEN)


class MomentField(forms.DateTimeField):
    """A moment; what is entered is Swedish time, what comes out knows its zone."""

    widget = MomentInput

    def __init__(self, **options: Any) -> None:
        """Take the options of any field."""
        options.setdefault(
            "error_messages",
            {
                "required": gettext_lazy("Skriv dag och klockslag"),
                "invalid": gettext_lazy(
                    "Skriv dag och klockslag, till exempel 2026-11-24 14:00"
                ),
            },
        )
        super().__init__(
            input_formats=[WRITTEN, "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"], **options
        )

    def to_python(self, value: Any) -> datetime | None:
        """The moment, if it is one that somebody can mean."""
        moment: datetime | None = super().to_python(value)
        if moment is not None and not FIRST_YEAR <= moment.year <= LAST_YEAR:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return moment

    def prepare_value(self, value: Any) -> Any:
        """Show a moment as Swedish clocks do."""
        if isinstance(value, datetime) and value.tzinfo is not None:
            return local(value).replace(tzinfo=None)
        return super().prepare_value(value)
