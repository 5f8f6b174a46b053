"""What all the writing of one source shares."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from naravard.core.clock import day_of
from naravard.core.errors import DomainError
from naravard.discharge.episodes import (
    AlreadyInHospital,
    Care,
    PeriodNotPossible,
    StayOutsideLife,
    StaysOverlap,
)
from naravard.fhir.inbound.gathering import Gathered
from naravard.fhir.inbound.naming import Source
from naravard.fhir.inbound.problems import Problem, Reason, masked
from naravard.fhir.inbound.records import Reference, Told
from naravard.fhir.inbound.tally import Tally
from naravard.people.details import Recorded
from naravard.people.errors import (
    DeathDateNotPossible,
    IdentityMissing,
    NumberBelongsToAnother,
    NumbersBelongToDifferentPersons,
)
from naravard.people.identity import HSA_ID_SYSTEM
from naravard.people.queries import (
    UnitRow,
    unit_with_hsa_id,
    units_by_id,
    units_by_key,
)

IN_ONE_TRANSACTION = 500  # things written; each commit costs a wait for the disk

# What a service's refusal is called in the report.
_REASONS: dict[type[DomainError], Reason] = {
    AlreadyInHospital: Reason.PERIOD_NOT_POSSIBLE,
    DeathDateNotPossible: Reason.PERIOD_NOT_POSSIBLE,
    IdentityMissing: Reason.REQUIRED_MISSING,
    NumberBelongsToAnother: Reason.IDENTITY_CONFLICT,
    NumbersBelongToDifferentPersons: Reason.IDENTITY_CONFLICT,
    PeriodNotPossible: Reason.PERIOD_NOT_POSSIBLE,
    StayOutsideLife: Reason.PERIOD_NOT_POSSIBLE,
    StaysOverlap: Reason.PERIOD_NOT_POSSIBLE,
}

_Item = TypeVar("_Item")


@dataclass(slots=True, kw_only=True)
class Context:
    """The source, what it told, what has become of it so far, and the moment."""

    source: Source
    gathered: Gathered
    tally: Tally
    now: datetime
    ids: dict[tuple[str, str], UUID] = field(default_factory=dict)
    known_units: dict[str, UnitRow | None] = field(default_factory=dict)
    care_by_ward: dict[UUID, Care] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The Swedish day of the moment."""
        return day_of(self.now)

    def took(self, told: Told, recorded: Recorded) -> None:
        """Remember which row the thing became, and count it."""
        self.ids[told.type, told.name] = recorded.id
        self.tally.used(recorded.outcome, told.type)

    def id_of(self, told: Told | None) -> UUID | None:
        """The row that something told became; None when it became none."""
        return None if told is None else self.ids.get((told.type, told.name))

    def problem(self, told: Told, reason: Reason, what: str, path: str = "") -> None:
        """Report something about what was told."""
        self.tally.report(
            Problem(
                place=told.place,
                reason=reason,
                resource=masked(told.name),
                path=path and f"{told.type}.{path}",
                what=what,
            )
        )

    def refused(self, told: Told, error: DomainError) -> None:
        """Report that a service said no."""
        self.problem(told, _REASONS.get(type(error), Reason.REFUSED), error.message)

    def care_at(self, ward_id: UUID) -> Care:
        """What kind of inpatient care the ward gives."""
        if ward_id not in self.care_by_ward:
            ward = units_by_id([ward_id])[ward_id]
            care = Care.PSYCHIATRIC if ward.psychiatric else Care.SOMATIC
            self.care_by_ward[ward_id] = care
        return self.care_by_ward[ward_id]

    def known_unit(self, reference: Reference) -> UnitRow | None:
        """The unit by HSA-id, or as this source has called it before."""
        number = reference.number
        key = self.source.key_of(reference)
        if key not in self.known_units:
            if number is not None and number.system == HSA_ID_SYSTEM:
                self.known_units[key] = unit_with_hsa_id(number.value)
            else:
                self.known_units[key] = units_by_key([key]).get(key)
        return self.known_units[key]


def in_batches(items: Iterable[_Item]) -> Iterator[_Item]:
    """The items, so many at a time within one transaction."""
    left = iter(items)
    while batch := list(islice(left, IN_ONE_TRANSACTION)):
        with transaction.atomic():
            yield from batch
