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
    PRIVATE_SOCIAL_RECORD = "private_social_record"
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
        source="Socialtjänstlagen (2025:400) 16 kap. 1 §; LSS (1993:387) 21 c §",
    ),
    RetentionRule(
        kept=Kept.PRIVATE_SOCIAL_RECORD,
        years=2,
        must_go=True,
        valid_from=date(2002, 1, 1),
        source="Socialtjänstlagen (2001:453) 7 kap. 3 a §",
        verified=False,
    ),
    RetentionRule(
        kept=Kept.PRIVATE_SOCIAL_RECORD,
        years=2,
        must_go=True,
        valid_from=date(2025, 7, 1),
        source="Socialtjänstlagen (2025:400) 17 kap. 2 §",
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
# SoL 16 kap. 2 a § (in force 2026-01-15): what belongs to an inquiry about a child.
CHILD_RECORD_UNTIL_AGE = 30  # years
RECORDS = frozenset(
    {Kept.HEALTH_RECORD, Kept.SOCIAL_RECORD, Kept.PRIVATE_SOCIAL_RECORD}
)


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


def to_be_gone_by(last_entry_on: date, rule: RetentionRule) -> date | None:
    """The last day to erase what must go: the calendar year after (SoL 16 kap. 1 §)."""
    if not rule.must_go:
        return None
    return date(kept_until(last_entry_on, rule).year + 1, 12, 31)


def years_after(day: date, years: int) -> date:
    """The same day so many years later, or earlier when they are fewer than none."""
    year = day.year + years
    if (day.month, day.day) == LEAP_DAY and not _is_leap(year):
        return date(year, 3, 1)
    return day.replace(year=year)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
