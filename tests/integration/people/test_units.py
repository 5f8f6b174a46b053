"""Units live, merge and are found again."""

from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from naravard.core.errors import NotFound
from naravard.people import queries, services
from naravard.people.county import load_county
from naravard.people.errors import (
    SuccessorNotPossible,
    UnitAlreadyEnded,
    UnitNotThere,
)
from naravard.people.models import CareUnit, Person
from naravard.people.roles import CareUnitKind, Role
from tests.integration.people.conftest import TODAY, unit

YESTERDAY = TODAY - timedelta(days=1)
SMALL_COUNTY = Path("tests/unit/people/small_county.toml")


@pytest.fixture
def merged(health_centre, region, karin):
    new = unit(region, "salanya", name="Nya Sala vårdcentral")
    services.merge_units(
        ended_id=health_centre.pk, successor_id=new.pk, last_day=YESTERDAY, today=TODAY
    )
    return new


def test_a_merged_unit_leads_to_its_successor(health_centre, merged):
    assert queries.unit_today(health_centre.pk, TODAY).name == "Nya Sala vårdcentral"
    assert queries.unit_today(health_centre.pk, YESTERDAY).name == "Sala vårdcentral"


def test_the_listed_follow_to_the_successor(merged):
    assert Person.objects.get().listed_unit_id == merged.pk


def test_a_unit_merges_once(health_centre, merged):
    with pytest.raises(UnitAlreadyEnded):
        services.merge_units(
            ended_id=health_centre.pk,
            successor_id=merged.pk,
            last_day=YESTERDAY,
            today=TODAY,
        )


def test_a_unit_can_not_take_over_from_itself(health_centre):
    with pytest.raises(SuccessorNotPossible):
        services.merge_units(
            ended_id=health_centre.pk,
            successor_id=health_centre.pk,
            last_day=YESTERDAY,
            today=TODAY,
        )


def test_an_ended_unit_can_not_take_over(health_centre, region):
    ended = unit(region, "old", valid_to=date(2020, 1, 1))

    with pytest.raises(SuccessorNotPossible):
        services.merge_units(
            ended_id=health_centre.pk,
            successor_id=ended.pk,
            last_day=YESTERDAY,
            today=TODAY,
        )


def test_units_that_follow_each_other_in_a_ring_still_give_an_answer(region):
    one = unit(region, "one", valid_to=YESTERDAY)
    two = unit(region, "two", valid_to=YESTERDAY, succeeded_by=one)
    one.succeeded_by = two
    one.save()

    assert queries.unit_today(one.pk, TODAY).key in {"one", "two"}


def test_a_unit_that_is_not_there_is_not_found(db):
    with pytest.raises(NotFound):
        queries.unit_today(uuid4(), TODAY)


def test_units_of_a_municipality_are_those_that_exist(health_centre, merged):
    kind = CareUnitKind.OPEN_CARE

    before = queries.units_for_municipality("1981", kind, YESTERDAY)

    assert [row.name for row in before] == ["Sala vårdcentral"]
    assert queries.units_for_municipality("1981", kind, TODAY) == ()


def test_a_unit_is_found_by_hsa_id_in_any_case(health_centre):
    assert queries.unit_with_hsa_id("se2321999999-sala").id == health_centre.pk
    assert queries.unit_with_hsa_id("") is None


def test_a_county_is_loaded_once_however_often(db):
    county = load_county(SMALL_COUNTY)

    first = services.load_county(county=county, today=TODAY)
    again = services.load_county(county=county, today=TODAY)

    assert first.new == CareUnit.objects.count() + len(
        {county.region.key, *(row.key for row in county.municipalities)}
    ) + len(county.providers)
    assert (again.new, again.changed) == (0, 0)


def test_a_loaded_county_keeps_who_took_over_from_whom(db):
    county = load_county(SMALL_COUNTY)

    services.load_county(county=county, today=TODAY)

    told = {row.key: row.successor for row in county.units if row.successor}
    rows = CareUnit.objects.filter(succeeded_by__isnull=False)
    assert dict(rows.values_list("key", "succeeded_by__key")) == told


def test_a_merger_noted_after_the_file_was_written_stands(db):
    county = load_county(SMALL_COUNTY)
    services.load_county(county=county, today=TODAY)
    ended, successor = CareUnit.objects.filter(kind="open_care", valid_to=None)[:2]
    services.merge_units(
        ended_id=ended.pk, successor_id=successor.pk, last_day=YESTERDAY, today=TODAY
    )

    services.load_county(county=county, today=TODAY)

    assert CareUnit.objects.get(pk=ended.pk).valid_to == YESTERDAY


def test_staff_are_found_at_their_unit_while_they_are_assigned(health_centre):
    eva = services.add_professional(
        hsa_id="se2321999999-eva1",
        given_name="Eva",
        family_name="Lind",
        title="Sköterska",
    )
    told = {
        "professional_id": eva,
        "unit_id": health_centre.pk,
        "role": Role.DISTRICT_NURSE,
        "valid_from": date(2025, 1, 1),
    }

    first = services.assign(**told, valid_to=TODAY)
    again = services.assign(**told, valid_to=TODAY)

    assert first == again
    (row,) = queries.professionals_of_unit(health_centre.pk, TODAY)
    assert (row.name, row.hsa_id) == ("Eva Lind", "SE2321999999-EVA1")
    after = TODAY + timedelta(days=1)
    assert queries.professionals_of_unit(health_centre.pk, after) == ()


def test_nobody_is_assigned_to_a_unit_before_it_exists(region):
    later = unit(region, "later", valid_from=date(2027, 1, 1))
    eva = services.add_professional(
        hsa_id="SE2321999999-EVA1", given_name="Eva", family_name="Lind", title=""
    )

    with pytest.raises(UnitNotThere):
        services.assign(
            professional_id=eva,
            unit_id=later.pk,
            role=Role.PHYSICIAN,
            valid_from=TODAY,
        )
