"""Reads whose a visit, a request or an order is, before anything is opened."""

from dataclasses import dataclass
from uuid import UUID

from naravard.access.rules import Actor
from naravard.core.errors import NotFound
from naravard.mobile.models import HomeOrder, Visit, VisitRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Whose record a visit or a request belongs to, and nothing else."""

    person_id: UUID
    team_id: UUID
    from_unit_id: UUID | None


def visit_reference(actor: Actor, visit_id: UUID) -> Reference:
    """Whose visit it is. Raises NotFound."""
    found = Visit.objects.filter(pk=visit_id).select_related("request").first()
    if found is None:
        raise NotFound("Besöket finns inte.")
    asked = found.request
    return Reference(
        person_id=found.person_id,
        team_id=found.team_id,
        from_unit_id=asked.from_unit_id if asked else None,
    )


def request_reference(actor: Actor, request_id: UUID) -> Reference:
    """Whose request it is. Raises NotFound."""
    found = VisitRequest.objects.filter(pk=request_id).first()
    if found is None:
        raise NotFound("Förfrågan finns inte.")
    return Reference(
        person_id=found.person_id,
        team_id=found.team_id,
        from_unit_id=found.from_unit_id,
    )


def order_reference(actor: Actor, order_id: UUID) -> Reference:
    """Whose order it is. Raises NotFound."""
    found = HomeOrder.objects.filter(pk=order_id).first()
    if found is None:
        raise NotFound("Beställningen finns inte.")
    return Reference(
        person_id=found.person_id,
        team_id=found.team_id or found.from_unit_id,
        from_unit_id=found.from_unit_id,
    )
