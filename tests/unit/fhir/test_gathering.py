"""What references mean, whichever order things are told in."""

from pathlib import Path

from naravard.fhir.inbound.files import Found
from naravard.fhir.inbound.gathering import Gathered
from naravard.fhir.inbound.importing import gather
from naravard.fhir.inbound.problems import Place, Reason, masked
from naravard.fhir.inbound.records import Reference, StayRecord
from naravard.fhir.inbound.tally import Tally
from tests.unit.fhir.resources import TODAY, organization, patient, stay, ward

HERE = "a.json"


def gathered_from(*found):
    gathered, tally = Gathered(), Tally(source="test")
    gather(found, gathered, tally, today=TODAY)
    gathered.make_index()
    return gathered, tally


def told(resource, *, full_url="", scope=HERE):
    place = Place(file=Path(scope).name)
    return Found(resource=resource, full_url=full_url, scope=scope, place=place)


def patient_at(address):
    return Reference(type="Patient", address=address)


def test_a_short_reference_means_the_one_in_the_same_file():
    gathered, _ = gathered_from(
        told(patient(), full_url="http://a/Patient/karin", scope="a.json"),
        told(patient(), full_url="http://b/Patient/karin", scope="b.json"),
    )

    meant = gathered.meant_by(patient_at("Patient/karin"), "b.json")

    assert meant.full_url == "http://b/Patient/karin"


def test_a_short_reference_that_could_mean_several_elsewhere_means_none():
    gathered, _ = gathered_from(
        told(patient(), full_url="http://a/Patient/karin", scope="a.json"),
        told(patient(), full_url="http://b/Patient/karin", scope="b.json"),
    )

    assert gathered.meant_by(patient_at("Patient/karin"), "c.json") is None


def test_every_way_of_referring_finds_karin():
    gathered, _ = gathered_from(told(patient(), full_url="urn:uuid:1"))

    found = {
        gathered.meant_by(patient_at(address), HERE).id
        for address in ("urn:uuid:1", "Patient/karin", "https://x/fhir/Patient/karin")
    }

    assert found == {"karin"}


def test_the_same_told_twice_is_one():
    gathered, tally = gathered_from(told(patient()), told(patient()))

    assert (gathered.repeated, tally.problems) == (1, [])


def test_another_wording_of_the_same_is_reported():
    _, tally = gathered_from(told(patient()), told(patient(birthDate="1944-02-14")))

    assert [problem.reason for problem in tally.problems] == [Reason.DUPLICATE]


def test_the_newest_wording_is_used_whichever_comes_first():
    newer = patient(
        birthDate="1944-02-14", meta={"lastUpdated": "2026-02-02T10:00:00Z"}
    )
    older = patient(meta={"lastUpdated": "2026-02-01T10:00:00Z"})

    gathered, _ = gathered_from(told(newer), told(older))
    other_order, _ = gathered_from(told(older), told(newer))

    reference = patient_at("Patient/karin")
    used = gathered.meant_by(reference, HERE).record.details.birth_date
    assert used == other_order.meant_by(reference, HERE).record.details.birth_date
    assert used.year == 1944


def test_a_bed_leads_to_its_ward():
    bed = {
        "resourceType": "Location",
        "id": "bed",
        "partOf": {"reference": "Location/ward"},
    }
    gathered, _ = gathered_from(told(bed), told(ward()), told(organization()))

    meant = gathered.unit_meant_by(
        Reference(type="Location", address="Location/bed"), HERE
    )

    assert meant.id == "ward"


def test_places_that_are_part_of_each_other_lead_nowhere():
    one = {"resourceType": "Location", "id": "1", "partOf": {"reference": "Location/2"}}
    two = {"resourceType": "Location", "id": "2", "partOf": {"reference": "Location/1"}}
    gathered, _ = gathered_from(told(one), told(two))

    reference = Reference(type="Location", address="Location/1")

    assert gathered.unit_meant_by(reference, HERE) is None


def test_a_contained_organisation_is_found_from_its_container():
    inside = {"resourceType": "Organization", "id": "org", "name": "Lasarettet"}
    gathered, _ = gathered_from(
        told(stay(contained=[inside], serviceProvider={"reference": "#org"}))
    )

    ((encounter, record),) = gathered.of(StayRecord)

    assert gathered.unit_meant_by(record.wards[0], encounter.scope) is not None


def test_a_name_in_the_report_holds_no_personal_number():
    assert "9804" not in masked("Patient/PatientExample194302149804")
    assert "9804" not in masked("Patient/19430214-9804")


def test_an_unguessable_name_in_the_report_stays_whole():
    name = "Patient/0a1b2c3d-1234-5678-9abc-123456789012"

    assert masked(name) == name
