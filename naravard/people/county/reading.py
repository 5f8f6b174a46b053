"""Reads a county file value by value; every error names the file and the key."""

import tomllib
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from naravard.core.errors import DomainError

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

_KIND_IN_SWEDISH = {
    str: "text",
    int: "ett heltal",
    float: "ett tal",
    bool: "true eller false",
    date: "ett datum (ÅÅÅÅ-MM-DD)",
    list: "en lista",
    dict: "en tabell",
}


class CountyFileNotValid(DomainError):
    """A county file says something that can not be so."""

    def __init__(self, file: str, key: str, what: str) -> None:
        """Name the file and the key, and say in Swedish what is wrong there."""
        super().__init__(
            f"{file}, {key}: {what}",
            remedy="Rätta filen. Vad den får innehålla står i docs/counties.md.",
        )


class Table:
    """One table of the file. Every key has to be read before `close`."""

    def __init__(self, file: str, path: str, values: Mapping[str, object]) -> None:
        """Remember where the values stand."""
        self.file = file
        self.path = path
        self._values = values
        self._read: set[str] = set()

    def fail(self, key: str, what: str) -> CountyFileNotValid:
        """The error to raise about `key`."""
        return CountyFileNotValid(self.file, self.place_of(key), what)

    def place_of(self, key: str) -> str:
        """Where in the file `key` stands."""
        return f"{self.path}.{key}" if self.path else key

    def has(self, key: str) -> bool:
        """Whether the key is given."""
        return key in self._values

    def keys(self) -> frozenset[str]:
        """Every key given."""
        return frozenset(self._values)

    def value(self, key: str, kind: type[T]) -> T:
        """The value, which must be there and of this kind."""
        self._read.add(key)
        if key not in self._values:
            raise self.fail(key, "saknas")
        found = self._values[key]
        if type(found) is not kind:
            raise self.fail(key, f"ska vara {_KIND_IN_SWEDISH[kind]}")
        return found

    def value_or(self, key: str, default: T) -> T:
        """The value, or `default` where it is not given."""
        return self.value(key, type(default)) if self.has(key) else default

    def text(self, key: str) -> str:
        """A text that is not empty."""
        text = self.value(key, str)
        if not text.strip():
            raise self.fail(key, "är tom")
        return text

    def text_or_none(self, key: str) -> str | None:
        """A text, or None where it is not given."""
        return self.text(key) if self.has(key) else None

    def number(self, key: str, *, lowest: float, highest: float) -> float:
        """A number, whole or not, within bounds."""
        whole = type(self._values.get(key)) is int
        number = self.value(key, int) if whole else self.value(key, float)
        if not lowest <= number <= highest:
            raise self.fail(key, f"ska ligga mellan {lowest:g} och {highest:g}")
        return float(number)

    def whole(self, key: str, *, lowest: int = 0) -> int:
        """A whole number, at least `lowest`; `lowest` too where it is not given."""
        number = self.value_or(key, lowest)
        if number < lowest:
            raise self.fail(key, f"ska vara minst {lowest}")
        return number

    def flag(self, key: str) -> bool:
        """True or false."""
        return self.value(key, bool)

    def one_of(self, key: str, kinds: type[E], *, default: E | None = None) -> E:
        """One of the words in `kinds`; `default` where it is not given."""
        if default is not None and not self.has(key):
            return default
        word = self.text(key)
        if word not in list(kinds):
            raise self.fail(key, f"ska vara någon av {', '.join(kinds)}")
        return kinds(word)

    def day(self, key: str) -> date:
        """A day."""
        return self.value(key, date)

    def day_or_none(self, key: str) -> date | None:
        """A day, or None where it is not given."""
        return self.value(key, date) if self.has(key) else None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, at least one."""
        found = self.value(key, list)
        texts = tuple(text for text in found if isinstance(text, str) and text)
        if not texts or len(texts) != len(found):
            raise self.fail(key, "ska vara en lista av texter, minst en")
        return texts

    def scalar(self, key: str) -> bool | int | float | str:
        """A single value of any kind."""
        self._read.add(key)
        found = self._values[key]
        if not isinstance(found, bool | int | float | str):
            raise self.fail(key, "ska vara ett enda värde")
        return found

    def table(self, key: str) -> "Table":
        """A table inside this one."""
        return Table(self.file, self.place_of(key), self.value(key, dict))

    def tables(self, key: str) -> tuple["Table", ...]:
        """A list of tables inside this one."""
        return tuple(
            self._row(f"{key}[{place}]", row)
            for place, row in enumerate(self.value(key, list), start=1)
        )

    def close(self) -> None:
        """Raise CountyFileNotValid for a key that nobody has read."""
        unknown = sorted(set(self._values) - self._read)
        if unknown:
            raise self.fail(unknown[0], "är ingen nyckel som vi känner till")

    def _row(self, key: str, row: object) -> "Table":
        if not isinstance(row, dict):
            raise self.fail(key, "ska vara en tabell")
        return Table(self.file, self.place_of(key), row)


def read_file(path: Path) -> Table:
    """The whole file as a table. Raises CountyFileNotValid."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as missing:
        raise CountyFileNotValid(path.name, "filen", "finns inte") from missing
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        what = f"går inte att läsa: {broken}"
        raise CountyFileNotValid(path.name, "filen", what) from broken
    return Table(path.name, "", values)
