"""A person writes to «min vård», and the unit that reads answers or passes it on."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import connection, transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor, ActorKind, OpenRecord
from naravard.core.errors import NotFound
from naravard.dialogue.models import Letter, Talk, TalkLine
from naravard.dialogue.queries.talks import in_her_plan
from naravard.dialogue.queries.wishes import wishes_of
from naravard.dialogue.rules.routing import answer_by, route
from naravard.dialogue.rules.talks import (
    LONGEST_SUBJECT,
    NotReadThere,
    Waits,
    WrittenBy,
    said,
)
from naravard.dialogue.rules.wishes import Channel
from naravard.dialogue.services.own import log, open_own
from naravard.people.models import CareUnit, Person
from naravard.plan.queries import team_around
from naravard.plan.services.file import name_of

LEAD_ON = "SELECT lock_pass_on_talk(%s, %s, %s, %s)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What somebody writes; sent twice with the same request it is written once."""

    text: str
    request_id: UUID
    subject: str = ""  # of a new talk


@transaction.atomic
def write_to_care(*, actor: Actor, written: Written, now: datetime) -> UUID:
    """Begin a talk; it is read at the unit of her contact, or the reserve.

    Returns the talk. Raises AccessDenied, NothingWritten and NobodyToWriteTo.
    """
    record = open_own(actor, now, action=Action.WRITE_TALK)
    sent = TalkLine.objects.filter(
        request_id=written.request_id, talk__person_id=record.person_id
    ).first()
    if sent is not None:
        return sent.talk_id
    text = said(written.text)
    led = route(
        team=team_around(record),
        unit_ids=in_her_plan(record).values_list("unit_id", flat=True),
        listed_unit_id=_listed(record),
        now=now,
    )
    talk = Talk(
        person_id=record.person_id,
        subject=said(written.subject or text.splitlines()[0])[:LONGEST_SUBJECT],
        waits=Waits.FOR_CARE,
        to_unit_id=led.reader.unit_id,
        to_name=led.reader.name,
        because=led.because,
        reserve_unit_id=led.reserve_id,
        opened_at=now,
        answer_by=led.answer_by,
        changed_at=now,
        read_by_person_at=now,
    )
    talk.save(force_insert=True)
    _add_line(record, talk, written, now)
    log(record, Action.WRITE_TALK, now, talk.pk)
    return talk.pk


@transaction.atomic
def write_more(*, actor: Actor, talk_id: UUID, written: Written, now: datetime) -> None:
    """Write again in a talk; the same unit reads. Raises NotFound, NothingWritten."""
    record = open_own(actor, now, action=Action.WRITE_TALK, about=talk_id)
    talk = _take(record, talk_id)
    if not _add_line(record, talk, written, now):
        return
    talk.waits = Waits.FOR_CARE
    talk.answer_by = answer_by(now)
    talk.changed_at = now
    talk.read_by_person_at = now
    talk.save()
    log(record, Action.WRITE_TALK, now, talk_id)


@transaction.atomic
def answer(
    *, record: OpenRecord, talk_id: UUID, written: Written, now: datetime
) -> Channel:
    """Answer in the talk; who wants letters gets one to be printed and posted.

    Returns the channel she wants. Raises AccessDenied, NotFound and NothingWritten.
    """
    access.require(
        actor=record.actor, action=Action.WRITE_TALK, person_id=record.person_id
    )
    talk = _take(record, talk_id)
    channel = wishes_of(record).wishes.channel
    line = _add_line(record, talk, written, now)
    if line is None:
        return channel
    talk.waits = Waits.FOR_PERSON
    talk.read_by_person_at = None
    talk.changed_at = now
    talk.save()
    if channel is Channel.LETTER:
        _queue_letter(record, talk, line)
    log(record, Action.WRITE_TALK, now, talk_id)
    return channel


@transaction.atomic
def pass_on(
    *, record: OpenRecord, talk_id: UUID, unit_id: UUID, because: str, now: datetime
) -> None:
    """Let another unit around her read and answer instead; one's own reads no more.

    Only a unit in a plan she says yes to, or where she is listed. Raises NotReadThere.
    """
    access.require(
        actor=record.actor, action=Action.WRITE_TALK, person_id=record.person_id
    )
    talk = _take(record, talk_id)
    to = CareUnit.objects.filter(pk=unit_id).values_list("name", flat=True).first()
    why = f"Lämnad vidare till {to}. {said(because)}"
    _line(record, talk, now, text=why, written_by=WrittenBy.HOUSE).save(
        force_insert=True
    )
    log(record, Action.WRITE_TALK, now, talk_id)
    with connection.cursor() as cursor:
        cursor.execute(LEAD_ON, [talk_id, unit_id, now, answer_by(now)])
        passed = cursor.fetchone()[0]
    if not passed:
        raise NotReadThere(
            "Den enheten är inte med i personens plan.",
            remedy="Svara personen själv, eller be henne eller honom om lov att bjuda"
            " in enheten i planen.",
        )


def _take(record: OpenRecord, talk_id: UUID) -> Talk:
    """The talk under lock; staff take only what their unit reads. Raises NotFound."""
    rows = Talk.objects.select_for_update(of=("self",)).filter(
        pk=talk_id, person_id=record.person_id
    )
    if record.actor.kind is ActorKind.STAFF:
        rows = rows.filter(to_unit_id=record.actor.unit_id)
    talk = rows.first()
    if talk is None:
        raise NotFound("Frågan finns inte här.", remedy="Gå till listan och välj igen.")
    return talk


def _add_line(
    record: OpenRecord, talk: Talk, written: Written, now: datetime
) -> TalkLine | None:
    """Write a line once; None when it was there already."""
    if talk.lines.filter(request_id=written.request_id).exists():
        return None
    by = {
        ActorKind.PERSON: WrittenBy.PERSON,
        ActorKind.RELATIVE: WrittenBy.PROXY,
    }.get(record.actor.kind, WrittenBy.CARE)
    line = _line(
        record,
        talk,
        now,
        text=said(written.text),
        written_by=by,
        request_id=written.request_id,
    )
    line.save(force_insert=True)
    return line


def _line(record: OpenRecord, talk: Talk, now: datetime, **line: object) -> TalkLine:
    return TalkLine(
        pk=uuid4(),
        talk=talk,
        at=now,
        by_name=name_of(record.actor),
        unit_id=record.actor.unit_id,
        assignment_id=record.actor.assignment_id,
        **line,
    )


def _queue_letter(record: OpenRecord, talk: Talk, line: TalkLine) -> None:
    assert record.actor.unit_id is not None
    Letter(
        line=line,
        person_id=record.person_id,
        unit_id=record.actor.unit_id,
        subject=talk.subject,
        queued_at=line.at,
    ).save(force_insert=True)


def _listed(record: OpenRecord) -> UUID | None:
    return (
        Person.objects.filter(pk=record.person_id)
        .values_list("listed_unit_id", flat=True)
        .first()
    )
