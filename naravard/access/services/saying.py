"""Keeps what a person says: consent, refusal, block; each takes effect at once."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access.models import Block
from naravard.access.rules import (
    Action,
    Actor,
    ActorKind,
    BlockKind,
    ConsentHow,
    ConsentScope,
    Ground,
    OpenRecord,
    consent_lasts_until,
)
from naravard.access.services.speaking import (
    Asker,
    check_may_be_inner,
    check_may_speak,
    check_own_provider,
    refuse_guardians,
)
from naravard.access.services.trace import log, note_change
from naravard.access.services.words import (
    Word,
    keep_word,
    take_back,
    take_one_back,
)
from naravard.core.errors import NotFound

# Consents that concern one unit's reading; without a unit they mean the actor's own.
OF_ONE_UNIT = frozenset({ConsentScope.SHARED_READ, ConsentScope.LIFT_BLOCK})


@transaction.atomic
def give_consent(
    *,
    record: OpenRecord,
    scope: ConsentScope,
    how: ConsentHow,
    now: datetime,
    given_by: str = "",
    unit_id: UUID | None = None,
    source: UUID | None = None,
    valid_to: datetime | None = None,
) -> UUID:
    """Keep the person's yes; it replaces what was said before. Raises AccessDenied."""
    return _say(
        record=record,
        scope=scope,
        given=True,
        how=how,
        now=now,
        given_by=given_by,
        unit_id=unit_id,
        source=source,
        valid_to=valid_to or consent_lasts_until(scope, now),
    )


@transaction.atomic
def decline_consent(
    *,
    record: OpenRecord,
    scope: ConsentScope,
    how: ConsentHow,
    now: datetime,
    given_by: str = "",
    unit_id: UUID | None = None,
    source: UUID | None = None,
    valid_to: datetime | None = None,
) -> UUID:
    """Keep the person's no; it holds until she says otherwise. Raises AccessDenied."""
    return _say(
        record=record,
        scope=scope,
        given=False,
        how=how,
        now=now,
        given_by=given_by,
        unit_id=unit_id,
        source=source,
        valid_to=valid_to,
    )


@transaction.atomic
def withdraw_consent(
    *,
    record: OpenRecord,
    scope: ConsentScope,
    now: datetime,
    unit_id: UUID | None = None,
    source: UUID | None = None,
) -> int:
    """Take back a consent at once, everywhere or at one unit; returns how many."""
    check_may_speak(record, Action.WITHDRAW_CONSENT)
    count = take_back(
        actor=record.actor,
        person_id=record.person_id,
        scope=scope,
        at=now,
        unit_id=unit_id,
        source=source,
    )
    _log(record, Action.WITHDRAW_CONSENT, now, about=source)
    return count


@transaction.atomic
def withdraw_one_consent(
    *, record: OpenRecord, consent_id: UUID, now: datetime
) -> ConsentScope:
    """Take back one answer at once; a no is taken back as well as a yes.

    Raises NotFound when it is not the person's, or was taken back before.
    """
    check_may_speak(record, Action.WITHDRAW_CONSENT)
    scope = take_one_back(
        actor=record.actor,
        person_id=record.person_id,
        consent_id=consent_id,
        at=now,
    )
    _log(record, Action.WITHDRAW_CONSENT, now, about=consent_id)
    return scope


@transaction.atomic
def block(
    *,
    record: OpenRecord,
    kind: BlockKind,
    organisation_id: UUID,
    now: datetime,
    unit_id: UUID | None = None,
    asked_by: Asker = Asker.PERSON,
) -> UUID:
    """Close what a unit (inner) or a provider (outer) has written; said twice, once.

    Raises GuardianCannotBlock (PDL 4 kap. 4 §, SVOD 2 kap. 3 §), AccessDenied,
    NotYourProvidersBlock when staff close what another provider has written, and
    NoInnerBlockThere for one unit of social services.
    """
    refuse_guardians(record, asked_by)
    check_may_speak(record, Action.BLOCK)
    check_own_provider(record.actor, organisation_id)
    check_may_be_inner(unit_id)
    made, new = Block.objects.get_or_create(
        person_id=record.person_id,
        kind=kind,
        organisation_id=organisation_id,
        unit_id=unit_id,
        lifted_at=None,
        defaults={"at": now},
    )
    if new:
        _note(record, "block.made", made.pk, now, kind=kind)
    _log(record, Action.BLOCK, now, about=made.pk)
    return made.pk


@transaction.atomic
def lift_block(
    *,
    record: OpenRecord,
    block_id: UUID,
    because: str,
    now: datetime,
    asked_by: Asker = Asker.PERSON,
) -> None:
    """Open again what the person had closed, because she asks for it.

    Raises NotFound, GuardianCannotBlock and AccessDenied.
    """
    refuse_guardians(record, asked_by)
    check_may_speak(record, Action.LIFT_BLOCK)
    lifted = Block.objects.filter(
        pk=block_id, person_id=record.person_id, lifted_at=None
    )
    for kept_by in lifted.values_list("organisation_id", flat=True):
        check_own_provider(record.actor, kept_by)
    if not lifted.update(lifted_at=now, lifted_because=because):
        raise NotFound(
            "Spärren finns inte eller är redan hävd.",
            rule="PDL 4 kap. 5 §",
            remedy="Läs sidan igen och se vilka spärrar som gäller.",
        )
    _note(record, "block.lifted", block_id, now)
    _log(record, Action.LIFT_BLOCK, now, about=block_id)


def _say(
    *,
    record: OpenRecord,
    scope: ConsentScope,
    given: bool,
    how: ConsentHow,
    now: datetime,
    given_by: str,
    unit_id: UUID | None,
    source: UUID | None,
    valid_to: datetime | None,
) -> UUID:
    check_may_speak(record, Action.RECORD_CONSENT)
    said = keep_word(
        actor=record.actor,
        word=Word(
            person_id=record.person_id,
            scope=scope,
            given=given,
            how=how,
            at=now,
            given_by=given_by or _speaker(record.actor),
            unit_id=unit_id or (record.actor.unit_id if scope in OF_ONE_UNIT else None),
            source=source,
            valid_to=valid_to,
        ),
    )
    _log(record, Action.RECORD_CONSENT, now, about=source)
    return said


def _speaker(actor: Actor) -> str:
    """Who said it: the inhabitant who is signed in, else the person, to staff."""
    return "personen" if actor.kind is ActorKind.STAFF else actor.name


def _note(
    record: OpenRecord, what: str, object_id: UUID, now: datetime, **details: str
) -> None:
    note_change(
        actor=record.actor,
        person_id=record.person_id,
        what=what,
        object_id=object_id,
        now=now,
        details=details,
    )


def _log(record: OpenRecord, action: Action, now: datetime, about: UUID | None) -> None:
    log(
        actor=record.actor,
        action=action,
        person_ids=(record.person_id,),
        now=now,
        ground=Ground(record.ground),
        rule=record.rule,
        about=about,
    )
