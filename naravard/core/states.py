"""Transition tables: which move is allowed, and a drawing of them all."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from naravard.core.errors import DomainError

S = TypeVar("S", bound=StrEnum)


class MoveNotAllowed(DomainError):
    """The state machine has no such arrow."""


def check_move(moves: Mapping[S, frozenset[S]], before: S, after: S) -> None:
    """Raise MoveNotAllowed unless the table has an arrow from `before` to `after`."""
    if after not in moves[before]:
        raise MoveNotAllowed(f"Det går inte att gå från {before} till {after}.")


def drawing(moves: Mapping[S, frozenset[S]]) -> str:
    """The table as a Mermaid state diagram."""
    arrows = [
        f"    {before} --> {after}"
        for before, afters in moves.items()
        for after in sorted(afters)
    ]
    return "\n".join(["stateDiagram-v2", *arrows])
