"""Reads JSON piece by piece, so that a large bundle never stands whole in memory."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn, TextIO

CHUNK = 1 << 18  # characters read at a time
LONGEST_VALUE = 1 << 26  # characters in one resource; more is not a resource

_WHITESPACE = " \t\r\n"


class NotJson(Exception):
    """The text is not JSON; `line` is where it stops being, counted from one."""

    def __init__(self, what: str, line: int = 0) -> None:
        """Hold what is wrong."""
        super().__init__(what)
        self.what = what
        self.line = line


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A value and the line it begins on; `entry` is its place in a bundle, or 0."""

    value: object
    line: int
    entry: int = 0


def decode(text: str) -> object:
    """The value of a whole text. Raises NotJson."""
    try:
        return _DECODER.decode(text)
    except RecursionError:
        raise NotJson("för många nivåer inuti varandra") from None
    except ValueError:
        raise NotJson("inte giltig JSON") from None


def pieces(handle: TextIO) -> Iterator[Piece]:
    """Every value in the text; a bundle or an array is given entry by entry.

    Raises NotJson, after the pieces that stand before what is broken.
    """
    source = _Source(handle)
    while source.peek():
        line = source.line
        if source.peek() == "[":
            yield from _elements(source)
        elif source.peek() == "{":
            yield from _members(source, line)
        else:
            yield Piece(value=source.value(), line=line)


def _members(source: "_Source", line: int) -> Iterator[Piece]:
    """An object whole; a bundle's entries, when its type stands before them."""
    members: dict[str, object] = {}
    streamed = False
    source.take("{")
    while source.peek() != "}":
        key = source.value()
        if not isinstance(key, str):
            source.refuse()
        source.take(":")
        is_bundle = members.get("resourceType") == "Bundle"
        if key == "entry" and is_bundle and source.peek() == "[":
            streamed = True
            yield from _elements(source)
        else:
            members[key] = source.value()
        source.take_comma(before="}")
    source.take("}")
    if not streamed:
        yield Piece(value=members, line=line)


def _elements(source: "_Source") -> Iterator[Piece]:
    source.take("[")
    entry = 0
    while source.peek() != "]":
        entry += 1
        line = source.line
        yield Piece(value=source.value(), line=line, entry=entry)
        source.take_comma(before="]")
    source.take("]")


class _Source:
    """Text that is read on as it is needed."""

    def __init__(self, handle: TextIO) -> None:
        self._handle = handle
        self._text = ""
        self._at = 0
        self._lines_before = 1
        self._ended = False

    @property
    def line(self) -> int:
        """The line of the next character, counted from one."""
        return self._lines_before + self._text.count("\n", 0, self._at)

    def peek(self) -> str:
        """The next character that is not white space; empty at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _WHITESPACE:
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._read_on():
                return ""

    def take(self, character: str) -> None:
        """Step over the character, which must come next."""
        if self.peek() != character:
            self.refuse()
        self._at += 1

    def take_comma(self, *, before: str) -> None:
        """Step over a comma unless `before` comes next."""
        if self.peek() == before:
            return
        self.take(",")
        if self.peek() == before:
            self.refuse()

    def value(self) -> object:
        """The next value."""
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except RecursionError:
                self.refuse("för många nivåer inuti varandra")
            except ValueError:
                if not self._read_on():
                    self.refuse()
                continue
            # A number at the very end may go on in what is not read yet.
            if end < len(self._text) or not self._read_on():
                self._at = end
                return value

    def refuse(self, what: str = "inte giltig JSON") -> NoReturn:
        """Raise NotJson for this line."""
        raise NotJson(what, self.line)

    def _read_on(self) -> bool:
        """Read more and let go of what is behind; whether there was more."""
        if self._ended:
            return False
        self._lines_before += self._text.count("\n", 0, self._at)
        self._text = self._text[self._at :]
        self._at = 0
        if len(self._text) > LONGEST_VALUE:
            self.refuse("ett värde är för långt")
        # Twice as much each time, so that a long value is not begun too often.
        more = self._handle.read(max(CHUNK, len(self._text)))
        self._text += more
        self._ended = not more
        return bool(more)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and the infinities are not JSON


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)
