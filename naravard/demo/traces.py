"""What is left in the access log by those who have worked with somebody."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import chain
from uuid import UUID

from naravard.access.queries import actor_for_assignment
from naravard.access.rules import Action, Actor, Category, Ground, Rule
from naravard.access.services import LogEntry, log_many
from naravard.core.clock import day_of
from naravard.discharge.rules.history import EventType
from naravard.discharge.services.history import PastCase, PastEvent
from naravard.people.roles import CareUnitKind

READ_BEFORE = timedelta(minutes=4)  # who does something has just read
ENDINGS = frozenset({EventType.DEATH, EventType.ABORT, EventType.FOLLOWED_UP})

# What each event is called in the log.
ACTIONS = {
    EventType.ADMIT: Action.ADMIT,
    EventType.NEED_ASSESSED: Action.ASSESS_NEED,
    EventType.ADMISSION_NOTICE: Action.SEND_ADMISSION_NOTICE,
    EventType.NEW_ESTIMATE: Action.CHANGE_ESTIMATE,
    EventType.ACKNOWLEDGE: Action.ACKNOWLEDGE,
    EventType.APPOINT_NAMED_CONTACT: Action.APPOINT_NAMED_CONTACT,
    EventType.CONSENT: Action.RECORD_CONSENT,
    EventType.READY_DECISION: Action.DECIDE_READY,
    EventType.READY_NOTICE: Action.ANNOUNCE_READY,
    EventType.OPT_NOTICE: Action.ANNOUNCE_READY,
    EventType.READY_WITHDRAWN: Action.WITHDRAW_READY,
    EventType.SIP_CALL: Action.CALL_TO_PLANNING,
    EventType.SIP_ANSWERED: Action.ANSWER_CALL,
    EventType.PLANNING_INPUT: Action.GIVE_PLANNING_INPUT,
    EventType.TRACK_SET: Action.SET_TRACK,
    EventType.PATIENT_INFORMED: Action.INFORM_PATIENT,
    EventType.DISCHARGE: Action.DISCHARGE,
    EventType.INFORMATION_TRANSFERRED: Action.TRANSFER_INFORMATION,
}


def is_ongoing(past: PastCase) -> bool:
    """Whether the case has not come to its end."""
    return all(each.event.type not in ENDINGS for each in past.events)


def leave(
    cases: Iterable[PastCase], now: datetime, more: Iterable[LogEntry] = ()
) -> int:
    """Log who read and did what in the cases under way; returns how many rows."""
    actors = _Actors(now)
    entries = (entry for past in cases for entry in _of_case(past, actors))
    return log_many(sorted(chain(entries, more), key=lambda entry: entry.at))


class _Actors:
    """Who acts, read once for each assignment."""

    def __init__(self, now: datetime) -> None:
        self._day = day_of(now)
        self._known: dict[UUID, Actor] = {}

    def of(self, assignment_id: UUID) -> Actor:
        """The actor of an assignment."""
        if assignment_id not in self._known:
            self._known[assignment_id] = actor_for_assignment(assignment_id, self._day)
        return self._known[assignment_id]


def _of_case(past: PastCase, actors: _Actors) -> Iterator[LogEntry]:
    for each in past.events:
        if each.assignment_id and each.event.type in ACTIONS:
            yield from _read_and_done(past, each, actors.of(each.assignment_id))


def _read_and_done(past: PastCase, each: PastEvent, actor: Actor) -> Iterator[LogEntry]:
    at_ward = actor.unit_kind is CareUnitKind.INPATIENT
    if each.event.type is not EventType.ADMIT:
        yield LogEntry(
            at=each.event.at - READ_BEFORE,
            actor=actor,
            action=Action.READ,
            person_ids=(past.person_id,),
            category=Category.DISCHARGE_CASE,
            ground=Ground.READ_ADMISSION if at_ward else Ground.READ_CASE,
            rule=Rule.A02,
            about=past.case_id,
        )
    yield LogEntry(
        at=each.event.at,
        actor=actor,
        action=ACTIONS[each.event.type],
        person_ids=(past.person_id,),
        about=past.case_id,
    )
