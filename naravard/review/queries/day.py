"""A day of the access log with what is known around each opening; for jobs only."""

from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from naravard.access.rules import Action, ActorKind
from naravard.core.clock import moment_at
from naravard.people.roles import CareUnitKind
from naravard.review.definition import DayOfLog, Opening

# A list or a search is no opening: it has many subjects, or none that was chosen.
NOT_OPENINGS = [Action.LIST.value, Action.SEARCH.value]

# Whose work at which unit is planned when; rooms above this one tell of their own.
NO_SHIFTS = """
SELECT NULL::uuid AS professional_id, NULL::uuid AS unit_id,
    NULL::timestamptz AS starts_at, NULL::timestamptz AS ends_at WHERE false
"""
# Somebody has a schedule at a unit when she has a shift there within so many days.
SCHEDULED_WITHIN = timedelta(days=14)  # [own]
BEFORE_AND_AFTER = timedelta(hours=1)  # to read up, and to write down [own]

# One row an opening. The addresses are compared as they stand today.
OPENINGS = """
WITH planned AS ({planned})
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
    EXISTS (SELECT FROM planned d WHERE d.professional_id = l.professional_id
        AND d.unit_id = l.unit_id AND d.starts_at > l.at - %(scheduled)s
        AND d.starts_at < l.at + %(scheduled)s)
    AND NOT EXISTS (SELECT FROM planned d WHERE d.professional_id = l.professional_id
        AND d.unit_id = l.unit_id AND d.starts_at <= l.at + %(margin)s
        AND d.ends_at >= l.at - %(margin)s),
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
    off_shift: bool
    surname: str


def day_of_log(
    day: date,
    *,
    secret: bytes,
    unit_id: UUID | None = None,
    shifts: str = NO_SHIFTS,
) -> DayOfLog:
    """What staff opened on a Swedish day, everywhere or at one unit, in two SQL.

    `shifts` is a SELECT of professional_id, unit_id, starts_at and ends_at.
    """
    asked: dict[str, Any] = {
        "start": moment_at(day, time(0)),
        "end": moment_at(day + timedelta(days=1), time(0)),
        "staff": ActorKind.STAFF.value,
        "not_openings": NOT_OPENINGS,
        "unit": unit_id,
        "scheduled": SCHEDULED_WITHIN,
        "margin": BEFORE_AND_AFTER,
    }
    with connection.cursor() as cursor:
        cursor.execute(OPENINGS.format(planned=shifts), asked)
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
        off_shift=row.off_shift,
    )
