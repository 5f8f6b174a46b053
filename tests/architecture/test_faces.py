"""The faces share components and nothing else."""

import ast
from collections.abc import Iterator

from tests.architecture.source import Module, modules

FACES = ("inhabitant", "staff", "decisions")


def face_of(name: str) -> str:
    """The face a dotted name belongs to, or the empty text."""
    parts = name.split(".")
    return parts[2] if parts[:2] == ["naravard", "web"] and parts[2:] else ""


def imported(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_a_face_does_not_know_another():
    acquainted = [
        f"{module.path} imports {name}"
        for module in modules()
        if face_of(module.name) in FACES
        for name in imported(module)
        if face_of(name) in FACES and face_of(name) != face_of(module.name)
    ]

    assert not acquainted
