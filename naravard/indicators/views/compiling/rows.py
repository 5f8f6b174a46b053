"""Turns a view's selects into SQL (pure): a list of rows for each resource.

A row is a struct whose fields are named by the column's place, so that any name a view
gives its columns is safe.
"""

from dataclasses import dataclass, field, replace

from naravard.indicators.views.compiling.expressions import ROW_INDEX, compiled
from naravard.indicators.views.compiling.values import (
    Scope,
    Value,
    as_item,
    as_list,
    as_text,
)
from naravard.indicators.views.definition import Each, Rows, ViewColumn
from naravard.indicators.views.tree import Call, Constant, Kind, Tree, walk
from naravard.indicators.views.types import (
    JSON,
    KIND_OF_TYPE,
    OF_KIND,
    bare_type,
    sql_type,
)

BOUNDARIES = frozenset({"lowBoundary", "highBoundary"})


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a row."""

    name: str
    sql: str


@dataclass(slots=True)
class Shape:
    """Which field holds which column, and what type it is of."""

    places: dict[str, str] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Rows, types: dict[str, str]) -> "Shape":
        """The shape of a view's rows, with the types its columns were found to have."""
        names = dict.fromkeys(column.name for column in rows.all_columns())
        places = {name: f"c{number}" for number, name in enumerate(names)}
        return cls(places, types)


def rows_sql(rows: Rows, scope: Scope, shape: Shape) -> str:
    """The rows as a list of structs, with the fields in the view's order."""
    match rows.each:
        case None:
            return _product(rows, scope, shape)
        case Each.REPEAT:
            return _for_each(rows, _traversed(rows.over, scope), scope, shape)
        case Each.FOR_EACH:
            over = as_list(compiled(rows.over[0], scope))
            return _for_each(rows, over, scope, shape)
        case Each.FOR_EACH_OR_NULL:
            over = as_list(compiled(rows.over[0], scope))
            made = _for_each(rows, over, scope, shape)
            return f"CASE WHEN len({over}) = 0 THEN {_blank(rows, scope, shape)}" + (
                f" ELSE {made} END"
            )


def single_row(rows: Rows, scope: Scope, shape: Shape) -> list[Cell] | None:
    """The cells of a view that makes one row of each resource; None when it does not.

    Such a view needs no lists of rows, which is faster.
    """
    if rows.each is not None or rows.unions:
        return None
    cells = [_cell(column, scope, shape) for column in rows.columns]
    for select in rows.selects:
        inner = single_row(select, scope, shape)
        if inner is None:
            return None
        cells += inner
    return cells


def column_type(column: ViewColumn, value: Value) -> str:
    """What the column is in SQL; a type that is not declared is what the value is."""
    declared = sql_type(column.type) if column.type else OF_KIND[value.kind]
    return f"{declared}[]" if column.collection else declared


def types_of(rows: Rows, scope: Scope) -> dict[str, str]:
    """The type of every column; in a union without declared types, JSON."""
    found: dict[str, str] = {}
    for column in _own_columns(rows):
        kind = column_type(column, compiled(column.path, scope))
        if found.setdefault(column.name, kind) != kind:
            found[column.name] = f"{JSON}[]" if column.collection else JSON
    return found


def _own_columns(rows: Rows) -> list[ViewColumn]:
    """Every column of every part, those of all branches of a union too."""
    inner = [
        column
        for part in (*rows.selects, *rows.unions)
        for column in _own_columns(part)
    ]
    return [*rows.columns, *inner]


def _for_each(rows: Rows, over: str, scope: Scope, shape: Shape) -> str:
    item, index = scope.reading.name("x"), scope.reading.name("i")
    inside = scope.row_of(item, f"({index} - 1)")
    made = _product(rows, inside, shape)
    return f"flatten(list_transform({over}, lambda {item}, {index}: {made}))"


def _product(rows: Rows, scope: Scope, shape: Shape) -> str:
    """Every combination of the rows of the parts, the first part changing slowest."""
    cells = [_cell(column, scope, shape) for column in rows.columns]
    parts = [rows_sql(each, scope, shape) for each in rows.selects]
    if rows.unions:
        branches = [rows_sql(each, scope, shape) for each in rows.unions]
        parts.append(_concatenated(branches))
    names = [
        [shape.places[column.name] for column in each.all_columns()]
        for each in rows.selects
    ]
    if rows.unions:
        names.append([shape.places[c.name] for c in rows.unions[0].all_columns()])
    if not cells and len(parts) == 1:
        return parts[0]
    return _crossed(cells, list(zip(parts, names, strict=True)), scope)


def _concatenated(branches: list[str]) -> str:
    made = branches[0]
    for each in branches[1:]:
        made = f"list_concat({made}, {each})"
    return made


def _crossed(
    cells: list[Cell], parts: list[tuple[str, list[str]]], scope: Scope
) -> str:
    """Rows within rows: what is outermost is taken first."""
    if not parts:
        return f"[{_struct(cells)}]"
    (part, names), *rest = parts
    row = scope.reading.name("r")
    taken = [*cells, *(Cell(name, f"{row}.{name}") for name in names)]
    if not rest:
        return f"list_transform({part}, lambda {row}: {_struct(taken)})"
    inner = _crossed(taken, rest, scope)
    return f"flatten(list_transform({part}, lambda {row}: {inner}))"


def _struct(cells: list[Cell]) -> str:
    return "{" + ", ".join(f"'{cell.name}': {cell.sql}" for cell in cells) + "}"


def _cell(column: ViewColumn, scope: Scope, shape: Shape) -> Cell:
    value = compiled(_typed_path(column), scope)
    kind = shape.types[column.name]
    made = _collected(value, kind) if column.collection else _converted(value, kind)
    return Cell(shape.places[column.name], f"CAST({made} AS {kind})")


def _typed_path(column: ViewColumn) -> Tree:
    """A boundary knows by its column whether it is of a day or of a moment."""
    path = column.path
    kind = KIND_OF_TYPE.get(bare_type(column.type or ""))
    if isinstance(path, Call) and path.name in BOUNDARIES and kind is Kind.DATETIME:
        return replace(path, base=Call(path.base, "toDateTime", ()))
    return path


def _converted(value: Value, kind: str) -> str:
    if kind == JSON:
        return as_item(value)
    return value.sql if OF_KIND[value.kind] == kind else as_text(value)


def _collected(value: Value, kind: str) -> str:
    listed = as_list(value)
    if kind == f"{JSON}[]":
        return listed
    return f"list_transform({listed}, lambda j: json_extract_string(j, '$'))"


def _blank(rows: Rows, scope: Scope, shape: Shape) -> str:
    """The one row of a forEachOrNull without items: nothing but the row's number."""
    here = replace(scope, row="0")
    cells = [
        _cell(column, here, shape)
        if Constant(ROW_INDEX) in walk(column.path)
        else Cell(
            shape.places[column.name],
            f"CAST(NULL AS {shape.types[column.name]})",
        )
        for column in rows.all_columns()
    ]
    return f"[{_struct(cells)}]"


def _traversed(paths: tuple[Tree, ...], scope: Scope) -> str:
    """Every node that the paths lead to, and from there again, parents first.

    A list of what is left to visit is worked off from its front; an object begins with
    a brace, so no more nodes can be found than there are braces in the first ones.
    """
    first = _children(paths, scope)
    state, item = scope.reading.name("s"), scope.reading.name("n")
    turn, text = scope.reading.name("t"), scope.reading.name("z")
    inner = _children(paths, scope.within(item))
    found = f"flatten(list_transform([{state}.left[1]], lambda {item}: {inner}))"
    braces = f"length({text}) - length(replace({text}, '{{', ''))"
    most = f"list_sum(list_transform({first}, lambda {text}: 1 + {braces}))"
    return (
        f"list_reduce(range(CAST(COALESCE({most}, 0) AS BIGINT)),"
        f" lambda {state}, {turn}: CASE WHEN len({state}.left) = 0 THEN {state}"
        f" ELSE {{'left': list_concat({found}, {state}.left[2:]),"
        f" 'seen': list_append({state}.seen, {state}.left[1])}} END,"
        f" {{'left': {first}, 'seen': []::JSON[]}}).seen"
    )


def _children(paths: tuple[Tree, ...], scope: Scope) -> str:
    return _concatenated([as_list(compiled(path, scope)) for path in paths])
