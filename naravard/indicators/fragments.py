"""Small pieces of SQL that definitions are put together from (pure).

DuckDB's words, and only such as the Spark interface has words for too.
"""

import re
from collections.abc import Iterable
from datetime import date

CODE = re.compile(r"[A-ZÅÄÖ0-9]+")


def age(birth: str, day: str) -> str:
    """Completed years at `day`: who is born on 29 February turns on 1 March."""
    return age_of_number(day_number(birth), day)


def age_of_number(birth_number: str, day: str) -> str:
    """The same, when the birthday is a number already."""
    return f"CAST(FLOOR(({day_number(day)} - {birth_number}) / 10000.0) AS INTEGER)"


def day_number(day: str) -> str:
    """A day as a number whose digits are the year, the month and the day."""
    return f"(YEAR({day}) * 10000 + MONTH({day}) * 100 + DAY({day}))"


def as_old(birth_number: str, day: str, years: str) -> str:
    """Whether so many years are completed: a range of birthdays, not an age each."""
    return f"{birth_number} <= {day_number(day)} - 10000 * {years}"


def days_between(earlier: str, later: str) -> str:
    """The difference of two calendar days, never of hours."""
    return f"DATE_DIFF('day', {earlier}, {later})"


def in_force(row: str, day: str) -> str:
    """Whether a dated row covers the day; the day `to` itself has ended."""
    return f"""({row}."from" <= {day} AND ({row}."to" IS NULL OR {row}."to" > {day}))"""


def alive(pid: str, day: str) -> str:
    """Whether somebody is not known to be dead on the day."""
    dead = f"SELECT d.pid FROM person AS d WHERE d.dead <= {day}"
    return f"NOT EXISTS (SELECT 1 FROM ({dead}) AS dead WHERE dead.pid = {pid})"


def begins_with(column: str, codes: Iterable[str]) -> str:
    """Whether a code begins with one of the codes; an empty one does not."""
    return f"COALESCE(REGEXP_MATCHES({column}, '^({_either(codes)})'), FALSE)"


def any_begins_with(column: str, codes: Iterable[str]) -> str:
    """The same of a list, which the views show as text with spaces between."""
    return f"COALESCE(REGEXP_MATCHES({column}, '(^| )({_either(codes)})'), FALSE)"


def one_of(column: str, words: Iterable[str]) -> str:
    """Whether the column is one of the words; an empty one is not."""
    listed = ", ".join(literal(word) for word in words)
    return f"COALESCE({column} IN ({listed}), FALSE)"


def flag(condition: str) -> str:
    """1 where the condition holds, else 0, also where it is unknown."""
    return f"CASE WHEN {condition} THEN 1 ELSE 0 END"


def literal(value: float | str | date | None) -> str:
    """A value as it is written in SQL."""
    if value is None:
        return "NULL"
    if isinstance(value, date):
        return f"DATE '{value.isoformat()}'"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return repr(value)


def _either(codes: Iterable[str]) -> str:
    return "|".join(code for code in codes if CODE.fullmatch(code))
