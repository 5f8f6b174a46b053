"""Planning together: received, contact, consent, input, call (T5–T7, T11–T12)."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from naravard.access import services as access
from naravard.access.rules import (
    Action,
    Actor,
    Category,
    ConsentHow,
    ConsentScope,
    RelationKind,
)
from naravard.core.clock import day_of
from naravard.core.errors import DomainError
from naravard.discharge.rules.history import (
    BlockerReason,
    Event,
    EventType,
    PlanningConsent,
    Track,
)
from naravard.discharge.services.casefile import CaseFile
from naravard.discharge.services.letters import rich_letter
from naravard.discharge.services.performing import Deed, Letter, When, perform
from naravard.messages import services as messages
from naravard.messages.catalogue.named_contact import NamedContact
from naravard.messages.catalogue.planning_input import PlanningInput
from naravard.people.models import Assignment
from naravard.plan import services as plan


class ContactWorksElsewhere(DomainError):
    """The named contact works at a unit in open care that takes part in the case."""

    rule = "LUS 2 kap. 5 §"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAnswer:
    """What the person said about planning together, how and through whom."""

    planning: PlanningConsent
    how: ConsentHow = ConsentHow.SPOKEN
    given_by: str = ""


def acknowledge(*, actor: Actor, case_id: UUID, when: When) -> None:
    """A receiving unit takes the case on and begins to plan (T5, M3)."""

    def deed(file: CaseFile) -> Deed:
        message_id = file.notice_to(actor.unit_id)
        if message_id:
            messages.acknowledge(actor=actor, message_id=message_id, now=when.now)
        return Deed(
            action=Action.ACKNOWLEDGE,
            event=Event(
                type=EventType.ACKNOWLEDGE, at=when.happened_at, by=str(actor.unit_id)
            ),
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


def appoint_named_contact(
    *, actor: Actor, case_id: UUID, assignment_id: UUID, when: When
) -> None:
    """The open-care unit names who holds the person's care together (T6, M4)."""

    def deed(file: CaseFile) -> Deed:
        contact = _contact(file, assignment_id, when)
        file.case.named_contact = contact
        access.relate(
            person_id=file.case.person_id,
            unit_ids=(contact.unit_id,),
            kind=RelationKind.NAMED_CONTACT,
            source=file.case.pk,
            starts_at=when.happened_at,
        )
        return Deed(
            action=Action.APPOINT_NAMED_CONTACT,
            event=Event(
                type=EventType.APPOINT_NAMED_CONTACT,
                at=when.happened_at,
                by=str(contact.unit_id),
            ),
            details={"assignment": str(contact.pk)},
            letter=_contact_letter(file, contact, when),
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


def record_consent(
    *, actor: Actor, case_id: UUID, answer: ConsentAnswer, when: When
) -> None:
    """Write down what the person says about planning together (T7); holds at once."""

    def deed(file: CaseFile) -> Deed:
        _keep_answer(actor, file, answer, when)
        return Deed(
            action=Action.RECORD_CONSENT,
            event=Event(
                type=EventType.CONSENT, at=when.happened_at, planning=answer.planning
            ),
            details={"how": answer.how, "given_by": answer.given_by},
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


def send_planning_input(
    *,
    actor: Actor,
    case_id: UUID,
    payload: PlanningInput,
    when: When,
    harm_test: str = "",
) -> None:
    """Tell the others what the person needs and what we plan (M5)."""

    def deed(file: CaseFile) -> Deed:
        return Deed(
            action=Action.GIVE_PLANNING_INPUT,
            event=Event(
                type=EventType.PLANNING_INPUT,
                at=when.happened_at,
                by=str(actor.unit_id),
            ),
            letter=rich_letter(
                file,
                code="planning-input",
                payload=payload,
                to=file.told_others(actor.unit_id),
                at=when.happened_at,
                harm_test=harm_test,
            ),
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


def set_blocker(
    *, actor: Actor, case_id: UUID, on: bool, reason: BlockerReason, when: When
) -> None:
    """Open care's own services keep the person in hospital, or no longer do (T12)."""

    def deed(_file: CaseFile) -> Deed:
        return Deed(
            action=Action.SET_BLOCKER if on else Action.CLEAR_BLOCKER,
            event=Event(
                type=EventType.REGION_BLOCKER,
                at=when.happened_at,
                by=str(actor.unit_id),
                on=on,
                reason=reason,
            ),
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


def set_track(*, actor: Actor, case_id: UUID, track: Track, when: When) -> None:
    """Say how extensive the planning is: green, yellow or red (spår)."""

    def deed(_file: CaseFile) -> Deed:
        return Deed(
            action=Action.SET_TRACK,
            event=Event(
                type=EventType.TRACK_SET,
                at=when.happened_at,
                by=str(actor.unit_id),
                track=track,
            ),
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


def _keep_answer(
    actor: Actor, file: CaseFile, answer: ConsentAnswer, when: When
) -> None:
    record = access.open_record(
        actor=actor,
        person_id=file.case.person_id,
        now=when.now,
        category=Category.DISCHARGE_CASE,
        about=file.case.pk,
    )
    scope, source = ConsentScope.DISCHARGE_PLANNING, file.case.pk
    if answer.planning is PlanningConsent.WITHDRAWN:
        access.withdraw_consent(
            record=record, scope=scope, source=source, now=when.happened_at
        )
        plan.withdraw_from_case(record=record, case_id=source, now=when.now)
        return
    given = answer.planning is PlanningConsent.GIVEN
    keep = access.give_consent if given else access.decline_consent
    keep(
        record=record,
        scope=scope,
        source=source,
        how=answer.how,
        given_by=answer.given_by,
        now=when.happened_at,
    )


def _contact(file: CaseFile, assignment_id: UUID, when: When) -> Assignment:
    today = day_of(when.now)
    contact = (
        Assignment.objects.select_related("professional", "unit")
        .filter(Q(valid_to__isnull=True) | Q(valid_to__gte=today))
        .filter(pk=assignment_id, valid_from__lte=today)
        .first()
    )
    if contact is None or file.party_of(contact.unit_id) is None:
        raise ContactWorksElsewhere(
            "Den fasta vårdkontakten ska arbeta på en enhet som är med i ärendet.",
            remedy="Välj någon på vårdcentralen eller mottagningen.",
        )
    return contact


def _contact_letter(file: CaseFile, contact: Assignment, when: When) -> Letter:
    professional = contact.professional
    return rich_letter(
        file,
        code="named-contact",
        payload=NamedContact(
            name=f"{professional.given_name} {professional.family_name}",
            title=professional.title,
            unit=contact.unit.name,
            phone=professional.phone or contact.unit.phone,
        ),
        to=file.told_others(contact.unit_id),
        at=when.happened_at,
        harm_test="Namn och telefon till den som håller ihop vården.",
    )
