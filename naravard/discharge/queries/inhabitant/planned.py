"""What her plan adds to her first page: her contact, what is next, and if it is worse.

A plan that is not shared, or parts of it that a relative may not read, add nothing.
"""

from dataclasses import dataclass, replace
from datetime import datetime, time

from naravard.core.clock import day_of, moment_at
from naravard.discharge.own import (
    Advice,
    AgreedWithYou,
    ContactForYou,
    IfWorse,
    NextForYou,
    NextKind,
    WhoToCall,
)
from naravard.discharge.queries.inhabitant.contacts import doer_of
from naravard.plan.rows import MeetingRow, PlanHead, PlanRow
from naravard.plan.rules.kinds import TeamRole, TimeStatus
from naravard.plan.rules.meetings import MeetingStatus
from naravard.plan.rules.parts import TeamMember
from naravard.plan.rules.process import WORKED_ON

# When the hospital has nothing more to say of what comes, the plan has.
GIVES_WAY = frozenset({NextKind.NOTHING, NextKind.AT_HOME, NextKind.FOLLOWED_UP})


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlan:
    """A plan that is shared now, and its meetings."""

    plan: PlanRow
    meetings: tuple[MeetingRow, ...]


def is_shared(head: PlanHead) -> bool:
    """Whether the plan is worked on, by her yes or by law."""
    by_law = head.compulsory_since is not None
    return head.status in WORKED_ON and (head.consented or by_law)


def own_plan(plan: PlanRow | None, meetings: tuple[MeetingRow, ...]) -> OwnPlan | None:
    """The plan when there is one to read, else nothing."""
    return OwnPlan(plan=plan, meetings=meetings) if plan else None


def next_with_plan(shown: NextForYou, own: OwnPlan | None, now: datetime) -> NextForYou:
    """What the hospital says comes next, else the first time in her plan."""
    if own is None or shown.kind not in GIVES_WAY:
        return shown
    coming = sorted(
        (one for one in (*_meetings(own), *_times(own)) if one.at and one.at >= now),
        key=lambda one: one.at or now,
    )
    return next(iter((*coming, *_review(own, now))), shown)


def calls_with_plan(shown: WhoToCall, own: OwnPlan | None) -> WhoToCall:
    """«Din kontakt» of her plan by the one rule; the others are as before."""
    if own is None or own.plan.contact is None or not own.plan.contact.phone:
        return shown
    contact = _contact(own.plan, own.plan.contact)
    before = shown.contact
    others = tuple(one for one in shown.others if one.unit != contact.unit)
    if before is not None and before.unit not in {contact.unit, *_units(others)}:
        others = (before, *others)
    return replace(shown, contact=contact, others=others)


def advice_with_plan(shown: Advice, own: OwnPlan | None) -> Advice:
    """With what she and those around her have agreed to do if it gets worse."""
    if own is None or shown.in_hospital:
        return shown
    planned = tuple(
        IfWorse(
            when=one.when,
            i_do=one.i_do,
            call_name=one.call_name,
            call_phone=one.call_phone,
        )
        for one in own.plan.content.contingencies
    )
    return replace(shown, planned=planned)


def _meetings(own: OwnPlan) -> tuple[NextForYou, ...]:
    return tuple(
        NextForYou(
            kind=NextKind.AGREED,
            at=row.starts_at,
            timed=True,
            agreed=AgreedWithYou(what=row.purpose, mode=row.mode, place=row.place),
        )
        for row in own.meetings
        if row.status is MeetingStatus.CALLED
    )


def _times(own: OwnPlan) -> tuple[NextForYou, ...]:
    return tuple(
        NextForYou(
            kind=NextKind.AGREED,
            at=one.starts_at,
            timed=True,
            agreed=AgreedWithYou(
                what=one.purpose,
                mode=one.mode,
                place=one.place,
                unit=own.plan.unit(one.unit_id),
            ),
        )
        for one in own.plan.content.times
        if one.status is not TimeStatus.CANCELLED
    )


def _review(own: OwnPlan, now: datetime) -> tuple[NextForYou, ...]:
    due = own.plan.head.review_due_on
    if due is None or due < day_of(now):
        return ()
    return (NextForYou(kind=NextKind.REVIEW, at=moment_at(due, time(0))),)


def _contact(plan: PlanRow, member: TeamMember) -> ContactForYou:
    party = next((one for one in plan.parties if one.unit_id == member.unit_id), None)
    return ContactForYou(
        doer=doer_of(party.unit_kind if party else ""),
        unit=plan.unit(member.unit_id),
        name=member.name,
        title=member.title,
        phone=member.phone,
        phone_hours=party.phone_hours if party else "",
        is_named_contact=member.role is TeamRole.NAMED_CONTACT,
        is_in_plan=True,
    )


def _units(contacts: tuple[ContactForYou, ...]) -> set[str]:
    return {one.unit for one in contacts}
