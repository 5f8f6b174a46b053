"""What a unit's staff see over many plans: my persons, and what waits for us."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from uuid import UUID

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from naravard.access.rules import Actor
from naravard.core.clock import day_of, end_of, moment_at
from naravard.people.models import Person, PersonIdentifier
from naravard.people.queries.rows import full_name
from naravard.people.roles import Protection
from naravard.plan.models import (
    Invitee,
    Meeting,
    Need,
    Plan,
    PlanParty,
    PlanTask,
    Review,
    SelfCareAct,
    TeamMember,
)
from naravard.plan.queries.talk import OPEN
from naravard.plan.rows import MyPersonRow, ToDo, ToDoRow
from naravard.plan.rules.kinds import TeamRole
from naravard.plan.rules.process import SHARED, WORKED_ON, PlanStatus
from naravard.plan.rules.tasks import TaskKind

HIDDEN_NAME = "Skyddade personuppgifter"
# A review shows among what is to be done so long before its day; our choice. [DES]
REVIEW_AHEAD = timedelta(days=14)
MOST_ROWS = 500
CONTACT_ROLES = (
    TeamRole.NAMED_CONTACT,
    TeamRole.NAMED_PHYSICIAN,
    TeamRole.NAMED_CARE_WORKER,
    TeamRole.SIP_COORDINATOR,
)


def my_persons(
    actor: Actor, now: datetime, *, only_my_contacts: bool = False
) -> tuple[MyPersonRow, ...]:
    """Those whose plan the actor's unit takes part in, in one SQL.

    The caller logs whom.
    """
    plans = _counted(_our_plans(actor), actor, now)
    if only_my_contacts:
        plans = plans.filter(_mine(actor, now))
    ordered = plans.order_by(
        F("review_due_on").asc(nulls_last=True), "person__family_name", "pk"
    )
    return tuple(_person_row(plan, actor) for plan in ordered[:MOST_ROWS])


def to_do(actor: Actor, now: datetime) -> tuple[ToDoRow, ...]:
    """All that waits for the actor's unit, the most urgent first. The caller logs whom.

    Asked of us, or following from a plan's own dates: nothing is copied into a list.
    """
    found = (
        *_tasks(actor, now),
        *_reviews(actor, now),
        *_reassessments(actor, now),
        *_unowned(actor, now),
        *_beginnings(actor, now),
        *_replies(actor, now),
    )
    last = end_of(day_of(now) + timedelta(days=3650))
    return tuple(sorted(found, key=lambda row: (row.due_at or last, row.name)))


def shown_name(person: Person, actor: Actor) -> str:
    """The name as this actor may see it in a list."""
    hidden = person.protection != Protection.NONE and not actor.may_open_protected
    return HIDDEN_NAME if hidden else full_name(person.given_name, person.family_name)


def _our_plans(actor: Actor) -> QuerySet[Plan]:
    ours = PlanParty.objects.filter(
        plan_id=OuterRef("pk"), unit_id=actor.unit_id, left_at=None
    )
    return (
        Plan.objects.filter(Exists(ours))
        .exclude(status__in=[PlanStatus.CLOSED, PlanStatus.WITHDRAWN])
        .select_related("person")
    )


def _counted(plans: QuerySet[Plan], actor: Actor, now: datetime) -> QuerySet[Plan]:
    def count(rows: QuerySet) -> Subquery:  # type: ignore[type-arg]
        counted = rows.order_by().values("plan_id").annotate(n=Count("pk"))
        return Subquery(counted.values("n")[:1])

    of_plan = {"plan_id": OuterRef("pk")}
    number = PersonIdentifier.objects.filter(
        person_id=OuterRef("person_id"), current=True
    ).order_by("-pk")
    meetings = Meeting.objects.filter(
        **of_plan, status="called", starts_at__gte=now
    ).order_by("starts_at")
    return plans.annotate(
        number=Subquery(number.values("value")[:1]),
        next_meeting_at=Subquery(meetings.values("starts_at")[:1]),
        unowned=Coalesce(
            count(Need.objects.filter(**of_plan, owner_unit=None, closed=False)), 0
        ),
        asked=Coalesce(count(PlanTask.objects.filter(**of_plan, status__in=OPEN)), 0),
        mine=_mine(actor, now),
    )


def _mine(actor: Actor, now: datetime) -> Exists:
    """Whether the actor herself is one of the person's contacts."""
    assert actor.assignment_id is not None
    return Exists(
        TeamMember.objects.filter(
            plan_id=OuterRef("pk"),
            assignment_id=actor.assignment_id,
            role__in=CONTACT_ROLES,
        ).filter(Q(to_on=None) | Q(to_on__gte=day_of(now)))
    )


def _person_row(plan: Plan, actor: Actor) -> MyPersonRow:
    is_protected = plan.person.protection != Protection.NONE
    hidden = is_protected and not actor.may_open_protected
    return MyPersonRow(
        plan_id=plan.pk,
        person_id=plan.person_id,
        name=shown_name(plan.person, actor),
        number="" if hidden else getattr(plan, "number", None) or "",
        is_protected=is_protected,
        status=PlanStatus(plan.status),
        review_due_on=plan.review_due_on,
        next_meeting_at=getattr(plan, "next_meeting_at", None),
        unowned_needs=getattr(plan, "unowned", 0),
        open_tasks=getattr(plan, "asked", 0),
        is_my_contact_person=getattr(plan, "mine", False),
        changed_at=plan.changed_at,
    )


def _tasks(actor: Actor, now: datetime) -> Iterable[ToDoRow]:
    rows = PlanTask.objects.filter(
        to_unit_id=actor.unit_id, status__in=OPEN, plan__status__in=WORKED_ON
    ).select_related("plan__person")
    for row in rows[:MOST_ROWS]:
        boundary = row.kind == TaskKind.BOUNDARY
        yield _row(
            actor,
            now,
            row.plan,
            kind=ToDo.BOUNDARY if boundary else ToDo.TASK,
            text=row.text,
            due_at=row.due_at,
            task_id=row.pk,
        )


def _reviews(actor: Actor, now: datetime) -> Iterable[ToDoRow]:
    soon = day_of(now + REVIEW_AHEAD)
    plans = _our_plans(actor).filter(status__in=SHARED)
    rows = Review.objects.filter(
        done_on=None, due_on__lte=soon, plan_id__in=plans.values("pk")
    ).select_related("plan__person")
    for row in rows[:MOST_ROWS]:
        yield _row(
            actor,
            now,
            row.plan,
            kind=ToDo.REVIEW,
            text="Planen ska följas upp.",
            due_at=end_of(row.due_on),
        )


def _reassessments(actor: Actor, now: datetime) -> Iterable[ToDoRow]:
    """Self-care that is to be judged again (lag 2022:1250)."""
    rows = SelfCareAct.objects.filter(
        reassess_on__lte=day_of(now + REVIEW_AHEAD),
        plan_id__in=_our_plans(actor).filter(status__in=SHARED).values("pk"),
    ).select_related("plan__person")
    for row in rows[:MOST_ROWS]:
        yield _row(
            actor,
            now,
            row.plan,
            kind=ToDo.REVIEW,
            text=f"Bedöm egenvården igen: {row.act}",
            due_at=end_of(row.reassess_on) if row.reassess_on else None,
        )


def _unowned(actor: Actor, now: datetime) -> Iterable[ToDoRow]:
    rows = Need.objects.filter(
        owner_unit=None,
        closed=False,
        plan_id__in=_our_plans(actor).filter(status__in=SHARED).values("pk"),
    ).select_related("plan__person")
    for row in rows[:MOST_ROWS]:
        yield _row(
            actor,
            now,
            row.plan,
            kind=ToDo.UNOWNED_NEED,
            text=row.text,
            due_at=end_of(row.since_on) if row.since_on else None,
        )


def _beginnings(actor: Actor, now: datetime) -> Iterable[ToDoRow]:
    """Consent to ask for, and plans to begin, each by its own last day."""
    waiting = _our_plans(actor).filter(
        status__in=[
            PlanStatus.NEED_FLAGGED,
            PlanStatus.CONSENT_PENDING,
            PlanStatus.PREPARING,
        ]
    )
    declined = _our_plans(actor).filter(
        status=PlanStatus.DECLINED, asked_again_on__lte=day_of(now)
    )
    for plan in (*waiting[:MOST_ROWS], *declined[:MOST_ROWS]):
        asked = plan.status == PlanStatus.PREPARING
        again = plan.asked_again_on
        yield _row(
            actor,
            now,
            plan,
            kind=ToDo.BEGIN if asked else ToDo.CONSENT,
            text="Kalla till möte." if asked else "Fråga om personen vill ha en plan.",
            due_at=moment_at(again, time(17)) if again else plan.due_at,
        )


def _replies(actor: Actor, now: datetime) -> Iterable[ToDoRow]:
    rows = Invitee.objects.filter(
        unit_id=actor.unit_id,
        reply="none",
        plan__status__in=WORKED_ON,
        meeting__status__in=["proposed", "called"],
    ).select_related("plan__person", "meeting")
    first = rows.annotate(begins=Min("meeting__times__starts_at"))
    for row in first[:MOST_ROWS]:
        yield _row(
            actor,
            now,
            row.plan,
            kind=ToDo.REPLY,
            text=row.meeting.purpose,
            due_at=row.meeting.starts_at or row.begins,
        )


def _row(
    actor: Actor,
    now: datetime,
    plan: Plan,
    *,
    kind: ToDo,
    text: str,
    due_at: datetime | None,
    task_id: UUID | None = None,
) -> ToDoRow:
    return ToDoRow(
        kind=kind,
        plan_id=plan.pk,
        person_id=plan.person_id,
        name=shown_name(plan.person, actor),
        text=text,
        due_at=due_at,
        is_late=due_at is not None and due_at < now,
        task_id=task_id,
    )
