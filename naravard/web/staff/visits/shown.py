"""Requests, visits and notes as words on a page."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext

from naravard.mobile.rows import (
    EnrolmentRow,
    NoteRow,
    OrderRow,
    PersonVisits,
    RequestRow,
    RoundRow,
    VisitRow,
)
from naravard.mobile.rules.promises import Promise as Told
from naravard.mobile.rules.sbar import Sbar
from naravard.mobile.rules.states import (
    ORDER_MOVES,
    OrderState,
    RequestState,
    VisitState,
)
from naravard.mobile.rules.waiting import Wait
from naravard.web.staff.words import visits as words
from naravard.web.words.days import clock_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One part of a hand-over."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRequest:
    """One request in words."""

    row: RequestRow
    urgency: str | Promise
    source: str | Promise
    state: str | Promise
    tone: str
    late: bool
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNote:
    """One note in words."""

    row: NoteRow
    outcome: str | Promise
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownVisit:
    """One visit in words, with what was written at it."""

    row: VisitRow
    state: str | Promise
    tone: str
    promise: str
    earlier: str  # what was promised before the time was moved
    wait: Wait
    needs: tuple[str | Promise, ...]
    notes: tuple[ShownNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRound:
    """Somebody's day: what is left to make, and what is made."""

    row: RoundRow
    visits: tuple[ShownVisit, ...]
    left: tuple[ShownVisit, ...]

    @property
    def made(self) -> tuple[ShownVisit, ...]:
        """Those that are over."""
        return tuple(each for each in self.visits if each not in self.left)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOrder:
    """One order in words."""

    row: OrderRow
    kind: str | Promise
    state: str | Promise
    tone: str
    moves: tuple[tuple[str, str | Promise], ...]  # where it may go, and in words


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPerson:
    """Everything mobile about a person."""

    enrolments: tuple[EnrolmentRow, ...]
    requests: tuple[ShownRequest, ...]
    visits: tuple[ShownVisit, ...]
    orders: tuple[ShownOrder, ...]

    @property
    def latest_visits(self) -> tuple[ShownVisit, ...]:
        """Those that are shown at once: all that are left to make, and the latest."""
        left = sum(each.row.state not in OVER for each in self.visits)
        return self.visits[: max(left, 1) + FEW]

    @property
    def older_visits(self) -> tuple[ShownVisit, ...]:
        """Those that are folded."""
        return self.visits[len(self.latest_visits) :]

    @property
    def latest_requests(self) -> tuple[ShownRequest, ...]:
        """Those that are shown at once."""
        return self.requests[:FEW]

    @property
    def older_requests(self) -> tuple[ShownRequest, ...]:
        """Those that are folded."""
        return self.requests[FEW:]


FEW = 3  # of what is over, shown at once
OVER = frozenset({VisitState.DONE, VisitState.CANCELLED})
TONES = {
    VisitState.WAITING: "warning",
    VisitState.PLANNED: "info",
    VisitState.BEGUN: "info",
    VisitState.DONE: "good",
    VisitState.CANCELLED: "plain",
}
REQUEST_TONES = {
    RequestState.ASKED: "warning",
    RequestState.ACCEPTED: "good",
}

ORDER_TONES = {
    OrderState.ORDERED: "warning",
    OrderState.DONE: "good",
    OrderState.DECLINED: "plain",
}


def request_shown(row: RequestRow, now: datetime) -> ShownRequest:
    """A request as it is listed."""
    late = row.is_late(now)
    tone = REQUEST_TONES.get(row.state, "plain")
    return ShownRequest(
        row=row,
        urgency=words.urgency_within(row.urgency, _longest_wait(row)),
        source=words.SOURCES[row.source],
        state=words.REQUEST_STATES[row.state],
        tone="danger" if late else tone,
        late=late,
        said=said(row.hand_over),
    )


def _longest_wait(row: RequestRow) -> timedelta | None:
    """What the request gave when it was asked; None where the day is what counts."""
    counts = row.urgency in words.USUAL
    return row.visit_by - row.asked_at if counts else None


def visit_shown(
    row: VisitRow, now: datetime, notes: tuple[NoteRow, ...] = ()
) -> ShownVisit:
    """A visit as it is listed."""
    return ShownVisit(
        row=row,
        state=words.VISIT_STATES[row.state],
        tone=TONES[row.state],
        promise=between(row.promise),
        earlier=between(row.earlier),
        wait=row.wait(now),
        needs=tuple(words.SKILLS.get(need, need) for need in row.needs),
        notes=tuple(map(note_shown, notes)),
    )


def round_shown(row: RoundRow, now: datetime) -> ShownRound:
    """Somebody's day, with what is left apart."""
    visits = tuple(visit_shown(each, now) for each in row.visits)
    left = tuple(each for each in visits if each.row.state not in OVER)
    return ShownRound(row=row, visits=visits, left=left)


def note_shown(row: NoteRow) -> ShownNote:
    """A note with its hand-over part by part."""
    return ShownNote(
        row=row, outcome=words.OUTCOMES[row.outcome], said=said(row.hand_over)
    )


def visits_shown(found: PersonVisits, now: datetime) -> ShownPerson:
    """Everything mobile about a person."""
    return ShownPerson(
        requests=tuple(request_shown(row, now) for row in found.requests),
        visits=tuple(
            visit_shown(row, now, found.notes.get(row.id, ())) for row in found.visits
        ),
        orders=tuple(map(order_shown, found.orders)),
        enrolments=found.enrolments,
    )


def order_shown(row: OrderRow) -> ShownOrder:
    """An order as it is listed."""
    return ShownOrder(
        row=row,
        kind=words.ORDER_KINDS[row.kind],
        state=words.ORDER_STATES[row.state],
        tone=ORDER_TONES.get(row.state, "info"),
        moves=tuple(
            (to.value, words.ORDER_VERBS[to])
            for to in OrderState
            if to in ORDER_MOVES[row.state]
        ),
    )


def between(promise: Told | None) -> str:
    """`10.15–10.45`, or nothing when nothing has been told."""
    if promise is None:
        return ""
    return f"{clock_time(promise.opens)}–{clock_time(promise.closes)}"


def said(hand_over: Sbar) -> tuple[Said, ...]:
    """The parts of a hand-over that say something."""
    parts = (
        (gettext("Situation"), hand_over.situation),
        (gettext("Bakgrund"), hand_over.background),
        (gettext("Aktuellt"), hand_over.assessment),
        (gettext("Rekommendation"), hand_over.recommendation),
    )
    return tuple(Said(title=title, text=text) for title, text in parts if text)
