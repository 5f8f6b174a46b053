"""The states of a discharge case and the table of what may happen in each (T1–T17)."""

from dataclasses import dataclass
from enum import StrEnum

from naravard.discharge.rules.history import EventType


class State(StrEnum):
    """Where a case stands; one case per stay in hospital (vårdtillfälle)."""

    OPEN = "OPEN"
    NOTIFIED = "NOTIFIED"
    PLANNING = "PLANNING"
    READY = "READY"
    DISCHARGED = "DISCHARGED"
    CLOSED = "CLOSED"
    ABORTED = "ABORTED"


IN_HOSPITAL = frozenset({State.OPEN, State.NOTIFIED, State.PLANNING, State.READY})
NOT_ENDED = IN_HOSPITAL | {State.DISCHARGED}
TOLD = frozenset({State.NOTIFIED, State.PLANNING, State.READY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """One row of the table: an event, the states it can happen in, the state after.

    `after` None leaves the state as it is; `moves` limits which states it changes.
    """

    number: str
    events: tuple[EventType, ...]
    possible_in: frozenset[State]
    moves: frozenset[State] = frozenset()
    after: State | None = None
    before_admission: bool = False
    source: str


TRANSITIONS: tuple[Transition, ...] = (
    Transition(
        number="T1",
        events=(EventType.ADMIT,),
        possible_in=frozenset(),
        after=State.OPEN,
        before_admission=True,
        source="LUS 1 kap. 1 §",
    ),
    Transition(
        number="T2",
        events=(EventType.NEED_ASSESSED,),
        possible_in=IN_HOSPITAL,
        before_admission=True,
        source="LUS 2 kap. 1 §",
    ),
    Transition(
        number="T3",
        events=(EventType.ADMISSION_NOTICE,),
        possible_in=IN_HOSPITAL,
        moves=frozenset({State.OPEN}),
        after=State.NOTIFIED,
        source="LUS 2 kap. 1–3 §§",
    ),
    Transition(
        number="T4",
        events=(EventType.NEW_ESTIMATE,),
        possible_in=TOLD,
        source="LUS 2 kap. 4 §",
    ),
    Transition(
        number="T5",
        events=(EventType.ACKNOWLEDGE, EventType.FORWARDED),
        possible_in=NOT_ENDED,
        moves=frozenset({State.NOTIFIED}),
        after=State.PLANNING,
        source="LUS 2 kap. 6 §",
    ),
    Transition(
        number="T6",
        events=(EventType.APPOINT_NAMED_CONTACT,),
        possible_in=NOT_ENDED,
        before_admission=True,
        source="LUS 2 kap. 5 §",
    ),
    Transition(
        number="T7",
        events=(EventType.CONSENT,),
        possible_in=NOT_ENDED,
        before_admission=True,
        source="LUS 4 kap. 2 §",
    ),
    Transition(
        number="T8",
        events=(EventType.READY_DECISION,),
        possible_in=IN_HOSPITAL,
        source="LUS 1 kap. 3 § 5",
    ),
    Transition(
        number="T9",
        events=(EventType.READY_NOTICE, EventType.OPT_NOTICE),
        possible_in=IN_HOSPITAL,
        moves=IN_HOSPITAL - {State.READY},
        after=State.READY,
        source="LUS 3 kap. 1 §",
    ),
    Transition(
        number="T10",
        events=(EventType.READY_WITHDRAWN,),
        possible_in=frozenset({State.READY}),
        moves=frozenset({State.READY}),
        after=State.PLANNING,
        source="LUS 3 kap. 1 §",
    ),
    Transition(
        number="T11",
        events=(EventType.SIP_CALL, EventType.SIP_ANSWERED),
        possible_in=NOT_ENDED,
        source="LUS 4 kap. 3 §",
    ),
    Transition(
        number="T12",
        events=(EventType.REGION_BLOCKER,),
        possible_in=NOT_ENDED,
        before_admission=True,
        source="LUS 5 kap. 5 §",
    ),
    Transition(
        number="T13",
        events=(EventType.DISCHARGE,),
        possible_in=IN_HOSPITAL,
        moves=IN_HOSPITAL,
        after=State.DISCHARGED,
        source="LUS 1 kap. 2 §",
    ),
    Transition(
        number="T14",
        events=(EventType.INFORMATION_TRANSFERRED,),
        possible_in=frozenset({State.DISCHARGED}),
        source="LUS 3 kap. 2 §",
    ),
    Transition(
        number="T15",
        events=(EventType.FOLLOWED_UP,),
        possible_in=frozenset({State.DISCHARGED}),
        moves=frozenset({State.DISCHARGED}),
        after=State.CLOSED,
        source="praxis: uppföljning 48–72 timmar efter hemgång",
    ),
    Transition(
        number="T16",
        events=(EventType.DEATH, EventType.ABORT),
        possible_in=NOT_ENDED,
        moves=NOT_ENDED,
        after=State.ABORTED,
        source="praxis: avbrott i processen",
    ),
    Transition(
        number="T17",
        events=(EventType.TRANSFER, EventType.HOSPITAL_LEAVE),
        possible_in=IN_HOSPITAL,
        source="praxis: flytt mellan avdelningar ändrar inga frister",
    ),
    Transition(
        number="M5",
        events=(EventType.PLANNING_INPUT, EventType.TRACK_SET),
        possible_in=IN_HOSPITAL,
        source="LUS 2 kap. 6 §",
    ),
    Transition(
        number="M10",
        events=(EventType.PATIENT_INFORMED,),
        possible_in=NOT_ENDED,
        source="LUS 3 kap. 3 §",
    ),
)
TRANSITION_OF: dict[EventType, Transition] = {
    event_type: row for row in TRANSITIONS for event_type in row.events
}
MOVES: dict[State, frozenset[State]] = {
    state: frozenset(
        row.after for row in TRANSITIONS if row.after is not None and state in row.moves
    )
    for state in State
}
"""Which state may follow which; the drawing in docs/law/lus.md comes from it."""
