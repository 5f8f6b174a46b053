"""A stay that is coordinated is changed in its case and nowhere else."""

from datetime import timedelta

import pytest

from naravard.discharge.episodes import Care, EpisodeLedByItsCase, record_episode
from naravard.discharge.models import DischargeCase, InpatientEpisode
from naravard.people.details import Outcome
from naravard.people.models import CareUnit, Organisation, Person
from tests.unit.fhir.resources import NOW

ADMITTED = NOW - timedelta(days=3)


@pytest.fixture
def stay(db):
    region = Organisation.objects.create(
        key="r", name="Regionen", kind="region", valid_from="2000-01-01"
    )
    ward = CareUnit.objects.create(
        key="w",
        organisation=region,
        name="W",
        kind="inpatient",
        valid_from="2000-01-01",
    )
    karin = Person.objects.create(given_name="Karin", family_name="Holm")
    return {
        "person_id": karin.pk,
        "ward_id": ward.pk,
        "care": Care.SOMATIC,
        "admitted_at": ADMITTED,
        "discharged_at": None,
        "planned": False,
        "outside_system": "hospital",
        "outside_id": "1",
        "now": NOW,
    }


@pytest.fixture
def coordinated(stay):
    recorded = record_episode(**stay)
    DischargeCase.objects.create(
        episode_id=recorded.id,
        person_id=stay["person_id"],
        ward_id=stay["ward_id"],
        state="admitted",
        admitted_at=ADMITTED,
        changed_at=NOW,
    )
    return stay


def test_a_coordinated_stay_told_again_is_unchanged(coordinated):
    assert record_episode(**coordinated).outcome is Outcome.UNCHANGED


def test_a_coordinated_stay_is_not_closed_from_outside(coordinated):
    with pytest.raises(EpisodeLedByItsCase):
        record_episode(**coordinated | {"discharged_at": NOW})

    assert InpatientEpisode.objects.get().discharged_at is None


def test_stays_may_follow_each_other_within_the_minute(stay):
    moved = NOW - timedelta(days=1)
    record_episode(**stay | {"discharged_at": moved})

    record_episode(**stay | {"admitted_at": moved, "outside_id": "2"})

    assert InpatientEpisode.objects.count() == 2
