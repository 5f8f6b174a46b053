"""A small region and municipality whose units write to each other about Karin."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from django.db import connection

from naravard.access.rules import Actor, ActorKind, OpenRecord
from naravard.messages.catalogue.general import General
from naravard.messages.models import Message
from naravard.messages.services import send
from naravard.people.models import (
    Assignment,
    CareUnit,
    Organisation,
    Person,
    PersonIdentifier,
    Professional,
)
from naravard.people.roles import CareUnitKind, OrganisationKind, Role

MONDAY_MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
LONG_AGO = date(2015, 1, 1)


@dataclass(frozen=True, kw_only=True)
class House:
    """Everybody the tests speak of."""

    karin: Person
    thread: UUID
    ward: Actor
    other_ward: Actor
    health_centre: Actor
    home_nursing: Actor
    care_planners: Actor
    other_care_planners: Actor

    def open_for(self, actor: Actor) -> OpenRecord:
        return OpenRecord(
            person_id=self.karin.pk,
            actor=actor,
            ground="R-CARE",
            rule="A02",
            opened_at=MONDAY_MORNING,
        )


@pytest.fixture
def house(db) -> House:
    region = _organisation("Regionen", OrganisationKind.REGION)
    municipality = _organisation("Kommunen", OrganisationKind.MUNICIPALITY)
    karin = Person.objects.create(
        given_name="Karin",
        family_name="Holm",
        birth_date=date(1934, 5, 12),
        street="Björkvägen 4",
    )
    PersonIdentifier.objects.create(person=karin, system="local", value="R-2026-0417")
    kinds = CareUnitKind
    return House(
        karin=karin,
        thread=uuid4(),
        ward=_staff("Sara Wiklund", "Avdelning 31", kinds.INPATIENT, region),
        other_ward=_staff("Nils Berg", "Avdelning 40", kinds.INPATIENT, region),
        health_centre=_staff("Maja Lind", "Björkens VC", kinds.OPEN_CARE, region),
        home_nursing=_staff(
            "Eva Ek", "Hemsjukvården", kinds.MUNICIPAL_HEALTH_CARE, municipality
        ),
        care_planners=_staff(
            "Ali Demir", "Bistånd norr", kinds.SOCIAL_SERVICES, municipality
        ),
        other_care_planners=_staff(
            "Bo Alm", "Bistånd söder", kinds.SOCIAL_SERVICES, municipality
        ),
    )


def _organisation(name: str, kind: OrganisationKind) -> Organisation:
    return Organisation.objects.create(
        key=name, name=name, kind=kind, valid_from=LONG_AGO
    )


def _staff(
    name: str, unit_name: str, kind: CareUnitKind, organisation: Organisation
) -> Actor:
    unit = CareUnit.objects.create(
        key=unit_name,
        organisation=organisation,
        hsa_id=f"SE2321999999-{unit_name}",
        name=unit_name,
        kind=kind,
        valid_from=LONG_AGO,
    )
    given_name, family_name = name.split()
    professional = Professional.objects.create(
        hsa_id=f"SE2321999999-{family_name}",
        given_name=given_name,
        family_name=family_name,
        title="sjuksköterska",
    )
    assignment = Assignment.objects.create(
        professional=professional,
        unit=unit,
        role=Role.WARD_NURSE,
        valid_from=LONG_AGO,
    )
    return Actor(
        kind=ActorKind.STAFF,
        name=name,
        title="sjuksköterska",
        assignment_id=assignment.pk,
        unit_id=unit.pk,
        unit_name=unit.name,
        unit_kind=kind,
        organisation_id=organisation.pk,
        organisation_kind=OrganisationKind(organisation.kind),
    )


def write(
    house: House,
    sender: Actor,
    *recipients: Actor,
    text: str = "Hej",
    sent_at: datetime = MONDAY_MORNING,
    thread: UUID | None = None,
    message_id: UUID | None = None,
) -> Message:
    """A general message with Karin's consent."""
    return send(
        code="general",
        thread=thread or house.thread,
        person_id=house.karin.pk,
        sender_unit_id=sender.unit_id,
        sender_assignment_id=sender.assignment_id,
        recipient_unit_ids=[actor.unit_id for actor in recipients],
        ground="G-CONSENT",
        payload=General(subject="Karin", text=text),
        sent_at=sent_at,
        now=sent_at,
        message_id=message_id,
    )


def gives_address(actor: Actor, url: str) -> None:
    """The actor's unit has a system of its own."""
    CareUnit.objects.filter(pk=actor.unit_id).update(delivery_url=url)


@pytest.fixture
def real_commits(transactional_db) -> Iterator[None]:
    """Rows that other connections see, and logs that the clean-up may empty."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
