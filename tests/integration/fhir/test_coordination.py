"""A hospital's own system admits Karin; the ward finds her on its list in Nära."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from naravard.discharge import services
from naravard.discharge.models import CaseEvent, CaseParty, DischargeCase
from naravard.discharge.services import When
from naravard.fhir.inbound.importing import import_paths
from naravard.fhir.inbound.naming import Source
from naravard.fhir.inbound.problems import Reason
from naravard.fhir.inbound.tally import Tally, as_json, summary
from naravard.people.models import CareUnit
from tests.house import House, build_house
from tests.unit.fhir.resources import HSA_ID, NOW, bundle, organization, patient, stay

pytestmark = pytest.mark.django_db
HSA_ID_OF_WARD = "SE2321999999-W1"
OPEN = {"status": "in-progress", "period": {"start": "2026-03-02T09:00:00+01:00"}}
ENDED = {
    "status": "finished",
    "period": {
        "start": "2026-03-02T09:00:00+01:00",
        "end": "2026-03-05T14:30:00+01:00",
    },
}
AT_OUR_WARD = {
    "serviceProvider": {"identifier": {"system": HSA_ID, "value": HSA_ID_OF_WARD}}
}
Tell = Callable[..., Tally]


@pytest.fixture
def house() -> House:
    house = build_house()
    CareUnit.objects.filter(pk=house.ward).update(hsa_id=HSA_ID_OF_WARD)
    return house


@pytest.fixture
def told(tmp_path: Path, house: House) -> Tell:
    """Lets the hospital tell of Karin's stay as it is just then."""

    def tell(**more: object) -> Tally:
        path = tmp_path / "told.json"
        path.write_text(json.dumps(bundle(organization(), patient(), stay(**more))))
        return import_paths([path], source=Source("hospital"), now=NOW)

    return tell


def the_case() -> DischargeCase:
    return DischargeCase.objects.get()


def test_open_stay_at_a_ward_of_ours_starts_a_case_there(
    told: Tell, house: House
) -> None:
    tally = told(**OPEN, **AT_OUR_WARD)

    ward = CaseParty.objects.get(case=the_case())
    assert the_case().state == "OPEN"
    assert (ward.unit_id, ward.listed) == (house.ward, True)
    assert CaseEvent.objects.get().type == "admit"
    assert CaseEvent.objects.get().at.isoformat() == "2026-03-02T08:00:00+00:00"
    assert tally.cases_opened == 1
    assert "Påbörjade ärenden på våra avdelningar: 1" in list(summary(tally))


def test_told_again_it_is_the_same_case(told: Tell) -> None:
    told(**OPEN, **AT_OUR_WARD)

    again = told(**OPEN, **AT_OUR_WARD)

    assert DischargeCase.objects.count() == 1
    assert again.cases_opened == 0
    assert again.changes_nothing


def test_stay_elsewhere_or_over_starts_no_case(told: Tell) -> None:
    elsewhere = told(**OPEN)
    over = told(id_="earlier", **ENDED, **AT_OUR_WARD)

    assert DischargeCase.objects.count() == 0
    assert (elsewhere.cases_opened, over.cases_opened) == (0, 0)


def test_stay_that_only_the_ward_knows_of_ends_as_the_hospital_says(
    told: Tell,
) -> None:
    told(**OPEN, **AT_OUR_WARD)

    tally = told(**ENDED, **AT_OUR_WARD)

    assert the_case().state == "DISCHARGED"
    assert the_case().episode.discharged_at == the_case().discharged_at
    assert not CaseParty.objects.get().listed
    assert as_json(tally)["cases_ended"] == 1
    assert told(**ENDED, **AT_OUR_WARD).changes_nothing


def test_stay_that_others_take_part_in_ends_in_its_case(
    told: Tell, house: House
) -> None:
    told(**OPEN, **AT_OUR_WARD)
    when = When(now=NOW)
    services.assess_need(
        actor=house.physician,
        case_id=the_case().pk,
        unit_ids=(house.health_centre,),
        when=when,
    )
    services.send_admission_notice(
        actor=house.ward_nurse,
        case_id=the_case().pk,
        estimated_at=NOW + timedelta(days=2),
        when=when,
    )

    tally = told(**ENDED, **AT_OUR_WARD)

    assert the_case().discharged_at is None
    assert Reason.REFUSED in {problem.reason for problem in tally.problems}
