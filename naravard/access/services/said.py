"""What a person has said of her data: shown, and changed at once, for whoever asks.

Each opens the person's card anew, so that a relation, a mandate or a guardianship that
has ended changes nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access.queries.insight import (
    BlockRow,
    ConsentRow,
    KeeperRow,
    blocks,
    consents,
    keepers,
)
from naravard.access.rules import (
    Actor,
    BlockKind,
    Category,
    ConsentHow,
    ConsentScope,
    OpenRecord,
)
from naravard.access.services.opening import open_record
from naravard.access.services.saying import (
    block,
    decline_consent,
    give_consent,
    lift_block,
    withdraw_one_consent,
)
from naravard.access.services.speaking import Asker
from naravard.people.queries import PersonHeader, person_header


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedSaid:
    """What a person has said yes and no to, and what she may close."""

    record: OpenRecord
    person: PersonHeader
    consents: tuple[ConsentRow, ...]
    blocks: tuple[BlockRow, ...]
    keepers: tuple[KeeperRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A yes or a no to one unit, and how it was said; `given_by` when it was another.

    Without a unit it concerns the unit of the one who writes it down.
    """

    scope: ConsentScope
    given: bool
    how: ConsentHow
    given_by: str = ""
    unit_id: UUID | None = None


@transaction.atomic
def open_said(
    *, actor: Actor, person_id: UUID, now: datetime, reason: str = ""
) -> OpenedSaid:
    """The answers and blocks of one person. Raises AccessDenied.

    A stated reason makes a care relation for the day, as when any record is opened.
    """
    record = _card(actor, person_id, now, reason)
    return OpenedSaid(
        record=record,
        person=person_header(record),
        consents=consents(record),
        blocks=blocks(record),
        keepers=keepers(record),
    )


@transaction.atomic
def keep_answer(
    *, actor: Actor, person_id: UUID, answer: Answer, now: datetime
) -> UUID:
    """Keep a yes or a no; it holds from this moment. Raises AccessDenied."""
    say = give_consent if answer.given else decline_consent
    return say(
        record=_card(actor, person_id, now),
        scope=answer.scope,
        how=answer.how,
        now=now,
        given_by=answer.given_by,
        unit_id=answer.unit_id,
    )


@transaction.atomic
def take_answer_back(
    *, actor: Actor, person_id: UUID, consent_id: UUID, now: datetime
) -> ConsentScope:
    """Take back a yes or a no; it holds no more. Raises AccessDenied and NotFound."""
    return withdraw_one_consent(
        record=_card(actor, person_id, now), consent_id=consent_id, now=now
    )


@transaction.atomic
def close(
    *,
    actor: Actor,
    person_id: UUID,
    organisation_id: UUID,
    now: datetime,
    unit_id: UUID | None = None,
    asked_by: Asker = Asker.PERSON,
) -> UUID:
    """Block what one unit has written, or without a unit all of a provider's.

    Raises as `block`.
    """
    return block(
        record=_card(actor, person_id, now),
        kind=BlockKind.INNER if unit_id else BlockKind.OUTER,
        organisation_id=organisation_id,
        unit_id=unit_id,
        asked_by=asked_by,
        now=now,
    )


@transaction.atomic
def open_again(
    *,
    actor: Actor,
    person_id: UUID,
    block_id: UUID,
    because: str,
    now: datetime,
    asked_by: Asker = Asker.PERSON,
) -> None:
    """Lift a block because the person asks for it. Raises as `lift_block`."""
    lift_block(
        record=_card(actor, person_id, now),
        block_id=block_id,
        because=because,
        asked_by=asked_by,
        now=now,
    )


def _card(actor: Actor, person_id: UUID, now: datetime, reason: str = "") -> OpenRecord:
    return open_record(
        actor=actor,
        person_id=person_id,
        now=now,
        category=Category.PERSON_CARD,
        reason=reason,
    )
