"""Opening what is a person's own, for her and for who speaks for her."""

from datetime import datetime
from uuid import UUID

from naravard.access import services as access
from naravard.access.rules import (
    AccessDenied,
    Action,
    Actor,
    Category,
    Ground,
    OpenRecord,
    Rule,
)
from naravard.access.rules.decisions import deny
from naravard.core.errors import NotAllowed


class NotAnInhabitant(NotAllowed):
    """The page belongs to a person, and somebody at work asked for it."""


def open_own(
    actor: Actor,
    now: datetime,
    *,
    action: Action = Action.READ,
    about: UUID | None = None,
) -> OpenRecord:
    """The person's card, for herself or a child's guardian.

    A mandate to read says nothing of what she writes to care. Raises AccessDenied and
    NotAnInhabitant.
    """
    person_id = actor.on_behalf_of or actor.person_id
    if person_id is None:
        raise NotAnInhabitant(
            "Den här sidan är till för invånare.",
            remedy="Öppna personens sida från din egen lista i stället.",
        )
    record = access.open_record(
        actor=actor,
        person_id=person_id,
        now=now,
        category=Category.PERSON_CARD,
        action=action,
        about=about,
    )
    if record.ground == Ground.READ_MANDATE:
        raise not_for_mandates(record, action)
    return record


def not_for_mandates(record: OpenRecord, action: Action) -> AccessDenied:
    """What is refused to those who read because the person lets them."""
    return AccessDenied(
        deny(
            Rule.C04,
            "Det här är bara för personen själv.",
            "Be personen göra det, själv eller med hjälp av sin kontakt.",
        ),
        actor=record.actor,
        action=action,
        person_ids=(record.person_id,),
    )


def log(record: OpenRecord, action: Action, now: datetime, about: UUID) -> None:
    """Write in the access log what was done."""
    access.log(
        actor=record.actor,
        action=action,
        person_ids=(record.person_id,),
        now=now,
        category=Category.PERSON_CARD,
        ground=Ground(record.ground),
        rule=record.rule,
        about=about,
    )
