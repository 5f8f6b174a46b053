"""The plan as its page shows it: what matters, who does what, what alarms."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext

from naravard.access.rules import Action, Extent, may_do
from naravard.core.clock import day_of
from naravard.plan.rules.kinds import (
    LIVING,
    LegalBasis,
    PassageKind,
    ResponsibleKind,
)
from naravard.plan.rules.parts import Activity, Goal, Need, Part, Passage
from naravard.plan.rules.process import WORKED_ON
from naravard.web.caregivers import Caregiver
from naravard.web.staff.plan.activities import letter_of_activity, period_of
from naravard.web.staff.plan.acts.definition import Setting
from naravard.web.staff.plan.acts.tasks import ASK_TASK
from naravard.web.staff.plan.parts.asked import HEADER, TYPES
from naravard.web.staff.plan.parts.responsible import responsible_words
from naravard.web.staff.plan.words import kinds
from naravard.web.staff.plan.words.values import NOTHING, Said, sides, title_of
from naravard.web.words.days import short_day

# Sections with a form of their own on the page; the others are shown alike.
SHOWN_APART = frozenset({"needs", "goals", "activities", "team"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownText:
    """A text of the plan and whose words it is."""

    text: str
    whose: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownGoal:
    """A goal in the person's words."""

    goal: Goal
    note: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNeed:
    """A need, its owner, and where to ask a unit to take it on when nobody has."""

    need: Need
    area: str
    owner: str
    href: str
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownActivity:
    """Something that is done: by whom, when, and how it stands."""

    activity: Activity
    letter: Caregiver
    who: str
    when: str
    state: str
    tone: str
    rests: bool
    href: str
    visit_href: str  # where a mobile team can be asked to make it


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPart:
    """Any other part: its title and what more it says."""

    title: str
    said: tuple[Said, ...]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSection:
    """Parts of one kind."""

    code: str
    title: str
    parts: tuple[ShownPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Something to add."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlan:
    """All of the plan's own content."""

    matters: ShownText | None
    goals: tuple[ShownGoal, ...]
    needs: tuple[ShownNeed, ...]
    alarms: tuple[ShownNeed, ...]
    activities: tuple[ShownActivity, ...]
    ended: tuple[ShownActivity, ...]
    sections: tuple[ShownSection, ...]
    header: tuple[Said, ...]
    header_href: str
    additions: tuple[Link, ...]


def shown_plan(setting: Setting) -> ShownPlan:
    """The content of an opened plan in words."""
    plan = setting.plan
    needs = tuple(_need(one, setting) for one in plan.content.needs if not one.closed)
    activities = tuple(_activity(one, setting) for one in plan.content.activities)
    return ShownPlan(
        matters=_matters(setting),
        goals=tuple(_goal(one, setting) for one in plan.content.goals),
        needs=needs,
        alarms=tuple(one for one in needs if one.ask),
        activities=tuple(one for one in activities if one.activity.status in LIVING),
        ended=tuple(one for one in activities if one.activity.status not in LIVING),
        sections=_sections(setting),
        header=sides(HEADER, None, plan.content.header, plan),
        header_href=_new(setting, HEADER),
        additions=_additions(setting),
    )


def may_write(setting: Setting) -> bool:
    """Whether the reader writes in the plan now."""
    allowed = may_do(setting.actor, Action.EDIT_PLAN).allowed
    return (
        allowed
        and setting.status in WORKED_ON
        and setting.record.extent in {Extent.ALL, Extent.OWN_PARTS}
    )


def _matters(setting: Setting) -> ShownText | None:
    found = next(
        (
            one
            for one in setting.plan.content.passages
            if one.kind is PassageKind.WHAT_MATTERS
        ),
        None,
    )
    if found is None:
        return None
    return ShownText(
        text=found.text,
        whose=str(kinds.AUTHOR[found.author]),
        href=_edit(setting, "passages", found),
    )


def _goal(goal: Goal, setting: Setting) -> ShownGoal:
    today = day_of(setting.now)
    latest = goal.ratings[-1] if goal.ratings else None
    notes = (
        goal.measure,
        gettext("senast %(day)s") % {"day": short_day(goal.target_on, today=today)}
        if goal.target_on
        else "",
        gettext("nu %(value)s av 10") % {"value": latest.value} if latest else "",
        gettext("nått") if goal.reached else "",
        _writer(goal, setting),
    )
    note = ", ".join(one for one in notes if one)
    return ShownGoal(goal=goal, note=note, href=_edit(setting, "goals", goal))


def _writer(goal: Goal, setting: Setting) -> str:
    writer = setting.plan.proxy(goal.id)
    return gettext("skrivet av %(name)s") % {"name": writer} if writer else ""


def _need(need: Need, setting: Setting) -> ShownNeed:
    unowned = need.owner_unit_id is None
    address = reverse(
        "staff:plan_act_about", args=[setting.person.id, ASK_TASK.slug, need.id]
    )
    return ShownNeed(
        need=need,
        area=str(kinds.AREA[need.area]),
        owner=setting.plan.unit(need.owner_unit_id),
        href=_edit(setting, "needs", need),
        ask=address if unowned else "",
    )


def _activity(activity: Activity, setting: Setting) -> ShownActivity:
    plan = setting.plan
    return ShownActivity(
        activity=activity,
        letter=letter_of_activity(activity, plan),
        who=responsible_words(activity, plan) or NOTHING,
        when=period_of(activity, day_of(setting.now)),
        state=str(kinds.ACTIVITY_STATUS[activity.status]),
        tone=kinds.ACTIVITY_TONES[activity.status],
        rests=activity.id in plan.resting,
        href=_edit(setting, "activities", activity),
        visit_href=_visit(setting, activity),
    )


def _sections(setting: Setting) -> tuple[ShownSection, ...]:
    content = setting.plan.content
    found = (
        ShownSection(
            code=section,
            title=str(kinds.SECTION[section]),
            parts=tuple(
                _part(section, one, setting)
                for one in getattr(content, section)
                if not _is_what_matters(one)
            ),
        )
        for section in TYPES
        if section not in SHOWN_APART
    )
    return tuple(section for section in found if section.parts)


def _part(section: str, part: Part, setting: Setting) -> ShownPart:
    if isinstance(part, Passage):
        title = str(kinds.PASSAGE[part.kind])
        said: tuple[Said, ...] = (
            Said(label="", before=NOTHING, after=part.text),
            Said(label="", before=NOTHING, after=str(kinds.AUTHOR[part.author])),
        )
    else:
        title = title_of(part)
        said = tuple(
            one
            for one in sides(section, None, part, setting.plan)
            if one.after != title
        )
    return ShownPart(
        title=title or str(kinds.SECTION[section]),
        said=said,
        href=_edit(setting, section, part),
    )


def _is_what_matters(part: Part) -> bool:
    return isinstance(part, Passage) and part.kind is PassageKind.WHAT_MATTERS


def _additions(setting: Setting) -> tuple[Link, ...]:
    if not may_write(setting) or setting.record.extent is not Extent.ALL:
        return ()
    return tuple(
        Link(text=str(kinds.SECTION[section]), href=_new(setting, section))
        for section in TYPES
    )


def _edit(setting: Setting, section: str, part: Part) -> str:
    ours = (
        isinstance(part, Activity) and part.responsible_unit_id == setting.actor.unit_id
    )
    if not may_write(setting) or not (setting.record.extent is Extent.ALL or ours):
        return ""
    return reverse("staff:plan_part", args=[setting.person.id, section, part.id])


def _visit(setting: Setting, activity: Activity) -> str:
    """Where to ask for a home visit, for health care that staff still are to give."""
    by_staff = activity.responsible in {ResponsibleKind.UNIT, ResponsibleKind.OUTSIDE}
    may_ask = may_do(setting.actor, Action.REQUEST_VISIT).allowed
    is_care = activity.basis is LegalBasis.HSL and activity.status in LIVING
    if not (by_staff and may_ask and is_care):
        return ""
    address = reverse("staff:person_visits", args=[setting.person.id])
    return f"{address}?insats={activity.id}#be"


def _new(setting: Setting, section: str) -> str:
    if not may_write(setting) or setting.record.extent is not Extent.ALL:
        return ""
    return reverse("staff:plan_new_part", args=[setting.person.id, section])


def address_of(person_id: UUID) -> str:
    """Where the plan is read."""
    return reverse("staff:plan", args=[person_id])
