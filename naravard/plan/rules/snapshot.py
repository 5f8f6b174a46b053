"""A plan's content as plain JSON and back, by the types of its fields.

A version is kept so; what a later edition of the house adds gets its default value
when an old version is read, and what it has removed is passed over.
"""

from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

from naravard.plan.rules.content import Content, field_names

Json = object
Reader = Callable[[Json], object]

_READ_AS: dict[type, Reader] = {
    UUID: lambda value: UUID(cast("str", value)),
    date: lambda value: date.fromisoformat(cast("str", value)),
    datetime: lambda value: datetime.fromisoformat(cast("str", value)),
    time: lambda value: time.fromisoformat(cast("str", value)),
}
_WRITTEN_AS_TEXT = (date, time)


def to_json(value: object) -> Json:
    """A frozen row, and all that it holds, as JSON."""
    if is_dataclass(value):
        return {
            name: to_json(getattr(value, name)) for name in field_names(type(value))
        }
    if isinstance(value, tuple):
        return [to_json(one) for one in value]
    return _plain(value)


def content_from(snapshot: Json) -> Content:
    """The content as it was when the snapshot was taken."""
    return cast("Content", _reader(Content)(snapshot))


def part_from(kind: type, snapshot: Json) -> object:
    """One part of a kind, as it was."""
    return _reader(kind)(snapshot)


def _plain(value: object) -> Json:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if isinstance(value, _WRITTEN_AS_TEXT) else value


@cache
def _reader(kind: object) -> Reader:
    origin = get_origin(kind)
    if origin is tuple:
        return _tuple_reader(get_args(kind)[0])
    if origin in {Union, UnionType}:
        inner = [one for one in get_args(kind) if one is not NoneType]
        return _maybe(_reader(inner[0]))
    if isinstance(kind, type) and is_dataclass(kind):
        return _row_reader(kind)
    return _READ_AS.get(cast("type", kind)) or _value_reader(kind)


def _row_reader(kind: type) -> Reader:
    hints = get_type_hints(kind)
    readers = {name: _reader(hints[name]) for name in field_names(kind)}

    def read(value: Json) -> object:
        kept = cast("dict[str, Json]", value)
        return kind(
            **{name: readers[name](kept[name]) for name in readers if name in kept}
        )

    return read


def _tuple_reader(kind: object) -> Reader:
    one = _reader(kind)
    return lambda value: tuple(map(one, cast("list[Json]", value)))


def _maybe(one: Reader) -> Reader:
    return lambda value: None if value is None else one(value)


def _value_reader(kind: object) -> Reader:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    return _same


def _same(value: Json) -> object:
    return value
