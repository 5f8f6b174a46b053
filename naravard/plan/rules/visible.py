"""Which parts of a plan somebody sees, by how much the record was opened (pure)."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from naravard.access.rules import Extent, OpenRecord, Rule
from naravard.plan.rules.content import EMPTY, Content
from naravard.plan.rules.kinds import CRISIS_PLAN, PassageKind
from naravard.plan.rules.parts import Activity

# Shown to those who do their own part only: what they need to meet her rightly.
FOR_OWN_PARTS = frozenset({PassageKind.WHAT_MATTERS, PassageKind.STRENGTHS})
# Shown when a record is opened in an emergency.
IN_EMERGENCY = frozenset({PassageKind.WHAT_MATTERS, *CRISIS_PLAN})
# What a person can choose to let relatives read, section by section.
CAN_BE_SHARED = (
    "what_matters",
    "strengths",
    "needs",
    "goals",
    "activities",
    "contingencies",
    "palliative",
    "safety",
    "crisis_plan",
    "self_care",
    "team",
    "times",
)


def extent_shown(record: OpenRecord) -> Extent:
    """How much of a plan the record shows: what was opened in an emergency, the least.

    SVOD 3 kap. 6 §: what is needed for care that she indispensably needs.
    """
    whole = record.extent is Extent.ALL
    return Extent.SUMMARY if whole and record.rule == Rule.A15 else record.extent


def visible(content: Content, extent: Extent, unit_id: UUID | None) -> Content:
    """The content as the opened record shows it, seen from a unit."""
    shown = _SHOWN.get(extent)
    return shown(content, unit_id) if shown else EMPTY


def _all(content: Content, _: UUID | None) -> Content:
    return content


def _own_parts(content: Content, unit_id: UUID | None) -> Content:
    """Own activities with their goals, one's own needs and times, and the team."""
    activities = tuple(one for one in content.activities if _is_ours(one, unit_id))
    goal_ids = {goal_id for one in activities for goal_id in one.goal_ids}
    goals = tuple(
        replace(one, need_ids=(), ratings=())
        for one in content.goals
        if one.id in goal_ids
    )
    return replace(
        EMPTY,
        header=content.header,
        passages=tuple(one for one in content.passages if one.kind in FOR_OWN_PARTS),
        needs=tuple(
            one for one in content.needs if unit_id and one.owner_unit_id == unit_id
        ),
        goals=goals,
        activities=activities,
        contingencies=content.contingencies,
        team=content.team,
        times=tuple(one for one in content.times if unit_id and one.unit_id == unit_id),
    )


def _summary(content: Content, _: UUID | None) -> Content:
    """What matters when there is no time: crisis, contingency, limits, whom to call."""
    return replace(
        EMPTY,
        header=content.header,
        passages=tuple(one for one in content.passages if one.kind in IN_EMERGENCY),
        contingencies=content.contingencies,
        limits=content.limits,
        palliative=content.palliative,
        safety=content.safety,
        team=content.team,
    )


def _shared_parts(content: Content, _: UUID | None) -> Content:
    """What the person has chosen to share with those close to her."""
    chosen = set(content.header.relatives_see)
    texts: set[PassageKind] = set()
    if "what_matters" in chosen:
        texts.add(PassageKind.WHAT_MATTERS)
    if "strengths" in chosen:
        texts.add(PassageKind.STRENGTHS)
    if "crisis_plan" in chosen:
        texts.update(CRISIS_PLAN)
    sections = {
        name: getattr(content, name)
        for name in CAN_BE_SHARED
        if name in chosen and hasattr(content, name) and name != "crisis_plan"
    }
    return replace(
        EMPTY,
        header=content.header,
        passages=tuple(one for one in content.passages if one.kind in texts),
        **sections,
    )


def _is_ours(activity: Activity, unit_id: UUID | None) -> bool:
    return unit_id is not None and activity.responsible_unit_id == unit_id


_SHOWN: dict[Extent, Callable[[Content, UUID | None], Content]] = {
    Extent.ALL: _all,
    Extent.OWN_PARTS: _own_parts,
    Extent.SHARED_PARTS: _shared_parts,
    Extent.SUMMARY: _summary,
}
