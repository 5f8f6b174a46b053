"""A ViewDefinition as it is understood: columns, rows, conditions, constants (pure).

Source: SQL on FHIR v2, StructureDefinition ViewDefinition and its shareable profile.
"""

from dataclasses import dataclass
from enum import StrEnum

from naravard.indicators.views.tree import Literal, Tree


class Each(StrEnum):
    """What makes rows of a select's focus."""

    FOR_EACH = "forEach"
    FOR_EACH_OR_NULL = "forEachOrNull"
    REPEAT = "repeat"


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewColumn:
    """One column: its name, the tree of its path, and the FHIR type it declares."""

    name: str
    path: Tree
    type: str | None = None
    collection: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of a select: what each row is made for, and what stands in it."""

    each: Each | None = None
    over: tuple[Tree, ...] = ()
    columns: tuple[ViewColumn, ...] = ()
    selects: "tuple[Rows, ...]" = ()
    unions: "tuple[Rows, ...]" = ()

    def all_columns(self) -> tuple[ViewColumn, ...]:
        """Columns in their order: own, those of selects, those of a union last."""
        inner = (column for each in self.selects for column in each.all_columns())
        union = self.unions[0].all_columns() if self.unions else ()
        return (*self.columns, *inner, *union)


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewDefinition:
    """A view over one type of resource."""

    resource: str
    rows: Rows
    where: tuple[Tree, ...] = ()
    constants: tuple[tuple[str, Literal], ...] = ()
    name: str = ""
