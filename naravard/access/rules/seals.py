"""The access log as a chain of seals: what a seal says, and how a break shows (pure).

A seal holds the digest of each row it covers and the hash of the seal before it. Its
own hash is keyed, so that whoever can write in the database but does not have the key
cannot make the chain again after changing a row.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

DIGEST = 32  # bytes of SHA-256
BEFORE_THE_FIRST = bytes(DIGEST)  # what the first seal says of the one before it


class LogRow(NamedTuple):
    """One row of the access log but for its number, in the order it is digested."""

    at: datetime
    actor_kind: str
    professional_id: UUID | None
    assignment_id: UUID | None
    unit_id: UUID | None
    organisation_id: UUID | None
    actor_person_id: UUID | None
    action: str
    category: str
    ground: str
    rule: str
    reason: str
    allowed: bool
    review: bool
    subjects: list[UUID]
    about: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What one seal says: rows of one month, in order, and the seal it follows.

    `horizon` is the place in the database's own order of transactions below which all
    is sealed. A seal with `detached` says that the month's rows have left the database.
    """

    number: int
    month: date
    sealed_at: datetime
    horizon: int
    ids: tuple[int, ...]
    digests: bytes
    previous: bytes
    hash: bytes = b""
    detached: bool = False

    def digest_at(self, place: int) -> bytes:
        """The digest of the row at a place in the seal."""
        return self.digests[place * DIGEST : (place + 1) * DIGEST]


class Break(StrEnum):
    """How the log or its chain is not as it was sealed."""

    CHANGED = "changed"
    REMOVED = "removed"
    INSERTED = "inserted"
    REORDERED = "reordered"
    SEAL_CHANGED = "seal_changed"
    SEAL_REMOVED = "seal_removed"
    SEAL_REORDERED = "seal_reordered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One break: in which seal and month, and which row of the log, if it is one."""

    kind: Break
    seal: int
    month: date
    row: int | None = None


def digest_of(row: LogRow) -> bytes:
    """SHA-256 of the row, spelled in one way only."""
    return hashlib.sha256(_spelled(row)).digest()


def hash_of(seal: Seal, key: bytes) -> bytes:
    """The seal's own keyed hash (HMAC-SHA-256) over all that it says."""
    head = (
        seal.number,
        seal.month,
        seal.detached,
        seal.sealed_at,
        seal.horizon,
        seal.ids,
        seal.digests.hex(),
        seal.previous.hex(),
    )
    return hmac.digest(key, _spelled(head), "sha256")


def break_between(before: Seal | None, seal: Seal) -> Finding | None:
    """What is wrong where one seal follows another; nothing when all is well."""
    follows = before.number + 1 if before else 1
    if seal.number != follows:
        return Finding(kind=Break.SEAL_REMOVED, seal=follows, month=seal.month)
    if seal.previous != (before.hash if before else BEFORE_THE_FIRST):
        return Finding(kind=Break.SEAL_REORDERED, seal=seal.number, month=seal.month)
    return None


def breaks_in(seal: Seal, found: Mapping[int, bytes]) -> Iterator[Finding]:
    """Where the rows found, as digests by number, are not as they were sealed."""
    sealed = {seal.digest_at(place) for place in range(len(seal.ids))}
    for place, number in enumerate(seal.ids):
        kind = _break_of(found.get(number), seal.digest_at(place), sealed)
        if kind is not None:
            yield Finding(kind=kind, seal=seal.number, month=seal.month, row=number)


def _break_of(found: bytes | None, expected: bytes, sealed: set[bytes]) -> Break | None:
    if found == expected:
        return None
    if found is None:
        return Break.REMOVED
    return Break.REORDERED if found in sealed else Break.CHANGED


def _spelled(values: tuple[object, ...]) -> bytes:
    text = json.dumps(values, default=_text, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return str(value)
