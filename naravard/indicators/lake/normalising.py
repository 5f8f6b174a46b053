"""How a written value becomes the lake's own, as SQL of DuckDB (pure).

Every value is first read as text, so that a CSV file, a Parquet file of any types and
a toy lake are read by one and the same rule.
"""

from collections.abc import Callable
from dataclasses import dataclass

from naravard.indicators.fragments import literal
from naravard.indicators.municipalities import MUNICIPALITIES
from naravard.indicators.schema import Column, Kind
from naravard.indicators.schema.column import UNKNOWN_WORDS

DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
CLOCK = "[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?"
OFFSET = "(Z|[+-][0-9]{2}(:?[0-9]{2})?)"
SWEDISH_TIME = "Europe/Stockholm"
YES = ("true", "t", "1", "ja", "j", "yes", "sant")
NO = ("false", "f", "0", "nej", "n", "no", "falskt")
FIRST_DAY, LAST_DAY = "1800-01-01", "2199-12-31"
# Twelve digits that begin as a birthday, or ten with a sign: somebody's number.
PERSONAL_NUMBER = "((19|20)[0-9]{2}|[0-9]{2})(0[0-9]|1[0-2])[0-9]{2}([-+][0-9]{4})"
PERSONAL_NUMBER_12 = (
    "(19|20)[0-9]{2}(0[1-9]|1[0-2])([06][1-9]|[1278][0-9]|[39][01])[0-9]{4}"
)

# No county has the number 99, so an invented one may.
INVENTED = "99[0-9]{2}"

# DuckDB's type of each kind.
TYPES = {
    Kind.PERSON: "BIGINT",
    Kind.DAY: "DATE",
    Kind.MOMENT: "DATE",
    Kind.CODE: "VARCHAR",
    Kind.CODES: "VARCHAR[]",
    Kind.DAYS: "DATE[]",
    Kind.TEXT: "VARCHAR",
    Kind.FLAG: "BOOLEAN",
    Kind.WHOLE: "BIGINT",
    Kind.NUMBER: "DOUBLE",
    Kind.MUNICIPALITY: "VARCHAR",
}
# What a wrong value should have been, in words for people.
EXPECTED = {
    Kind.PERSON: "en pseudonym, aldrig ett personnummer",
    Kind.DAY: "en dag som 2025-03-31",
    Kind.MOMENT: "en tid som 2025-03-31T14:05",
    Kind.CODE: "en kod",
    Kind.CODES: "koder med semikolon mellan",
    Kind.DAYS: "dagar med semikolon mellan",
    Kind.TEXT: "text",
    Kind.FLAG: "true eller false",
    Kind.WHOLE: "ett heltal",
    Kind.NUMBER: "ett tal",
    Kind.MUNICIPALITY: "en svensk kommunkod med fyra siffror",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One column as it is written in the lake: its name, value and type."""

    name: str
    value: str
    type: str


def parts_of(column: Column, source: str | None) -> tuple[Part, ...]:
    """The lake's columns for one column; `source` names it in the file, if it is there.

    A moment becomes a day, and the minute of the day beside it.
    """
    text = "NULL" if source is None else written(source)
    value = Part(
        name=column.name,
        value=f"CAST({_value(column, text)} AS {TYPES[column.kind]})",
        type=TYPES[column.kind],
    )
    if column.kind is not Kind.MOMENT:
        return (value,)
    minute = Part(
        name=f"{column.name}_minute",
        value=f"CAST({_minute(text)} AS SMALLINT)",
        type="SMALLINT",
    )
    return value, minute


def written(source: str) -> str:
    """A column of the file as trimmed text, an empty one being nothing."""
    return f"NULLIF(TRIM(CAST(\"{source}\" AS VARCHAR)), '')"


def wrong(column: Column, source: str) -> str:
    """The condition under which a value of the file is not to be understood."""
    text = written(source)
    missing = f"{text} IS NULL" if column.filled else "FALSE"
    return f"({missing} OR ({text} IS NOT NULL AND ({_misread(column, text)})))"


def expected(column: Column) -> str:
    """What a value of the column should be, in words for people."""
    if column.words:
        return "något av " + ", ".join(each[0] for each in column.words)
    return EXPECTED[column.kind]


def _misread(column: Column, text: str) -> str:
    misread = MISREAD.get(column.kind)
    if misread is not None:
        return misread(text)
    value = _value(column, text)
    if column.words:
        unknown = ", ".join(map(literal, UNKNOWN_WORDS))
        return f"{value} IS NULL AND LOWER({text}) NOT IN ({unknown})"
    return f"{value} IS NULL"


def _person_misread(text: str) -> str:
    return (
        f"(REGEXP_FULL_MATCH({text}, '{PERSONAL_NUMBER}')"
        f" OR REGEXP_FULL_MATCH({text}, '{PERSONAL_NUMBER_12}'))"
    )


def _days_misread(text: str) -> str:
    misread = f"LIST_TRANSFORM({_listed(text)}, lambda x: {_day('x')} IS NULL)"
    return f"LIST_BOOL_OR({misread})"


def _municipality_misread(text: str) -> str:
    codes = ", ".join(map(literal, sorted(MUNICIPALITIES)))
    code = _municipality(text)
    return f"NOT ({code} IN ({codes}) OR REGEXP_FULL_MATCH({code}, '{INVENTED}'))"


def _day_misread(text: str) -> str:
    # A moment is of a day that there is, whatever its hour.
    return (
        f"COALESCE({_day(text)} NOT BETWEEN DATE '{FIRST_DAY}' AND DATE '{LAST_DAY}',"
        f" TRUE) OR NOT REGEXP_FULL_MATCH({text}, '{DAY}({CLOCK}{OFFSET}?)?')"
    )


def _value(column: Column, text: str) -> str:
    if column.words:
        return _among(column, text)
    read = VALUES.get(column.kind)
    return text if read is None else read(text)


def _among(column: Column, text: str) -> str:
    cases = " ".join(
        f"WHEN {literal(word.lower())} THEN {literal(each[0])}"
        for each in column.words
        for word in each
    )
    return f"CASE LOWER({text}) {cases} END"


def _person(text: str) -> str:
    hashed = f"CAST(MD5_NUMBER_LOWER({text}) >> 4 AS BIGINT)"
    return f"COALESCE(TRY_CAST({text} AS BIGINT), {hashed})"


def _day(text: str) -> str:
    return (
        f"CASE WHEN LENGTH({text}) = 10 THEN TRY_CAST({text} AS DATE)"
        f" ELSE CAST({_moment(text)} AS DATE) END"
    )


def _moment(text: str) -> str:
    """Swedish wall-clock time; a time with an offset is turned into it."""
    return (
        f"CASE WHEN REGEXP_FULL_MATCH({text}, '{DAY}({CLOCK})?')"
        f" THEN TRY_CAST({text} AS TIMESTAMP)"
        f" WHEN REGEXP_FULL_MATCH({text}, '{DAY}{CLOCK}{OFFSET}')"
        f" THEN TIMEZONE('{SWEDISH_TIME}', TRY_CAST({text} AS TIMESTAMPTZ)) END"
    )


def _minute(text: str) -> str:
    moment = _moment(text)
    return (
        f"CASE WHEN LENGTH({text}) > 10 THEN HOUR({moment}) * 60 + MINUTE({moment}) END"
    )


def _code(text: str) -> str:
    return f"NULLIF(UPPER(REGEXP_REPLACE({text}, '[^A-Za-zÅÄÖåäö0-9]', '', 'g')), '')"


def _listed(text: str) -> str:
    bare = f"REGEXP_REPLACE({text}, '[\\[\\]\"'']', '', 'g')"
    return f"LIST_FILTER(STR_SPLIT_REGEX({bare}, '[;|, ]+'), lambda x: x <> '')"


def _codes(text: str) -> str:
    return f"LIST_TRANSFORM({_listed(text)}, lambda x: {_code('x')})"


def _days(text: str) -> str:
    return f"LIST_TRANSFORM({_listed(text)}, lambda x: {_day('x')})"


def _flag(text: str) -> str:
    yes, no = (", ".join(map(literal, words)) for words in (YES, NO))
    return (
        f"CASE WHEN LOWER({text}) IN ({yes}) THEN TRUE"
        f" WHEN LOWER({text}) IN ({no}) THEN FALSE END"
    )


def _whole(text: str) -> str:
    return (
        f"CASE WHEN REGEXP_FULL_MATCH({text}, '-?[0-9]+([.]0+)?')"
        f" THEN TRY_CAST(TRY_CAST({text} AS DOUBLE) AS BIGINT) END"
    )


def _number(text: str) -> str:
    """A number that there can be so many of; `nan` and `inf` are none."""
    number = f"TRY_CAST({text} AS DOUBLE)"
    return f"CASE WHEN ISFINITE({number}) THEN {number} END"


def _municipality(text: str) -> str:
    return f"LPAD({text}, 4, '0')"


VALUES: dict[Kind, Callable[[str], str]] = {
    Kind.PERSON: _person,
    Kind.DAY: _day,
    Kind.MOMENT: lambda text: f"CAST({_moment(text)} AS DATE)",
    Kind.CODE: _code,
    Kind.CODES: _codes,
    Kind.DAYS: _days,
    Kind.FLAG: _flag,
    Kind.WHOLE: _whole,
    Kind.NUMBER: _number,
    Kind.MUNICIPALITY: _municipality,
}
MISREAD: dict[Kind, Callable[[str], str]] = {
    Kind.PERSON: _person_misread,
    Kind.DAY: _day_misread,
    Kind.MOMENT: _day_misread,
    Kind.DAYS: _days_misread,
    Kind.CODES: lambda _text: "FALSE",
    Kind.MUNICIPALITY: _municipality_misread,
}
