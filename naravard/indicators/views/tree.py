"""The parts a FHIRPath expression is made of (pure)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of value an expression gives, as far as can be told beforehand."""

    NODE = "node"  # something in a resource: its sort is seen when it is read
    BOOLEAN = "boolean"
    INTEGER = "integer"
    DECIMAL = "decimal"
    STRING = "string"
    DATE = "date"
    DATETIME = "dateTime"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written out; no kind is the empty collection."""

    kind: Kind | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Constant:
    """`%name`."""

    name: str


@dataclass(frozen=True, slots=True)
class Variable:
    """`$this` or `$index`."""

    name: str


@dataclass(frozen=True, slots=True)
class Member:
    """`base.name`; without base, a name at the beginning."""

    base: "Tree | None"
    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """`base.name(arguments)`."""

    base: "Tree | None"
    name: str
    arguments: "tuple[Tree, ...]"


@dataclass(frozen=True, slots=True)
class Index:
    """`base[place]`."""

    base: "Tree"
    place: "Tree"


@dataclass(frozen=True, slots=True)
class Binary:
    """`left operator right`."""

    operator: str
    left: "Tree"
    right: "Tree"


@dataclass(frozen=True, slots=True)
class Sign:
    """`-operand`, or `+operand`."""

    operator: str
    operand: "Tree"


Tree = Literal | Constant | Variable | Member | Call | Index | Binary | Sign


def walk(tree: Tree | None) -> Iterator[Tree]:
    """The tree and everything in it."""
    if tree is None:
        return
    yield tree
    for part in _parts(tree):
        yield from walk(part)


def _parts(tree: Tree) -> tuple[Tree | None, ...]:
    match tree:
        case Call(base, _, arguments):
            return (base, *arguments)
        case Member(base):
            return (base,)
        case Index(left, right) | Binary(_, left, right):
            return left, right
        case Sign(_, operand):
            return (operand,)
        case _:
            return ()
