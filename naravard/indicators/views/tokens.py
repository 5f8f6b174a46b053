"""Cuts a FHIRPath expression into words (pure).

Source: FHIRPath N1 (ANSI/HL7 NMN R1-2020), appendix A, the grammar's lexical rules.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from naravard.indicators.views.errors import PathNotReadable


class Sort(StrEnum):
    """What a word is."""

    MOMENT = "moment"
    NUMBER = "number"
    STRING = "string"
    CONSTANT = "constant"
    VARIABLE = "variable"
    NAME = "name"
    SIGN = "sign"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, with its text as it means (escapes undone) and where it began.

    `quoted`: written within accents, so that it is a name and no word of the language.
    """

    sort: Sort
    text: str
    at: int
    quoted: bool = False


_CLOCK = r"\d{2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_MOMENT = (
    rf"@(?:T{_CLOCK}|\d{{4}}(?:-\d{{2}}(?:-\d{{2}})?)?"
    rf"(?:T(?:{_CLOCK}(?:Z|[+-]\d{{2}}:\d{{2}})?)?)?)"
)
_STRING = r"'(?:[^'\\]|\\.)*'"
_ACCENTED = r"`(?:[^`\\]|\\.)*`"
_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
WORDS = re.compile(
    rf"(?P<blank>\s+|//[^\n]*|/\*.*?\*/)"
    rf"|(?P<moment>{_MOMENT})"
    rf"|(?P<number>\d+(?:\.\d+)?)"
    rf"|(?P<string>{_STRING})"
    rf"|(?P<constant>%(?:{_NAME}|{_STRING}|{_ACCENTED}))"
    rf"|(?P<variable>\$(?:this|index|total))"
    rf"|(?P<name>{_NAME}|{_ACCENTED})"
    r"|(?P<sign><=|>=|!=|!~|[.,()\[\]{}+\-*/&|=~<>])",
    re.DOTALL,
)
ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "f": "\f"}
ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)", re.DOTALL)


def tokens_of(path: str) -> list[Token]:
    """The words of the path, the last one being its end. Raises PathNotReadable."""
    return [*_words(path), Token(Sort.END, "", len(path))]


def _words(path: str) -> Iterator[Token]:
    at = 0
    while at < len(path):
        found = WORDS.match(path, at)
        if found is None or found.lastgroup is None:
            raise PathNotReadable(
                f"Sökvägen ”{path}” går inte att läsa vid tecken {at + 1}.",
                remedy="Skriv den som FHIRPath.",
            )
        if found.lastgroup != "blank":
            yield _token(Sort(found.lastgroup), found.group(), at)
        at = found.end()


def _token(sort: Sort, text: str, at: int) -> Token:
    bare = text[1:] if sort in {Sort.MOMENT, Sort.CONSTANT, Sort.VARIABLE} else text
    quoted = bare[:1] in {"'", "`"}
    return Token(sort, _unescaped(bare[1:-1]) if quoted else bare, at, quoted)


def _unescaped(text: str) -> str:
    return ESCAPE.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    what = found.group(1)
    return chr(int(what[1:], 16)) if len(what) > 1 else ESCAPES.get(what, what)
