"""Days and times of day as people write them: `i dag 14.00`, `25 nov`, `26–27 nov`."""

from datetime import date, datetime

from django.utils.translation import get_language, gettext

from naravard.core.clock import day_of, local

MONTHS = {
    "sv": (
        *("januari", "februari", "mars", "april", "maj", "juni", "juli"),
        *("augusti", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
}
SHORT_MONTHS = {
    "sv": (
        *("jan", "feb", "mars", "april", "maj", "juni", "juli"),
        *("aug", "sep", "okt", "nov", "dec"),
    ),
    "en": (
        *("Jan", "Feb", "March", "April", "May", "June", "July"),
        *("Aug", "Sep", "Oct", "Nov", "Dec"),
    ),
}
WEEKDAYS = {
    "sv": ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    "en": (
        *("Monday", "Tuesday", "Wednesday", "Thursday"),
        *("Friday", "Saturday", "Sunday"),
    ),
}
DAYS_NAMED_BY_WEEKDAY = 6


def language() -> str:
    """The language words are said in: `en` when chosen, otherwise `sv`."""
    return "en" if (get_language() or "sv").startswith("en") else "sv"


def clock_time(moment: datetime) -> str:
    """The Swedish time of day: `14.00`; `14:00` in English."""
    shown = local(moment)
    separator = ":" if language() == "en" else "."
    return f"{shown.hour}{separator}{shown.minute:02}"


def weekday(day: date) -> str:
    """`torsdag`."""
    return WEEKDAYS[language()][day.weekday()]


def week_number(day: date) -> str:
    """The ISO week: `v. 48`."""
    return gettext("v. %(week)s") % {"week": day.isocalendar().week}


def long_day(day: date, *, today: date | None = None) -> str:
    """`25 november`, with the year when it is not this year's."""
    return _with_year(f"{day.day} {MONTHS[language()][day.month - 1]}", day, today)


def short_day(day: date, *, today: date | None = None) -> str:
    """`25 nov`, with the year when it is not this year's."""
    return _with_year(f"{day.day} {short_month(day)}", day, today)


def short_month(day: date) -> str:
    """`nov`."""
    return SHORT_MONTHS[language()][day.month - 1]


def full_day(day: date) -> str:
    """`tisdag 24 november 2026`, for headings and paper."""
    return f"{weekday(day)} {long_day(day)} {day.year}"


def relative_day(day: date, today: date) -> str:
    """`i går`, `i dag` and `i morgon`; every other day by its date."""
    names = {
        -1: gettext("i går"),
        0: gettext("i dag"),
        1: gettext("i morgon"),
    }
    return names.get((day - today).days) or short_day(day, today=today)


def coming_day(day: date, today: date) -> str:
    """As `relative_day`, but the next few days are said by weekday: `torsdag`."""
    if 1 < (day - today).days <= DAYS_NAMED_BY_WEEKDAY:
        return weekday(day)
    return relative_day(day, today)


def moment_words(moment: datetime, now: datetime) -> str:
    """`i dag 14.00`, `20 nov 10.05`."""
    return f"{relative_day(day_of(moment), day_of(now))} {clock_time(moment)}"


def day_range(first: date, last: date, *, today: date | None = None) -> str:
    """`25–29 nov`, `26 nov–11 dec`; both days are included."""
    if first == last:
        return short_day(first, today=today)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{short_day(last, today=today)}"
    return f"{short_day(first, today=today)}–{short_day(last, today=today)}"


def sentence_start(words: str) -> str:
    """The same words with a capital first letter, the rest untouched."""
    return words[:1].upper() + words[1:]


def _with_year(words: str, day: date, today: date | None) -> str:
    if today is None or day.year == today.year:
        return words
    return f"{words} {day.year}"
