"""A SELECT in parts, some of which other SELECTs have too (pure)."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

Blocks = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A SELECT in two parts: blocks that other queries may have too, and its own.

    `instead`: other SQL for some of the blocks, where what it names stands ready.
    """

    blocks: tuple[tuple[str, str], ...]
    own: str
    instead: tuple[tuple[str, str], ...] = ()

    @property
    def sql(self) -> str:
        """The whole SELECT."""
        wanted = set(needed(self.blocks, self.own))
        return self.standing_on(
            [f"{name} AS ({sql})" for name, sql in self.blocks if name in wanted]
        )

    def using(self, ready: Container[str]) -> "Query":
        """The same, with blocks written otherwise where all they name is ready."""
        other = {
            name: sql
            for name, sql in self.instead
            if all(each in ready for each in needed(self.blocks, sql, ready))
        }
        blocks = ((name, other.get(name, sql)) for name, sql in self.blocks)
        return replace(self, blocks=tuple(blocks), instead=())

    def standing_on(self, parts: list[str]) -> str:
        """The SELECT with its blocks written as the parts say."""
        return f"WITH {', '.join([*parts, self.own])}"


def needed(blocks: Blocks, own: str, ready: Container[str] = ()) -> list[str]:
    """The blocks that a SELECT asks for, by way of each other, in their order.

    What stands ready asks for nothing.
    """
    asked, names = own, []
    for name, sql in reversed(blocks):
        if re.search(rf"\b{name}\b", asked):
            names.append(name)
            asked += "" if name in ready else sql
    return names[::-1]
