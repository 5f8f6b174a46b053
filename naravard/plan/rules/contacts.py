"""One contact for the person, and whom to call right now (pure functions of time)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from naravard.core.clock import day_of, local, moment_at
from naravard.plan.rules.kinds import TeamRole
from naravard.plan.rules.parts import Hours, TeamMember

WEEK = 7  # days


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A number that always answers."""

    name: str
    phone: str
    about: str


# Open day and night in the whole country.
ADVICE = Line(name="1177", phone="1177", about="Sjukvårdsrådgivning, dygnet runt")
EMERGENCY = Line(name="112", phone="112", about="Vid fara för liv")


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNow:
    """Whom to call at this moment, who else answers, and when her contact does."""

    member: TeamMember | None
    others: tuple[TeamMember, ...]
    contact: TeamMember | None
    contact_opens_at: datetime | None  # None: open now, or no hours known
    always: tuple[Line, ...] = (ADVICE, EMERGENCY)


def _primary_care_contact(member: TeamMember) -> bool:
    return member.role is TeamRole.NAMED_CONTACT and member.in_primary_care


def _has(role: TeamRole) -> Callable[[TeamMember], bool]:
    return lambda member: member.role is role


# In this order: the first there is becomes «Din kontakt». Our choice. [DES]
YOUR_CONTACT: tuple[Callable[[TeamMember], bool], ...] = (
    _primary_care_contact,
    _has(TeamRole.NAMED_CONTACT),
    _has(TeamRole.SIP_COORDINATOR),
    _has(TeamRole.NAMED_CARE_WORKER),
)


def in_team(team: tuple[TeamMember, ...], at: datetime) -> tuple[TeamMember, ...]:
    """Those who are in the team on the Swedish day of a moment."""
    today = day_of(at)
    return tuple(
        member
        for member in team
        if (member.from_on is None or member.from_on <= today)
        and (member.to_on is None or today <= member.to_on)
    )


def your_contact(team: tuple[TeamMember, ...], at: datetime) -> TeamMember | None:
    """The one who is shown as «Din kontakt»; she reaches the rest of the team."""
    present = in_team(team, at)
    return next(
        (member for wanted in YOUR_CONTACT for member in present if wanted(member)),
        None,
    )


def who_to_call_now(team: tuple[TeamMember, ...], now: datetime) -> CallNow:
    """Her own contact when she answers, else whoever in the team does.

    Relatives are never proposed as the ones to call. With nobody there, 1177.
    """
    contact = your_contact(team, now)
    answering = tuple(
        member
        for member in in_team(team, now)
        if member.phone
        and member.role is not TeamRole.RELATED
        and answers(member.hours, now)
    )
    if contact in answering:
        first: TeamMember | None = contact
    else:
        first = next(iter(answering), None)
    return CallNow(
        member=first,
        others=tuple(member for member in answering if member != first),
        contact=contact,
        contact_opens_at=_opens(contact, now),
    )


def answers(hours: tuple[Hours, ...], at: datetime) -> bool:
    """Whether somebody can be reached; who has told no hours counts as not."""
    return any(_open(window, at) for window in hours)


def opens_next(hours: tuple[Hours, ...], at: datetime) -> datetime | None:
    """The next moment somebody can be reached; None without hours."""
    openings = [
        moment_at(day, window.opens)
        for days in range(WEEK + 1)
        for day in [day_of(at) + timedelta(days=days)]
        for window in hours
        if day.weekday() in window.weekdays
    ]
    return min((one for one in openings if one > at), default=None)


def _opens(contact: TeamMember | None, now: datetime) -> datetime | None:
    if contact is None or answers(contact.hours, now):
        return None
    return opens_next(contact.hours, now)


def _open(window: Hours, at: datetime) -> bool:
    clock = local(at)
    today, now = clock.weekday(), clock.time()
    over_midnight = window.closes <= window.opens
    if today in window.weekdays and window.opens <= now:
        return over_midnight or now < window.closes
    yesterday = (today - 1) % WEEK
    return over_midnight and yesterday in window.weekdays and now < window.closes
