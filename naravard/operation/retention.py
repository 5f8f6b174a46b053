"""How long what must be kept is kept, as dated rows of law (pure)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

LEAP_DAY = (2, 29)
ONE_DAY = timedelta(days=1)


class Kept(StrEnum):
    """What is kept under one rule."""

    HEALTH_RECORD = "health_record"
    SOCIAL_RECORD = "social_record"
    ACCESS_LOG = "access_log"
    CHANGE_LOG = "change_log"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRule:
    """So many years after the last entry; `must_go` when it is a duty to erase then."""

    kept: Kept
    years: int
    must_go: bool
    valid_from: date
    source: str
    verified: bool = True


RULES = (
    RetentionRule(
        kept=Kept.HEALTH_RECORD,
        years=10,
        must_go=False,
        valid_from=date(2008, 7, 1),
        source="Patientdatalagen (2008:355) 3 kap. 17 §: minst tio år",
    ),
    RetentionRule(
        kept=Kept.SOCIAL_RECORD,
        years=5,
        must_go=True,
        valid_from=date(2002, 1, 1),
        source="Socialtjänstlagen (2001:453) 12 kap. 1 §; LSS (1993:387) 21 c §",
    ),
    RetentionRule(
        kept=Kept.SOCIAL_RECORD,
        years=5,
        must_go=True,
        valid_from=date(2025, 7, 1),
        source="Socialtjänstlagen (2025:400) 16 kap.; LSS (1993:387) 21 c §",
    ),
    RetentionRule(
        kept=Kept.ACCESS_LOG,
        years=5,
        must_go=False,
        valid_from=date(2017, 3, 1),
        source="HSLF-FS 2016:40 4 kap. 9 §: minst fem år",
    ),
    # It shows who wrote what in the record, and follows it. [own]
    RetentionRule(
        kept=Kept.CHANGE_LOG,
        years=10,
        must_go=False,
        valid_from=date(2008, 7, 1),
        source="Som journalen den hör till; egen tolkning",
        verified=False,
    ),
)
# Records of child protection are kept longer by many exceptions. [own reading]
CHILD_RECORD_UNTIL_AGE = 30  # years


def rule_on(kept: Kept, day: date) -> RetentionRule:
    """The rule in force on a day. Raises LookupError before there was one."""
    in_force = [r for r in RULES if r.kept is kept and r.valid_from <= day]
    if not in_force:
        raise LookupError(f"{kept} has no rule on {day}")
    return max(in_force, key=lambda rule: rule.valid_from)


def kept_until(last_entry_on: date, rule: RetentionRule) -> date:
    """The last day it must be kept; after a leap day, the first of March."""
    return years_after(last_entry_on, rule.years)


def last_entry_before(day: date, rule: RetentionRule) -> date:
    """What had its last entry before this day has been kept for its time."""
    limit = years_after(day, -rule.years)
    # What was written on a leap day is kept through the first of March.
    while kept_until(limit - ONE_DAY, rule) >= day:
        limit -= ONE_DAY
    return limit


def years_after(day: date, years: int) -> date:
    """The same day so many years later, or earlier when they are fewer than none."""
    year = day.year + years
    if (day.month, day.day) == LEAP_DAY and not _is_leap(year):
        return date(year, 3, 1)
    return day.replace(year=year)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
