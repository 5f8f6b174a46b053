"""Reviews in words: why it was picked, how it stands, what was read and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from naravard.access.queries import LogLine
from naravard.access.rules import CATEGORY_IN_SWEDISH
from naravard.core.clock import day_of
from naravard.people.queries import PersonHeader
from naravard.review.catalogue import BY_CODE
from naravard.review.definition import Weight
from naravard.review.queries import Overview, PickRow, WordRow
from naravard.review.rules import CLOSED, Status
from naravard.review.services import OpenedReview
from naravard.web.words.days import long_day, moment_words, sentence_start

STATUSES: dict[Status, str | Promise] = {
    Status.PICKED: gettext_lazy("Att granska"),
    Status.ASKED: gettext_lazy("Väntar på svar"),
    Status.EXPLAINED: gettext_lazy("Har svarat"),
    Status.INVESTIGATED: gettext_lazy("Utreds"),
    Status.IN_ORDER: gettext_lazy("I sin ordning"),
    Status.BREACH: gettext_lazy("Otillåten läsning"),
    Status.FOLLOWED_UP: gettext_lazy("Otillåten, uppföljd"),
}
TONES = {
    Status.IN_ORDER: "good",
    Status.BREACH: "danger",
    Status.FOLLOWED_UP: "plain",
    Status.EXPLAINED: "warning",
}
TITLES: dict[str, str | Promise] = {
    "emergency": gettext_lazy("Nödläge"),
    "own-record": gettext_lazy("Egen journal"),
    "relative": gettext_lazy("Egen närstående"),
    "same-household": gettext_lazy("Samma hushåll"),
    "publicly-known": gettext_lazy("Allmänt känd person"),
    "marked": gettext_lazy("Ska alltid granskas"),
    "no-relation": gettext_lazy("Ingen vårdrelation"),
    "many-persons": gettext_lazy("Många personer på en dag"),
    "many-times": gettext_lazy("Många gånger på en dag"),
    "many-refusals": gettext_lazy("Nekad om flera personer"),
    "same-address": gettext_lazy("Samma adress"),
    "same-surname": gettext_lazy("Samma ovanliga efternamn"),
    "odd-hours": gettext_lazy("Ovanlig tid"),
    "off-shift": gettext_lazy("Utanför schemat"),
    "sample": gettext_lazy("Stickprov"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """One review in a list."""

    id: UUID
    name: str
    title: str
    unit: str
    when: str
    why: str
    first: bool
    status: str
    tone: str
    due: str
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a reading was picked."""

    title: str
    why: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One row of the log, in words."""

    at: datetime
    what: str
    why: str
    rule: str
    allowed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One word of a review."""

    step: str
    who: str
    when: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewShown:
    """One review in full."""

    line: ReviewLine
    person: str
    number: str
    stated: str
    reasons: tuple[Reason, ...]
    rows: tuple[LogRow, ...]
    words: tuple[Said, ...]
    is_own: bool
    can_ask: bool
    can_decide: bool
    can_follow_up: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One figure of the overview."""

    text: str
    number: int


def review_lines(rows: Iterable[PickRow], now: datetime) -> tuple[ReviewLine, ...]:
    """The list, in the order it was given."""
    return tuple(_line(row, now) for row in rows)


def review_shown(opened: OpenedReview, now: datetime) -> ReviewShown:
    """One review with its reasons, its rows and its words."""
    status = opened.pick.status
    open_still = status not in CLOSED and not opened.is_own
    return ReviewShown(
        line=_line(opened.pick, now),
        person=_person(opened.person),
        number="" if opened.person.protected else opened.person.number,
        stated=opened.pick.reason,
        reasons=tuple(_reason(code) for code in opened.pick.checks),
        rows=tuple(map(_row, opened.lines)),
        words=tuple(_said(word, now) for word in opened.words),
        is_own=opened.is_own,
        can_ask=open_still and status not in {Status.BREACH, Status.ASKED},
        can_decide=open_still and status is not Status.BREACH,
        can_follow_up=open_still and status is Status.BREACH,
    )


def figures(overview: Overview) -> tuple[Number, ...]:
    """How the follow-up stands."""
    return (
        *(
            Number(text=str(STATUSES[status]), number=overview.by_status[status])
            for status in Status
            if overview.by_status.get(status)
        ),
        Number(text=gettext("Försenade"), number=overview.late),
    )


def _line(row: PickRow, now: datetime) -> ReviewLine:
    today: date = day_of(now)
    return ReviewLine(
        id=row.id,
        name=row.name,
        title=row.title,
        unit=row.unit_name,
        when=sentence_start(moment_words(row.first_at, now)),
        why=", ".join(str(TITLES[code]) for code in row.checks),
        first=row.weight is Weight.ALWAYS,
        status=str(STATUSES[row.status]),
        tone=TONES.get(row.status, "plain"),
        due=long_day(row.due_on, today=today),
        late=row.due_on < today and row.status not in CLOSED,
    )


def _reason(code: str) -> Reason:
    check = BY_CODE[code]
    return Reason(title=str(TITLES[code]), why=check.why, source=check.source)


def _row(line: LogLine) -> LogRow:
    names = {each.value: text for each, text in CATEGORY_IN_SWEDISH.items()}
    return LogRow(
        at=line.at,
        what=sentence_start(names.get(line.category, line.action)),
        why=line.why,
        rule=line.rule,
        allowed=line.allowed,
    )


def _person(person: PersonHeader) -> str:
    return gettext("Skyddade personuppgifter") if person.protected else person.name


def _said(word: WordRow, now: datetime) -> Said:
    return Said(
        step=str(STATUSES[word.status]),
        who=word.name,
        when=moment_words(word.at, now),
        text=word.text,
    )
