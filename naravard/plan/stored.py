"""Between the rules' parts and the rows of the tables."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Model

from naravard.access.rules import Actor, ActorKind
from naravard.people.roles import CareUnitKind, OrganisationKind
from naravard.plan import models
from naravard.plan.rules import parts as rules
from naravard.plan.rules.content import TYPE_OF_SECTION, field_names
from naravard.plan.rules.kinds import Author, Principal
from naravard.plan.rules.snapshot import to_json
from naravard.plan.rules.versions import Change, Difference

MODEL_OF: dict[type, type[models.PlanPart]] = {
    rules.Passage: models.Passage,
    rules.Need: models.Need,
    rules.Goal: models.Goal,
    rules.Activity: models.Activity,
    rules.Contingency: models.Contingency,
    rules.TreatmentLimit: models.TreatmentLimit,
    rules.TurningPointTalk: models.TurningPointTalk,
    rules.PalliativeCare: models.PalliativeCare,
    rules.SafetyItem: models.SafetyItem,
    rules.SelfCareAct: models.SelfCareAct,
    rules.TeamMember: models.TeamMember,
    rules.AgreedTime: models.AgreedTime,
    rules.Review: models.Review,
}
# Fields that stand in tables of their own.
LINKED = frozenset({"need_ids", "goal_ids", "ratings"})
AS_JSON = frozenset({"hours"})

PRINCIPAL_OF = {
    OrganisationKind.REGION: Principal.REGION,
    OrganisationKind.PRIVATE: Principal.REGION,
    OrganisationKind.MUNICIPALITY: Principal.MUNICIPALITY,
}
SCHOOL = frozenset({CareUnitKind.SCHOOL_HEALTH, CareUnitKind.PUPIL_WELFARE})


def principal_of(organisation_kind: str, unit_kind: str) -> Principal:
    """Whose unit it is; school counts as neither principal (HSL 16 kap. 4 §)."""
    if unit_kind in SCHOOL or unit_kind == CareUnitKind.OTHER:
        return Principal.OTHER
    return PRINCIPAL_OF[OrganisationKind(organisation_kind)]


def author_of(actor: Actor) -> Author:
    """Whose words somebody writes when she writes in the plan."""
    return {
        ActorKind.PERSON: Author.PERSON,
        ActorKind.RELATIVE: Author.PROXY,
    }.get(actor.kind, Author.STAFF)


def keep_parts(plan_id: UUID, differences: Iterable[Difference]) -> None:
    """Rewrite the rows of the parts that differ; what goes, goes first."""
    of_parts = [one for one in differences if one.part_id is not None]
    for section, kind in reversed(TYPE_OF_SECTION.items()):
        gone = [
            one.part_id
            for one in of_parts
            if one.section == section and one.change is Change.REMOVED
        ]
        if gone:
            MODEL_OF[kind].objects.filter(pk__in=gone).delete()  # type: ignore[attr-defined]
    for section, kind in TYPE_OF_SECTION.items():
        written = [
            one.after
            for one in of_parts
            if one.section == section and one.change is not Change.REMOVED
        ]
        if written:
            _write(plan_id, kind, written)


def _write(plan_id: UUID, kind: type, written: Sequence[object]) -> None:
    columns = [name for name in field_names(kind) if name not in LINKED]
    model = MODEL_OF[kind]
    model.objects.bulk_create(  # type: ignore[attr-defined]
        [
            model(
                plan_id=plan_id,
                **{name: _column(name, getattr(part, name)) for name in columns},
            )
            for part in written
        ],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[name for name in columns if name != "id"],
    )
    if kind is rules.Goal:
        _link_goals(plan_id, [one for one in written if isinstance(one, rules.Goal)])
    if kind is rules.Activity:
        _link_activities(
            plan_id, [one for one in written if isinstance(one, rules.Activity)]
        )


def _column(name: str, value: object) -> object:
    return to_json(value) if name in AS_JSON else value


def _link_goals(plan_id: UUID, goals: list[rules.Goal]) -> None:
    ids = [goal.id for goal in goals]
    models.GoalNeed.objects.filter(goal_id__in=ids).delete()
    models.GoalRating.objects.filter(goal_id__in=ids).delete()
    models.GoalNeed.objects.bulk_create(
        models.GoalNeed(plan_id=plan_id, goal_id=goal.id, need_id=need_id)
        for goal in goals
        for need_id in dict.fromkeys(goal.need_ids)
    )
    models.GoalRating.objects.bulk_create(
        models.GoalRating(
            plan_id=plan_id, goal_id=goal.id, on=rating.on, value=rating.value
        )
        for goal in goals
        for rating in {one.on: one for one in goal.ratings}.values()
    )


def _link_activities(plan_id: UUID, activities: list[rules.Activity]) -> None:
    ids = [activity.id for activity in activities]
    models.ActivityGoal.objects.filter(activity_id__in=ids).delete()
    models.ActivityGoal.objects.bulk_create(
        models.ActivityGoal(plan_id=plan_id, activity_id=activity.id, goal_id=goal_id)
        for activity in activities
        for goal_id in dict.fromkeys(activity.goal_ids)
    )


def rows_of(plan_id: UUID, kind: type) -> dict[UUID, Model]:
    """The rows of one kind of part, by id."""
    return {
        row.pk: row
        for row in MODEL_OF[kind].objects.filter(plan_id=plan_id)  # type: ignore[attr-defined]
    }
