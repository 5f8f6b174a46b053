"""What other systems tell us in FHIR becomes ours, once."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from naravard.discharge.models import InpatientEpisode
from naravard.fhir.inbound.importing import import_paths
from naravard.fhir.inbound.naming import Source, SourceNameNotValid
from naravard.fhir.inbound.problems import Reason
from naravard.fhir.inbound.tally import as_json, summary
from naravard.people.details import Outcome
from naravard.people.models import (
    Assignment,
    CareUnit,
    Organisation,
    Person,
    PersonIdentifier,
    Professional,
)
from tests.unit.fhir.resources import (
    ALI,
    HSA_ID_OF_INERA,
    KARIN,
    NOW,
    PERSONAL_NUMBER,
    bundle,
    organization,
    patient,
    practitioner,
    practitioner_role,
    protected,
    stay,
    ward,
)
from tests.unit.fhir.test_nothing_stops_the_reading import mutated_resources

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(tmp_path):
    """Lets a source tell resources, in a folder of its own each time."""

    def tell(*resources, source="hospital"):
        path = tmp_path / "told.json"
        path.write_text(json.dumps(bundle(*resources)))
        return import_paths([path], source=Source(source), now=NOW)

    return tell


def reasons(tally):
    return {problem.reason for problem in tally.problems}


EVERYTHING = (
    stay(location=[{"location": {"reference": "Location/ward"}}]),
    practitioner_role(location=[{"reference": "Location/ward"}]),
    patient(generalPractitioner=[{"reference": "Organization/centre"}]),
    ward(),
    practitioner(),
    organization(
        "centre", name="Vårdcentralen", partOf={"reference": "Organization/hospital"}
    ),
    organization(),
)


def test_everything_told_is_written_whatever_comes_first(told):
    tally = told(*EVERYTHING)

    assert tally.problems == []
    assert tally.total(Outcome.NEW) == len(EVERYTHING)
    episode = InpatientEpisode.objects.get()
    assert episode.ward.name == "Medicinavdelning 2"
    assert episode.person.listed_unit.name == "Vårdcentralen"
    assert Organisation.objects.get().name == "Lasarettet Lövås"
    assert Assignment.objects.get().role == "ward_nurse"


def test_told_again_nothing_changes(told):
    told(*EVERYTHING)
    rows = list(Person.objects.values()), list(CareUnit.objects.values())

    tally = told(*reversed(EVERYTHING))

    assert tally.changes_nothing
    assert "Ingenting ändrades." in list(summary(tally))
    assert (list(Person.objects.values()), list(CareUnit.objects.values())) == rows


def test_what_is_new_about_the_same_person_is_a_change(told):
    told(patient())

    tally = told(patient(telecom=[{"system": "phone", "value": "070-174 06 12"}]))

    assert tally.outcomes == {(Outcome.CHANGED, "Patient"): 1}


def test_two_sources_tell_of_the_same_karin(told):
    told(patient("1"), source="one")
    told(patient("A"), source="other")

    assert Person.objects.count() == 1


def test_a_source_may_tell_of_people_without_national_numbers(told):
    foreign = [{"system": "http://hospital.example.org", "value": "mrn-1"}]

    first = told(patient(identifier=foreign))
    again = told(patient(identifier=foreign))

    assert first.total(Outcome.NEW) == 1
    assert again.changes_nothing


def test_the_same_id_from_two_sources_is_two_persons(told):
    told(patient("1", identifier=[]), source="one")
    told(patient("1", identifier=[]), source="other")

    assert Person.objects.count() == 2


def test_an_id_that_has_changed_person_is_reported(told):
    told(patient("1"))

    tally = told(patient("1", number=ALI))

    assert reasons(tally) == {Reason.IDENTITY_CONFLICT}
    assert Person.objects.count() == 1


def test_two_records_of_karin_in_one_file_are_one_person(told):
    tally = told(
        patient("1"),
        patient("2", birthDate="1943-02-15"),
        organization(),
        stay(subject={"reference": "Patient/2"}),
    )

    assert reasons(tally) == {Reason.DUPLICATE}
    assert InpatientEpisode.objects.get().person == Person.objects.get()


def test_a_local_number_on_two_different_people_makes_them_nobodys(told):
    shared = {"system": "http://hospital.example.org", "value": "mrn-1"}
    ali = patient("ali", identifier=[shared], birthDate="1966-07-06")

    tally = told(patient("karin", identifier=[shared]), ali)

    assert reasons(tally) == {Reason.IDENTITY_CONFLICT}
    assert Person.objects.count() == 1


def test_protection_is_never_lifted_by_a_source_that_does_not_tell(told):
    told(patient(meta=protected("skyddadFolkbokforing")))

    told(patient())

    assert Person.objects.get().protection == "protected_registration"


def test_our_own_units_stand_whatever_another_system_calls_them(told):
    region = Organisation.objects.create(
        key="r", name="Regionen", kind="region", valid_from="2000-01-01"
    )
    ours = CareUnit.objects.create(
        key="med2",
        organisation=region,
        name="Medicin 2",
        kind="inpatient",
        hsa_id="SE2321999999-MED2",
        valid_from="2000-01-01",
    )
    hsa_id = {"system": HSA_ID_OF_INERA, "value": "se2321999999-med2"}

    told(patient(), organization(identifier=[hsa_id]), stay())

    assert InpatientEpisode.objects.get().ward == ours
    assert CareUnit.objects.get().name == "Medicin 2"


def test_a_ward_named_by_number_and_text_alone_becomes_a_unit(told):
    hsa_id = {"system": HSA_ID_OF_INERA, "value": "SE2321999999-W1"}
    provider = {"identifier": hsa_id, "display": "Avdelning 1"}

    told(patient(), stay(serviceProvider=provider))
    again = told(patient(), stay(serviceProvider=provider))

    assert InpatientEpisode.objects.get().ward.hsa_id == "SE2321999999-W1"
    assert again.changes_nothing


def test_what_was_told_yesterday_can_be_referred_to_today(told):
    told(patient(), organization())

    tally = told(stay())

    assert tally.problems == []
    assert InpatientEpisode.objects.get().person == Person.objects.get()


def test_a_stay_that_ends_is_closed(told):
    open_stay = stay(status="in-progress", period={"start": "2026-11-20T10:00:00Z"})
    ended = {"start": "2026-11-20T10:00:00Z", "end": "2026-11-22T10:00:00Z"}
    told(patient(), organization(), open_stay)

    tally = told(stay(period=ended))

    assert tally.outcomes == {(Outcome.CHANGED, "Encounter"): 1}
    assert InpatientEpisode.objects.get().discharged_at is not None


def test_one_person_lies_in_one_bed(told):
    period = {"start": "2026-11-20T10:00:00Z"}

    tally = told(
        patient(),
        organization(),
        stay("first", status="in-progress", period=period),
        stay("second", status="in-progress", period=period),
    )

    assert reasons(tally) == {Reason.PERIOD_NOT_POSSIBLE}
    assert InpatientEpisode.objects.get().outside_id == "Encounter/first"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-03-04T10:00:00Z", "2026-03-06T10:00:00Z"),  # into the other stay
        ("2026-03-09T10:00:00Z", "2026-03-08T10:00:00Z"),  # ends before it begins
        ("2026-12-01T10:00:00Z", "2026-12-02T10:00:00Z"),  # still to come
        ("1942-03-09T10:00:00Z", "1942-03-10T10:00:00Z"),  # before birth
    ],
)
def test_odd_periods_are_reported(told, start, end):
    odd = stay("odd", period={"start": start, "end": end})

    tally = told(patient(), organization(), stay(), odd)

    assert reasons(tally) == {Reason.PERIOD_NOT_POSSIBLE}
    assert InpatientEpisode.objects.count() == 1


def test_a_stay_inside_a_stay_is_counted_and_not_written(told):
    inner = stay("inner", partOf={"reference": "Encounter/stay"})

    tally = told(patient(), organization(), stay(), inner)

    assert tally.not_used == {(Reason.PART_OF_ANOTHER, ""): 1}
    assert InpatientEpisode.objects.count() == 1


@pytest.mark.parametrize(
    "missing", [{"subject": {"reference": "Patient/9"}}, {"serviceProvider": {}}]
)
def test_a_stay_without_person_or_ward_is_reported(told, missing):
    tally = told(patient(), organization(), stay(**missing))

    assert reasons(tally) == {Reason.REFERENCE_MISSING}


@pytest.mark.parametrize(
    ("role", "reason"),
    [
        ({"code": [{"text": "Trollkarl"}]}, Reason.ROLE_UNKNOWN),
        ({"practitioner": {"reference": "Practitioner/9"}}, Reason.REFERENCE_MISSING),
        ({"organization": None}, Reason.REFERENCE_MISSING),
    ],
)
def test_a_role_that_is_not_understood_gives_no_access(told, role, reason):
    tally = told(practitioner(), organization(), practitioner_role(**role))

    assert reasons(tally) == {reason}
    assert not Assignment.objects.exists()


def test_somebody_without_hsa_id_gets_no_assignment(told):
    tally = told(practitioner(identifier=[]), organization(), practitioner_role())

    assert reasons(tally) == {Reason.REQUIRED_MISSING}
    assert Professional.objects.count() == 1


def test_every_resource_read_is_accounted_for(told):
    tally = told(
        *EVERYTHING, *EVERYTHING, {"resourceType": "Observation"}, {}, stay("x")
    )

    used = sum(tally.total(outcome) for outcome in Outcome)
    assert tally.read == used + tally.repeated + sum(tally.not_used.values())


def test_the_report_repeats_no_personal_number(told):
    wrong = [{"system": PERSONAL_NUMBER, "value": "194302149805"}]

    tally = told(patient(f"p{KARIN}", identifier=wrong), patient(f"q{KARIN}"))

    text = json.dumps(as_json(tally)) + "\n".join(summary(tally))
    assert KARIN not in text
    assert "194302149805" not in text


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(mutated_resources(), min_size=1, max_size=6))
def test_whatever_is_told_is_written_or_reported_and_the_same_again(
    tmp_path, resources
):
    path = tmp_path / "odd.ndjson"
    path.write_text("\n".join(json.dumps(one) for one in resources))

    import_paths([path], source=Source("odd"), now=NOW)
    tally = import_paths([path], source=Source("odd"), now=NOW)

    used = sum(tally.total(outcome) for outcome in Outcome)
    assert tally.changes_nothing
    assert tally.read == used + tally.repeated + sum(tally.not_used.values())


@pytest.mark.parametrize("odd", ["urn:uuid:a\x00b", "http://hospital/\ud83d", "\x00"])
def test_an_address_that_no_register_can_hold_is_made_plain(tmp_path, odd):
    nameless = [{**one, "id": ""} for one in (patient(), organization(), ward())]
    entries = [{"fullUrl": odd, "resource": one} for one in nameless]
    entries.append({"resource": stay(subject={"reference": odd})})
    path = tmp_path / "told.json"
    path.write_text(json.dumps({"resourceType": "Bundle", "entry": entries}))

    first = import_paths([path], source=Source("odd"), now=NOW)
    again = import_paths([path], source=Source("odd"), now=NOW)

    assert first.total(Outcome.NEW) >= 2
    assert again.changes_nothing


def test_a_unit_named_by_another_number_than_an_hsa_id_gets_none(told):
    number = {"system": "urn:hospital", "value": f"SE{'x' * 60}"}
    told(patient(), stay(serviceProvider={"identifier": number, "display": "Medicin"}))

    assert CareUnit.objects.get().hsa_id == ""


def test_a_file_whose_name_is_not_text_is_read_and_reported(tmp_path):
    name = b"v\xe5rd\n.json".decode("utf-8", "surrogateescape")
    nameless = [{**one, "id": ""} for one in (practitioner(), patient(), stay())]
    (tmp_path / name).write_text(json.dumps(nameless))

    tally = import_paths([tmp_path], source=Source("odd"), now=NOW)

    assert tally.total(Outcome.NEW) == 2
    assert {problem.place.file for problem in tally.problems} == {"v\ufffdrd .json"}


def test_the_command_says_in_swedish_what_became_of_it(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(bundle(*EVERYTHING)))
    (tmp_path / "b.ndjson").write_text("{broken")
    report = tmp_path / "report.txt"
    out = StringIO()

    call_command("import_fhir", tmp_path, json=report, stdout=out)

    assert "Filer: 2" in out.getvalue()
    assert "- b.ndjson, rad 1: inte giltig JSON" in out.getvalue()
    assert json.loads(report.read_text())["problems"][0]["file"] == "b.ndjson"


@pytest.mark.parametrize(
    ("name", "says"),
    [("nowhere", "nowhere finns inte"), ("x" * 300, "går inte att öppna")],
)
def test_a_path_that_is_not_there_is_exit_code_two(tmp_path, name, says):
    with pytest.raises(CommandError, match=says) as stopped:
        call_command("import_fhir", tmp_path / name)

    assert stopped.value.returncode == 2


def test_a_report_with_nowhere_to_stand_stops_before_anything_is_read(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(bundle(*EVERYTHING)))

    with pytest.raises(CommandError) as stopped:
        call_command("import_fhir", tmp_path, json=tmp_path / "nowhere" / "report")

    assert stopped.value.returncode == 2
    assert not Person.objects.exists()


@pytest.mark.parametrize("name", ["", "a b", "å", "x" * 31, "a/b"])
def test_a_source_has_a_short_plain_name(name):
    with pytest.raises(SourceNameNotValid):
        Source(name)


def test_a_source_name_that_will_not_do_is_exit_code_two(tmp_path):
    with pytest.raises(CommandError) as stopped:
        call_command("import_fhir", tmp_path, source="a b")

    assert stopped.value.returncode == 2


def test_numbers_told_lead_to_the_person(told):
    told(patient())

    values = set(PersonIdentifier.objects.values_list("value", "current"))

    assert values == {(KARIN, True), ("Patient/karin", False)}
