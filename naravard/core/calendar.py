"""Swedish working days: when the last day for an act slides (lag 1930:173)."""

from datetime import date, timedelta
from functools import cache

SATURDAY = 5  # datetime.date.weekday()
SUNDAY = 6

# Lag (1989:253) om allmänna helgdagar 1 §, as it reads since 2005, and the eves of
# lag (1930:173) 2 §. Month and day:
FIXED = {
    (1, 1): "Nyårsdagen",
    (1, 6): "Trettondedag jul",
    (5, 1): "Första maj",
    (6, 6): "Nationaldagen",
    (12, 24): "Julafton",
    (12, 25): "Juldagen",
    (12, 26): "Annandag jul",
    (12, 31): "Nyårsafton",
}
# Days after Easter Day:
BY_EASTER = {
    -2: "Långfredagen",
    0: "Påskdagen",
    1: "Annandag påsk",
    39: "Kristi himmelsfärdsdag",
    49: "Pingstdagen",
}
# The first such weekday from the day on, as month and day:
BY_WEEKDAY = {
    "Midsommarafton": ((6, 19), SATURDAY - 1),
    "Midsommardagen": ((6, 20), SATURDAY),
    "Alla helgons dag": ((10, 31), SATURDAY),
}


@cache
def holidays_of(year: int) -> dict[date, str]:
    """Public holidays of a year and the three eves that count as such, by day.

    Ordinary Sundays are not listed; `is_working_day` knows them.
    """
    easter = easter_day(year)
    fixed = {date(year, month, day): name for (month, day), name in FIXED.items()}
    moving = {easter + timedelta(days=n): name for n, name in BY_EASTER.items()}
    weekdays = {
        _first_from(date(year, month, day), weekday): name
        for name, ((month, day), weekday) in BY_WEEKDAY.items()
    }
    return {**fixed, **moving, **weekdays}


@cache
def easter_day(year: int) -> date:
    """Easter Day: the Sunday after the full moon of the church on or after 21 March.

    Source: the Gregorian reckoning by golden number and epact.
    """
    golden, century = year % 19, year // 100
    corrections = century - century // 4 - (8 * century + 13) // 25
    epact = (19 * golden + corrections + 15) % 30
    # Two moons would fall a day too late; the church counts them a day earlier.
    epact -= epact // 28 * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    full_moon = date(year, 3, 21) + timedelta(days=epact)
    return _first_from(full_moon + timedelta(days=1), SUNDAY)


def holiday_name(day: date) -> str | None:
    """The name of a public holiday or one of the three eves; None on other days."""
    return holidays_of(day.year).get(day)


def is_working_day(day: date) -> bool:
    """Whether an act may fall due on the day (lag 1930:173 2 §)."""
    return day.weekday() < SATURDAY and day not in holidays_of(day.year)


def next_working_day(day: date) -> date:
    """The day itself when it is a working day, else the first one after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def _first_from(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)
