"""Opening the plan for whoever reads: the person herself or one who may."""

from uuid import UUID

from django.http import HttpRequest

from naravard.access.rules import Action
from naravard.core import clock
from naravard.discharge.services.inhabitant import NotAnInhabitant
from naravard.plan import services as plan
from naravard.plan.services import OpenedBeginning, OpenedPlan
from naravard.web.actor import actor_of

REFUSED = 422


def opened_plan(request: HttpRequest, *, action: str = Action.READ) -> OpenedPlan:
    """The plan, with meetings; logged as read, or as `action`. Raises AccessDenied."""
    return plan.open_plan(
        actor=actor_of(request),
        person_id=_person(request),
        now=clock.now(),
        action=action,
    )


def opened_beginning(request: HttpRequest) -> OpenedBeginning:
    """Where it stands before there is a plan to read. Raises AccessDenied."""
    return plan.open_beginning(
        actor=actor_of(request), person_id=_person(request), now=clock.now()
    )


def _person(request: HttpRequest) -> UUID:
    actor = actor_of(request)
    person_id = actor.on_behalf_of or actor.person_id
    if person_id is None:
        raise NotAnInhabitant("Den här sidan är till för invånare.")
    return person_id
