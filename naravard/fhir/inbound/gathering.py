"""Gathers what a source tells, once each, and finds what references mean (pure)."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TypeVar

from naravard.fhir.inbound.problems import Problem, Reason, masked
from naravard.fhir.inbound.records import (
    LocationRecord,
    Record,
    Reference,
    Told,
    by_number,
)
from naravard.fhir.inbound.references import shorter_addresses

_Kind = TypeVar("_Kind", bound=Record)


class Gathered:
    """Everything told, in the order it came, and who is called what."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._told: dict[tuple[str, str], Told] = {}
        # By type and address, what each scope means by it.
        self._means: dict[tuple[str, str], dict[str, Told]] = defaultdict(dict)
        self.repeated = 0

    def add(self, told: Told) -> Problem | None:
        """Take it in; a problem when the same is told twice in different words."""
        known = self._told.get((told.type, told.name))
        if known is None:
            self._told[told.type, told.name] = told
            return None
        if known.record == told.record:
            self.repeated += 1
            return None
        if known.version < told.version:
            self._told[told.type, told.name] = told
            return _duplicate(known)
        return _duplicate(told)

    def make_index(self) -> None:
        """Note what everything is called; called once, when all is told."""
        for told in self._told.values():
            for address in told.addresses:
                self._means[told.type, address].setdefault(told.scope, told)

    def of(self, kind: type[_Kind]) -> Iterator[tuple[Told, _Kind]]:
        """Everything told of one kind, with its record."""
        for told in self._told.values():
            if isinstance(told.record, kind):
                yield told, told.record

    def everything(self) -> tuple[Told, ...]:
        """All that was told, once each."""
        return tuple(self._told.values())

    def meant_by(self, reference: Reference, scope: str) -> Told | None:
        """What the reference means where it stands; None when it can not be said.

        What stands in the same file or bundle goes before what others tell; when
        several others could be meant, nobody is.
        """
        addresses = list(shorter_addresses(reference.address))
        if reference.number is not None:
            addresses.append(by_number(reference.number))
        for address in addresses:
            meant = self._means.get((reference.type, address), {})
            if scope in meant:
                return meant[scope]
            if len({told.name for told in meant.values()}) == 1:
                return next(iter(meant.values()))
        return None

    def unit_meant_by(self, reference: Reference, scope: str) -> Told | None:
        """The unit itself; from a bed or a house, the one it belongs to."""
        seen: set[str] = set()
        told = self.meant_by(reference, scope)
        while told is not None and told.name not in seen:
            place = told.record
            if not isinstance(place, LocationRecord) or place.is_ward or place.hsa_id:
                return told
            seen.add(told.name)
            told = self.meant_by(place.part_of, told.scope) or self.meant_by(
                place.managed_by, told.scope
            )
        return None


def _duplicate(told: Told) -> Problem:
    return Problem(
        place=told.place,
        reason=Reason.DUPLICATE,
        resource=masked(told.name),
        what="samma resurs finns i en annan lydelse; den nyaste, annars den första, "
        "har använts",
    )
