"""What can happen in a case: the events, and the one order in which they count."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from itertools import pairwise


class EventType(StrEnum):
    """Every kind of event; the last six are the application's own."""

    ADMIT = "admit"
    NEED_ASSESSED = "need_assessed"
    ADMISSION_NOTICE = "admission_notice"
    NEW_ESTIMATE = "new_estimate"
    ACKNOWLEDGE = "acknowledge"
    APPOINT_NAMED_CONTACT = "appoint_named_contact"
    CONSENT = "consent"
    READY_DECISION = "ready_decision"
    READY_NOTICE = "ready_notice"
    READY_WITHDRAWN = "ready_withdrawn"
    SIP_CALL = "sip_call"
    REGION_BLOCKER = "region_blocker"
    TRANSFER = "transfer"
    INFORMATION_TRANSFERRED = "information_transferred"
    DISCHARGE = "discharge"
    DEATH = "death"
    ABORT = "abort"
    OPT_NOTICE = "opt_notice"
    PLANNING_INPUT = "planning_input"
    SIP_ANSWERED = "sip_answered"
    FORWARDED = "forwarded"
    PATIENT_INFORMED = "patient_informed"
    FOLLOWED_UP = "followed_up"
    TRACK_SET = "track_set"
    HOSPITAL_LEAVE = "hospital_leave"


INTERNAL_EVENTS = frozenset(
    {
        EventType.PLANNING_INPUT,
        EventType.SIP_ANSWERED,
        EventType.FORWARDED,
        EventType.PATIENT_INFORMED,
        EventType.FOLLOWED_UP,
        EventType.TRACK_SET,
        EventType.HOSPITAL_LEAVE,
    }
)


class PlanningConsent(StrEnum):
    """What the person says to joint planning (samtycke till planering)."""

    GIVEN = "given"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class CareType(StrEnum):
    """The kind of inpatient care."""

    SOMATIC = "somatic"
    PSYCHIATRIC = "psychiatric"


class BlockerReason(StrEnum):
    """Why open care keeps the person in hospital (LUS 5 kap. 5 §)."""

    NOT_AVAILABLE = "not_available"
    NOT_CLARIFIED = "not_clarified"


class Track(StrEnum):
    """How extensive the planning is (spår): green, yellow or red."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened at `at`; all moments are kept in UTC.

    `unit` is where, `by` who did it, `to` and `units` whom it concerns (unit keys),
    `meets_at` when those who are called are to meet.
    """

    type: EventType
    at: datetime
    recorded_at: datetime | None = None
    unit: str | None = None
    by: str | None = None
    to: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    estimated_discharge: date | datetime | None = None
    planning: PlanningConsent | None = None
    care: CareType | None = None
    on: bool | None = None
    reason: str | None = None
    track: Track | None = None
    outcome: str | None = None
    meets_at: datetime | None = None

    def __post_init__(self) -> None:
        """Moments in one time zone compare and subtract as moments, not as clocks."""
        if self.at.tzinfo is not UTC:
            object.__setattr__(self, "at", self.at.astimezone(UTC))


# At one and the same moment, events count in this order. A withdrawal comes before the
# notice that replaces it; what presupposes another event comes after it.
PRECEDENCE: tuple[EventType, ...] = (
    EventType.ADMIT,
    EventType.TRANSFER,
    EventType.NEED_ASSESSED,
    EventType.ADMISSION_NOTICE,
    EventType.NEW_ESTIMATE,
    EventType.APPOINT_NAMED_CONTACT,
    EventType.CONSENT,
    EventType.TRACK_SET,
    EventType.REGION_BLOCKER,
    EventType.READY_WITHDRAWN,
    EventType.READY_DECISION,
    EventType.READY_NOTICE,
    EventType.OPT_NOTICE,
    EventType.ACKNOWLEDGE,
    EventType.FORWARDED,
    EventType.PLANNING_INPUT,
    EventType.SIP_CALL,
    EventType.SIP_ANSWERED,
    EventType.HOSPITAL_LEAVE,
    EventType.PATIENT_INFORMED,
    EventType.DISCHARGE,
    EventType.INFORMATION_TRANSFERRED,
    EventType.FOLLOWED_UP,
    EventType.DEATH,
    EventType.ABORT,
)
_RANK = {event_type: rank for rank, event_type in enumerate(PRECEDENCE)}


def in_order(events: Iterable[Event]) -> list[Event]:
    """The events by true time, whatever order they were delivered in.

    Ties are settled by precedence, then by when they were recorded, then by content.
    """
    ordered = sorted(events, key=_moment_and_rank)
    places = [_moment_and_rank(event) for event in ordered]
    # Two of a kind at one moment are rare, and only they need the longer comparison.
    if any(place == following for place, following in pairwise(places)):
        ordered.sort(key=_order)
    return ordered


def _moment_and_rank(event: Event) -> tuple[datetime, int]:
    return event.at, _RANK[event.type]


def _order(event: Event) -> tuple[object, ...]:
    return (
        event.at,
        _RANK[event.type],
        event.recorded_at or event.at,
        event.by or "",
        event.unit or "",
        event.to,
        event.units,
        event.on is False,
        event.planning or "",
        event.reason or "",
        str(event.estimated_discharge),
        str(event.meets_at),
    )
