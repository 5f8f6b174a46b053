"""Reads any resource: into a record, or into what is wrong with it (pure)."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from types import MappingProxyType
from typing import Protocol

from naravard.fhir.inbound.element import Element
from naravard.fhir.inbound.encounter import read_encounter
from naravard.fhir.inbound.files import Found
from naravard.fhir.inbound.location import read_location
from naravard.fhir.inbound.organization import read_organization
from naravard.fhir.inbound.patient import read_patient
from naravard.fhir.inbound.practitioner import read_practitioner
from naravard.fhir.inbound.practitioner_role import read_practitioner_role
from naravard.fhir.inbound.problems import Note, NotUsable, Problem, Reason, masked
from naravard.fhir.inbound.records import Record, Told
from naravard.fhir.inbound.resource_types import RESOURCE_TYPES
from naravard.fhir.inbound.times import read_moment

LONGEST_ID = 64  # FHIR's own limit, in characters
LONGEST_URL = 500


class Reader(Protocol):
    """What reads one type of resource. Raises NotUsable."""

    def __call__(self, resource: Element, *, container: str, today: date) -> Record:
        """The record; `container` is what inner resources are addressed from."""


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "Encounter": read_encounter,
        "Location": read_location,
        "Organization": read_organization,
        "Patient": read_patient,
        "Practitioner": read_practitioner,
        "PractitionerRole": read_practitioner_role,
    }
)


def read_resource(found: Found, *, today: date) -> Iterator[Told | Problem]:
    """What the resource and those contained in it were read as.

    Exactly one Told or Problem is given for each resource, and beside a Told one
    Problem for each thing in it that was passed over (`Reason.USED_IN_PART`).
    """
    type_ = found.resource.get("resourceType")
    reader = READERS.get(type_) if isinstance(type_, str) else None
    if reader is None:
        yield _not_read(found, type_)
        return
    assert isinstance(type_, str)
    notes: list[Note] = []
    resource = Element(found.resource, type_, notes)
    id_ = resource.text("id", longest=LONGEST_ID)
    name = masked(f"{type_}/{id_}" if id_ else type_)
    container = f"{type_}/{id_}" if id_ else found.full_url or str(found.place)
    try:
        record = reader(resource, container=container, today=today)
    except NotUsable as refused:
        yield Problem(
            place=found.place,
            reason=refused.reason,
            resource=name,
            path=refused.path,
            what=refused.what,
        )
        return
    yield Told(
        record=record,
        type=type_,
        id=id_,
        full_url=found.full_url[:LONGEST_URL],
        scope=found.scope,
        place=found.place,
        version=_version(resource.element("meta")),
    )
    yield from _notes(found, name, notes)
    yield from _contained(found, resource, container, today)


def _contained(
    found: Found, resource: Element, container: str, today: date
) -> Iterator[Told | Problem]:
    """Resources inside the resource, of the types that we read."""
    for inner in resource.elements("contained"):
        if inner.text("resourceType") not in READERS or not inner.text("id"):
            continue
        yield from read_resource(
            Found(
                resource=inner.without("id", "contained"),
                full_url=f"{container}#{inner.text('id')}",
                scope=found.scope,
                place=found.place,
            ),
            today=today,
        )


def _not_read(found: Found, type_: object) -> Problem:
    if not isinstance(type_, str):
        return Problem(
            place=found.place,
            reason=Reason.NOT_A_RESOURCE,
            path="resourceType",
            what="resurstypen saknas",
        )
    if type_ not in RESOURCE_TYPES:
        return Problem(
            place=found.place,
            reason=Reason.UNKNOWN_TYPE,
            path="resourceType",
            what="resurstypen finns inte i FHIR R4",
        )
    return Problem(
        place=found.place,
        reason=Reason.TYPE_NOT_READ,
        resource=type_,
        what=Reason.TYPE_NOT_READ.value,
    )


def _notes(found: Found, name: str, notes: list[Note]) -> Iterator[Problem]:
    for note in notes:
        yield Problem(
            place=found.place,
            reason=Reason.USED_IN_PART,
            resource=name,
            path=note.path,
            what=note.what,
        )


def _version(meta: Element) -> str:
    """Sorts later versions after earlier ones; empty when nothing is told."""
    moment = read_moment(meta.text("lastUpdated"), day_means=time(0, 0))
    number = meta.text("versionId", longest=LONGEST_ID)
    if moment is None and not number:
        return ""
    when = moment.at.isoformat() if moment else ""
    return f"{when}/{number.rjust(LONGEST_ID)}"
