"""What teams, requests, visits and orders can be, and how they may move."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from naravard.core.clock import day_of, end_of


class TeamKind(StrEnum):
    """What a mobile resource does."""

    CLOSE_CARE = "close_care"
    PSYCHIATRY = "psychiatry"
    XRAY = "xray"
    PALLIATIVE = "palliative"
    HOME_NURSING = "home_nursing"


TEAM_KIND_IN_SWEDISH = {
    TeamKind.CLOSE_CARE: "närvårdsteam",
    TeamKind.PSYCHIATRY: "mobil psykiatri",
    TeamKind.XRAY: "mobil röntgen",
    TeamKind.PALLIATIVE: "avancerad sjukvård i hemmet",
    TeamKind.HOME_NURSING: "hemsjukvård",
}


class TeamState(StrEnum):
    """Where a resource is in its life."""

    PLANNED = "planned"
    ACTIVE = "active"
    CLOSED = "closed"


TEAM_STATE_IN_SWEDISH = {
    TeamState.PLANNED: "planerat",
    TeamState.ACTIVE: "i drift",
    TeamState.CLOSED: "stängt",
}
TEAM_MOVES: Mapping[TeamState, frozenset[TeamState]] = {
    TeamState.PLANNED: frozenset({TeamState.ACTIVE, TeamState.CLOSED}),
    TeamState.ACTIVE: frozenset({TeamState.CLOSED}),
    TeamState.CLOSED: frozenset({TeamState.ACTIVE}),
}


class Source(StrEnum):
    """From where a request comes."""

    MUNICIPAL_NURSE = "municipal_nurse"
    PRIMARY_CARE = "primary_care"
    WARD = "ward"
    EMERGENCY = "emergency"
    PLAN = "plan"
    ALERT = "alert"
    TEAM = "team"  # the team itself, at the visit before


SOURCE_IN_SWEDISH = {
    Source.MUNICIPAL_NURSE: "kommunens sjuksköterska",
    Source.PRIMARY_CARE: "vårdcentralen",
    Source.WARD: "avdelningen",
    Source.EMERGENCY: "akutmottagningen",
    Source.PLAN: "personens plan",
    Source.ALERT: "larm från egenmonitorering",
    Source.TEAM: "teamet självt",
}


class Urgency(StrEnum):
    """How soon the person needs somebody."""

    NOW = "now"
    TODAY = "today"
    DAYS = "days"
    PLANNED = "planned"


URGENCY_IN_SWEDISH = {
    Urgency.NOW: "inom två timmar",
    Urgency.TODAY: "i dag",
    Urgency.DAYS: "inom tre dagar",
    Urgency.PLANNED: "planerat",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How long a team has to answer, and until when the visit is to be made."""

    answer_within: timedelta
    visit_within: timedelta | None  # None: before the day has ended
    priority: int


# Our own terms, where a county's file says nothing of its own. [design]
TERMS: Mapping[Urgency, Terms] = {
    Urgency.NOW: Terms(
        answer_within=timedelta(minutes=15),
        visit_within=timedelta(hours=2),
        priority=4,
    ),
    Urgency.TODAY: Terms(
        answer_within=timedelta(hours=1), visit_within=None, priority=3
    ),
    Urgency.DAYS: Terms(
        answer_within=timedelta(hours=24), visit_within=timedelta(days=3), priority=2
    ),
    Urgency.PLANNED: Terms(
        answer_within=timedelta(hours=72), visit_within=timedelta(days=14), priority=1
    ),
}


def answer_by(
    urgency: Urgency, asked_at: datetime, terms: Mapping[Urgency, Terms] = TERMS
) -> datetime:
    """The last moment for the team's answer."""
    return asked_at + terms[urgency].answer_within


def visit_by(
    urgency: Urgency, asked_at: datetime, terms: Mapping[Urgency, Terms] = TERMS
) -> datetime:
    """The last moment for the visit."""
    within = terms[urgency].visit_within
    return end_of(day_of(asked_at)) if within is None else asked_at + within


class RequestState(StrEnum):
    """What has become of a request."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    REDIRECTED = "redirected"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


REQUEST_MOVES: Mapping[RequestState, frozenset[RequestState]] = {
    RequestState.ASKED: frozenset(
        {
            RequestState.ACCEPTED,
            RequestState.REDIRECTED,
            RequestState.DECLINED,
            RequestState.WITHDRAWN,
        }
    ),
    RequestState.ACCEPTED: frozenset({RequestState.WITHDRAWN}),
    RequestState.REDIRECTED: frozenset(),
    RequestState.DECLINED: frozenset(),
    RequestState.WITHDRAWN: frozenset(),
}
REQUEST_IN_SWEDISH = {
    RequestState.ASKED: "väntar på svar",
    RequestState.ACCEPTED: "teamet kommer",
    RequestState.REDIRECTED: "hänvisad till en annan enhet",
    RequestState.DECLINED: "teamet kommer inte",
    RequestState.WITHDRAWN: "återtagen",
}


class VisitState(StrEnum):
    """What has become of a visit."""

    WAITING = "waiting"  # nobody has it in a round yet
    PLANNED = "planned"
    BEGUN = "begun"
    DONE = "done"
    CANCELLED = "cancelled"


VISIT_MOVES: Mapping[VisitState, frozenset[VisitState]] = {
    VisitState.WAITING: frozenset({VisitState.PLANNED, VisitState.CANCELLED}),
    VisitState.PLANNED: frozenset(
        {
            VisitState.WAITING,
            VisitState.BEGUN,
            VisitState.DONE,
            VisitState.CANCELLED,
        }
    ),
    VisitState.BEGUN: frozenset({VisitState.DONE, VisitState.CANCELLED}),
    VisitState.DONE: frozenset(),
    VisitState.CANCELLED: frozenset(),
}
VISIT_IN_SWEDISH = {
    VisitState.WAITING: "inte planerat",
    VisitState.PLANNED: "planerat",
    VisitState.BEGUN: "pågår",
    VisitState.DONE: "gjort",
    VisitState.CANCELLED: "inställt",
}


class Outcome(StrEnum):
    """How a visit ended."""

    STAYS_HOME = "stays_home"
    NEW_VISIT = "new_visit"
    PRIMARY_CARE = "primary_care"
    DIRECT_ADMISSION = "direct_admission"
    EMERGENCY = "emergency"
    NOT_HOME = "not_home"


OUTCOME_IN_SWEDISH = {
    Outcome.STAYS_HOME: "stannar hemma",
    Outcome.NEW_VISIT: "nytt besök av teamet",
    Outcome.PRIMARY_CARE: "vårdcentralen tar vid",
    Outcome.DIRECT_ADMISSION: "direkt till vårdplats",
    Outcome.EMERGENCY: "till akutmottagning",
    Outcome.NOT_HOME: "var inte hemma",
}


class OrderKind(StrEnum):
    """What is ordered to somebody's home."""

    XRAY = "xray"
    EQUIPMENT = "equipment"


ORDER_KIND_IN_SWEDISH = {
    OrderKind.XRAY: "mobil röntgen",
    OrderKind.EQUIPMENT: "hjälpmedel eller utrustning",
}
# What a mobile X-ray can take at home; head, neck, CT, MR and ultrasound it can not.
XRAY_CAN = ("skelett", "lungor", "buköversikt")


class OrderState(StrEnum):
    """What has become of an order."""

    ORDERED = "ordered"
    ACCEPTED = "accepted"
    ON_THE_WAY = "on_the_way"
    DONE = "done"
    DECLINED = "declined"


ORDER_MOVES: Mapping[OrderState, frozenset[OrderState]] = {
    OrderState.ORDERED: frozenset({OrderState.ACCEPTED, OrderState.DECLINED}),
    OrderState.ACCEPTED: frozenset({OrderState.ON_THE_WAY, OrderState.DONE}),
    OrderState.ON_THE_WAY: frozenset({OrderState.DONE}),
    OrderState.DONE: frozenset(),
    OrderState.DECLINED: frozenset(),
}
ORDER_IN_SWEDISH = {
    OrderState.ORDERED: "beställd",
    OrderState.ACCEPTED: "tid är satt",
    OrderState.ON_THE_WAY: "på väg",
    OrderState.DONE: "klar",
    OrderState.DECLINED: "avböjd",
}
