"""What a unit signs: exactly one document, known by its digest (pure)."""

import json
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from naravard.plan.rules.legal import Document
from naravard.plan.rules.snapshot import to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """One unit's signature under one document."""

    unit_id: UUID
    digest: str


def digest_of(document: Document) -> str:
    """The same for the same words, whatever else has changed in the plan."""
    text = json.dumps(to_json(document), ensure_ascii=False, sort_keys=True)
    return sha256(text.encode()).hexdigest()


def still_signed_by(signed: tuple[Signed, ...], digest: str) -> tuple[UUID, ...]:
    """The units whose signature is under this very document."""
    return tuple(one.unit_id for one in signed if one.digest == digest)


def awaiting(
    must_sign: tuple[UUID, ...], signed: tuple[Signed, ...], digest: str
) -> tuple[UUID, ...]:
    """The units that have yet to sign; under LPT 7 a § none may be left."""
    have = set(still_signed_by(signed, digest))
    return tuple(unit_id for unit_id in must_sign if unit_id not in have)
