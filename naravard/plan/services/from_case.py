"""The call to planning in a discharge case and the plan's meeting are one thing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Actor, ActorKind, Category, ConsentHow, OpenRecord
from naravard.people.models import CareUnit, Person
from naravard.plan.models import Invitee, Meeting, Plan, PlanParty, PlanStep
from naravard.plan.queries.history import consent_facts
from naravard.plan.rules.consent import Awaited, Speaker, needed_from
from naravard.plan.rules.kinds import Mode
from naravard.plan.rules.meetings import InviteeKind, MeetingStatus, Reply
from naravard.plan.rules.process import WORKED_ON, PlanStatus
from naravard.plan.services.meetings.calling import (
    Invitation,
    Invited,
    call_meeting,
    choose_time,
)
from naravard.plan.services.parties import invite_unit
from naravard.plan.services.speaking import Said, say, withdraw
from naravard.plan.services.starting import flag_need

BECAUSE = "Kallelse till samordnad individuell planering vid utskrivning."
NO_LONGER = "Personen tog tillbaka sitt ja till att planera tillsammans."
WHO_CALLS_ARRANGES = "Den som kallar ordnar tolk"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallInCase:
    """What the call says: when, how and where, who are called, and her yes in the case.

    LUS 4 kap. 1–3 §§.
    """

    case_id: UUID
    person_id: UUID
    starts_at: datetime
    mode: Mode
    place: str
    purpose: str
    unit_ids: tuple[UUID, ...]
    others: tuple[str, ...] = ()
    consented: bool = False


@transaction.atomic
def call_from_case(*, actor: Actor, call: CallInCase, now: datetime) -> UUID | None:
    """Make the call a meeting of the plan, and begin the plan if there is none.

    Called again, the meeting is moved. Without her yes only the need is flagged, and
    no meeting is made: then None. The legal call itself never waits for this.
    """
    if actor.kind is not ActorKind.STAFF or not _may_open(actor, call, now):
        return None
    plan = _plan_of(actor, call, now)
    if plan is None or not plan.consented or PlanStatus(plan.status) not in WORKED_ON:
        return None
    record = access.open_record(
        actor=actor, person_id=call.person_id, now=now, category=Category.PLAN
    )
    _invite(record, plan, call.unit_ids, now)
    known = (
        Meeting.objects.filter(source=call.case_id)
        .exclude(status=MeetingStatus.CANCELLED)
        .first()
    )
    if known is None:
        return call_meeting(
            record=record, plan_id=plan.pk, invitation=_invitation(call), now=now
        )
    if known.status in {MeetingStatus.PROPOSED, MeetingStatus.CALLED}:
        choose_time(
            record=record, meeting_id=known.pk, starts_at=call.starts_at, now=now
        )
    return known.pk


@transaction.atomic
def answer_from_case(
    *, actor: Actor, case_id: UUID, comes: bool, note: str, now: datetime
) -> None:
    """A unit's answer to the call in the case is its answer to the meeting."""
    answer = Reply.YES if comes else Reply.NO
    Invitee.objects.filter(
        meeting__source=case_id,
        meeting__status__in=[MeetingStatus.PROPOSED, MeetingStatus.CALLED],
        unit_id=actor.unit_id,
    ).update(reply=answer, reply_note=note[:300])


@transaction.atomic
def withdraw_from_case(*, record: OpenRecord, case_id: UUID, now: datetime) -> None:
    """Taking back her yes in the case takes back the yes that the plan got from it.

    A plan she had said yes to before the hospital is another matter, and stands.
    """
    begun_here = PlanStep.objects.filter(before="", because=BECAUSE).values("plan")
    plan = Plan.objects.filter(
        pk__in=begun_here, source=case_id, consented=True
    ).first()
    if plan is not None:
        withdraw(record=record, plan_id=plan.pk, now=now, because=NO_LONGER)


def _may_open(actor: Actor, call: CallInCase, now: datetime) -> bool:
    """Whether this actor opens the person at all; a call is made without it too."""
    return access.would_open(
        actor=actor, person_id=call.person_id, now=now, category=Category.PERSON_CARD
    ).allowed


def _plan_of(actor: Actor, call: CallInCase, now: datetime) -> Plan | None:
    """The plan, begun and agreed to when it was not; her yes in the case is a yes."""
    record = access.open_record(
        actor=actor, person_id=call.person_id, now=now, category=Category.PERSON_CARD
    )
    plan = _living(call.person_id)
    if plan is None:
        flag_need(record=record, because=BECAUSE, now=now, source=call.case_id)
        plan = _living(call.person_id)
    elif plan.source is None:
        Plan.objects.filter(pk=plan.pk).update(source=call.case_id)
    if plan and call.consented and not plan.consented and _speaks_alone(plan, record):
        said = Said(yes=True, how=ConsentHow.SPOKEN)
        say(record=record, plan_id=plan.pk, said=said, now=now)
        plan.refresh_from_db()
    return plan


def _living(person_id: UUID) -> Plan | None:
    plans = Plan.objects.filter(person_id=person_id)
    return plans.exclude(status=PlanStatus.CLOSED).first()


def _speaks_alone(plan: Plan, record: OpenRecord) -> bool:
    """Whether her yes in the case is all that is needed.

    A no or a withdrawal about the plan is not undone by a yes about the discharge.
    """
    waiting = {PlanStatus.NEED_FLAGGED, PlanStatus.CONSENT_PENDING}
    herself = (Awaited(speaker=Speaker.PERSON),)
    return (
        PlanStatus(plan.status) in waiting
        and needed_from(consent_facts(plan, record)) == herself
    )


def _invite(
    record: OpenRecord, plan: Plan, unit_ids: Iterable[UUID], now: datetime
) -> None:
    taking_part = set(
        PlanParty.objects.filter(plan=plan, left_at=None).values_list(
            "unit_id", flat=True
        )
    )
    for unit_id in dict.fromkeys(unit_ids):
        if unit_id not in taking_part:
            invite_unit(record=record, plan_id=plan.pk, unit_id=unit_id, now=now)


def _invitation(call: CallInCase) -> Invitation:
    person = Person.objects.get(pk=call.person_id)
    names = dict(
        CareUnit.objects.filter(pk__in=call.unit_ids).values_list("pk", "name")
    )
    herself = Invited(
        kind=InviteeKind.PERSON, name=f"{person.given_name} {person.family_name}"
    )
    units = tuple(
        Invited(kind=InviteeKind.UNIT, name=name, unit_id=unit_id)
        for unit_id, name in names.items()
    )
    others = tuple(
        Invited(kind=InviteeKind.OUTSIDE, name=name)
        for name in dict.fromkeys(call.others)
        if name != herself.name
    )
    invitation = Invitation(
        purpose=call.purpose,
        mode=call.mode,
        times=(call.starts_at,),
        place=call.place,
        invited=(herself, *units, *others),
        source=call.case_id,
    )
    if not person.interpreter:
        return invitation
    return replace(invitation, interpreter=WHO_CALLS_ARRANGES)
