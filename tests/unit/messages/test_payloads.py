from datetime import UTC, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from naravard.messages.catalogue.admission_notice import AdmissionNotice
from naravard.messages.catalogue.general import General
from naravard.messages.catalogue.information_transfer import (
    InformationTransfer,
    MedicineChange,
)
from naravard.messages.catalogue.planning_call import PlanningCall
from naravard.messages.definition import MessageType, specs_of
from naravard.messages.payloads import (
    TEXT_LIMIT,
    PayloadRefused,
    in_swedish,
    payload_from,
    payload_rows,
    payload_to_dict,
)
from naravard.messages.registry import MESSAGE_TYPES

types = st.sampled_from(list(MESSAGE_TYPES.values()))
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(kind=types, key=st.text(), value=json_values)
def test_no_payload_with_an_extra_key_passes(
    kind: MessageType, key: str, value: object
):
    assume(key not in specs_of(kind.payload))

    with pytest.raises(PayloadRefused, match="får inte finnas med"):
        payload_from(kind.payload, {**payload_to_dict(kind.example), key: value})


@given(kind=types, data=st.data())
def test_a_missing_required_key_is_named(kind: MessageType, data: st.DataObject):
    required = [spec for spec in specs_of(kind.payload).values() if spec.required]
    spec = data.draw(st.sampled_from(required))
    raw = payload_to_dict(kind.example)
    del raw[spec.name]

    with pytest.raises(PayloadRefused) as refusal:
        payload_from(kind.payload, raw)

    assert spec.name in refusal.value.message
    assert spec.shown.text in refusal.value.message


@given(kind=types, raw=st.dictionaries(st.text(), json_values))
def test_whatever_comes_in_is_read_or_refused(kind: MessageType, raw: dict):
    with pytest.raises(PayloadRefused):
        payload_from(kind.payload, raw)


@given(kind=types, value=json_values, data=st.data())
def test_a_changed_value_is_read_strictly_or_refused(
    kind: MessageType, value: object, data: st.DataObject
):
    name = data.draw(st.sampled_from(list(specs_of(kind.payload))))

    try:
        payload = payload_from(
            kind.payload, {**payload_to_dict(kind.example), name: value}
        )
    except PayloadRefused:
        return

    assert payload_from(kind.payload, payload_to_dict(payload)) == payload


def test_all_that_is_wrong_is_said_at_once():
    with pytest.raises(PayloadRefused) as refusal:
        payload_from(General, {"subject": "", "diagnosis": "x"})

    assert "”diagnosis” får inte finnas med" in refusal.value.message
    assert "”subject” (Ämne) saknas" in refusal.value.message
    assert "”text” (Meddelande) saknas" in refusal.value.message
    assert refusal.value.remedy


def test_a_refusal_never_repeats_what_was_written_about_the_person():
    with pytest.raises(PayloadRefused) as refusal:
        payload_from(General, {"subject": "Hej", "text": 7, "secret": "Karin Holm"})

    assert "Karin" not in refusal.value.message


@pytest.mark.parametrize(
    "moment",
    [
        "2026-03-05T13:00:00",  # no zone: whose clock?
        "2026-03-05",
        "0001-01-01T00:00:00+00:00",
        "i morgon",
        20260305,
    ],
)
def test_a_moment_without_a_zone_or_sense_is_refused(moment: object):
    with pytest.raises(PayloadRefused, match="Beräknad utskrivning"):
        payload_from(
            AdmissionNotice,
            {
                "given_name": "Karin",
                "family_name": "Holm",
                "person_identity": "R-2026-0417",
                "estimated_discharge_at": moment,
            },
        )


@pytest.mark.parametrize("text", ["   ", "a" * (TEXT_LIMIT + 1), "a\x00b", "\ud800"])
def test_text_that_says_nothing_or_cannot_be_stored_is_refused(text: str):
    with pytest.raises(PayloadRefused, match="går inte att läsa"):
        payload_from(General, {"subject": text, "text": "Hej"})


def test_a_part_names_the_field_that_is_wrong_in_it():
    with pytest.raises(PayloadRefused, match=r"medicines\[0\].change"):
        payload_from(
            InformationTransfer,
            {"summary": "Vårdad.", "medicines": [{"name": "Alvedon", "change": "?"}]},
        )


@pytest.mark.parametrize("parts", ["Karin", {"name": "Karin"}, [7], [{}] * 201])
def test_a_list_holds_parts_and_not_too_many(parts: object):
    with pytest.raises(PayloadRefused, match="participants"):
        payload_from(
            PlanningCall,
            {
                "meets_at": "2026-03-04T12:00:00+01:00",
                "form": "video",
                "purpose": "Planera",
                "participants": parts,
            },
        )


def test_a_choice_keeps_its_wording():
    assert MedicineChange("new").wording == "ny"


def test_empty_fields_are_left_out_of_what_is_sent():
    notice = AdmissionNotice(
        given_name="Karin",
        family_name="Holm",
        person_identity="R-2026-0417",
        estimated_discharge_at=datetime(2026, 3, 5, 13, 0, tzinfo=UTC),
    )

    assert "registered_address" not in payload_to_dict(notice)


def test_moments_are_shown_as_swedish_clocks_show_them():
    assert in_swedish(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == (
        "2 juli 2026 kl. 00.30"
    )


def test_parts_yes_and_choices_are_shown_in_words():
    stored = payload_to_dict(MESSAGE_TYPES["planning-call"].example)

    texts = {row.label: row.text for row in payload_rows(PlanningCall, stored)}

    assert texts["Kallade"] == (
        "Karin Holm\nEva Holm, dotter\nAli Demir, biståndshandläggare"
    )
    assert texts["Mötesform"] == "På sjukhuset"
    assert texts["Personen är med"] == "Ja"
