"""Compiles a ViewDefinition to one SELECT of DuckDB (pure).

What the SELECT reads is a table `resources`: a column `field_name` for each field that
the view uses, or the whole of each as `resource`. It uses the macros of `macros`.
"""

from dataclasses import dataclass

from naravard.indicators.fragments import literal
from naravard.indicators.views.compiling.expressions import compiled
from naravard.indicators.views.compiling.rows import (
    Shape,
    rows_sql,
    single_row,
    types_of,
)
from naravard.indicators.views.compiling.values import Reading, Scope, as_condition
from naravard.indicators.views.definition import ViewDefinition
from naravard.indicators.views.types import JSON

RESOURCES = "resources"
TYPE = "resource_type"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledColumn:
    """A column of the answer: its name, and its type in SQL."""

    name: str
    type: str

    @property
    def is_json(self) -> bool:
        """Whether it holds what has no simple type."""
        return self.type.startswith(JSON)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledView:
    """A view as SQL, with what it reads of each resource and what it answers."""

    sql: str
    resource: str
    fields: tuple[str, ...]
    whole: bool
    columns: tuple[CompiledColumn, ...]


def compile_view(view: ViewDefinition) -> CompiledView:
    """The view as SQL. Raises ViewNotValid."""
    reading = Reading()
    scope = Scope(
        resource=view.resource, constants=dict(view.constants), reading=reading
    )
    shape = Shape.of(view.rows, types_of(view.rows, scope))
    where = [f"{TYPE} = {literal(view.resource)}"]
    where += [f"({as_condition(compiled(each, scope))})" for each in view.where]
    select = _select(view, scope, shape, " AND ".join(where))
    return CompiledView(
        sql=select,
        resource=view.resource,
        fields=tuple(sorted(reading.fields)),
        whole=reading.whole,
        columns=tuple(
            CompiledColumn(name=name, type=shape.types[name]) for name in shape.places
        ),
    )


def _select(view: ViewDefinition, scope: Scope, shape: Shape, where: str) -> str:
    cells = single_row(view.rows, scope, shape)
    names = {place: f'"{name}"' for name, place in shape.places.items()}
    if cells is not None:
        listed = ", ".join(f"{cell.sql} AS {names[cell.name]}" for cell in cells)
        return f"SELECT {listed} FROM {RESOURCES} WHERE {where}"
    listed = ", ".join(f"made.{place} AS {name}" for place, name in names.items())
    rows = rows_sql(view.rows, scope, shape)
    return (
        f"SELECT {listed} FROM"
        f" (SELECT unnest({rows}) AS made FROM {RESOURCES} WHERE {where})"
    )
