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

# A unit also holds the relations of the units it has succeeded. A stated reason
# opens for the assignment that stated it, not for its colleagues.
FACTS = """
WITH RECURSIVE mine AS (
    SELECT %(unit)s::uuid AS id
    UNION
    SELECT u.id FROM people_careunit u JOIN mine ON u.succeeded_by_id = mine.id
)
SELECT p.birth_date, p.deceased_on IS NOT NULL, p.protection, p.lacks_capacity,
    p.listed_unit_id IN (SELECT id FROM mine),
    (SELECT jsonb_agg(jsonb_build_array(r.kind, r.starts_at, r.ends_at, r.source))
        FROM access_carerelation r
        WHERE r.person_id = p.id AND r.unit_id IN (SELECT id FROM mine)
        AND (r.kind <> 'stated' OR r.source = %(assignment)s::uuid)),
    (SELECT jsonb_agg(jsonb_build_array(c.scope, c.given, c.at, c.valid_to))
        FROM access_consent c
        WHERE c.person_id = p.id AND c.withdrawn_at IS NULL
        AND (c.unit_id IS NULL OR c.unit_id IN (SELECT id FROM mine))),
    (SELECT jsonb_agg(jsonb_build_array(b.kind, b.organisation_id, b.unit_id))
        FROM access_block b
        WHERE b.person_id = p.id AND b.lifted_at IS NULL),
    (SELECT jsonb_agg(jsonb_build_array(k.kind, k.may_read))
        FROM people_relatedperson k
        WHERE k.person_id = p.id AND k.other_id = %(relative)s::uuid
        AND k.valid_from <= %(day)s
        AND (k.valid_to IS NULL OR k.valid_to >= %(day)s))
FROM people_person p WHERE p.id = %(person)s
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
