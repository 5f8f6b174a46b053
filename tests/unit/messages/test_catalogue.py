from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

import pytest

from naravard.messages.catalogue.admission_notice import MESSAGE_TYPE as ADMISSION
from naravard.messages.catalogue.changed_estimate import MESSAGE_TYPE as ESTIMATE
from naravard.messages.catalogue.general import MESSAGE_TYPE as GENERAL
from naravard.messages.definition import (
    WHITELIST,
    DefinitionIncomplete,
    MessageType,
    Payload,
    Shown,
    closed_fields,
    specs_of,
)
from naravard.messages.grounds import GROUNDS, Content, Ground
from naravard.messages.payloads import (
    checked,
    payload_from,
    payload_rows,
    payload_to_dict,
)
from naravard.messages.registry import (
    MESSAGE_TYPES,
    UnknownMessageType,
    in_order,
    message_type,
)
from naravard.people.roles import CareUnitKind

every_type = pytest.mark.parametrize(
    "kind", MESSAGE_TYPES.values(), ids=lambda kind: kind.number
)


def test_the_catalogue_has_the_fourteen_messages_and_the_deviation():
    numbers = [kind.number for kind in in_order()]

    assert numbers == [f"M{place}" for place in range(1, 15)] + ["A1", "A2"]


def test_an_unknown_code_is_said_to_be_unknown():
    with pytest.raises(UnknownMessageType, match="finns inte"):
        message_type("telegram")


@every_type
def test_the_example_comes_back_the_same_from_json(kind: MessageType):
    assert payload_from(kind.payload, payload_to_dict(kind.example)) == kind.example


@every_type
def test_the_example_passes_the_type_s_own_check(kind: MessageType):
    assert checked(kind.example) == kind.example


@every_type
def test_the_example_fills_every_field(kind: MessageType):
    assert payload_to_dict(kind.example).keys() == specs_of(kind.payload).keys()


@every_type
def test_the_example_reads_as_one_row_a_field(kind: MessageType):
    rows = payload_rows(kind.payload, payload_to_dict(kind.example))

    assert [row.label for row in rows] == [
        spec.shown.text for spec in specs_of(kind.payload).values()
    ]
    assert all(row.text for row in rows)


@every_type
def test_some_ground_of_the_type_opens_all_of_it(kind: MessageType):
    keys = frozenset(specs_of(kind.payload))

    assert any(
        not closed_fields(kind.payload, keys, ground) for ground in kind.legal_grounds
    )


@every_type
def test_the_duty_of_lus_opens_the_notice_and_nothing_richer(kind: MessageType):
    keys = frozenset(specs_of(kind.payload))

    closed = closed_fields(kind.payload, keys, Ground.DUTY_LUS)

    assert bool(closed) is not kind.whitelist


@pytest.mark.parametrize("kind", [ADMISSION, ESTIMATE], ids=["M1", "M2"])
def test_what_needs_no_consent_is_the_five_facts_only(kind: MessageType):
    assert specs_of(kind.payload).keys() <= WHITELIST


def test_only_the_duty_opens_the_five_facts():
    openers = {g for g in Ground if Content.NOTICE in GROUNDS[g].opens}

    assert openers == {Ground.DUTY_LUS}


def test_a_message_without_a_legal_ground_is_refused():
    with pytest.raises(DefinitionIncomplete, match="no legal ground"):
        replace(GENERAL, legal_grounds=frozenset())


@pytest.mark.parametrize("text", ["law", "title", "says", "deadline"])
def test_a_message_that_does_not_say_what_it_is_is_refused(text: str):
    with pytest.raises(DefinitionIncomplete, match="text is missing"):
        replace(GENERAL, **{text: " "})


def test_a_message_to_nobody_is_refused():
    with pytest.raises(DefinitionIncomplete, match="to whom"):
        replace(GENERAL, recipients=frozenset())


def test_a_message_from_nobody_is_refused():
    with pytest.raises(DefinitionIncomplete, match="from whom"):
        replace(GENERAL, senders=frozenset())


def test_another_message_s_example_is_refused():
    with pytest.raises(DefinitionIncomplete, match="another payload"):
        replace(GENERAL, example=ADMISSION.example)


def test_the_duty_cannot_carry_a_richer_message():
    with pytest.raises(DefinitionIncomplete, match="go together"):
        replace(GENERAL, legal_grounds=frozenset({Ground.DUTY_LUS}))


def test_no_ground_widens_the_whitelist():
    with pytest.raises(DefinitionIncomplete, match="no ground widens"):
        replace(ADMISSION, legal_grounds=frozenset({Ground.DUTY_LUS, Ground.CONSENT}))


def test_a_whitelisted_message_cannot_grow_a_field():
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Wider(Payload):
        estimated_discharge_at: Annotated[datetime, Shown("Tid", Content.NOTICE)]
        diagnosis: Annotated[str, Shown("Diagnos", Content.NOTICE)]

    example = Wider(
        estimated_discharge_at=ESTIMATE.example.estimated_discharge_at,
        diagnosis="Höftbrott",
    )

    with pytest.raises(DefinitionIncomplete, match="more than LUS 2:2"):
        replace(ESTIMATE, payload=Wider, example=example)


def test_a_field_without_a_class_is_refused():
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Unclassed(Payload):
        text: Annotated[str, Shown("Text")]

    with pytest.raises(DefinitionIncomplete, match="no class"):
        replace(GENERAL, payload=Unclassed, example=Unclassed(text="Hej"))


def test_a_field_without_a_swedish_name_is_refused():
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Nameless(Payload):
        text: str

    with pytest.raises(DefinitionIncomplete, match="Swedish name"):
        replace(GENERAL, payload=Nameless, example=Nameless(text="Hej"))


def test_the_admission_notice_comes_from_hospital_within_a_day():
    assert ADMISSION.senders == {CareUnitKind.INPATIENT}
    assert ADMISSION.send_within is not None
    assert ADMISSION.send_within.total_seconds() == 24 * 3600
