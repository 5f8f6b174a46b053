"""Reads a ViewDefinition out of JSON, and refuses what breaks the specification (pure).

A place in a message is written as in the file: `select[0].column[1].path`.
"""

import re
from collections.abc import Mapping, Sequence

from naravard.indicators.views.definition import (
    Each,
    Rows,
    ViewColumn,
    ViewDefinition,
)
from naravard.indicators.views.errors import PathNotReadable, ViewNotValid
from naravard.indicators.views.parsing import parse
from naravard.indicators.views.tree import Kind, Literal, Tree
from naravard.indicators.views.types import sql_type

# sql-name of the specification: what every database accepts as a name.
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
RESOURCE = re.compile(r"[A-Z][A-Za-z0-9]*")
VALUE = "value"
# What a constant's value is; every other type is text.
CONSTANT_KINDS = {
    "valueBoolean": Kind.BOOLEAN,
    "valueInteger": Kind.INTEGER,
    "valueInteger64": Kind.INTEGER,
    "valuePositiveInt": Kind.INTEGER,
    "valueUnsignedInt": Kind.INTEGER,
    "valueDecimal": Kind.DECIMAL,
    "valueDate": Kind.DATE,
    "valueDateTime": Kind.DATETIME,
    "valueInstant": Kind.DATETIME,
    "valueTime": Kind.TIME,
}
# FHIR writes whole numbers of 64 bits as text.
NUMBERS = {
    Kind.INTEGER: re.compile(r"[+-]?\d+"),
    Kind.DECIMAL: re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?"),
}
Json = Mapping[str, object]


def read_view(source: object) -> ViewDefinition:
    """The view. Raises ViewNotValid."""
    view = _object(source, "ViewDefinition")
    if view.get("resourceType", "ViewDefinition") != "ViewDefinition":
        raise _wrong("resourceType", "ska vara ViewDefinition")
    resource = view.get("resource")
    if not isinstance(resource, str) or not RESOURCE.fullmatch(resource):
        raise _wrong("resource", "ska namnge en resurstyp, som Patient")
    selects = _list(view, "select", "")
    if not selects:
        raise _wrong("select", "saknas")
    rows = Rows(selects=tuple(_rows(each, place) for place, each in selects))
    _check_names(rows)
    return ViewDefinition(
        resource=resource,
        rows=rows,
        where=tuple(
            _path(_object(each, place), "path", place)
            for place, each in _list(view, "where", "")
        ),
        constants=_constants(view),
        name=str(view.get("name") or ""),
    )


def _rows(source: object, place: str) -> Rows:
    select = _object(source, place)
    each, over = _over(select, place)
    rows = Rows(
        each=each,
        over=over,
        columns=tuple(_column(one, at) for at, one in _list(select, "column", place)),
        selects=tuple(_rows(one, at) for at, one in _list(select, "select", place)),
        unions=tuple(_rows(one, at) for at, one in _list(select, "unionAll", place)),
    )
    if not rows.all_columns():
        raise _wrong(place, "har inga kolumner")
    _check_unions(rows, place)
    return rows


def _over(select: Json, place: str) -> tuple[Each | None, tuple[Tree, ...]]:
    given = [each for each in Each if select.get(each) is not None]
    if not given:
        return None, ()
    if len(given) > 1:
        raise _wrong(place, f"har både {given[0]} och {given[1]}")
    if given[0] is not Each.REPEAT:
        return given[0], (_path(select, given[0], place),)
    paths = _list(select, Each.REPEAT, place)
    if not paths:
        raise _wrong(f"{place}.repeat", "ska vara en lista med sökvägar")
    return Each.REPEAT, tuple(_parsed(each, at) for at, each in paths)


def _column(source: object, place: str) -> ViewColumn:
    column = _object(source, place)
    name, kind = column.get("name"), column.get("type")
    collection = column.get("collection", False)
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise _wrong(
            f"{place}.name", "ska börja med a–z och sedan ha a–z, siffror eller _"
        )
    if kind is not None and not isinstance(kind, str):
        raise _wrong(f"{place}.type", "ska vara en text")
    if not isinstance(collection, bool):
        raise _wrong(f"{place}.collection", "ska vara true eller false")
    path = _path(column, "path", place)
    return ViewColumn(name=name, path=path, type=kind, collection=collection)


def _constants(view: Json) -> tuple[tuple[str, Literal], ...]:
    found: dict[str, Literal] = {}
    for place, each in _list(view, "constant", ""):
        constant = _object(each, place)
        name = constant.get("name")
        if not isinstance(name, str) or not NAME.fullmatch(name) or name in found:
            raise _wrong(f"{place}.name", "ska vara ett eget namn")
        found[name] = _value(constant, place)
    return tuple(found.items())


def _value(constant: Json, place: str) -> Literal:
    given = [key for key in constant if key.startswith(VALUE)]
    if len(given) != 1:
        raise _wrong(place, "ska ha precis ett value[x]")
    value = constant[given[0]]
    if not isinstance(value, str | int | float):
        raise _wrong(f"{place}.{given[0]}", "ska vara ett enkelt värde")
    kind = CONSTANT_KINDS.get(given[0], Kind.STRING)
    text = str(value).lower() if isinstance(value, bool) else str(value)
    number = NUMBERS.get(kind)
    if isinstance(value, bool) is not (kind is Kind.BOOLEAN) or (
        number is not None and not number.fullmatch(text)
    ):
        raise _wrong(f"{place}.{given[0]}", "är av fel typ")
    return Literal(kind, text)


def _check_unions(rows: Rows, place: str) -> None:
    for number, each in enumerate(rows.unions):
        if not _alike(rows.unions[0].all_columns(), each.all_columns()):
            raise _wrong(
                f"{place}.unionAll[{number}]",
                "ska ha samma kolumner av samma typ i samma ordning som den första",
            )


def _alike(first: tuple[ViewColumn, ...], other: tuple[ViewColumn, ...]) -> bool:
    return len(first) == len(other) and all(
        one.name == two.name
        and one.collection == two.collection
        and (not one.type or not two.type or sql_type(one.type) == sql_type(two.type))
        for one, two in zip(first, other, strict=True)
    )


def _check_names(rows: Rows) -> None:
    names = [column.name for column in rows.all_columns()]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise _wrong("select", f"har två kolumner som heter {twice[0]}")


def _path(source: Json, key: str, place: str) -> Tree:
    return _parsed(source.get(key), f"{place}.{key}")


def _parsed(path: object, place: str) -> Tree:
    if not isinstance(path, str) or not path.strip():
        raise _wrong(place, "ska vara en sökväg i FHIRPath")
    try:
        return parse(path)
    except PathNotReadable as problem:
        raise PathNotReadable(
            f"{place}: {problem.message}", remedy=problem.remedy
        ) from problem


def _object(source: object, place: str) -> Json:
    if not isinstance(source, Mapping):
        raise _wrong(place, "ska vara ett objekt")
    return source


def _list(source: Json, key: str, place: str) -> list[tuple[str, object]]:
    """What stands in the list under the key, each with its place."""
    found = source.get(key)
    at = f"{place}.{key}" if place else key
    if found is None:
        return []
    if isinstance(found, str) or not isinstance(found, Sequence):
        raise _wrong(at, "ska vara en lista")
    return [(f"{at}[{number}]", each) for number, each in enumerate(found)]


def _wrong(place: str, what: str) -> ViewNotValid:
    return ViewNotValid(
        f"{place} {what}.", remedy="Rätta vyn efter SQL on FHIR v2, ViewDefinition."
    )
