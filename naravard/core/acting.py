"""Who acts in this thread right now, for the database's own lock (pure).

Set at the border, from who is signed in, and never from what a function was called
with: then a mistake inside the house can not move the lock.
"""

from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """What the database needs to know about whoever acts."""

    kind: str
    assignment_id: UUID | None = None
    unit_id: UUID | None = None
    organisation_id: UUID | None = None
    person_id: UUID | None = None
    on_behalf_of: UUID | None = None


_acting: ContextVar[Acting | None] = ContextVar("acting", default=None)


def acting() -> Acting | None:
    """Whoever acts, or nobody."""
    return _acting.get()


def start_acting(who: Acting) -> None:
    """From here on this is who acts, until `stop_acting`."""
    _acting.set(who)


def stop_acting() -> None:
    """Nobody acts any more."""
    _acting.set(None)


@lru_cache(maxsize=1_024)
def told_to_database(who: Acting) -> str:
    """The SQL that tells a transaction who acts; nothing is opened yet.

    Only identifiers and our own words for kinds are ever spelled here.
    """
    said = {
        "kind": who.kind,
        "assignment": who.assignment_id,
        "unit": who.unit_id,
        "organisation": who.organisation_id,
        "person": who.person_id,
        "behalf": who.on_behalf_of,
        "opened": None,
    }
    settings = ", ".join(
        f"set_config('naravard.{name}', '{value or ''}', true)"
        for name, value in said.items()
    )
    return f"SELECT {settings}"
