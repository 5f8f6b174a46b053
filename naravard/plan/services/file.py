"""A plan as the services hold it while they work: locked, with what it says now."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from naravard.access import services as access
from naravard.access.rules import (
    AccessDenied,
    Action,
    Actor,
    ActorKind,
    Category,
    Extent,
    Ground,
    OpenRecord,
    Rule,
)
from naravard.access.rules.decisions import deny
from naravard.core import events
from naravard.core.clock import day_of
from naravard.core.errors import NotFound
from naravard.people.models import RelatedPerson
from naravard.people.queries import mandated
from naravard.plan.events import PlanMoved
from naravard.plan.models import Plan, PlanStep
from naravard.plan.queries.heads import content_of
from naravard.plan.rules.content import Content
from naravard.plan.rules.process import (
    WORKED_ON,
    ConsentFirst,
    MoveFacts,
    NotStartedYet,
    PlanStatus,
    check_can_move,
)


@dataclass(slots=True, kw_only=True)
class PlanFile:
    """One plan under lock and what its latest version says."""

    plan: Plan
    content: Content

    @property
    def status(self) -> PlanStatus:
        """Where the plan stands."""
        return PlanStatus(self.plan.status)


def take(
    record: OpenRecord, plan_id: UUID, action: Action, *, by_mandate: bool = False
) -> PlanFile:
    """Lock the person's plan, for an act that is allowed (two SQL).

    `by_mandate` is whether a relative whom she lets act may do it too. Raises
    AccessDenied and NotFound.
    """
    check_may(record, action, by_mandate=by_mandate)
    plan = lock_plan(record, plan_id)
    return PlanFile(plan=plan, content=content_of(plan.pk, plan.version))


def take_working(
    record: OpenRecord, plan_id: UUID, action: Action, *, by_mandate: bool = False
) -> PlanFile:
    """As `take`, of a plan that is read as a plan and worked on now.

    Raises AccessDenied, NotFound, ConsentFirst and NotStartedYet.
    """
    if record.category is not Category.PLAN:
        raise ConsentFirst("Planen är inte öppnad.", remedy="Öppna planen först.")
    file = take(record, plan_id, action, by_mandate=by_mandate)
    if not (file.plan.consented or file.plan.compulsory_since):
        raise ConsentFirst(
            "Personen har inte sagt ja till planen.",
            remedy="Fråga personen och anteckna svaret.",
        )
    if file.status not in WORKED_ON:
        raise NotStartedYet(
            "Planen är avslutad.", remedy="Starta en ny plan om behovet finns kvar."
        )
    return file


def lock_plan(record: OpenRecord, plan_id: UUID) -> Plan:
    """The row under lock. Raises NotFound when it is not this person's."""
    plan = (
        Plan.objects.select_for_update(of=("self",))
        .filter(pk=plan_id, person_id=record.person_id)
        .first()
    )
    if plan is None:
        raise NotFound("Planen finns inte.", remedy="Öppna personens plan.")
    return plan


def check_may(record: OpenRecord, action: Action, *, by_mandate: bool = False) -> None:
    """Raise AccessDenied unless who opened the record may do this in the plan."""
    access.require(actor=record.actor, action=action, person_id=record.person_id)
    if by_mandate and acts_for_her(record):
        return
    if reads_for_her(record):
        raise AccessDenied(
            deny(
                Rule.C04,
                "Den som läser åt någon annan skriver inte i planen.",
                "Personen skriver själv, ber sin kontakt skriva, eller ger dig rätt"
                " att hjälpa till.",
            ),
            actor=record.actor,
            action=action,
            person_ids=(record.person_id,),
        )


def known_of(plan: Plan) -> MoveFacts:
    """What the plan itself tells the guards of its moves."""
    return MoveFacts(consented=plan.consented, by_law=plan.compulsory_since is not None)


def reads_for_her(record: OpenRecord) -> bool:
    """Whether somebody reads because the person lets them, what she shares."""
    shared_only = record.extent is Extent.SHARED_PARTS
    return shared_only or record.ground == Ground.READ_MANDATE


def acts_for_her(record: OpenRecord) -> bool:
    """Whether the person lets this relative propose times and write goals, now."""
    if record.actor.kind is not ActorKind.RELATIVE or not reads_for_her(record):
        return False
    today = day_of(record.opened_at)
    return RelatedPerson.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=today),
        mandated(today),
        person_id=record.person_id,
        other_id=record.actor.person_id,
        may_act=True,
        valid_from__lte=today,
    ).exists()


def move(
    *,
    record: OpenRecord,
    plan: Plan,
    after: PlanStatus,
    facts: MoveFacts,
    now: datetime,
    because: str = "",
) -> None:
    """Take one step in the process, guarded and kept. Saves the plan."""
    before = PlanStatus(plan.status)
    check_can_move(before, after, facts)
    plan.status = after
    plan.changed_at = now
    plan.save()
    note_step(record=record, plan=plan, before=before, now=now, because=because)
    events.publish(
        PlanMoved(
            plan_id=plan.pk,
            person_id=plan.person_id,
            before=before,
            after=after,
            at=now,
        )
    )


def note_step(
    *, record: OpenRecord, plan: Plan, before: str, now: datetime, because: str
) -> None:
    """Keep who took the plan where, when and why."""
    PlanStep.objects.bulk_create(
        [
            PlanStep(
                plan=plan,
                before=before,
                after=plan.status,
                at=now,
                by_name=name_of(record.actor),
                unit_id=record.actor.unit_id,
                assignment_id=record.actor.assignment_id,
                because=because,
            )
        ]
    )


def log(record: OpenRecord, action: Action, now: datetime, about: UUID) -> None:
    """Write in the access log what was done in the plan."""
    access.log(
        actor=record.actor,
        action=action,
        person_ids=(record.person_id,),
        now=now,
        category=Category.PLAN,
        ground=Ground(record.ground),
        rule=record.rule,
        about=about,
    )


def name_of(actor: Actor) -> str:
    """Who did it, as the plan shows it: name and title, or relation."""
    return f"{actor.name}, {actor.title}" if actor.title else actor.name
