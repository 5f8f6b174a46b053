"""What staff, visits and competences of a day are called when it is told of."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from naravard.mobile.models import Shift
from naravard.mobile.routing.replanning.words import Called
from naravard.mobile.rows import VisitRow
from naravard.mobile.rules.skills import SKILLS
from naravard.people.queries.rows import full_name


def called(shifts: Iterable[Shift], rows: Mapping[UUID, VisitRow]) -> Called:
    """Names by the ids of shifts and visits; hidden ones stay hidden."""
    return Called(
        staff={
            str(shift.pk): full_name(
                shift.assignment.professional.given_name,
                shift.assignment.professional.family_name,
            )
            for shift in shifts
        },
        visits={str(pk): row.name for pk, row in rows.items()},
        skills=SKILLS,
    )
