"""The call to planning, which is a meeting of the person's plan (T11, M8)."""

from uuid import UUID

from django.db import transaction

from naravard.access.rules import (
    Action,
    Actor,
)
from naravard.discharge.rules.history import (
    Event,
    EventType,
    PlanningConsent,
)
from naravard.discharge.services.casefile import CaseFile
from naravard.discharge.services.letters import rich_letter
from naravard.discharge.services.performing import Deed, When, perform
from naravard.messages.catalogue.planning_call import MeetingForm, PlanningCall
from naravard.plan import services as plan
from naravard.plan.rules.kinds import Mode

MODE_OF_FORM = {
    MeetingForm.AT_HOME: Mode.HOME,
    MeetingForm.AT_HOSPITAL: Mode.VISIT,
    MeetingForm.AT_UNIT: Mode.VISIT,
    MeetingForm.VIDEO: Mode.VIDEO,
    MeetingForm.PHONE: Mode.PHONE,
}


@transaction.atomic
def call_to_planning(
    *, actor: Actor, case_id: UUID, payload: PlanningCall, when: When
) -> None:
    """The named contact calls everyone to a planning meeting (T11, M8)."""

    def deed(file: CaseFile) -> Deed:
        return Deed(
            action=Action.CALL_TO_PLANNING,
            event=Event(
                type=EventType.SIP_CALL,
                at=when.happened_at,
                by=str(actor.unit_id),
                meets_at=payload.meets_at,
            ),
            details={"meets_at": payload.meets_at.isoformat(), "place": payload.place},
            letter=rich_letter(
                file,
                code="planning-call",
                payload=payload,
                to=file.told_others(actor.unit_id),
                at=when.happened_at,
            ),
        )

    file = perform(actor=actor, case_id=case_id, when=when, deed=deed)
    plan.call_from_case(actor=actor, call=_call(file, payload), now=when.now)


@transaction.atomic
def answer_call(
    *, actor: Actor, case_id: UUID, comes: bool, note: str, when: When
) -> None:
    """Say whether we come to the planning meeting, or propose something else."""

    def deed(_file: CaseFile) -> Deed:
        return Deed(
            action=Action.ANSWER_CALL,
            event=Event(
                type=EventType.SIP_ANSWERED, at=when.happened_at, by=str(actor.unit_id)
            ),
            details={"comes": comes, "note": note},
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)
    plan.answer_from_case(
        actor=actor, case_id=case_id, comes=comes, note=note, now=when.now
    )


def _call(file: CaseFile, payload: PlanningCall) -> plan.CallInCase:
    """The call as the person's plan knows it: the meeting is the same."""
    return plan.CallInCase(
        case_id=file.case.pk,
        person_id=file.case.person_id,
        starts_at=payload.meets_at,
        mode=MODE_OF_FORM[payload.form],
        place=payload.place,
        purpose=payload.purpose,
        unit_ids=file.told_others(None),
        others=tuple(one.name for one in payload.participants),
        consented=file.case.planning_consent == PlanningConsent.GIVEN,
    )
