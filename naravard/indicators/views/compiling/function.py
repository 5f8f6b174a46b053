"""What a function of FHIRPath is, as a row in a table of names (pure)."""

from collections.abc import Callable
from dataclasses import dataclass

from naravard.indicators.views.compiling.values import Scope, Value, as_number
from naravard.indicators.views.tree import Kind, Tree

Arguments = tuple[Tree, ...]
Compile = Callable[[Tree, Scope], Value]
Make = Callable[[Value, Arguments, Scope, Compile], Value]


@dataclass(frozen=True, slots=True)
class Function:
    """How a function is written in SQL, and how many arguments it takes."""

    make: Make
    least: int = 0
    most: int = 0


def whole(tree: Tree, scope: Scope, make: Compile) -> str:
    """An argument as a whole number."""
    return f"CAST({as_number(make(tree, scope))} AS BIGINT)"


def truth(sql: str) -> Value:
    """What is true or false."""
    return Value(f"({sql})", Kind.BOOLEAN)
