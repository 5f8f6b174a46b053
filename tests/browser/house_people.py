"""The people of the small house as choices on the sign-in page."""

from naravard.access.queries import actor_for_assignment, actor_for_person
from naravard.core import clock
from naravard.demo.personas import SigninChoice
from naravard.people.models import Assignment, Person
from naravard.web.actor import inhabitant, staff
from naravard.web.staff.words.units import letter_of


def choices() -> tuple[SigninChoice, ...]:
    """Everyone who works in the house, then everyone who lives there."""
    return (*_staff(), *_inhabitants())


def _staff() -> list[SigninChoice]:
    today = clock.day_of(clock.now())
    return [
        _member(row.pk, actor_for_assignment(row.pk, today))
        for row in Assignment.objects.order_by("pk")
    ]


def _member(assignment_id, actor) -> SigninChoice:
    return SigninChoice(
        key=str(assignment_id),
        name=actor.name,
        role=actor.title,
        organisation=actor.organisation_name,
        unit=actor.unit_name,
        caregiver=letter_of(actor.unit_kind or "").value,
        face="staff",
        about="",
        actor=staff(assignment_id),
    )


def _inhabitants() -> list[SigninChoice]:
    return [
        SigninChoice(
            key=str(person_id),
            name=actor_for_person(person_id).name,
            role="invånare",
            organisation="",
            unit="",
            caregiver="P",
            face="inhabitant",
            about="",
            actor=inhabitant(person_id),
        )
        for person_id in Person.objects.values_list("pk", flat=True)
    ]
