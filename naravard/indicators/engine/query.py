"""A SELECT in parts, some of which other SELECTs have too (pure)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A SELECT in two parts: blocks that other queries may have too, and its own."""

    blocks: tuple[tuple[str, str], ...]
    own: str

    @property
    def sql(self) -> str:
        """The whole SELECT."""
        return self.standing_on([f"{name} AS ({sql})" for name, sql in self.blocks])

    def standing_on(self, parts: list[str]) -> str:
        """The SELECT with its blocks written as the parts say."""
        return f"WITH {', '.join([*parts, self.own])}"
