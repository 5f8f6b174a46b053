"""Reads whose a visit, a request or an order is, before anything is opened."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from naravard.access.rules import Actor
from naravard.core.errors import NotFound
from naravard.mobile.models import HomeOrder, VisitRequest

WHOSE_VISIT = "SELECT person_id, team_id FROM lock_whose_visit(%s)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Whose record a visit or a request belongs to, and nothing else."""

    person_id: UUID
    team_id: UUID


def visit_reference(actor: Actor, visit_id: UUID) -> Reference:
    """Whose visit it is, before anything of it is shown. Raises NotFound."""
    with connection.cursor() as cursor:
        cursor.execute(WHOSE_VISIT, [visit_id])
        found = cursor.fetchone()
    if found is None:
        raise NotFound("Besöket finns inte.")
    person_id, team_id = found
    return Reference(person_id=person_id, team_id=team_id)


def request_reference(actor: Actor, request_id: UUID) -> Reference:
    """Whose request it is. Raises NotFound."""
    found = VisitRequest.objects.filter(pk=request_id).first()
    if found is None:
        raise NotFound("Förfrågan finns inte.")
    return Reference(
        person_id=found.person_id,
        team_id=found.team_id,
    )


def order_reference(actor: Actor, order_id: UUID) -> Reference:
    """Whose order it is. Raises NotFound."""
    found = HomeOrder.objects.filter(pk=order_id).first()
    if found is None:
        raise NotFound("Beställningen finns inte.")
    return Reference(
        person_id=found.person_id,
        team_id=found.team_id or found.from_unit_id,
    )
