"""Talks in plain words, from one sender whoever answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext

from naravard.access.rules import OpenRecord
from naravard.core.clock import day_of
from naravard.dialogue.rows import LineRow, TalkRow
from naravard.dialogue.rules.talks import Waits, WrittenBy
from naravard.dialogue.services import OwnTalk, OwnTalks
from naravard.discharge.services.inhabitant import Opened
from naravard.people.queries import PersonHeader, reads_for
from naravard.web.inhabitant.reader import ReaderShown, reader_shown
from naravard.web.inhabitant.words.days import plain_day, plain_moment
from naravard.web.words.days import sentence_start


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkLineShown:
    """One line: who, when and what; `mine` is whether she wrote it."""

    who: str
    about: str
    when: str
    text: str
    mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkShown:
    """One talk in the list, or at the head of its page."""

    talk_id: UUID
    subject: str
    state: str
    tone: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TalksShown:
    """The page «Meddelanden»."""

    reader: ReaderShown
    sender: str
    talks: tuple[TalkShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneTalkShown:
    """The page of one talk."""

    reader: ReaderShown
    sender: str
    talk: TalkShown
    lines: tuple[TalkLineShown, ...]


def talks_shown(opened: OwnTalks, now: datetime) -> TalksShown:
    """All her talks, and who the sender is."""
    return TalksShown(
        reader=_reader(opened.record, opened.person, now),
        sender=sender_name(opened.region),
        talks=tuple(_talk(row, now) for row in opened.talks),
    )


def talk_shown(opened: OwnTalk, now: datetime) -> OneTalkShown:
    """One talk, line by line."""
    sender = sender_name(opened.region)
    return OneTalkShown(
        reader=_reader(opened.record, opened.person, now),
        sender=sender,
        talk=_talk(opened.talk, now),
        lines=tuple(_lines(opened.lines, sender, now)),
    )


def sender_name(region: str) -> str:
    """`Nära vård i Västmanland`: one sender, whoever answers."""
    place = region.removeprefix("Region ").strip()
    if not place:
        return gettext("Nära vård")
    return gettext("Nära vård i %(county)s") % {"county": place}


def _talk(row: TalkRow, now: datetime) -> TalkShown:
    when = sentence_start(plain_moment(row.changed_at, now))
    if row.waits is Waits.FOR_CARE and row.answer_by < now:
        state, tone = gettext("Svaret dröjer. Ring om du behöver svar nu."), "warning"
    elif row.waits is Waits.FOR_CARE:
        day = plain_day(day_of(row.answer_by), day_of(now))
        state, tone = gettext("Du får svar senast %(day)s") % {"day": day}, "info"
    elif row.is_unread:
        state, tone = gettext("Du har fått ett nytt svar"), "good"
    else:
        state, tone = gettext("Du har fått svar"), "plain"
    return TalkShown(
        talk_id=row.talk_id, subject=row.subject, state=state, tone=tone, when=when
    )


def _lines(
    lines: Iterable[LineRow], sender: str, now: datetime
) -> Iterable[TalkLineShown]:
    for line in lines:
        mine = line.written_by is not WrittenBy.CARE
        yield TalkLineShown(
            who=line.by_name if mine else sender,
            about="" if mine else _about(line),
            when=sentence_start(plain_moment(line.at, now)),
            text=line.text,
            mine=mine,
        )


def _about(line: LineRow) -> str:
    return ", ".join(part for part in (line.by_name, line.unit) if part)


def _reader(record: OpenRecord, person: PersonHeader, now: datetime) -> ReaderShown:
    return reader_shown(
        Opened(
            record=record,
            person=person,
            reads_for=reads_for(record.actor, day_of(now)),
        ),
        now,
    )
