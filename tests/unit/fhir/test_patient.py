"""A Patient read into what we know of a person."""

from datetime import date

import pytest

from naravard.fhir.inbound.element import Element
from naravard.fhir.inbound.patient import read_patient
from naravard.fhir.inbound.problems import NotUsable, Reason
from naravard.people.details import Number
from naravard.people.roles import Protection
from tests.unit.fhir.resources import (
    COORDINATION_NUMBER,
    KARIN,
    PERSONAL_NUMBER,
    RESERVE_NUMBER,
    TODAY,
    address,
    patient,
    protected,
)


def read(resource, notes=None):
    element = Element(resource, "Patient", [] if notes is None else notes)
    return read_patient(element, container="Patient/karin", today=TODAY)


def test_karin_is_read_as_the_base_profile_tells_of_her():
    record = read(patient())

    assert record.numbers == (Number(system="personal_number", value=KARIN),)
    assert record.details.given_name == "Karin Elisabet"
    assert record.details.family_name == "Holm"
    assert record.details.birth_date == date(1943, 2, 14)
    assert record.details.street == "Aspvägen 4"
    assert record.details.postal_code == "73331"
    assert record.details.town == "Sala"
    assert record.details.protection is Protection.NONE


@pytest.mark.parametrize(
    ("system", "value", "kept"),
    [
        (PERSONAL_NUMBER, "430214-9804", ("personal_number", KARIN)),
        ("urn:oid:1.2.752.129.2.1.3.1", KARIN, ("personal_number", KARIN)),
        (
            COORDINATION_NUMBER,
            "196109739802",
            ("coordination_number", "196109739802"),
        ),
        # The form says which system it is of, whatever the sender says.
        (PERSONAL_NUMBER, "196109739802", ("coordination_number", "196109739802")),
        (
            RESERVE_NUMBER,
            "98240301AA06",
            ("national_reserve_number", "98240301AA06"),
        ),
        # Reserve numbers of unknown form are kept as they are.
        (RESERVE_NUMBER, "abc-1", ("national_reserve_number", "ABC-1")),
        ("urn:oid:1.2.3.4", "17", ("urn:oid:1.2.3.4", "17")),
    ],
)
def test_a_number_is_kept_under_its_own_system(system, value, kept):
    record = read(patient(identifier=[{"system": system, "value": value}]))

    assert [(one.system, one.value) for one in record.numbers] == [kept]


def test_a_wrong_personal_number_is_refused_without_being_repeated():
    wrong = [{"system": PERSONAL_NUMBER, "value": "194302149805"}]

    with pytest.raises(NotUsable) as refused:
        read(patient(identifier=wrong))

    assert refused.value.reason is Reason.NUMBER_NOT_VALID
    assert refused.value.path == "Patient.identifier[0].value"
    assert "194302149805" not in refused.value.what


def test_numbers_that_care_has_no_need_of_are_not_kept():
    passport = {
        "type": {"coding": [{"code": "PPN"}]},
        "system": "http://example.org/passport",
        "value": "X1",
    }

    assert read(patient(identifier=[passport])).numbers == ()


@pytest.mark.parametrize(
    ("label", "protection"),
    [
        ("sekretessmarkering", Protection.CONFIDENTIALITY_MARK),
        ("skyddadFolkbokforing", Protection.PROTECTED_REGISTRATION),
        ("DEMO", Protection.NONE),
    ],
)
def test_a_security_label_protects(label, protection):
    assert read(patient(meta=protected(label))).details.protection is protection


def test_with_protection_neither_address_nor_phone_is_kept():
    details = read(patient(meta=protected("sekretessmarkering"))).details

    assert (details.street, details.town, details.phone) == ("", "", "")


def test_with_protection_a_special_postal_address_is_kept():
    special = address("63391000052104", "Box 17", "404 20", "Göteborg")

    details = read(
        patient(meta=protected("skyddadFolkbokforing"), address=[special])
    ).details

    assert details.street == "Box 17"


def test_a_withheld_name_is_no_name():
    withheld = [{"family": "Skyddad uppgift", "given": ["Skyddad uppgift"]}]

    details = read(patient(name=withheld, meta=protected("sekretessmarkering"))).details

    assert (details.given_name, details.family_name) == ("", "")


def test_the_registered_address_goes_before_others():
    stated = address("63411000052104", "Hos Eva", "733 40", "Sala")
    registered = address("63381000052101", "Aspvägen 4", "733 31", "Sala")

    details = read(patient(address=[stated, registered])).details

    assert details.street == "Aspvägen 4"


def test_a_gap_among_the_given_names_is_no_name():
    call_me = {"extension": [{"url": "qualifier", "valueCode": "CL"}]}
    name = {"family": "Holm", "given": ["Karin", None], "_given": [None, call_me]}

    assert read(patient(name=[name])).details.given_name == "Karin"


def test_a_birth_year_alone_is_noted():
    notes = []

    record = read(patient(birthDate="1943"), notes)

    assert record.details.birth_date is None
    assert [note.path for note in notes] == ["Patient.birthDate"]


def test_values_of_the_wrong_kind_are_noted_and_passed_over():
    notes = []

    record = read(patient(name="Karin", telecom={}, birthDate=1943, address=[7]), notes)

    assert record.details.family_name == ""
    assert {note.path for note in notes} >= {
        "Patient.name",
        "Patient.telecom",
        "Patient.birthDate",
        "Patient.address[0]",
    }


def test_language_and_interpreter_are_read():
    finnish = {"language": {"coding": [{"code": "fi-FI"}]}, "preferred": True}
    interpreter = {
        "url": "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired",
        "valueBoolean": True,
    }

    details = read(patient(communication=[finnish], extension=[interpreter])).details

    assert (details.language, details.interpreter) == ("fi", True)


def test_a_replaced_patient_is_not_used():
    link = {"type": "replaced-by", "other": {"reference": "Patient/other"}}

    with pytest.raises(NotUsable):
        read(patient(link=[link]))


def test_characters_that_no_register_holds_are_taken_away():
    name = [{"family": "Ho\x00lm\ud800", "given": ["Ka\nrin"]}]

    details = read(patient(name=name)).details

    assert (details.given_name, details.family_name) == ("Ka rin", "Ho lm")
