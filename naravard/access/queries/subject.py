"""Gathers in one SQL all that must be known about a person before she is opened."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple, TypeVar
from uuid import UUID

from django.db import connection

from naravard.access.rules import (
    Actor,
    BlockFacts,
    BlockKind,
    ConsentFacts,
    ConsentScope,
    RelatedFacts,
    RelationFacts,
    RelationKind,
    SubjectFacts,
)
from naravard.core.clock import day_of
from naravard.core.errors import NotFound
from naravard.people.roles import Protection, RelatedKind

# The database answers this one question with more rights than the asker's own, and
# only for the one who acts (see `access.lock`).
FACTS = """
SELECT * FROM access_subject(%(person)s, %(unit)s, %(assignment)s, %(relative)s,
    %(day)s)
"""


def subject_facts(actor: Actor, person_id: UUID, now: datetime) -> SubjectFacts:
    """The person as the rules need to know her, seen from the actor.

    Raises NotFound when there is no such person.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            FACTS,
            {
                "person": person_id,
                "unit": actor.unit_id,
                "assignment": actor.assignment_id,
                "relative": actor.person_id,
                "day": day_of(now),
            },
        )
        row = cursor.fetchone()
    if row is None:
        raise NotFound(
            "Personen finns inte här.",
            remedy="Kontrollera numret, eller sök på namn.",
        )
    birth_date, deceased, protection, lacks_capacity, listed, *lists = row
    relations, consents, blocks, related = lists
    return SubjectFacts(
        person_id=person_id,
        birth_date=birth_date,
        deceased=deceased,
        protection=Protection(protection),
        lacks_capacity=lacks_capacity,
        relations=_relations(listed, relations, now),
        consents=tuple(map(_consent, _rows(ConsentJson, consents))),
        blocks=tuple(map(_block, _rows(BlockJson, blocks))),
        related=tuple(map(_related, _rows(RelatedJson, related))),
    )


class RelationJson(NamedTuple):
    """A care relation as the SQL above spells it."""

    kind: str
    starts_at: str
    ends_at: str | None
    source: str | None


class ConsentJson(NamedTuple):
    """A consent as the SQL above spells it."""

    scope: str
    given: bool
    at: str
    valid_to: str | None


class BlockJson(NamedTuple):
    """A block as the SQL above spells it."""

    kind: str
    organisation: str
    unit: str | None


class RelatedJson(NamedTuple):
    """How the asking relative stands to the person, as the SQL above spells it."""

    kind: str
    may_read: bool


Row = TypeVar("Row")


def _rows(make: Callable[..., Row], aggregated: str | None) -> list[Row]:
    return [make(*row) for row in json.loads(aggregated)] if aggregated else []


def _relations(
    listed: bool | None, aggregated: str | None, now: datetime
) -> tuple[RelationFacts, ...]:
    kept = tuple(
        RelationFacts(
            kind=RelationKind(row.kind),
            starts_at=datetime.fromisoformat(row.starts_at),
            ends_at=_moment(row.ends_at),
            source=UUID(row.source) if row.source else None,
        )
        for row in _rows(RelationJson, aggregated)
    )
    if not listed:
        return kept
    return (*kept, RelationFacts(kind=RelationKind.LISTED, starts_at=now))


def _consent(row: ConsentJson) -> ConsentFacts:
    return ConsentFacts(
        scope=ConsentScope(row.scope),
        given=row.given,
        at=datetime.fromisoformat(row.at),
        valid_to=_moment(row.valid_to),
    )


def _block(row: BlockJson) -> BlockFacts:
    return BlockFacts(
        kind=BlockKind(row.kind),
        organisation_id=UUID(row.organisation),
        unit_id=UUID(row.unit) if row.unit else None,
    )


def _related(row: RelatedJson) -> RelatedFacts:
    return RelatedFacts(kind=RelatedKind(row.kind), may_read=row.may_read)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
