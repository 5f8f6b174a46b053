"""Payloads to and from JSON, strictly, and as rows for people (pure)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from naravard.core.clock import local
from naravard.core.errors import DomainError
from naravard.messages.definition import Choice, FieldSpec, Payload, specs_of

P = TypeVar("P", bound=Payload)

TEXT_LIMIT = 20_000  # characters in one field: a long epikris, not a whole record
PART_LIMIT = 200  # parts in one list
# PostgreSQL stores neither a null character nor half a surrogate pair.
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
YEARS = range(1900, 2200)  # a moment outside is a slip of the keyboard
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


class PayloadRefused(DomainError):
    """The content has an unknown, missing or unreadable field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PayloadRow:
    """One line of a message as people read it."""

    label: str
    text: str


def payload_from(payload_type: type[P], raw: Mapping[str, object]) -> P:
    """The payload that the JSON object says, and nothing beside it.

    Raises PayloadRefused naming every unknown, missing or unreadable field; never
    the values, which may be about the person.
    """
    problems: list[str] = []
    payload = _part(payload_type, raw, "", problems)
    if payload is None:
        raise PayloadRefused(
            "Innehållet stämmer inte med meddelandets sort. " + " ".join(problems),
            rule="Meddelandets definition",
            remedy="Rätta fälten och skicka igen. Inget har skickats.",
        )
    return payload


def _part(
    payload_type: type[P], raw: Mapping[str, object], path: str, problems: list[str]
) -> P | None:
    specs = specs_of(payload_type)
    found = len(problems)
    problems += [
        f"Fältet ”{path}{_printable(key)}” får inte finnas med."
        for key in raw
        if key not in specs
    ]
    values = {
        name: _value(spec, raw.get(name), path + name, problems)
        for name, spec in specs.items()
        if spec.required or not _empty(raw.get(name))
    }
    return payload_type(**values) if len(problems) == found else None


def _printable(key: object) -> str:
    return "".join(letter for letter in str(key)[:60] if letter.isprintable())


def _empty(value: object) -> bool:
    return value is None or value in ("", [], ())


def _value(spec: FieldSpec, raw: object, path: str, problems: list[str]) -> object:
    if _empty(raw):
        problems.append(f"Fältet ”{path}” ({spec.shown.text}) saknas.")
        return None
    if not spec.many:
        return _one(spec, raw, path, problems)
    if not isinstance(raw, list | tuple) or len(raw) > PART_LIMIT:
        problems.append(f"Fältet ”{path}” ska vara en lista.")
        return ()
    return tuple(
        _one(spec, part, f"{path}[{place}]", problems) for place, part in enumerate(raw)
    )


def _one(spec: FieldSpec, raw: object, path: str, problems: list[str]) -> object:
    if issubclass(spec.type, Payload):
        return _nested(spec.type, raw, path, problems)
    value = _simple(spec.type, raw)
    if value is None:
        problems.append(f"Fältet ”{path}” ({spec.shown.text}) går inte att läsa.")
    return value


def _nested(part: type[Payload], raw: object, path: str, problems: list[str]) -> object:
    if not isinstance(raw, Mapping):
        problems.append(f"Fältet ”{path}” ska ha egna fält.")
        return None
    return _part(part, raw, f"{path}.", problems)


def _simple(kind: type, raw: object) -> object:
    if kind is bool:
        return raw if isinstance(raw, bool) else None
    if not isinstance(raw, str):
        return None
    if issubclass(kind, Choice):
        return next((choice for choice in kind if choice.value == raw), None)
    return _moment(raw) if kind is datetime else _text(raw)


def _moment(raw: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(raw)
    except ValueError:
        return None
    return moment if moment.tzinfo and moment.year in YEARS else None


def _text(raw: str) -> str | None:
    """Text as written, unless blank, too long or impossible to store."""
    fits = bool(raw.strip()) and len(raw) <= TEXT_LIMIT
    return raw if fits and not UNSTORABLE.search(raw) else None


def payload_to_dict(payload: Payload) -> dict[str, object]:
    """The payload as JSON values; fields left empty are left out."""
    return {
        name: _written(value)
        for name in specs_of(type(payload))
        if not _empty(value := getattr(payload, name))
    }


def _written(value: object) -> object:
    if isinstance(value, Payload):
        return payload_to_dict(value)
    if isinstance(value, tuple):
        return [_written(part) for part in value]
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.value if isinstance(value, Choice) else value


def checked(payload: P) -> P:
    """The same payload, read as strictly as if it came from outside."""
    return payload_from(type(payload), payload_to_dict(payload))


def payload_rows(
    payload_type: type[Payload], stored: Mapping[str, object]
) -> tuple[PayloadRow, ...]:
    """A stored payload as rows to read; fields added to the type later are absent."""
    return tuple(
        PayloadRow(label=spec.shown.text, text=_row_text(name, spec, stored[name]))
        for name, spec in specs_of(payload_type).items()
        if name in stored
    )


def _row_text(name: str, spec: FieldSpec, value: object) -> str:
    if name == "person_identity" and re.fullmatch(r"\d{12}", str(value)):
        return f"{str(value)[:8]}-{str(value)[8:]}"
    return _shown(spec, value)


def _shown(spec: FieldSpec, value: object) -> str:
    if isinstance(value, list):
        return "\n".join(_shown(spec, part) for part in value)
    if isinstance(value, Mapping) and issubclass(spec.type, Payload):
        return ", ".join(row.text for row in payload_rows(spec.type, value))
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    return _worded(spec.type, str(value))


def _worded(kind: type, value: str) -> str:
    if kind is datetime:
        return in_swedish(datetime.fromisoformat(value))
    if issubclass(kind, Choice):
        return kind(value).wording  # type: ignore[call-arg]
    return value


def in_swedish(moment: datetime) -> str:
    """A moment as Swedish readers write it: 2 mars 2026 kl. 14.00."""
    here = local(moment)
    return f"{here.day} {MONTHS[here.month - 1]} {here.year} kl. {here:%H.%M}"


def texts_in(stored: Mapping[str, object]) -> Iterator[str]:
    """Every text of a stored payload, also inside lists and parts."""
    for value in stored.values():
        yield from _texts(value)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, Mapping):
        yield from texts_in(value)
