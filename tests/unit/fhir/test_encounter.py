"""An Encounter read into a hospital stay, or not."""

from datetime import UTC, datetime

import pytest

from naravard.fhir.inbound.element import Element
from naravard.fhir.inbound.encounter import read_encounter
from naravard.fhir.inbound.problems import NotUsable, Reason
from tests.unit.fhir.resources import TODAY, stay


def read(resource, notes=None):
    element = Element(resource, "Encounter", [] if notes is None else notes)
    return read_encounter(element, container="Encounter/stay", today=TODAY)


def reason_against(**told):
    with pytest.raises(NotUsable) as refused:
        read(stay(**told))
    return refused.value.reason


def test_a_finished_stay_has_its_times():
    record = read(stay())

    assert record.admitted_at == datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    assert record.discharged_at == datetime(2026, 3, 5, 13, 30, tzinfo=UTC)
    assert not record.planned


@pytest.mark.parametrize("code", ["IMP", "ACUTE", "NONAC", "inpatient"])
def test_these_classes_are_stays(code):
    assert read(stay(**{"class": {"code": code}}))


def test_the_fifth_version_of_fhir_is_understood():
    told = {"class": [{"coding": [{"code": "IMP"}]}], "status": "completed"}
    resource = stay(**told)
    resource["actualPeriod"] = resource.pop("period")

    assert read(resource).discharged_at is not None


@pytest.mark.parametrize("code", ["AMB", "EMER", "HH", "VR", "wellness", "OBSENC"])
def test_other_contacts_are_not_stays(code):
    assert reason_against(**{"class": {"code": code}}) is Reason.NOT_INPATIENT


@pytest.mark.parametrize("status", ["planned", "cancelled", "entered-in-error"])
def test_what_has_not_happened_is_no_stay(status):
    assert reason_against(status=status) is Reason.NOT_HAPPENED


def test_a_stay_under_way_has_no_end():
    record = read(stay(status="in-progress", period={"start": "2026-11-20T10:00:00Z"}))

    assert record.discharged_at is None


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"status": "in-progress"}, Reason.PERIOD_NOT_POSSIBLE),
        ({"period": {"start": "2026-03-02"}}, Reason.PERIOD_NOT_POSSIBLE),
        ({"period": {"end": "2026-03-02"}}, Reason.REQUIRED_MISSING),
        ({"period": None}, Reason.REQUIRED_MISSING),
        ({"period": {"start": "mars", "end": "2026-03-02"}}, Reason.WRONG_FORM),
        ({"subject": None}, Reason.REQUIRED_MISSING),
        ({"class": None}, Reason.REQUIRED_MISSING),
    ],
)
def test_a_stay_without_what_it_needs_is_not_used(told, reason):
    assert reason_against(**told) is reason


def test_a_day_without_time_is_the_whole_day_and_noted():
    notes = []

    record = read(stay(period={"start": "2026-03-02", "end": "2026-03-05"}), notes)

    assert record.admitted_at == datetime(2026, 3, 1, 23, 0, tzinfo=UTC)
    assert record.discharged_at == datetime(2026, 3, 5, 22, 59, 59, tzinfo=UTC)
    assert [note.path for note in notes] == [
        "Encounter.period.start",
        "Encounter.period.end",
    ]


def test_the_ward_that_somebody_lies_in_now_goes_first():
    places = [
        {
            "location": {"reference": "Location/first"},
            "status": "completed",
            "period": {"start": "2026-03-02T09:00:00Z"},
        },
        {"location": {"reference": "Location/now"}, "status": "active"},
    ]

    record = read(stay(location=places))

    assert [ward.address for ward in record.wards] == [
        "Location/now",
        "Location/first",
        "Organization/hospital",
    ]


def test_an_elective_stay_is_planned():
    assert read(stay(priority={"coding": [{"code": "EL"}]})).planned


def test_a_patient_may_be_named_by_number_alone():
    system = "http://electronichealth.se/identifier/personnummer"
    subject = {"identifier": {"system": system, "value": "430214-9804"}}

    record = read(stay(subject=subject))

    assert record.patient.number.value == "194302149804"


def test_a_conditional_reference_is_a_number():
    provider = {
        "reference": "Organization?identifier="
        "urn:oid:1.2.752.129.2.1.4.1|SE2321999999-w1"
    }

    record = read(stay(serviceProvider=provider))

    assert record.wards[0].number.value == "SE2321999999-W1"
