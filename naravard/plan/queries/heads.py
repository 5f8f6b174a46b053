"""A plan as an opened record shows it: six SQL, whatever its size and its age."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, Q, QuerySet

from naravard.access.rules import ActorKind, Category, Extent, OpenRecord
from naravard.core.errors import NotFound
from naravard.people.models import CareUnit, RelatedPerson
from naravard.plan.models import Absence, Plan, PlanParty, PlanVersion
from naravard.plan.rows import AbsenceRow, PartyRow, PlanHead, PlanRow
from naravard.plan.rules.consent import GuardianRule
from naravard.plan.rules.contacts import who_to_call_now, your_contact
from naravard.plan.rules.content import EMPTY, Content
from naravard.plan.rules.errors import PlanNotOpened
from naravard.plan.rules.kinds import Author, Principal
from naravard.plan.rules.parts import TeamMember
from naravard.plan.rules.process import WORKED_ON, PlanStatus
from naravard.plan.rules.resting import Away, resting
from naravard.plan.rules.snapshot import content_from
from naravard.plan.rules.visible import extent_shown, visible

# An extent that shows nothing but that there is, or whose it is.
SHOWS_NO_CONTENT = frozenset({Extent.EXISTENCE, Extent.OWNERS})


def head_of(record: OpenRecord) -> PlanHead | None:
    """Where the person's plan stands; any opened record will do (one SQL).

    The one that is lived by, else the latest closed one; None when there is none.
    """
    plan = latest_plan(record.person_id)
    return None if plan is None else head_row(plan)


def plan_of(record: OpenRecord, now: datetime) -> PlanRow | None:
    """The person's plan as the record was opened; None when there is none.

    Raises PlanNotOpened when the record was opened for something else.
    """
    check_opened(record)
    plan = latest_plan(record.person_id)
    if plan is None:
        return None
    whole = content_of(plan.pk, plan.version)
    parties = parties_of(plan.pk)
    away = absence_of(record.person_id, now)
    extent = extent_shown(record)
    content = visible(whole, extent, record.actor.unit_id)
    shown_parties = () if extent in SHOWS_NO_CONTENT else parties
    return PlanRow(
        head=head_row(plan),
        content=content,
        extent=extent,
        parties=shown_parties,
        unit_names=unit_names(content, shown_parties),
        related_names=related_names(record.person_id),
        contact=your_contact(content.team, now),
        call=who_to_call_now(content.team, now),
        absence=away,
        resting=resting(content, _away(away), now),
        read_at=now,
        proxies=tuple(_proxies(plan.pk, content)),
    )


def readable_plans(record: OpenRecord) -> QuerySet[Plan, Any]:
    """The person's plans that the record opens, as a subquery of their ids.

    Where the latest rests on LPT 7 a § alone, staff read that one and no other: what
    she has not agreed to share stays closed.
    """
    plans = Plan.objects.filter(person_id=record.person_id)
    if record.actor.kind is not ActorKind.STAFF:
        return plans.values("pk")
    by_law = plans.filter(compulsory_since__isnull=False)
    return plans.filter(Q(compulsory_since__isnull=False) | ~Exists(by_law)).values(
        "pk"
    )


def team_around(record: OpenRecord) -> tuple[TeamMember, ...]:
    """Those in the team of a plan she says yes to, for her and who speaks for her.

    Raises PlanNotOpened for staff who have not opened the plan.
    """
    if record.actor.kind is ActorKind.STAFF:
        check_opened(record)
    plan = latest_plan(record.person_id)
    if plan is None or not plan.consented or plan.status not in WORKED_ON:
        return ()
    return content_of(plan.pk, plan.version).team


def check_opened(record: OpenRecord) -> None:
    """Raise PlanNotOpened unless the record was opened to read the plan."""
    if record.category is not Category.PLAN:
        raise PlanNotOpened(
            "Planen är inte öppnad.", remedy="Öppna planen, inte bara personen."
        )


def latest_plan(person_id: UUID) -> Plan | None:
    """The plan that is lived by, else the latest closed one."""
    plans = Plan.objects.select_related("flagged_unit").filter(person_id=person_id)
    return min(
        plans.order_by("-flagged_at")[:10],
        key=lambda plan: plan.status == PlanStatus.CLOSED,
        default=None,
    )


def content_of(plan_id: UUID, number: int) -> Content:
    """What a version says; nothing before the first. Raises NotFound."""
    if number == 0:
        return EMPTY
    kept = (
        PlanVersion.objects.filter(plan_id=plan_id, number=number)
        .values_list("content", flat=True)
        .first()
    )
    if kept is None:
        raise NotFound("Den versionen av planen finns inte.")
    return content_from(kept)


def parties_of(plan_id: UUID) -> tuple[PartyRow, ...]:
    """The units that take part or have taken part, in the order they came."""
    rows = (
        PlanParty.objects.select_related("unit__organisation")
        .filter(plan_id=plan_id)
        .order_by("joined_at", "pk")
    )
    return tuple(
        PartyRow(
            unit_id=row.unit_id,
            unit=row.unit.name,
            unit_kind=row.unit.kind,
            organisation=row.unit.organisation.name,
            principal=Principal(row.principal),
            phone=row.unit.phone,
            phone_hours=row.unit.phone_hours,
            joined_at=row.joined_at,
            left_at=row.left_at,
        )
        for row in rows
    )


def absence_of(person_id: UUID, now: datetime) -> AbsenceRow | None:
    """The latest absence begun by now, over or not."""
    row = (
        Absence.objects.select_related("unit")
        .filter(person_id=person_id, starts_at__lte=now)
        .order_by("-starts_at")
        .first()
    )
    if row is None:
        return None
    return AbsenceRow(unit=row.unit.name, starts_at=row.starts_at, ends_at=row.ends_at)


def unit_names(
    content: Content, parties: Iterable[PartyRow]
) -> tuple[tuple[UUID, str], ...]:
    """What every unit in the plan is called."""
    known = {party.unit_id: party.unit for party in parties}
    others = _units_in(content) - set(known)
    if others:
        known |= dict(CareUnit.objects.filter(pk__in=others).values_list("pk", "name"))
    return tuple(known.items())


def related_names(person_id: UUID) -> tuple[tuple[UUID, str], ...]:
    """What those close to the person are called."""
    rows = RelatedPerson.objects.filter(person_id=person_id).order_by("pk")
    return tuple(rows.values_list("pk", "name"))


def head_row(plan: Plan) -> PlanHead:
    """The head of a plan as a row."""
    return PlanHead(
        plan_id=plan.pk,
        person_id=plan.person_id,
        status=PlanStatus(plan.status),
        version=plan.version,
        consented=plan.consented,
        compulsory_since=plan.compulsory_since,
        flagged_at=plan.flagged_at,
        flagged_by=Author(plan.flagged_by),
        flagged_unit=plan.flagged_unit.name if plan.flagged_unit else "",
        principal=plan.principal,
        due_at=plan.due_at,
        asked_again_on=plan.asked_again_on,
        guardian_rule=GuardianRule(plan.guardian_rule),
        child_decides=plan.child_decides,
        review_due_on=plan.review_due_on,
        source=plan.source,
        started_at=plan.started_at,
        ended_at=plan.ended_at,
        changed_at=plan.changed_at,
    )


def _proxies(plan_id: UUID, content: Content) -> Iterable[tuple[UUID, str]]:
    """Who wrote each goal that somebody has written for her: of the first version."""
    for goal in content.goals:
        if goal.author is Author.PROXY:
            versions = PlanVersion.objects.filter(
                plan_id=plan_id, content__goals__contains=[{"id": str(goal.id)}]
            )
            first = versions.order_by("number").values_list("by_name", flat=True)
            yield goal.id, first.first() or ""


def _units_in(content: Content) -> set[UUID]:
    mentioned = (
        *(one.owner_unit_id for one in content.needs),
        *(one.responsible_unit_id for one in content.activities),
        *(one.unit_id for one in content.team),
        *(one.unit_id for one in content.times),
    )
    return {unit_id for unit_id in mentioned if unit_id is not None}


def _away(row: AbsenceRow | None) -> Away | None:
    if row is None:
        return None
    return Away(starts_at=row.starts_at, ends_at=row.ends_at)
