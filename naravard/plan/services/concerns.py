"""Worry about a child is told at once; nothing gates it (SoL 19 kap. 1 §)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor, age_on, may_do
from naravard.core.clock import day_of
from naravard.core.errors import DomainError, NotFound
from naravard.people.models import Person
from naravard.plan import queries
from naravard.plan.models import Concern
from naravard.plan.queries.concerns import receiver_for
from naravard.plan.rows import ConcernRow
from naravard.plan.rules.consent import CHILD_UNTIL
from naravard.plan.rules.errors import PartNotWhole
from naravard.plan.services.file import name_of

SOL = "SoL 19 kap. 1 §"


class NoReceiver(DomainError):
    """The municipality's social services are not in Nära: telephone them."""

    rule = SOL


class NotAboutAChild(DomainError):
    """A report of concern is about somebody under eighteen."""

    rule = SOL


@transaction.atomic
def report_concern(
    *,
    actor: Actor,
    person_id: UUID,
    text: str,
    now: datetime,
    child_in_danger: bool = False,
) -> UUID:
    """Tell the social services of the child's municipality; any staff, at once.

    Asks for no relation, no consent, no plan and no opened record. Neither the child's
    page nor a guardian's shows it, nor who told. Raises NoReceiver and NotAboutAChild.
    """
    access.require(actor=actor, action=Action.REPORT_CONCERN, person_id=person_id)
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        raise NotFound("Personen finns inte.")
    _check_child(person, now)
    receiver = receiver_for(person, now)
    if receiver is None:
        raise NoReceiver(
            "Socialtjänsten i barnets kommun finns inte i Nära.",
            remedy="Ring kommunens socialtjänst, på kvällar och helger socialjouren"
            " genom 112. Anmälan får inte vänta.",
        )
    assert actor.unit_id is not None
    assert actor.assignment_id is not None
    concern = Concern(
        person=person,
        text=_said(text),
        child_in_danger=child_in_danger,
        at=now,
        unit_id=actor.unit_id,
        assignment_id=actor.assignment_id,
        by_name=name_of(actor),
        to_unit_id=receiver.unit_id,
    )
    concern.save(force_insert=True)
    access.log(
        actor=actor,
        action=Action.REPORT_CONCERN,
        person_ids=(person_id,),
        now=now,
        about=concern.pk,
    )
    return concern.pk


@transaction.atomic
def open_concerns(*, actor: Actor, now: datetime) -> tuple[ConcernRow, ...]:
    """What has been told to the actor's unit; one log row names the children.

    Nothing to those at the unit who do not work with persons.
    """
    if not may_do(actor, Action.LIST).allowed:
        return ()
    rows = queries.concerns_to(actor)
    access.open_list(
        actor=actor,
        action=Action.REPORT_CONCERN,
        person_ids=tuple(dict.fromkeys(row.person_id for row in rows)),
        now=now,
    )
    return rows


@transaction.atomic
def receive_concern(*, actor: Actor, concern_id: UUID, now: datetime) -> None:
    """The receiving unit has read it and takes it from here; said twice, once.

    Raises AccessDenied, and NotFound when it was told to another unit.
    """
    access.require(actor=actor, action=Action.LIST, about=concern_id)
    told = Concern.objects.filter(pk=concern_id, to_unit_id=actor.unit_id)
    person_id = told.values_list("person_id", flat=True).first()
    if person_id is None:
        raise NotFound("Anmälan finns inte.", remedy="Gå till sidan Orosanmälan.")
    if not told.filter(received_at=None).update(
        received_at=now, received_by=name_of(actor)
    ):
        return
    access.log(
        actor=actor,
        action=Action.REPORT_CONCERN,
        person_ids=(person_id,),
        now=now,
        about=concern_id,
    )


def _check_child(person: Person, now: datetime) -> None:
    age = age_on(person.birth_date, day_of(now))
    if age is not None and age >= CHILD_UNTIL:
        raise NotAboutAChild(
            "Personen är vuxen.",
            remedy="Gäller oron ett barn i närheten, sök upp barnet och anmäl där.",
        )


def _said(text: str) -> str:
    if not text.strip():
        raise PartNotWhole(
            "Det står inte vad du har sett eller hört.",
            rule=SOL,
            remedy="Skriv kort vad som gör dig orolig. Du behöver inte veta säkert.",
        )
    return text.strip()
