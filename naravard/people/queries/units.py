"""Reads units and who works in them."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from naravard.core.errors import NotFound
from naravard.people.models import Assignment, CareUnit, Organisation, Professional
from naravard.people.queries.rows import ProfessionalRow, UnitRow, full_name
from naravard.people.roles import CareUnitKind, OrganisationKind, Role


def unit_today(unit_id: UUID, on: date) -> UnitRow:
    """The unit, or the one that has taken over its work by the day. Raises NotFound."""
    seen: set[UUID] = set()
    following: UUID | None = unit_id
    while following is not None:
        unit = CareUnit.objects.select_related("organisation").filter(pk=following)
        row = unit.first()
        if row is None:
            break
        seen.add(row.pk)
        ended = row.valid_to is not None and row.valid_to < on
        following = row.succeeded_by_id if ended else None
        if following is None or following in seen:
            return _unit(row)
    raise NotFound("Enheten finns inte.")


def units_of_kind(kind: CareUnitKind, on: date) -> tuple[UnitRow, ...]:
    """Every unit of the kind that exists on the day, by name."""
    return _rows(_existing(on).filter(kind=kind))


def units_for_municipality(
    code: str, kind: CareUnitKind, on: date
) -> tuple[UnitRow, ...]:
    """The units of the kind that work in the municipality on the day, by name."""
    return _rows(_existing(on).filter(kind=kind, municipality_code=code))


def units_of_organisation(organisation_id: UUID, on: date) -> tuple[UnitRow, ...]:
    """The organisation's units that exist on the day, by name."""
    return _rows(_existing(on).filter(organisation_id=organisation_id))


def units_by_key(keys: Iterable[str]) -> dict[str, UnitRow]:
    """The units with these keys, also those that have ended, by key."""
    rows = CareUnit.objects.select_related("organisation").filter(key__in=set(keys))
    return {row.key: _unit(row) for row in rows}


def units_by_id(unit_ids: Iterable[UUID]) -> dict[UUID, UnitRow]:
    """The units with these ids, also those that have ended, by id."""
    rows = CareUnit.objects.select_related("organisation").filter(pk__in=set(unit_ids))
    return {row.pk: _unit(row) for row in rows}


def unit_with_hsa_id(hsa_id: str) -> UnitRow | None:
    """The unit that has the HSA-id, in whichever case it is written."""
    row = (
        CareUnit.objects.select_related("organisation")
        .filter(hsa_id=hsa_id.strip().upper())
        .exclude(hsa_id="")
        .first()
    )
    return None if row is None else _unit(row)


def municipality_names(codes: Iterable[str]) -> dict[str, str]:
    """What the municipalities with these codes are called, by code."""
    named = Organisation.objects.filter(
        kind=OrganisationKind.MUNICIPALITY, municipality_code__in=set(codes)
    )
    return dict(named.values_list("municipality_code", "name"))


def organisation_names() -> dict[UUID, str]:
    """Every organisation, by name."""
    return dict(Organisation.objects.order_by("name").values_list("id", "name"))


def professionals_of_unit(unit_id: UUID, on: date) -> tuple[ProfessionalRow, ...]:
    """Those who have an assignment at the unit on the day, by name."""
    assignments = (
        Assignment.objects.select_related("professional")
        .filter(_valid(on), unit_id=unit_id)
        .order_by("professional__family_name", "professional__given_name", "pk")
    )
    return tuple(_professional(row) for row in assignments)


def professional_with_hsa_id(hsa_id: str) -> UUID | None:
    """Who in staff has the HSA-id, in whichever case it is written."""
    return (
        Professional.objects.filter(hsa_id__iexact=hsa_id.strip())
        .exclude(hsa_id="")
        .values_list("pk", flat=True)
        .first()
    )


def _existing(on: date) -> QuerySet[CareUnit]:
    return CareUnit.objects.select_related("organisation").filter(_valid(on))


def _valid(on: date) -> Q:
    return Q(valid_from__lte=on) & (Q(valid_to=None) | Q(valid_to__gte=on))


def _rows(units: QuerySet[CareUnit]) -> tuple[UnitRow, ...]:
    return tuple(_unit(row) for row in units.order_by(F("name"), "key"))


def _unit(row: CareUnit) -> UnitRow:
    return UnitRow(
        id=row.pk,
        key=row.key,
        hsa_id=row.hsa_id,
        name=row.name,
        kind=CareUnitKind(row.kind),
        organisation_id=row.organisation_id,
        organisation_name=row.organisation.name,
        organisation_kind=OrganisationKind(row.organisation.kind),
        municipality_code=row.municipality_code,
        node=row.node,
        hospital=row.hospital,
        beds=row.beds,
        phone=row.phone,
        phone_hours=row.phone_hours,
        psychiatric=row.psychiatric,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )


def _professional(row: Assignment) -> ProfessionalRow:
    professional = row.professional
    return ProfessionalRow(
        assignment_id=row.pk,
        professional_id=professional.pk,
        hsa_id=professional.hsa_id,
        name=full_name(professional.given_name, professional.family_name),
        title=professional.title,
        phone=professional.phone,
        role=Role(row.role),
        may_open_protected=row.may_open_protected,
    )
