"""Any message's form says what the message can say, and nothing else."""

from collections.abc import Iterator
from datetime import datetime
from uuid import uuid4

import pytest
from django import forms

from naravard.core.clock import local
from naravard.messages.catalogue.information_transfer import InformationTransfer
from naravard.messages.catalogue.planning_call import MESSAGE_TYPE as PLANNING_CALL
from naravard.messages.catalogue.planning_call import PlanningCall
from naravard.messages.definition import Choice, MessageType, Payload, specs_of
from naravard.messages.registry import in_order
from naravard.web.staff.forms.base import ActForm
from naravard.web.staff.forms.payload import payload_form, payload_of, payload_texts
from naravard.web.staff.forms.rows import RowsField
from naravard.web.staff.words.messages import TEXTS

TYPES = [pytest.param(kind, id=kind.code) for kind in in_order()]


def written(payload: Payload) -> dict[str, str]:
    """A payload as a browser would send its form."""
    sent = {"request_id": str(uuid4())}
    for name in specs_of(type(payload)):
        sent |= dict(_written(name, getattr(payload, name)))
    return sent


def _written(name: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, tuple) and isinstance(next(iter(value), None), Payload):
        yield from _parts(name, value)
    elif value is not None:
        yield name, _text(value)


def _parts(name: str, parts: tuple[Payload, ...]) -> Iterator[tuple[str, str]]:
    yield f"{name}-antal", str(len(parts))
    for place, part in enumerate(parts):
        for inner in specs_of(type(part)):
            yield f"{name}-{place}-{inner}", _text(getattr(part, inner))


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return "\n".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{local(value):%Y-%m-%dT%H:%M}"
    return value.value if isinstance(value, Choice) else str(value)


@pytest.mark.parametrize("kind", TYPES)
def test_what_is_written_in_the_form_is_what_the_message_says(
    kind: MessageType,
) -> None:
    form = payload_form(kind.payload)(written(kind.example))

    assert form.is_valid(), form.errors
    assert payload_of(kind.payload, form) == kind.example


@pytest.mark.parametrize("kind", TYPES)
def test_form_has_one_control_for_each_field_in_the_same_order(
    kind: MessageType,
) -> None:
    asked = [
        name
        for name in payload_form(kind.payload).base_fields
        if name not in ActForm.base_fields
    ]

    assert asked == list(specs_of(kind.payload))


@pytest.mark.parametrize("kind", TYPES)
def test_every_word_of_the_form_can_be_translated(kind: MessageType) -> None:
    known = {str(text) for text in TEXTS}

    assert {kind.title, *payload_texts(kind.payload)} <= known


def test_required_field_left_empty_is_asked_for() -> None:
    form = payload_form(PlanningCall)({"request_id": str(uuid4())})

    assert set(form.errors) == {"meets_at", "form", "purpose"}


def test_what_is_known_already_is_not_asked() -> None:
    form = payload_form(PlanningCall, leave_out=frozenset({"meets_at"}))

    assert "meets_at" not in form.base_fields


def test_half_written_row_is_asked_for_by_its_name() -> None:
    sent = {
        "request_id": str(uuid4()),
        "summary": "Opererad.",
        "medicines-antal": "2",
        "medicines-1-dose": "1 tablett",
    }

    form = payload_form(InformationTransfer)(sent)

    assert form.errors["medicines"] == ["Rad 1: fyll i ”Läkemedel”"]


def test_empty_rows_say_nothing() -> None:
    example = PLANNING_CALL.example
    sent = written(example) | {"participants-antal": "9"}

    form = payload_form(PlanningCall)(sent)

    assert form.is_valid()
    assert payload_of(PlanningCall, form) == example


def test_rows_sent_without_end_are_not_read() -> None:
    field = payload_form(PlanningCall).base_fields["participants"]
    assert isinstance(field, RowsField)

    rows = field.widget.value_from_datadict(
        {"participants-antal": "100000"}, {}, "participants"
    )

    assert len(rows) == 60


def test_long_telling_gets_a_tall_control() -> None:
    fields = payload_form(InformationTransfer).base_fields

    assert isinstance(fields["summary"].widget, forms.Textarea)
    assert isinstance(fields["ask"].widget, forms.TextInput)
