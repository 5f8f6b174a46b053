"""The house's own source, read once for the tests that look at it."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import isfunction
from pathlib import Path
from pkgutil import iter_modules

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "naravard"
# The rooms that hold what is written about people.
ROOMS = (
    "people",
    "access",
    "review",
    "messages",
    "plan",
    "dialogue",
    "discharge",
    "mobile",
    "disposal",
    "indicators",
    "roadmap",
)


@dataclass(frozen=True, kw_only=True)
class Module:
    """One module of the house: where it stands, and its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        parts = Path(self.path).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def calls(self) -> Iterator[ast.Call]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    def functions(self) -> Iterator[ast.FunctionDef]:
        return (
            node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef)
        )

    def place_of(self, node: ast.stmt | ast.expr) -> str:
        return f"{self.path}:{node.lineno}"


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package but the generated migrations."""
    return tuple(
        Module(
            path=str(path.relative_to(ROOT)),
            text=path.read_text(encoding="utf-8"),
            tree=ast.parse(path.read_text(encoding="utf-8")),
        )
        for path in sorted(PACKAGE.rglob("*.py"))
        if "migrations" not in path.parts
    )


def offered(room: str, kind: str) -> list[Callable[..., object]]:
    """What a room's `services` or `queries` offers others: its public functions.

    A package offers what its first page names; one that names nothing, all of it.
    """
    module = import_module(f"naravard.{room}.{kind}")
    own = [
        value
        for name, value in vars(module).items()
        if isfunction(value) and not name.startswith("_")
        if value.__module__.startswith(module.__name__)
    ]
    return own or [
        function
        for inner in iter_modules(getattr(module, "__path__", ()))
        for function in offered(room, f"{kind}.{inner.name}")
    ]


def dotted(node: ast.expr) -> str:
    """`a.b.c` as it is written, or the empty text for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else node.attr
    return ""
