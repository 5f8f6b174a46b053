"""How long and how old: `1 tim 48 min`, `2 dagar`, `83 år`."""

from datetime import date, timedelta

from django.utils.translation import gettext, ngettext

MINUTES_AN_HOUR = 60
MONTHS_A_YEAR = 12


def duration_words(length: timedelta) -> str:
    """Whole minutes up to a day, then whole days; never negative."""
    minutes = max(length, timedelta()) // timedelta(minutes=1)
    if length >= timedelta(days=1):
        return days_words(length.days)
    if minutes == 0:
        return gettext("under 1 min")
    return _hours_and_minutes(*divmod(minutes, MINUTES_AN_HOUR))


def days_words(days: int) -> str:
    """`1 dag`, `3 dagar`."""
    return ngettext("%(days)s dag", "%(days)s dagar", days) % {"days": days}


def age_words(born_on: date, today: date) -> str:
    """`83 år`; months during the first year and days during the first month."""
    months = _whole_months(born_on, today)
    if months >= MONTHS_A_YEAR:
        years = months // MONTHS_A_YEAR
        return ngettext("%(years)s år", "%(years)s år", years) % {"years": years}
    if months > 0:
        return ngettext("%(months)s månad", "%(months)s månader", months) % {
            "months": months
        }
    return days_words((today - born_on).days)


def _hours_and_minutes(hours: int, minutes: int) -> str:
    if hours == 0:
        return gettext("%(minutes)s min") % {"minutes": minutes}
    if minutes == 0:
        return gettext("%(hours)s tim") % {"hours": hours}
    return gettext("%(hours)s tim %(minutes)s min") % {
        "hours": hours,
        "minutes": minutes,
    }


def _whole_months(born_on: date, today: date) -> int:
    months = (today.year - born_on.year) * MONTHS_A_YEAR + today.month - born_on.month
    return months - (today.day < born_on.day)
