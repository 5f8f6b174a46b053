"""From what a provider vouches for to whom that is here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from naravard.access import queries as access
from naravard.access.rules import Actor, AssignmentNotInForce
from naravard.core.clock import day_of
from naravard.people.details import Number
from naravard.people.identity import (
    HsaIdNotValid,
    PersonNumberNotValid,
    parse,
    parse_hsa_id,
)
from naravard.people.queries import person_with_number
from naravard.people.roles import CareUnitKind, Role
from naravard.web import actor as session_actor
from naravard.web.caregivers import Caregiver
from naravard.web.menu import Face
from naravard.web.signin.provider import Provider, Who
from naravard.web.signin.refusals import IdentityMissing, NoAssignment, PersonNotKnown
from naravard.web.signin.session import Shown

LETTERS = {
    CareUnitKind.INPATIENT: Caregiver.HOSPITAL,
    CareUnitKind.OPEN_CARE: Caregiver.HEALTH_CENTRE,
    CareUnitKind.MOBILE_TEAM: Caregiver.HEALTH_CENTRE,
    CareUnitKind.MUNICIPAL_HEALTH_CARE: Caregiver.MUNICIPALITY,
    CareUnitKind.SOCIAL_SERVICES: Caregiver.MUNICIPALITY,
    CareUnitKind.SHORT_STAY: Caregiver.MUNICIPALITY,
    CareUnitKind.SCHOOL_HEALTH: Caregiver.MUNICIPALITY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One way somebody can be signed in: what the session keeps, and shows."""

    key: str
    actor: Mapping[str, object]
    shown: Shown


def arrivals_of(
    provider: Provider, claims: Mapping[str, Any], now: datetime
) -> tuple[Arrival, ...]:
    """The ways to sign in the one the claims are about; at least one.

    Raises IdentityMissing, NoAssignment or PersonNotKnown.
    """
    if not isinstance(claims.get(provider.claim), str):
        raise IdentityMissing
    if provider.who is Who.STAFF:
        return _staff(provider, claims, now)
    return (_inhabitant(claims[provider.claim], now),)


def arrival_under(assignment_id: UUID, on: date) -> Arrival:
    """Signed in under one assignment. Raises AssignmentNotInForce."""
    return _at_work(access.actor_for_assignment(assignment_id, on))


def _staff(
    provider: Provider, claims: Mapping[str, Any], now: datetime
) -> tuple[Arrival, ...]:
    """The assignments in force; only those at the unit the provider names, if any."""
    try:
        hsa_id = parse_hsa_id(claims[provider.claim])
        named = claims.get(provider.unit_claim) or ""
        unit = parse_hsa_id(named).comparable if named else ""
    except HsaIdNotValid as problem:
        raise IdentityMissing from problem
    found = access.actors_of_professional(
        hsa_id=hsa_id.comparable, unit_hsa_id=unit, on=day_of(now)
    )
    if not found:
        raise NoAssignment
    return tuple(map(_at_work, found))


def _inhabitant(number: str, now: datetime) -> Arrival:
    try:
        identifier = parse(number, today=day_of(now))
    except PersonNumberNotValid:
        # The cause would stand beside the number, so it is not passed on.
        raise IdentityMissing from None
    person_id = person_with_number(
        Number(system=identifier.system, value=identifier.value)
    )
    if person_id is None:
        raise PersonNotKnown
    try:
        actor = access.actor_for_person(person_id)
    except AssignmentNotInForce:
        raise PersonNotKnown from None
    return Arrival(
        key=str(person_id),
        actor=session_actor.inhabitant(person_id),
        shown=Shown(
            name=actor.name,
            role=gettext("invånare"),
            organisation="",
            unit="",
            caregiver=Caregiver.PERSON.value,
            face=Face.INHABITANT.value,
        ),
    )


def _at_work(actor: Actor) -> Arrival:
    if actor.assignment_id is None or actor.unit_kind is None:
        raise NoAssignment
    decides = actor.role is Role.DECISION_MAKER
    return Arrival(
        key=str(actor.assignment_id),
        actor=session_actor.staff(actor.assignment_id),
        shown=Shown(
            name=actor.name,
            role=actor.title,
            organisation=actor.organisation_name,
            unit=actor.unit_name,
            caregiver=LETTERS.get(actor.unit_kind, Caregiver.EVERYONE).value,
            face=(Face.DECISION_MAKER if decides else Face.STAFF).value,
        ),
    )
