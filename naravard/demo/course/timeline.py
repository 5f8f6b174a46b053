"""The hospital's own part of a stay: admitted, told, ready, home; all by chance."""

import math
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from random import Random

from naravard.core.calendar import is_working_day, next_working_day
from naravard.core.clock import day_of
from naravard.demo.course import parameters as p
from naravard.demo.course.times import (
    ONE_DAY,
    arrival,
    at_round,
    between,
    in_daytime,
    in_office_hours,
    minutes_between,
    wait,
)

DUE = timedelta(hours=24)  # LUS 2 kap. 3 §
NOON = time(12)
AFTERNOON_ENDS = time(16, 30)


class Need(StrEnum):
    """Whom the person needs after the stay."""

    BOTH = "both"
    MUNICIPALITY = "municipality"
    OPEN_CARE = "open_care"


class Ending(StrEnum):
    """How the coordination ends."""

    HOME = "home"
    DECEASED = "deceased"
    NEED_CEASED = "need_ceased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What is decided about a case beforehand; None is left to chance."""

    psychiatric: bool = False
    compulsory: bool = False
    need: Need | None = None
    declines: bool | None = None
    late_notice: bool | None = None
    withdrawn: bool | None = None
    blocked: bool | None = None
    waits: bool | None = None
    unreceived: bool = False  # nobody has acknowledged yet
    ending: Ending | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """One time the person was judged ready; `withdrawn_at` if that was taken back."""

    decided_at: datetime
    notified_at: datetime
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """When everything on the ward happens; `ended_at` is a death or an abort."""

    admitted_at: datetime
    assessed_at: datetime
    told_at: datetime
    asked_at: datetime
    declines: bool
    need: Need
    ready: tuple[Readiness, ...]
    left_at: datetime
    followed_up_at: datetime
    blocked: bool
    ending: Ending
    ended_at: datetime | None

    def state_at(self, now: datetime) -> str:
        """The state the case is in, in one word, but for acknowledgements."""
        if self.ended_at and self.ended_at <= now:
            return "ABORTED"
        passed = (
            ("CLOSED", self.followed_up_at),
            ("DISCHARGED", self.left_at),
            ("NOTIFIED", self.told_at),
            ("OPEN", self.admitted_at),
        )
        if self.is_ready_at(now) and now < self.left_at:
            return "READY"
        return next((state for state, at in passed if at <= now), "")

    def is_ready_at(self, now: datetime) -> bool:
        """Whether a ready notice holds at the moment."""
        return any(
            each.notified_at <= now
            and (each.withdrawn_at is None or now < each.withdrawn_at)
            for each in self.ready
        )


def draw_timeline(random: Random, admitted_on: date, traits: Traits) -> Timeline:
    """A whole stay; what `traits` leaves open is drawn with the shares of a year."""
    admitted_at = arrival(admitted_on, random)
    assessed_at = _assessed(admitted_at, random)
    told_at = _told(assessed_at, traits, random)
    ready = _readiness(admitted_at, told_at, traits, random)
    left_at = _left(ready[-1], traits, random)
    ending = traits.ending or _ending(random)
    return Timeline(
        admitted_at=admitted_at,
        assessed_at=assessed_at,
        told_at=told_at,
        asked_at=in_daytime(assessed_at + minutes_between(random, 20, 1500), random),
        declines=_chosen(traits.declines, p.DECLINES_PLANNING, random),
        need=traits.need or _need(random),
        ready=ready,
        left_at=left_at,
        followed_up_at=_followed_up(left_at, random),
        blocked=_chosen(traits.blocked, p.BLOCKED_BY_REGION, random),
        ending=ending,
        ended_at=_ended(ending, told_at, ready[0].decided_at, random),
    )


def _chosen(given: bool | None, share: float, random: Random) -> bool:
    return random.random() < share if given is None else given


def _need(random: Random) -> Need:
    return Need(random.choices(tuple(p.NEEDS), weights=tuple(p.NEEDS.values()))[0])


def _ending(random: Random) -> Ending:
    chance = random.random()
    if chance < p.DIES_IN_HOSPITAL:
        return Ending.DECEASED
    if chance < p.DIES_IN_HOSPITAL + p.NEED_CEASES:
        return Ending.NEED_CEASED
    return Ending.HOME


def _assessed(admitted_at: datetime, random: Random) -> datetime:
    if random.random() < 0.5:  # noqa: PLR2004 (as often at once as at the next round)
        return in_daytime(admitted_at + minutes_between(random, 60, 300), random)
    return at_round(day_of(admitted_at) + ONE_DAY, random)


def _told(assessed_at: datetime, traits: Traits, random: Random) -> datetime:
    if _chosen(traits.late_notice, p.LATE_ADMISSION_NOTICE, random):
        late = assessed_at + DUE + minutes_between(random, 30, 1800)
        return in_daytime(late, random)
    told_at = in_daytime(assessed_at + wait(random, 3, 20), random)
    return min(told_at, assessed_at + DUE - minutes_between(random, 5, 120))


def _readiness(
    admitted_at: datetime, told_at: datetime, traits: Traits, random: Random
) -> tuple[Readiness, ...]:
    factor = p.PSYCHIATRIC_STAYS_LONGER if traits.psychiatric else 1
    days = random.lognormvariate(
        math.log(p.TYPICAL_DAYS_IN_HOSPITAL * factor), p.SPREAD_OF_DAYS_IN_HOSPITAL
    )
    day = day_of(admitted_at) + min(round(days), p.LONGEST_DAYS_IN_HOSPITAL) * ONE_DAY
    earliest = day_of(told_at + timedelta(hours=4)) + ONE_DAY
    first = _ready_on(max(day, earliest), random)
    if not _chosen(traits.withdrawn, p.READY_WITHDRAWN, random):
        return (first,)
    withdrawn_at = in_daytime(
        first.notified_at + minutes_between(random, 60, 1200), random
    )
    later = day_of(withdrawn_at) + random.randint(1, 5) * ONE_DAY
    taken_back = Readiness(
        decided_at=first.decided_at,
        notified_at=first.notified_at,
        withdrawn_at=withdrawn_at,
    )
    return (taken_back, _ready_on(later, random))


def _ready_on(day: date, random: Random) -> Readiness:
    if not is_working_day(day) and random.random() < p.SELDOM_READY_AT_WEEKENDS:
        day = next_working_day(day)
    decided_at = at_round(day, random)
    if random.random() < p.NOTICE_AFTER_NOON:
        notified_at = between(day, time(12, 1), AFTERNOON_ENDS, random)
    else:
        soon = decided_at + minutes_between(random, 5, 40)
        notified_at = min(soon, between(day, time(11, 50), time(11, 59), random))
    return Readiness(decided_at=decided_at, notified_at=notified_at)


def _left(ready: Readiness, traits: Traits, random: Random) -> datetime:
    day = day_of(ready.notified_at)
    waits = (
        random.random() >= p.LEAVES_SAME_DAY if traits.waits is None else traits.waits
    )
    if not waits:
        soon = ready.notified_at + minutes_between(random, 75, 200)
        return max(soon, between(day, time(13), time(16), random))
    days = 1 + int(
        math.log(1 - random.random()) / math.log(1 - 1 / p.MEAN_DAYS_OF_WAITING)
    )
    return between(day + days * ONE_DAY, time(10), time(15, 30), random)


def _followed_up(left_at: datetime, random: Random) -> datetime:
    if random.random() < p.FOLLOWED_UP_LATE:
        later = left_at + minutes_between(random, 73 * 60, 8 * 24 * 60)
        return in_office_hours(later, random)
    due = left_at + timedelta(hours=72)
    called = in_office_hours(
        left_at + minutes_between(random, 48 * 60, 70 * 60), random
    )
    return min(called, due) if is_working_day(day_of(due)) else called


def _ended(
    ending: Ending, told_at: datetime, ready_at: datetime, random: Random
) -> datetime | None:
    if ending is Ending.HOME:
        return None
    span = int((ready_at - told_at).total_seconds() / 60)
    ended_at = told_at + minutes_between(random, span // 4, span - 1)
    return ended_at if ending is Ending.DECEASED else in_daytime(ended_at, random)
