"""Who may say what of a person's data: checked before any word of hers is kept."""

from enum import StrEnum
from uuid import UUID

from django.db.models import Q

from naravard.access.queries.insight import is_health_care
from naravard.access.rules import (
    AccessDenied,
    Action,
    Actor,
    ActorKind,
    Ground,
    GuardianCannotBlock,
    OpenRecord,
    Rule,
)
from naravard.access.rules.decisions import deny
from naravard.access.rules.errors import NoInnerBlockThere, NotYourProvidersBlock
from naravard.access.services.opening import require
from naravard.people.models import CareUnit


class Asker(StrEnum):
    """Whose wish the staff writes down."""

    PERSON = "person"
    GUARDIAN = "guardian"
    REPRESENTATIVE = "representative"  # somebody with a legal mandate


def check_may_speak(record: OpenRecord, action: Action) -> None:
    """The person, a small child's guardian, or staff who write down what is said."""
    if record.ground == Ground.READ_MANDATE:
        raise AccessDenied(
            deny(
                Rule.C04,
                "Den som läser åt någon annan kan inte bestämma åt henne eller honom.",
                "Personen bestämmer själv, här eller genom att säga det till"
                " personalen.",
            ),
            actor=record.actor,
            action=action,
            person_ids=(record.person_id,),
        )
    require(actor=record.actor, action=action, person_id=record.person_id)


def refuse_guardians(record: OpenRecord, asked_by: Asker) -> None:
    """Raise GuardianCannotBlock for a guardian, or when staff write for one."""
    by_guardian = record.ground == Ground.READ_GUARDIAN or asked_by is Asker.GUARDIAN
    if by_guardian:
        raise GuardianCannotBlock(
            "En vårdnadshavare kan inte spärra ett barns uppgifter.",
            remedy="Barnet kan göra det när det är moget nog. Fråga personalen hur"
            " uppgifterna skyddas.",
        )


def check_own_provider(actor: Actor, organisation_id: UUID) -> None:
    """Each provider closes and opens what it has written itself."""
    if actor.kind is ActorKind.STAFF and actor.organisation_id != organisation_id:
        raise NotYourProvidersBlock(
            "Ni kan bara spärra det er egen vårdgivare har skrivit.",
            remedy="Personen kan göra det på sin sida, eller be den andra vårdgivaren.",
        )


def check_may_be_inner(unit_id: UUID | None) -> None:
    """Inside one provider only health care has blocks; social services do not."""
    units = CareUnit.objects.select_related("organisation").filter(Q(pk=unit_id))
    if any(not is_health_care(unit) for unit in units):
        raise NoInnerBlockThere(
            "Inom omsorgen går det inte att spärra för andra enheter.",
            remedy="Spärra allt som kommunen har skrivit, för andra vårdgivare.",
        )
