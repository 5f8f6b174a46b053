"""Opening what is told and written: each reading logs its row."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor, Category, OpenRecord
from naravard.dialogue import queries
from naravard.dialogue.models import Talk
from naravard.dialogue.rows import LineRow, MandateRow, TalkRow, UnitRow, WishesRow
from naravard.dialogue.services.own import open_own
from naravard.people.queries import PersonHeader, person_header


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDetails:
    """What she has told about herself, and those close to her."""

    record: OpenRecord
    person: PersonHeader
    told: WishesRow
    mandates: tuple[MandateRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedWishes:
    """How a person wants to be met, as staff have opened it."""

    record: OpenRecord
    person: PersonHeader
    told: WishesRow


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTalks:
    """All that she has written about."""

    record: OpenRecord
    person: PersonHeader
    region: str
    talks: tuple[TalkRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTalk:
    """One of her talks."""

    record: OpenRecord
    person: PersonHeader
    region: str
    talk: TalkRow
    lines: tuple[LineRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedTalk:
    """A talk that staff have opened, how she wants to be met, and who else could."""

    record: OpenRecord
    person: PersonHeader
    talk: TalkRow
    lines: tuple[LineRow, ...]
    told: WishesRow
    receivers: tuple[UnitRow, ...]


@transaction.atomic
def open_own_details(*, actor: Actor, now: datetime) -> OwnDetails:
    """«Mina uppgifter». Raises AccessDenied and NotAnInhabitant."""
    record = open_own(actor, now)
    return OwnDetails(
        record=record,
        person=person_header(record),
        told=queries.wishes_of(record),
        mandates=queries.mandates_of(record),
    )


@transaction.atomic
def open_wishes(*, actor: Actor, person_id: UUID, now: datetime) -> OpenedWishes:
    """What she has told, for staff who write down what she says now.

    Raises AccessDenied.
    """
    access.require(actor=actor, action=Action.TELL_WISHES, person_id=person_id)
    record = access.open_record(
        actor=actor, person_id=person_id, now=now, category=Category.PERSON_CARD
    )
    return OpenedWishes(
        record=record,
        person=person_header(record),
        told=queries.wishes_of(record),
    )


@transaction.atomic
def open_own_talks(*, actor: Actor, now: datetime) -> OwnTalks:
    """«Meddelanden». Raises AccessDenied and NotAnInhabitant."""
    record = open_own(actor, now, action=Action.READ_TALK)
    return OwnTalks(
        record=record,
        person=person_header(record),
        region=queries.region_of(record),
        talks=queries.own_talks(record),
    )


@transaction.atomic
def open_own_talk(*, actor: Actor, talk_id: UUID, now: datetime) -> OwnTalk:
    """One talk; what care has answered is read from now. Raises NotFound."""
    record = open_own(actor, now, action=Action.READ_TALK, about=talk_id)
    talk = queries.talk_of(record, talk_id)
    if talk.is_unread:
        Talk.objects.filter(pk=talk_id).update(read_by_person_at=now)
    return OwnTalk(
        record=record,
        person=person_header(record),
        region=queries.region_of(record),
        talk=talk,
        lines=queries.lines_of(record, talk_id),
    )


@transaction.atomic
def open_talks(*, actor: Actor, now: datetime) -> tuple[TalkRow, ...]:
    """What the actor's unit reads; one log row names everybody it is about."""
    access.require(actor=actor, action=Action.READ_TALK)
    rows = queries.talks_of_unit(actor)
    access.open_list(
        actor=actor,
        person_ids=tuple(dict.fromkeys(row.person_id for row in rows)),
        now=now,
        category=Category.PERSON_CARD,
    )
    return rows


@transaction.atomic
def open_talk(
    *, actor: Actor, person_id: UUID, talk_id: UUID, now: datetime
) -> OpenedTalk:
    """One talk the unit reads, to answer. Raises AccessDenied and NotFound."""
    access.require(actor=actor, action=Action.READ_TALK, person_id=person_id)
    record = access.open_record(
        actor=actor,
        person_id=person_id,
        now=now,
        category=Category.PERSON_CARD,
        action=Action.READ_TALK,
        about=talk_id,
    )
    return OpenedTalk(
        record=record,
        person=person_header(record),
        talk=queries.talk_of(record, talk_id),
        lines=queries.lines_of(record, talk_id),
        told=queries.wishes_of(record),
        receivers=queries.receivers_of(record),
    )
