"""Several parts of the same kind, each on its own row: medicines, participants."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy

from naravard.messages.definition import Choice, Payload, specs_of
from naravard.web.staff.words.messages import in_language

EMPTY_ROWS = 2  # there is always room for more
FEWEST_ROWS = 3
MOST_ROWS = 60
LONGEST_COUNT = 9  # digits that are read; fewer already say more than there is
MORE = "fler"  # the button that asks for more rows sends the form under this name

Row = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One thing said about each part; choices make it a list to choose from."""

    name: str
    label: str
    required: bool
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One control of one row."""

    column: Column
    name: str
    control_id: str
    value: str


class RowsInput(forms.Widget):
    """A table of controls; every row is a part, and empty rows say nothing."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        """Keep what each row asks."""
        super().__init__()
        self.columns = columns

    def value_from_datadict(
        self, data: Mapping[str, Any], _files: Any, name: str
    ) -> list[Row]:
        """The rows as sent, also those that are empty."""
        count = str(data.get(f"{name}-antal", "0"))
        sent = int(count[:LONGEST_COUNT]) if count.isdecimal() else 0
        rows = min(sent, MOST_ROWS)
        return [
            {
                column.name: _written(data.get(f"{name}-{row}-{column.name}", ""))
                for column in self.columns
            }
            for row in range(rows)
        ]

    def value_omitted_from_data(
        self, data: Mapping[str, Any], _files: Any, name: str
    ) -> bool:
        """Whether the rows were on the page that was sent."""
        return f"{name}-antal" not in data

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        """The rows that say something, and room for more."""
        filled = [row for row in (value or []) if any(row.values())]
        count = min(max(FEWEST_ROWS, len(filled) + EMPTY_ROWS), MOST_ROWS)
        rows = [*filled, *({} for _ in range(count - len(filled)))]
        control_id = (attrs or {}).get("id", f"id_{name}")
        return render_to_string(
            "staff/forms/rows.html",
            {
                "name": name,
                "columns": self.columns,
                "rows": [
                    self._cells(name, control_id, place, row)
                    for place, row in enumerate(rows)
                ],
                "count": count,
                "more": MORE,
            },
        )

    def id_for_label(self, id_: str) -> str:
        """The first control of the first row."""
        return f"{id_}-0-{self.columns[0].name}"

    def _cells(
        self, name: str, control_id: str, place: int, row: Row
    ) -> tuple[Cell, ...]:
        return tuple(
            Cell(
                column=column,
                name=f"{name}-{place}-{column.name}",
                control_id=f"{control_id}-{place}-{column.name}",
                value=row.get(column.name, ""),
            )
            for column in self.columns
        )


class RowsField(forms.Field):
    """The parts of a payload that can be many; comes out as a list of filled rows."""

    def __init__(self, *, part: type[Payload], **options: Any) -> None:
        """Make the columns from the part's own definition."""
        self.columns = columns_of(part)
        super().__init__(
            widget=RowsInput(self.columns),
            help_text=gettext_lazy("Tomma rader räknas inte."),
            **options,
        )

    def clean(self, value: Any) -> list[Row]:
        """The rows that say something; raises ValidationError for a half-filled one."""
        filled = [row for row in (value or []) if any(row.values())]
        for place, row in enumerate(filled, start=1):
            self._check(place, row)
        super().clean(filled)
        return filled

    def _check(self, place: int, row: Row) -> None:
        for column in self.columns:
            entered = row.get(column.name, "")
            known = {value for value, _ in column.choices}
            if (column.required and not entered) or (
                entered and column.choices and entered not in known
            ):
                raise ValidationError(
                    gettext("Rad %(row)s: fyll i ”%(column)s”")
                    % {"row": place, "column": column.label}
                )


def columns_of(part: type[Payload]) -> tuple[Column, ...]:
    """What each row asks, in the part's own order."""
    return tuple(
        Column(
            name=spec.name,
            label=in_language(spec.shown.text),
            required=spec.required,
            choices=tuple(
                (option.value, in_language(option.wording)) for option in spec.type
            )
            if issubclass(spec.type, Choice)
            else (),
        )
        for spec in specs_of(part).values()
    )


def _written(value: object) -> str:
    """What was written, without the one character that no database keeps."""
    return str(value).replace("\0", "").strip()
