"""Turns what a source has told into calls to our services."""

from naravard.fhir.inbound.writing.context import Context
from naravard.fhir.inbound.writing.persons import write_persons
from naravard.fhir.inbound.writing.staff import write_assignments, write_professionals
from naravard.fhir.inbound.writing.stays import write_stays
from naravard.fhir.inbound.writing.units import write_units

__all__ = ["Context", "write_all"]


def write_all(context: Context) -> None:
    """Write everything, in the order that things refer to one another."""
    write_units(context)
    write_professionals(context)
    write_assignments(context)
    write_persons(context)
    write_stays(context)
