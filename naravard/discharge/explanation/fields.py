"""Reading one field of the input: each reader gives the value or says what is wrong."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from naravard.core.errors import DomainError

Reader = Callable[[object, str], object]
E = TypeVar("E", bound=StrEnum)

# Outside these years a moment is a slip of the pen; inside, day arithmetic is safe.
FIRST_YEAR, LAST_YEAR = 1970, 2199
MOST_DAYS = 36_500  # a hundred years
MOST = 1_000_000_000
MUNICIPALITY_CODE_LENGTH = 4
MOST_SHOWN = 60  # characters of a wrong value, repeated in the message


class InputInvalid(DomainError):
    """The input breaks the schema or its own logic; `path` is where."""

    def __init__(self, path: str, problem: str) -> None:
        """Name the field by its path and say what is wrong with it."""
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem


class FieldGivenTwice(dict[str, object]):
    """Stands for a JSON object where one name is given twice."""

    def __init__(self, name: str) -> None:
        """Remember the name until the object is read, when its path is known."""
        super().__init__()
        self.name = name


def text(value: object, path: str) -> str:
    """A string with something in it."""
    if not isinstance(value, str) or not value.strip():
        raise InputInvalid(path, "ska vara en text som inte är tom")
    return value


def truth(value: object, path: str) -> bool:
    """A true or a false, nothing that resembles them."""
    if not isinstance(value, bool):
        raise InputInvalid(path, "ska vara true eller false")
    return value


def whole_number(value: object, path: str) -> int:
    """A whole number of days or decimals, from zero up; 7.0 is 7."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise InputInvalid(path, "ska vara ett heltal")
    if not 0 <= value <= MOST_DAYS:
        raise InputInvalid(path, f"ska vara från 0 till {MOST_DAYS}")
    if value != int(value):
        raise InputInvalid(path, "ska vara ett heltal")
    return int(value)


def number(value: object, path: str) -> Decimal:
    """A number from zero up, kept exact."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise InputInvalid(path, "ska vara ett tal")
    if not 0 <= value <= MOST:
        raise InputInvalid(path, f"ska vara från 0 till {MOST}")
    return Decimal(value)


def moment(value: object, path: str) -> datetime:
    """A moment in ISO 8601 with offset, in UTC."""
    try:
        read = datetime.fromisoformat(_with_clock_time(value))
    except ValueError:
        raise InputInvalid(
            path, "ska vara en tidpunkt som 2022-03-01T09:00:00+01:00 (ISO 8601)"
        ) from None
    if read.tzinfo is None:
        raise InputInvalid(path, "saknar tidsförskjutning, som +01:00")
    if not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise InputInvalid(path, f"ska ligga mellan {FIRST_YEAR} och {LAST_YEAR}")
    return read.astimezone(UTC)


def day_or_moment(value: object, path: str) -> date | datetime:
    """A day (2022-03-07) or a moment with offset."""
    if isinstance(value, str) and "T" in value:
        return moment(value, path)
    try:
        return date.fromisoformat(text(value, path))
    except ValueError:
        raise InputInvalid(path, "ska vara en dag som 2022-03-07") from None


def municipality(value: object, path: str) -> str:
    """A municipality's code: four digits."""
    read = text(value, path)
    if len(read) != MUNICIPALITY_CODE_LENGTH or not (read.isascii() and read.isdigit()):
        raise InputInvalid(path, "ska vara en kommunkod med fyra siffror, som 1981")
    return read


def one_of(kind: type[E]) -> Callable[[object, str], E]:
    """A reader of the enumeration's values."""
    members = {member.value: member for member in kind}
    choices = ", ".join(members)

    def read(value: object, path: str) -> E:
        member = members.get(value) if isinstance(value, str) else None
        if member is None:
            raise InputInvalid(path, f"ska vara något av {choices}")
        return member

    return read


def or_null(reader: Callable[[object, str], object]) -> Reader:
    """The same reader, which also takes null."""

    def read(value: object, path: str) -> object:
        return None if value is None else reader(value, path)

    return read


def members_of(value: object, path: str) -> dict[str, object]:
    """A JSON object."""
    if not isinstance(value, dict):
        raise InputInvalid(path, "ska vara ett objekt, { … }")
    if isinstance(value, FieldGivenTwice):
        raise InputInvalid(joined(path, value.name), "anges två gånger i samma objekt")
    return value


def items_of(value: object, path: str) -> list[object]:
    """A JSON list."""
    if not isinstance(value, list):
        raise InputInvalid(path, "ska vara en lista, [ … ]")
    return value


def refuse_unknown(given: dict[str, object], known: frozenset[str], path: str) -> None:
    """Raise InputInvalid for the first field that the schema does not have."""
    if not given.keys() <= known:
        name = next(name for name in given if name not in known)
        raise InputInvalid(joined(path, name), "är ett okänt fält")


def joined(path: str, name: str) -> str:
    """The path of a field inside another; the top, $, is not written."""
    return f"{path}.{name}" if path not in {"", "$"} else name


def in_json(value: object) -> str:
    """The value as it may have been written in the file, cut short."""
    written = json.dumps(value, ensure_ascii=False, default=float)
    return written if len(written) <= MOST_SHOWN else f"{written[:MOST_SHOWN]}…"


def _with_clock_time(value: object) -> str:
    return value if isinstance(value, str) and "T" in value else ""
