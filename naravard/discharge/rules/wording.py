"""Days, moments and sums as people write them in Swedish."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from naravard.core.clock import local

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
# Deliberately the Swedish way: no-break space between thousands.
THOUSANDS = "\u00a0"


def day_in_words(day: date) -> str:
    """7 mars 2022."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def moment_in_words(moment: datetime) -> str:
    """7 mars 2022 kl. 10.15, with seconds only where there are any."""
    seen = local(moment)
    clock_time = f"{seen.hour:02}.{seen.minute:02}"
    if seen.second:
        clock_time += f".{seen.second:02}"
    return f"{seen.day} {MONTHS[seen.month - 1]} {seen.year} kl. {clock_time}"


def days_in_words(days: Sequence[date]) -> str:
    """Each run of days in a row as one: 10 mars 2022, 12 mars–14 mars 2022."""
    runs: list[list[date]] = []
    for day in days:
        if runs and (day - runs[-1][-1]).days == 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(_run_in_words(run) for run in runs)


def kronor(amount: Decimal) -> str:
    """9 300 kronor; öre only where there are any."""
    whole = amount == amount.to_integral_value()
    figures = f"{amount:,.0f}" if whole else f"{amount:,.2f}"
    return figures.replace(",", THOUSANDS).replace(".", ",") + " kronor"


def _run_in_words(run: Sequence[date]) -> str:
    first, last = run[0], run[-1]
    if first == last:
        return day_in_words(first)
    return f"{day_in_words(first)}–{day_in_words(last)}"
