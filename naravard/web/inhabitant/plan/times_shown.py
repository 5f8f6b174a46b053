"""Meetings and agreed times in plain words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from naravard.plan.rows import MeetingRow
from naravard.plan.rules.kinds import TimeStatus
from naravard.plan.rules.meetings import InviteeKind, MeetingStatus, Reply
from naravard.plan.rules.parts import (
    AgreedTime,
)
from naravard.plan.services import OpenedPlan
from naravard.web.inhabitant.plan.shown import reader_of
from naravard.web.inhabitant.reader import ReaderShown
from naravard.web.inhabitant.words.days import plain_moment
from naravard.web.inhabitant.words.modes import MODES
from naravard.web.words.days import sentence_start

REPLIES: dict[Reply, str | Promise] = {
    Reply.NONE: gettext_lazy("Du har inte svarat än."),
    Reply.YES: gettext_lazy("Du har svarat att du kommer."),
    Reply.NO: gettext_lazy("Du har svarat att du inte kan komma."),
    Reply.OTHER_TIME: gettext_lazy("Du har bett om en annan tid."),
}


OPEN_MEETINGS = frozenset({MeetingStatus.PROPOSED, MeetingStatus.CALLED})


HELD = frozenset({MeetingStatus.HELD, MeetingStatus.CLOSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCard:
    """One meeting, what she has answered and what she can still say."""

    meeting_id: UUID
    invitee_id: UUID | None
    title: str
    about: str
    place: str
    times: tuple[str, ...]
    with_whom: tuple[str, ...]
    reply: str
    can_answer: bool
    has_time: bool
    cancelled: str
    can_tell: bool
    minutes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLine:
    """An agreed time."""

    when: str
    what: str
    place: str
    cancelled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesShown:
    """The page «Mina tider»."""

    reader: ReaderShown
    coming: tuple[MeetingCard, ...]
    held: tuple[MeetingCard, ...]
    times: tuple[TimeLine, ...]


def times_shown(opened: OpenedPlan, now: datetime) -> TimesShown:
    """«Mina tider»: what she is called to, what has been, and what is agreed."""
    plan = opened.plan
    times = plan.content.times if plan else ()
    reader = reader_of(opened, now)
    answers = reader.sees_answers or opened.acts_for_her
    return TimesShown(
        reader=reader,
        coming=_cards(opened.meetings, OPEN_MEETINGS, now, answers=answers),
        held=_cards(opened.meetings, HELD, now, answers=answers),
        times=tuple(
            _time(one, now)
            for one in sorted(times, key=lambda one: one.starts_at)
            if one.starts_at >= now
        ),
    )


def _cards(
    meetings: Iterable[MeetingRow],
    wanted: frozenset[MeetingStatus],
    now: datetime,
    *,
    answers: bool,
) -> tuple[MeetingCard, ...]:
    cancelled = {MeetingStatus.CANCELLED} if wanted is OPEN_MEETINGS else set()
    return tuple(
        _card(row, now, answers=answers)
        for row in meetings
        if row.status in wanted | cancelled
    )


def _card(row: MeetingRow, now: datetime, *, answers: bool) -> MeetingCard:
    me = next((one for one in row.invitees if one.kind is InviteeKind.PERSON), None)
    moments = (
        (row.starts_at,) if row.starts_at else tuple(one.starts_at for one in row.times)
    )
    return MeetingCard(
        meeting_id=row.meeting_id,
        invitee_id=me.invitee_id if me else None,
        title=sentence_start(plain_moment(row.starts_at, now))
        if row.starts_at
        else gettext("Tiden är inte bestämd"),
        about=row.purpose,
        place=", ".join(part for part in (str(MODES[row.mode]), row.place) if part),
        times=() if row.starts_at else tuple(plain_moment(one, now) for one in moments),
        with_whom=tuple(
            one.name for one in row.invitees if one.kind is not InviteeKind.PERSON
        ),
        reply=str(REPLIES[me.reply]) if me else "",
        can_answer=answers and me is not None and row.status in OPEN_MEETINGS,
        has_time=row.starts_at is not None,
        cancelled=row.cancelled_because
        if row.status is MeetingStatus.CANCELLED
        else "",
        can_tell=row.status in HELD and not row.experience,
        minutes=row.minutes,
    )


def _time(one: AgreedTime, now: datetime) -> TimeLine:
    return TimeLine(
        when=sentence_start(plain_moment(one.starts_at, now)),
        what=one.purpose,
        place=", ".join(part for part in (str(MODES[one.mode]), one.place) if part),
        cancelled=one.status is TimeStatus.CANCELLED,
    )
