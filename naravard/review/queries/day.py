"""A day of the access log with what is known around each opening; for jobs only."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from naravard.access.rules import Action, ActorKind
from naravard.core.clock import moment_at
from naravard.people.roles import CareUnitKind
from naravard.review.definition import DayOfLog, Opening

# A list or a search is no opening: it has many subjects, or none that was chosen.
NOT_OPENINGS = [Action.LIST.value, Action.SEARCH.value]

# One row an opening. The addresses are compared as they stand today.
OPENINGS = """
SELECT l.id, l.at, l.professional_id, l.unit_id, s.id, l.action, l.category,
    l.ground, l.reason, l.allowed, l.review, u.kind,
    COALESCE(m.id = s.id, false),
    EXISTS (SELECT FROM people_relatedperson r WHERE
        r.person_id = s.id AND r.other_id = m.id
        OR r.person_id = m.id AND r.other_id = s.id),
    COALESCE(s.street <> '' AND (lower(s.street), s.postal_code)
        = (lower(m.street), m.postal_code), false),
    p.family_name <> '' AND lower(p.family_name) = lower(s.family_name),
    EXISTS (SELECT FROM review_knownperson k WHERE k.person_id = s.id),
    lower(s.family_name)
FROM access_accesslogentry l
JOIN people_professional p ON p.id = l.professional_id
JOIN people_careunit u ON u.id = l.unit_id
JOIN people_person s ON s.id = l.subjects[1]
LEFT JOIN review_staffperson x ON x.professional_id = l.professional_id
LEFT JOIN people_person m ON m.id = x.person_id
WHERE l.at >= %(start)s AND l.at < %(end)s AND l.actor_kind = %(staff)s
    AND cardinality(l.subjects) = 1 AND l.action <> ALL (%(not_openings)s)
    AND (%(unit)s::uuid IS NULL OR l.unit_id = %(unit)s)
ORDER BY l.id
"""
BEARERS = """
SELECT lower(family_name), count(*) FROM people_person
WHERE lower(family_name) = ANY (%s) GROUP BY 1
"""


class _Row(NamedTuple):
    id: int
    at: datetime
    professional_id: UUID
    unit_id: UUID
    person_id: UUID
    action: str
    category: str
    ground: str
    reason: str
    allowed: bool
    review: bool
    unit_kind: str
    is_own: bool
    is_relative: bool
    same_address: bool
    same_surname: bool
    publicly_known: bool
    surname: str


def day_of_log(day: date, *, secret: bytes, unit_id: UUID | None = None) -> DayOfLog:
    """What staff opened on a Swedish day, everywhere or at one unit, in two SQL."""
    with connection.cursor() as cursor:
        cursor.execute(
            OPENINGS,
            {
                "start": moment_at(day, time(0)),
                "end": moment_at(day + timedelta(days=1), time(0)),
                "staff": ActorKind.STAFF.value,
                "not_openings": NOT_OPENINGS,
                "unit": unit_id,
            },
        )
        rows = [_Row(*row) for row in cursor.fetchall()]
    bearers = _bearers({row.surname for row in rows if row.same_surname})
    return DayOfLog(
        openings=tuple(_opening(row, bearers) for row in rows), secret=secret
    )


def _bearers(surnames: set[str]) -> dict[str, int]:
    if not surnames:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(BEARERS, [sorted(surnames)])
        return dict(cursor.fetchall())


def _opening(row: _Row, bearers: dict[str, int]) -> Opening:
    return Opening(
        id=row.id,
        at=row.at,
        professional_id=row.professional_id,
        unit_id=row.unit_id,
        person_id=row.person_id,
        action=row.action,
        category=row.category,
        ground=row.ground,
        reason=row.reason,
        allowed=row.allowed,
        review=row.review,
        unit_kind=CareUnitKind(row.unit_kind),
        is_own=row.is_own,
        is_relative=row.is_relative,
        same_address=row.same_address,
        same_surname=row.same_surname,
        surname_bearers=bearers.get(row.surname, 0),
        publicly_known=row.publicly_known,
    )
