"""Makes the actor of whoever has signed in, from rows in force that day."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from naravard.access.rules import Actor, ActorKind, AssignmentNotInForce
from naravard.people.models import Assignment, Person, RelatedPerson
from naravard.people.roles import CareUnitKind, OrganisationKind, Role


def actor_for_assignment(assignment_id: UUID, on: date) -> Actor:
    """Staff under one assignment (medarbetaruppdrag), in one SQL.

    Raises AssignmentNotInForce when assignment, unit or organisation is not in force.
    """
    row = (
        Assignment.objects.filter(_staff_in_force(on), pk=assignment_id)
        .select_related("professional", "unit__organisation")
        .first()
    )
    if row is None:
        raise AssignmentNotInForce(
            "Uppdraget gäller inte i dag.",
            remedy="Välj ett annat uppdrag, eller be din chef förlänga det.",
        )
    return _staff(row)


def actors_of_unit(unit_id: UUID, on: date) -> tuple[Actor, ...]:
    """Everybody with an assignment in force at the unit, by name."""
    rows = (
        Assignment.objects.filter(_staff_in_force(on), unit_id=unit_id)
        .select_related("professional", "unit__organisation")
        .order_by("professional__given_name", "professional__family_name", "pk")
    )
    return tuple(_staff(row) for row in rows)


def actors_of_professional(
    *, hsa_id: str, unit_hsa_id: str, on: date
) -> tuple[Actor, ...]:
    """Somebody in staff under each assignment in force, by unit, in one SQL.

    Only those at the unit with this HSA-id, when one is given.
    """
    rows = Assignment.objects.filter(
        _staff_in_force(on), professional__hsa_id=hsa_id
    ).select_related("professional", "unit__organisation")
    if unit_hsa_id:
        rows = rows.filter(unit__hsa_id__iexact=unit_hsa_id)
    return tuple(_staff(row) for row in rows.order_by("unit__name", "role", "pk"))


def actor_for_person(person_id: UUID) -> Actor:
    """The person herself. Raises AssignmentNotInForce when she is not known here."""
    row = (
        Person.objects.filter(pk=person_id, deceased_on__isnull=True)
        .only("given_name", "family_name")
        .first()
    )
    if row is None:
        raise AssignmentNotInForce(
            "Vi hittar inte dina uppgifter.",
            remedy="Ring din vårdcentral eller din kommun.",
        )
    return Actor(
        kind=ActorKind.PERSON,
        name=f"{row.given_name} {row.family_name}",
        person_id=row.pk,
    )


def actor_for_relative(person_id: UUID, related_id: UUID) -> Actor:
    """A guardian, relative or trustee (`RelatedPerson`) who acts for the person.

    Raises AssignmentNotInForce when there is no such relative who can sign in.
    Whether the relation is in force, and what it opens, is decided at each opening.
    """
    row = (
        RelatedPerson.objects.filter(
            pk=related_id, person_id=person_id, other__isnull=False
        )
        .only("name", "relation", "other_id", "person_id")
        .first()
    )
    if row is None:
        raise AssignmentNotInForce(
            "Du är inte anmäld som närstående till personen.",
            remedy="Be personen, eller enheten som ger vården, att anmäla dig.",
        )
    return Actor(
        kind=ActorKind.RELATIVE,
        name=row.name,
        title=row.relation,
        person_id=row.other_id,
        on_behalf_of=row.person_id,
    )


def _in_force(on: date, prefix: str = "") -> Q:
    """The dated row has begun and its last day has not passed."""
    begun = Q(**{f"{prefix}valid_from__lte": on})
    endless = Q(**{f"{prefix}valid_to__isnull": True})
    return begun & (endless | Q(**{f"{prefix}valid_to__gte": on}))


def _staff_in_force(on: date) -> Q:
    return (
        _in_force(on) & _in_force(on, "unit__") & _in_force(on, "unit__organisation__")
    )


def _staff(row: Assignment) -> Actor:
    professional, unit = row.professional, row.unit
    organisation = unit.organisation
    return Actor(
        kind=ActorKind.STAFF,
        name=f"{professional.given_name} {professional.family_name}",
        title=professional.title,
        professional_id=professional.pk,
        assignment_id=row.pk,
        unit_id=unit.pk,
        unit_name=unit.name,
        unit_kind=CareUnitKind(unit.kind),
        organisation_id=organisation.pk,
        organisation_name=organisation.name,
        organisation_kind=OrganisationKind(organisation.kind),
        municipality_code=unit.municipality_code or organisation.municipality_code,
        role=Role(row.role),
        may_open_protected=row.may_open_protected,
    )
