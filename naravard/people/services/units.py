"""Writes organisations and units, from a county's file or when units merge."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Manager

from naravard.people.county import County, UnitData
from naravard.people.errors import SuccessorNotPossible, UnitAlreadyEnded
from naravard.people.models import CareUnit, Organisation, Person

PSYCHIATRIC = "psychiatric"

# What a file names gets its id from its key, so that one file is the same everywhere.
_NAMED_IN_FILES = UUID("6c1f4f0e-5d0b-5c8e-9a55-3a6e0f5f1c07")

# What the file says of each, beside the key.
_OF_ORGANISATION = (
    "name",
    "kind",
    "organisation_number",
    "municipality_code",
    "county_code",
    "population",
    "valid_from",
)
_OF_UNIT = (
    "organisation_id",
    "hsa_id",
    "name",
    "kind",
    "municipality_code",
    "node",
    "hospital",
    "beds",
    "phone",
    "phone_hours",
    "psychiatric",
    "valid_from",
    "valid_to",
)
_Row = TypeVar("_Row", Organisation, CareUnit)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyLoaded:
    """How many organisations and units were written, and how many already were."""

    new: int
    changed: int
    unchanged: int


@transaction.atomic
def load_county(*, county: County, today: date) -> CountyLoaded:
    """Write what the county's file says; loaded again, nothing is doubled.

    Those who are listed with a unit that has ended by `today` follow to its successor.
    """
    organisations = _write(
        Organisation.objects, _organisations(county), _OF_ORGANISATION
    )
    ids = dict(Organisation.objects.values_list("key", "pk"))
    units = _write(CareUnit.objects, _units(county, ids), _OF_UNIT)
    _name_successors(county.units)
    _move_listed(today)
    return CountyLoaded(
        new=organisations.new + units.new,
        changed=organisations.changed + units.changed,
        unchanged=organisations.unchanged + units.unchanged,
    )


@transaction.atomic
def merge_units(
    *, ended_id: UUID, successor_id: UUID, last_day: date, today: date
) -> None:
    """End a unit whose work another takes over; old cases keep the old name.

    Raises UnitAlreadyEnded or SuccessorNotPossible.
    """
    units = CareUnit.objects.select_for_update().in_bulk([ended_id, successor_id])
    ended, successor = units[ended_id], units[successor_id]
    if ended.succeeded_by_id is not None:
        raise UnitAlreadyEnded
    if ended == successor or not _outlives(successor, last_day):
        raise SuccessorNotPossible
    ended.valid_to = last_day
    ended.succeeded_by = successor
    ended.save(update_fields=["valid_to", "succeeded_by"])
    _move_listed(today)


def _outlives(unit: CareUnit, day: date) -> bool:
    return unit.valid_to is None or unit.valid_to > day


def _organisations(county: County) -> list[Organisation]:
    begun = _first_days(county.units)
    region = county.region
    return [
        Organisation(
            id=_id("organisation", region.key),
            key=region.key,
            name=region.name,
            kind="region",
            organisation_number=region.organisation_number,
            county_code=county.code,
            population=county.population,
            valid_from=begun.get(region.key, county.population_on),
        ),
        *(
            Organisation(
                id=_id("organisation", row.key),
                key=row.key,
                name=row.organisation_name,
                kind="municipality",
                organisation_number=row.organisation_number,
                municipality_code=row.code,
                county_code=county.code,
                population=row.population,
                valid_from=begun.get(row.key, county.population_on),
            )
            for row in county.municipalities
        ),
        *(
            Organisation(
                id=_id("organisation", provider.key),
                key=provider.key,
                name=provider.name,
                kind="private",
                organisation_number=provider.organisation_number,
                county_code=county.code,
                valid_from=begun.get(provider.key, county.population_on),
            )
            for provider in county.providers
        ),
    ]


def _first_days(units: Iterable[UnitData]) -> dict[str, date]:
    """The first day of each organisation's oldest unit: it existed then."""
    days: dict[str, date] = {}
    for unit in units:
        known = days.get(unit.organisation, unit.valid_from)
        days[unit.organisation] = min(known, unit.valid_from)
    return days


def _units(county: County, organisation_ids: Mapping[str, UUID]) -> list[CareUnit]:
    nodes = {node.key: node.name for node in county.nodes}
    hospitals = {hospital.key: hospital.name for hospital in county.hospitals}
    return [
        CareUnit(
            id=_id("unit", unit.key),
            key=unit.key,
            organisation_id=organisation_ids[unit.organisation],
            hsa_id=unit.hsa_id.upper(),
            name=unit.name,
            kind=unit.kind.value,
            municipality_code=unit.municipality or "",
            node=nodes.get(unit.node or "", ""),
            hospital=hospitals.get(unit.hospital or "", ""),
            beds=unit.beds,
            phone=unit.phone,
            phone_hours=unit.phone_hours,
            psychiatric=unit.care == PSYCHIATRIC,
            valid_from=unit.valid_from,
            valid_to=unit.valid_to,
        )
        for unit in county.units
    ]


def _id(kind: str, key: str) -> UUID:
    return uuid5(_NAMED_IN_FILES, f"{kind} {key}")


def _write(
    table: Manager[_Row], rows: Sequence[_Row], columns: Sequence[str]
) -> CountyLoaded:
    """Insert the new rows and update those that differ, in three statements."""
    known = table.in_bulk([row.key for row in rows], field_name="key")
    new = [row for row in rows if row.key not in known]
    changed = [
        known[row.key]
        for row in rows
        if row.key in known and _take_over(known[row.key], row, columns)
    ]
    table.bulk_create(new)
    table.bulk_update(changed, columns)
    return CountyLoaded(
        new=len(new),
        changed=len(changed),
        unchanged=len(rows) - len(new) - len(changed),
    )


def _take_over(known: _Row, told: _Row, columns: Iterable[str]) -> bool:
    """Give the known row what the file says; whether anything was different."""
    if isinstance(known, CareUnit) and known.succeeded_by_id and not told.valid_to:
        told.valid_to = known.valid_to  # a merger noted after the file was written
    different = [
        column for column in columns if getattr(known, column) != getattr(told, column)
    ]
    for column in different:
        setattr(known, column, getattr(told, column))
    return bool(different)


def _name_successors(units: Iterable[UnitData]) -> None:
    successors = {unit.key: unit.successor for unit in units if unit.successor}
    rows = CareUnit.objects.in_bulk(
        [*successors.keys(), *successors.values()], field_name="key"
    )
    for key, successor in successors.items():
        rows[key].succeeded_by = rows[successor]
    CareUnit.objects.bulk_update([rows[key] for key in successors], ["succeeded_by"])


def _move_listed(today: date) -> None:
    """Those listed with a unit that has ended follow to the one that took over."""
    for ended in CareUnit.objects.filter(
        valid_to__lt=today, succeeded_by__isnull=False
    ).order_by("valid_to"):
        Person.objects.filter(listed_unit=ended).update(listed_unit=ended.succeeded_by)
