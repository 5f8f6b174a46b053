"""Reads a part of a resource without trusting it (pure).

Whatever stands there, a reader gets the kind of value it asks for or nothing, and a
note says what was passed over. Nothing here raises.
"""

from typing import TypeVar

from naravard.fhir.inbound.problems import Note

LONGEST_TEXT = 200  # characters, unless the reader says another number

_KIND = {str: "en text", bool: "true eller false", dict: "ett objekt", list: "en lista"}
_Kind = TypeVar("_Kind", str, bool, dict[str, object], list[object])


class Element:
    """A JSON object at a path in a resource, and the notes made on the way."""

    __slots__ = ("_notes", "_values", "path")

    def __init__(self, values: dict[str, object], path: str, notes: list[Note]) -> None:
        """Read `values`, which stand at `path`; notes are added to `notes`."""
        self._values = values
        self._notes = notes
        self.path = path

    def __bool__(self) -> bool:
        """Whether there is anything in it."""
        return bool(self._values)

    def has(self, key: str) -> bool:
        """Whether something stands under the key."""
        return self._values.get(key) is not None

    def note(self, key: str, what: str) -> None:
        """Say that what stands under the key was passed over, or used only in part."""
        self._notes.append(Note(path=self.at(key), what=what))

    def at(self, key: str) -> str:
        """The path of the key."""
        return f"{self.path}.{key}" if key else self.path

    def text(self, key: str, *, longest: int = LONGEST_TEXT) -> str:
        """The text, on one line and cut to length; empty when there is none."""
        return self._fitted(key, self._value(key, str) or "", longest)

    def texts(self, key: str, *, longest: int = LONGEST_TEXT) -> tuple[str, ...]:
        """The texts in a list; an empty place (null) is an empty text."""
        found = []
        for number, value in enumerate(self._value(key, list) or []):
            at = f"{key}[{number}]"
            if value is not None and not isinstance(value, str):
                self.note(at, f"ska vara {_KIND[str]}")
            text = value if isinstance(value, str) else ""
            found.append(self._fitted(at, text, longest))
        return tuple(found)

    def flag(self, key: str) -> bool:
        """Whether true is said."""
        return self._value(key, bool) or False

    def element(self, key: str) -> "Element":
        """The object; an empty one when there is none."""
        return Element(self._value(key, dict) or {}, self.at(key), self._notes)

    def elements(self, key: str) -> tuple["Element", ...]:
        """The objects in a list."""
        found = []
        for number, value in enumerate(self._value(key, list) or []):
            at = f"{key}[{number}]"
            if isinstance(value, dict):
                found.append(Element(value, self.at(at), self._notes))
            elif value is not None:
                self.note(at, f"ska vara {_KIND[dict]}")
        return tuple(found)

    def one_or_many(self, key: str) -> tuple["Element", ...]:
        """The object or the objects: R4 and R5 differ in whether it is a list."""
        if isinstance(self._values.get(key), list):
            return self.elements(key)
        one = self.element(key)
        return (one,) if one else ()

    def without(self, *keys: str) -> dict[str, object]:
        """Everything in it but what stands under the keys."""
        return {key: value for key, value in self._values.items() if key not in keys}

    def _value(self, key: str, kind: type[_Kind]) -> _Kind | None:
        value = self._values.get(key)
        if value is None or isinstance(value, kind):
            return value
        self.note(key, f"ska vara {_KIND[kind]}")
        return None

    def _fitted(self, key: str, text: str, longest: int) -> str:
        clean = on_one_line(text)
        if len(clean) > longest:
            self.note(key, f"är längre än {longest} tecken och har kortats")
        return clean[:longest].rstrip()


def on_one_line(text: str) -> str:
    """The text as a register or a report can hold it, with single spaces."""
    return " ".join("".join(map(_writable, text)).split())


def _writable(character: str) -> str:
    """The character, or a space for one that no register can hold."""
    code = ord(character)
    is_control = code < 0x20 or 0x7F <= code < 0xA0  # noqa: PLR2004 (Unicode's blocks)
    is_half_character = 0xD800 <= code < 0xE000  # noqa: PLR2004 (surrogates)
    return " " if is_control or is_half_character else character


def coding_codes(concept: Element) -> tuple[str, ...]:
    """The codes of a CodeableConcept."""
    return tuple(
        code for coding in concept.elements("coding") if (code := coding.text("code"))
    )
