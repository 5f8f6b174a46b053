"""Reads who belongs to which team, since when and why."""

from naravard.access.rules import OpenRecord
from naravard.mobile.models import Enrolment
from naravard.mobile.rows import EnrolmentRow
from naravard.people.models import Assignment
from naravard.people.queries.rows import full_name

SHOWN = 20


def enrolments_of_person(record: OpenRecord) -> tuple[EnrolmentRow, ...]:
    """The teams that the opened person belongs to or has belonged to, the latest first.

    Those that she still belongs to stand before the others.
    """
    found = (
        Enrolment.objects.filter(person_id=record.person_id)
        .select_related(
            "team__unit",
            "referred_by",
            "named_contact__professional",
            "decided_by__professional",
        )
        .order_by("-decided_at")[:SHOWN]
    )
    rows = map(_row, found)
    return tuple(sorted(rows, key=lambda row: row.ended_at is not None))


def _row(row: Enrolment) -> EnrolmentRow:
    return EnrolmentRow(
        id=row.pk,
        team_id=row.team_id,
        team=row.team.unit.name,
        team_phone=row.team.unit.phone,
        referred_by=row.referred_by.name,
        criteria=tuple(row.criteria),
        unmet=tuple(row.unmet),
        reason=row.reason,
        contact=_name(row.named_contact),
        decided_by=_name(row.decided_by),
        decided_at=row.decided_at,
        ended_at=row.ended_at,
        end_reason=row.end_reason,
    )


def _name(assignment: Assignment | None) -> str:
    """`Ali Dahl, Sjuksköterska`, or nothing."""
    if assignment is None:
        return ""
    by = assignment.professional
    return f"{full_name(by.given_name, by.family_name)}, {by.title}"
