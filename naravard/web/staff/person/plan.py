"""The plan beside the way home: its summary, who to call, and one timeline."""

from collections.abc import Iterable
from typing import Any

from naravard.access.rules import OpenRecord
from naravard.core.clock import day_of
from naravard.plan import queries
from naravard.plan.rules.process import SHARED
from naravard.plan.services import OpenedPlan
from naravard.web.components.timeline import TimelineLane
from naravard.web.staff.plan.acts.definition import Setting
from naravard.web.staff.plan.around import call_now, team_of
from naravard.web.staff.plan.lanes import merged, plan_lanes
from naravard.web.staff.plan.opening import plan_if_open
from naravard.web.staff.plan.shown import address_of, shown_plan
from naravard.web.staff.plan.words.process import PLAN, TONES


def plan_beside(record: OpenRecord, lanes: Any) -> dict[str, object]:
    """What the plan adds to the person's page; the little all may know of one."""
    head = queries.head_of(record)
    context: dict[str, object] = {"plan_address": address_of(record.person_id)}
    if head is None:
        return context
    context["plan_status"] = str(PLAN[head.status])
    context["plan_tone"] = TONES.get(head.status, "info")
    opened = None
    if head.status in SHARED:
        opened = plan_if_open(record.actor, record.person_id)
    return {**context, **_opened(opened, lanes)} if opened else context


def _opened(opened: OpenedPlan, lanes: Iterable[TimelineLane]) -> dict[str, object]:
    setting = Setting(
        record=opened.record,
        person=opened.person,
        process=opened.process,
        opened=opened,
        now=opened.record.opened_at,
    )
    versions = queries.versions_of(opened.record, setting.plan_id)
    return {
        "plan_shown": shown_plan(setting),
        "plan_call": call_now(setting.plan),
        "plan_team": team_of(setting.plan),
        "lanes": merged(
            lanes, plan_lanes(setting, versions, day_of(setting.now)), setting.person
        ),
    }
