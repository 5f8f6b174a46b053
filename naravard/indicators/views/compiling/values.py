"""What an expression has become in SQL, and how one sort is turned into another (pure).

Out of a resource comes a list of JSON; what is worked out is one value, or NULL.
"""

from dataclasses import dataclass, field, replace

from naravard.indicators.fragments import literal
from naravard.indicators.views.errors import ViewNotValid
from naravard.indicators.views.tree import Kind, Literal
from naravard.indicators.views.types import OF_KIND

NOTHING = "[]::JSON[]"
NUMBERS = frozenset({Kind.INTEGER, Kind.DECIMAL})
MOMENTS = frozenset({Kind.DATE, Kind.DATETIME})


@dataclass(frozen=True, slots=True)
class Value:
    """SQL and its kind; a NODE is a list of JSON, all else is one value.

    `item`: a NODE known to be one, as JSON without a list around it.
    `hint`: what the JSON's texts are known to be.
    """

    sql: str
    kind: Kind = Kind.NODE
    item: str | None = None
    hint: Kind | None = None


@dataclass(slots=True)
class Reading:
    """What a view reads of its resources: fields by name, or the whole of each."""

    fields: set[str] = field(default_factory=set)
    whole: bool = False
    names: int = 0

    def name(self, letter: str) -> str:
        """A name that no other part of the SQL has."""
        self.names += 1
        return f"{letter}{self.names}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where an expression stands: its focus, the row it makes, and what it may name.

    No focus is the resource itself.
    """

    resource: str
    constants: dict[str, Literal]
    reading: Reading
    focus: Value | None = None
    row: str = "0"
    index: str | None = None

    def within(self, item: str, index: str | None = None) -> "Scope":
        """The same place, with one item in focus."""
        return replace(self, focus=single(item), index=index)

    def row_of(self, item: str, row: str) -> "Scope":
        """Where the columns of one row stand."""
        return replace(self, focus=single(item), row=row, index=None)


def single(item: str) -> Value:
    """One item of JSON, known to be there."""
    return Value(f"[{item}]", item=item)


def as_list(value: Value) -> str:
    """The value as a list of JSON."""
    if value.kind is Kind.NODE:
        return value.sql
    return f"fhir_list(to_json({value.sql}))"


def as_item(value: Value) -> str:
    """The value as one JSON, or NULL; several are an error when it is run."""
    if value.kind is not Kind.NODE:
        return f"to_json({value.sql})"
    return value.item or f"fhir_one({value.sql})"


def as_text(value: Value) -> str:
    """The value as text."""
    if value.kind is not Kind.NODE:
        return _as_varchar(value)
    if value.item:
        return f"json_extract_string({value.item}, '$')"
    return f"fhir_text({value.sql})"


def as_truth(value: Value) -> str:
    """The value as true, false or unknown; what is something else is true."""
    if value.kind is Kind.BOOLEAN:
        return value.sql
    if value.kind is Kind.NODE:
        return f"fhir_true({value.sql})"
    return f"CASE WHEN {value.sql} IS NOT NULL THEN TRUE END"


def as_condition(value: Value) -> str:
    """The value as a condition of the view. Raises ViewNotValid when it cannot be."""
    if value.kind is Kind.BOOLEAN:
        return value.sql
    if value.kind is Kind.NODE:
        return f"fhir_condition({value.sql})"
    raise ViewNotValid(
        f"Ett villkor (where) ger {value.kind} i stället för sant eller falskt.",
        remedy="Jämför med något, eller lägg till exists().",
    )


def as_number(value: Value) -> str:
    """The value as a number. Raises ViewNotValid for what never is one."""
    if value.kind in NUMBERS:
        return value.sql
    if value.kind is Kind.NODE:
        return f"fhir_number({value.sql})"
    raise ViewNotValid(
        f"Det går inte att räkna med {value.kind}.", remedy="Räkna med tal."
    )


def of_literal(found: Literal) -> Value:
    """A value written out in the view."""
    if found.kind is None:
        return Value(NOTHING)
    if found.kind is Kind.BOOLEAN:
        return Value(found.text.upper(), Kind.BOOLEAN)
    if found.kind in NUMBERS:
        return Value(f"CAST({found.text} AS {OF_KIND[found.kind]})", found.kind)
    return Value(literal(found.text), found.kind)


def _as_varchar(value: Value) -> str:
    if OF_KIND[value.kind] == "VARCHAR":
        return value.sql
    return f"CAST({value.sql} AS VARCHAR)"
