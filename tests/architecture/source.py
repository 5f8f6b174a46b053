"""The house's own source, read once for the tests that look at it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "naravard"


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

    def public_functions(self) -> Iterator[ast.FunctionDef]:
        return (
            node
            for node in self.tree.body
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
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


def modules_of(kind: str) -> tuple[Module, ...]:
    """The modules of one kind in every room: `services.py`, or a package of it."""
    return tuple(module for module in modules() if kind in module.name.split(".")[2:3])


def arguments(function: ast.FunctionDef) -> tuple[str, ...]:
    """The names of every parameter, however it is given."""
    given = function.args
    return tuple(
        argument.arg
        for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs)
    )


def dotted(node: ast.expr) -> str:
    """`a.b.c` as it is written, or the empty text for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else node.attr
    return ""
