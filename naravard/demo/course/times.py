"""When people work: the hours of wards, health centres and municipalities."""

from datetime import date, datetime, time, timedelta
from random import Random

from naravard.core.calendar import is_working_day, next_working_day
from naravard.core.clock import day_of, local, moment_at

OFFICE_OPENS, OFFICE_CLOSES = time(8), time(16, 30)
DAY_BEGINS, DAY_ENDS = time(7), time(20)
FIRST_MINUTES = 150  # of a day, when what waited overnight is done
ONE_DAY = timedelta(days=1)
# First hour of a group: how many come to hospital in it, of 100; our own picture.
ARRIVALS = {0: 9, 6: 5, 9: 18, 12: 24, 15: 22, 18: 15, 21: 7}


def minutes_between(random: Random, low: int, high: int) -> timedelta:
    """A whole number of minutes, all as likely."""
    return timedelta(minutes=random.randint(low, high))


def wait(random: Random, mean_hours: float, longest_hours: float) -> timedelta:
    """A waiting time: most are short, a few are long."""
    hours = min(random.expovariate(1 / mean_hours), longest_hours)
    return timedelta(minutes=round(hours * 60) + 1)


def in_office_hours(moment: datetime, random: Random) -> datetime:
    """The moment itself if offices are open then, else the next morning they are."""
    here, day = local(moment), day_of(moment)
    if is_working_day(day) and OFFICE_OPENS <= here.time() < OFFICE_CLOSES:
        return moment
    if here.time() >= OFFICE_CLOSES:
        day += ONE_DAY
    opens = moment_at(next_working_day(day), OFFICE_OPENS)
    return opens + minutes_between(random, 0, FIRST_MINUTES)


def in_daytime(moment: datetime, random: Random) -> datetime:
    """The moment itself if it is day on the ward, else the next morning."""
    here, day = local(moment), day_of(moment)
    if DAY_BEGINS <= here.time() < DAY_ENDS:
        return moment
    if here.time() >= DAY_ENDS:
        day += ONE_DAY
    return moment_at(day, DAY_BEGINS) + minutes_between(random, 0, FIRST_MINUTES)


def at_round(day: date, random: Random) -> datetime:
    """When the physician makes a decision that day."""
    return moment_at(day, time(8, 30)) + minutes_between(random, 0, 165)


def between(day: date, first: time, last: time, random: Random) -> datetime:
    """A minute between two times of a day."""
    begins, ends = moment_at(day, first), moment_at(day, last)
    return begins + minutes_between(random, 0, int((ends - begins).seconds / 60))


def arrival(day: date, random: Random) -> datetime:
    """When somebody comes to hospital that day."""
    first = random.choices(tuple(ARRIVALS), weights=tuple(ARRIVALS.values()))[0]
    later = [hour for hour in ARRIVALS if hour > first]
    length = (later[0] if later else 24) - first
    return moment_at(day, time(first)) + minutes_between(random, 0, length * 60 - 1)
