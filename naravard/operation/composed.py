"""Questions to the database that are composed once and asked many times.

Django puts a question together anew each time, and for one with many joins that costs
more than the answer does. A composed question is put together the first time it is
asked, with stand-ins for its arguments; after that only the arguments change.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from itertools import count
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from django.db import connections
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

P = ParamSpec("P")
Row = TypeVar("Row")

_LONG_AGO = datetime.fromisoformat("1800-01-01T00:00:00+00:00").toordinal()
_numbers = count(1)


class NotComposable(TypeError):
    """The question's text depends on its arguments, so it can not be composed once."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where an argument stands among the parameters."""

    argument: int


class _Instead:
    """Something else of Django's, but for a few names of our own."""

    def __init__(self, behind: object, **ours: object) -> None:
        self.__dict__.update(ours, _behind=behind)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._behind, name)


@dataclass(slots=True)
class _Composed:
    """The question's text, and what Django knows of how to read its answer."""

    queryset: QuerySet[Any]
    compiler: Any
    text: str
    parameters: tuple[object, ...]

    def answer(self, arguments: tuple[object, ...]) -> list[Any]:
        """The rows, as the queryset would have given them."""
        filled = tuple(
            arguments[each.argument] if isinstance(each, _Slot) else each
            for each in self.parameters
        )
        compiler = copy(self.compiler)
        compiler.connection = connections[self.queryset.db]
        compiler.as_sql = lambda *_, **__: (self.text, filled)
        query = _Instead(self.queryset.query, get_compiler=lambda *_, **__: compiler)
        asked: Any = _Instead(self.queryset, query=query)
        return list(asked._iterable_class(asked))  # noqa: SLF001 (Django's own reader)


def composed(build: Callable[P, QuerySet[Any, Row]]) -> Callable[P, list[Row]]:
    """Let a function that builds a queryset give its rows, and build it only once.

    The arguments are identifiers, days, moments or lists of identifiers, given by
    place, and change values in the question but never its text: no argument may be
    None, and a list is asked for with `is_among`. Raises NotComposable.
    """
    kept: list[_Composed] = []

    @wraps(build)
    def ask(*arguments: Any) -> list[Row]:
        if not kept:
            kept.append(_compose(build, arguments))
        return kept[0].answer(arguments)

    return ask  # type: ignore[return-value]


def is_among(queryset: QuerySet[Any, Row], ids: list[UUID]) -> QuerySet[Any, Row]:
    """Those whose identifiers are in the list, whatever its length."""
    return queryset.filter(pk__in=RawSQL("SELECT unnest(%s::uuid[])", [ids]))


def _compose(
    build: Callable[..., QuerySet[Any, Any]], arguments: tuple[Any, ...]
) -> _Composed:
    stand_ins = [_stand_in(argument) for argument in arguments]
    queryset = build(*stand_ins)
    compiler = queryset.query.get_compiler(using=queryset.db)
    text, parameters = compiler.as_sql()
    slots = tuple(_slot(each, stand_ins) for each in parameters)
    found = {each.argument for each in slots if isinstance(each, _Slot)}
    if len(found) < len(arguments):
        raise NotComposable(f"{build.__qualname__}: an argument is not a value in it.")
    return _Composed(queryset, compiler, text, slots)


def _slot(parameter: object, stand_ins: list[object]) -> object:
    for place, stand_in in enumerate(stand_ins):
        if type(parameter) is type(stand_in) and parameter == stand_in:
            return _Slot(place)
    return parameter


def _stand_in(argument: object) -> object:
    """A value of the same kind that no real question holds."""
    number = next(_numbers)
    match argument:
        case UUID():
            return UUID(int=number)
        case datetime():
            return datetime.fromordinal(_LONG_AGO + number).replace(
                tzinfo=argument.tzinfo
            )
        case date():
            return date.fromordinal(_LONG_AGO + number)
        case str():
            return f"stand-in {number}"
        case list():
            return [UUID(int=number)]
        case _:
            raise NotComposable(f"{type(argument).__name__} is no plain value.")
