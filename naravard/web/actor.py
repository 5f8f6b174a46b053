"""Request → Actor: who is signed in, read anew so an ended assignment ends at once."""

from uuid import UUID

from django.http import HttpRequest

from naravard.access import queries as access
from naravard.access.rules import Actor
from naravard.access.services import act_as
from naravard.core import clock
from naravard.core.errors import DomainError

_KEPT = "_naravard_actor"


class NotSignedIn(DomainError):
    """Nobody is signed in in this session."""


def actor_of(request: HttpRequest) -> Actor:
    """The actor of this request, in the database too; one SQL, once a request.

    Raises NotSignedIn, and AssignmentNotInForce when the assignment has ended.
    """
    kept = getattr(request, _KEPT, None)
    if isinstance(kept, Actor):
        return kept
    actor = _read(request.session.get("actor"))
    act_as(actor=actor)
    setattr(request, _KEPT, actor)
    return actor


def staff(assignment_id: UUID) -> dict[str, str]:
    """What the session keeps of somebody who works under an assignment."""
    return {"kind": "staff", "assignment": str(assignment_id)}


def inhabitant(person_id: UUID) -> dict[str, str]:
    """What the session keeps of a person about herself."""
    return {"kind": "person", "person": str(person_id)}


def relative(person_id: UUID, related_id: UUID) -> dict[str, str]:
    """What the session keeps of somebody who acts for a person, by which relation."""
    return {"kind": "relative", "person": str(person_id), "related": str(related_id)}


def is_relative(request: HttpRequest) -> bool:
    """Whether somebody close to a person is signed in to read for her."""
    if not hasattr(request, "session"):
        return False
    return bool(request.session.get("actor", {}).get("kind") == "relative")


def is_staff(request: HttpRequest) -> bool:
    """Whether somebody is signed in to work."""
    if not hasattr(request, "session"):
        return False
    return bool(request.session.get("actor", {}).get("kind") == "staff")


def _read(kept: dict[str, str] | None) -> Actor:
    today = clock.day_of(clock.now())
    match kept:
        case {"kind": "staff", "assignment": assignment}:
            return access.actor_for_assignment(UUID(assignment), today)
        case {"kind": "person", "person": person}:
            return access.actor_for_person(UUID(person))
        case {"kind": "relative", "person": person, "related": related}:
            return access.actor_for_relative(UUID(person), UUID(related))
        case _:
            raise NotSignedIn(
                "Du är inte inloggad.", remedy="Logga in och försök igen."
            )
