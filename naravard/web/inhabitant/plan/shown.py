"""The plan in plain words: what matters, who does what, and if it gets worse."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from naravard.core.clock import day_of
from naravard.discharge.services.inhabitant import Opened
from naravard.people.queries import reads_for
from naravard.plan.rows import PlanHead, PlanRow
from naravard.plan.rules.kinds import (
    LIVING,
    ActivityStatus,
    PassageKind,
    ResponsibleKind,
)
from naravard.plan.rules.parts import (
    Activity,
    Contingency,
    Goal,
    TeamMember,
)
from naravard.plan.rules.process import SHARED, PlanStatus
from naravard.plan.services import OpenedPlan
from naravard.web.inhabitant.reader import ReaderShown, reader_shown
from naravard.web.inhabitant.words.phones import phone_link
from naravard.web.words.days import full_day

STATUS: dict[ActivityStatus, str | Promise] = {
    ActivityStatus.PROPOSED: gettext_lazy("Föreslaget"),
    ActivityStatus.ASKED: gettext_lazy("Väntar på svar"),
    ActivityStatus.ACCEPTED: gettext_lazy("Bestämt"),
    ActivityStatus.ONGOING: gettext_lazy("Pågår"),
}
AWAITS_HER = frozenset(
    {PlanStatus.NEED_FLAGGED, PlanStatus.CONSENT_PENDING, PlanStatus.DECLINED}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneLine:
    """One thing that is done, by whom and how far it has come."""

    text: str
    by: str
    how_often: str
    status: str
    rests: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """Somebody in the team, and the number to her."""

    name: str
    about: str
    phone: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """Something she wants to reach, and who wrote it when somebody did it for her."""

    text: str
    reached: bool
    written_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanShown:
    """The page «Min plan». The texts are as they were written; nothing is rewritten."""

    reader: ReaderShown
    plan_id: UUID | None
    version: int
    has_none: bool
    awaits_answer: bool
    has_declined: bool
    is_withdrawn: bool
    is_shared: bool
    may_write: bool
    may_write_goal: bool
    may_withdraw: bool
    is_by_law: bool
    changed: str
    matters: str
    questions: str
    summary: str
    strengths: str
    crisis: tuple[tuple[str, str], ...]
    goals: tuple[GoalLine, ...]
    mine: tuple[DoneLine, ...]
    others: tuple[DoneLine, ...]
    if_worse: tuple[tuple[Contingency, str], ...]  # and the link that calls
    team: tuple[MemberLine, ...]
    contact: MemberLine | None
    review: str


CRISIS_TITLES: dict[PassageKind, str | Promise] = {
    PassageKind.CRISIS_SIGNS: gettext_lazy("Det märks på mig när"),
    PassageKind.CRISIS_HELPS: gettext_lazy("Det här hjälper mig"),
    PassageKind.CRISIS_AVOID: gettext_lazy("Det här vill jag inte"),
    PassageKind.CRISIS_CALL: gettext_lazy("De här ska ni ringa"),
}


def plan_shown(opened: OpenedPlan, now: datetime) -> PlanShown:
    """«Min plan», whether there is a plan, a question or nothing yet."""
    plan = opened.plan
    head = opened.process.head if opened.process else None
    status = head.status if head else None
    is_shared = plan is not None and status in SHARED
    content = plan.content if plan and is_shared else None
    done = (
        [one for one in content.activities if one.status in LIVING] if content else []
    )
    reader = reader_of(opened, now)
    return PlanShown(
        reader=reader,
        plan_id=head.plan_id if head else None,
        version=head.version if head else 0,
        has_none=status in {None, PlanStatus.CLOSED},
        awaits_answer=status in AWAITS_HER,
        has_declined=status is PlanStatus.DECLINED,
        is_withdrawn=status is PlanStatus.WITHDRAWN,
        is_shared=is_shared,
        may_write=is_shared and reader.sees_answers,
        may_write_goal=is_shared and (reader.sees_answers or opened.acts_for_her),
        may_withdraw=is_shared and reader.sees_answers and not _is_by_law(head),
        is_by_law=is_shared and _is_by_law(head),
        changed=full_day(day_of(head.changed_at)) if head else "",
        matters=content.passage(PassageKind.WHAT_MATTERS) if content else "",
        questions=content.passage(PassageKind.OWN_QUESTIONS) if content else "",
        summary=content.passage(PassageKind.OWN_SUMMARY) if content else "",
        strengths=content.passage(PassageKind.STRENGTHS) if content else "",
        crisis=_crisis(plan) if plan and is_shared else (),
        goals=tuple(_goal(one, plan) for one in content.goals if plan)
        if content
        else (),
        mine=tuple(_done(one, plan) for one in done if plan and _is_hers(one)),
        others=tuple(_done(one, plan) for one in done if plan and not _is_hers(one)),
        if_worse=tuple(
            (one, phone_link(one.call_phone)) for one in content.contingencies
        )
        if content
        else (),
        team=tuple(_member(one, plan) for one in content.team if plan)
        if content
        else (),
        contact=_member(plan.contact, plan) if plan and plan.contact else None,
        review=full_day(head.review_due_on) if head and head.review_due_on else "",
    )


def _is_by_law(head: PlanHead | None) -> bool:
    """By LPT 7 a § the plan rests on no yes, so there is none to take back."""
    return head is not None and head.compulsory_since is not None


def _goal(goal: Goal, plan: PlanRow) -> GoalLine:
    return GoalLine(
        text=goal.text, reached=goal.reached, written_by=plan.proxy(goal.id)
    )


def reader_of(opened: OpenedPlan, now: datetime) -> ReaderShown:
    """For whom the page is read."""
    actor = opened.record.actor
    return reader_shown(
        Opened(
            record=opened.record,
            person=opened.person,
            reads_for=reads_for(actor, day_of(now)),
        ),
        now,
    )


def _crisis(plan: PlanRow) -> tuple[tuple[str, str], ...]:
    return tuple(
        (str(CRISIS_TITLES[one.kind]), one.text)
        for one in plan.content.crisis_plan
        if one.text.strip()
    )


def _is_hers(activity: Activity) -> bool:
    return activity.responsible in {ResponsibleKind.PERSON, ResponsibleKind.RELATED}


def _done(activity: Activity, plan: PlanRow) -> DoneLine:
    return DoneLine(
        text=activity.text,
        by=_responsible(activity, plan),
        how_often=activity.frequency,
        status=str(STATUS.get(activity.status, "")),
        rests=activity.id in plan.resting,
    )


def _responsible(activity: Activity, plan: PlanRow) -> str:
    if activity.responsible is ResponsibleKind.PERSON:
        return gettext("Du själv")
    if activity.responsible is ResponsibleKind.RELATED:
        return plan.related(activity.responsible_related_id)
    unit = plan.unit(activity.responsible_unit_id)
    return ", ".join(part for part in (activity.responsible_name, unit) if part)


def _member(member: TeamMember, plan: PlanRow) -> MemberLine:
    unit = plan.unit(member.unit_id)
    return MemberLine(
        name=member.name,
        about=", ".join(part for part in (member.title, unit) if part),
        phone=member.phone,
        href=phone_link(member.phone) if member.phone else "",
    )
