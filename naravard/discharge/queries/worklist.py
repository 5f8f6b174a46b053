"""A unit's worklist: two indexed questions, whatever the size of the county."""

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from naravard.access.rules import Actor
from naravard.core.clock import day_of, moment_at
from naravard.discharge.models import CaseEvent, CaseParty
from naravard.discharge.rows import (
    Tab,
    TabCounts,
    Worklist,
    WorklistFilter,
    WorklistPulse,
    WorklistRow,
)
from naravard.people.models import PersonIdentifier
from naravard.people.roles import Protection

HIDDEN_NAME = "Skyddade personuppgifter"

COLUMNS = (
    "case_id",
    "case__person_id",
    "case__person__given_name",
    "case__person__family_name",
    "number",
    "case__person__birth_date",
    "case__person__protection",
    "case__person__town",
    "case__person__language",
    "case__person__interpreter",
    "case__ward__hospital",
    "case__ward__name",
    "case__state",
    "case__position",
    "case__track",
    "case__estimated_at",
    "case__ready_at",
    "case__discharged_at",
    "case__liability_starts_on",
    "case__blocked",
    "step",
    "step_unit__name",
    "step_unit__kind",
    "ours",
    "due_at",
    "since",
    "case__changed_at",
)


def worklist(actor: Actor, now: datetime, wanted: WorklistFilter) -> Worklist:
    """The cases on the list of the actor's unit, by deadline, with counts of all tabs.

    Two SQL statements. The caller logs whom the list showed.
    """
    parts = CaseParty.objects.filter(unit_id=actor.unit_id, listed=True)
    counts = parts.aggregate(
        in_all=Count("pk"),
        our_turn=Count("pk", filter=Q(ours=True)),
        waiting=Count("pk", filter=Q(ours=False)),
        home_today=Count("pk", filter=_home_on_day_of(now)),
        at_home=Count("pk", filter=Q(case__discharged_at__isnull=False)),
    )
    rows = tuple(
        _row(actor, columns)
        for columns in _shown(actor, parts, now, wanted).values_list(*COLUMNS)
    )
    return Worklist(
        rows=rows,
        counts=TabCounts(
            all=counts["in_all"],
            ours=counts["our_turn"],
            waiting=counts["waiting"],
            home_today=counts["home_today"],
            at_home=counts["at_home"],
        ),
        hospitals=tuple(sorted({row.hospital for row in rows})),
        areas=tuple(sorted({row.area for row in rows} - {""})),
        read_at=now,
    )


def changed_since(actor: Actor, moment: datetime) -> int:
    """How many cases on the unit's list have changed since then; for live updates."""
    return CaseParty.objects.filter(
        unit_id=actor.unit_id, listed=True, case__changed_at__gt=moment
    ).count()


def worklist_pulse(actor: Actor, moment: datetime) -> WorklistPulse:
    """Whether an open list is still what it was; one SQL statement, nobody shown."""
    found = CaseParty.objects.filter(unit_id=actor.unit_id, listed=True).aggregate(
        changed=Count("pk", filter=Q(case__changed_at__gt=moment)), listed=Count("pk")
    )
    return WorklistPulse(changed=found["changed"], listed=found["listed"])


def _shown(
    actor: Actor, parts: QuerySet[CaseParty], now: datetime, wanted: WorklistFilter
) -> QuerySet[CaseParty]:
    chosen = {
        Tab.ALL: Q(),
        Tab.OURS: Q(ours=True),
        Tab.WAITING: Q(ours=False),
        Tab.HOME_TODAY: _home_on_day_of(now),
        Tab.AT_HOME: Q(case__discharged_at__isnull=False),
    }[wanted.tab]
    if wanted.hospital:
        chosen &= Q(case__ward__hospital=wanted.hospital)
    if wanted.area:
        # Where somebody with protected identity lives is found by no list.
        chosen &= Q(
            case__person__town=wanted.area, case__person__protection=Protection.NONE
        )
    if wanted.mine and actor.assignment_id:
        chosen &= _mine(actor.assignment_id)
    if wanted.track:
        chosen &= Q(case__track=wanted.track)
    number = PersonIdentifier.objects.filter(
        person_id=OuterRef("case__person_id"), current=True
    ).order_by("-pk")
    return (
        parts.filter(chosen)
        .annotate(number=Subquery(number.values("value")[:1]))
        .order_by("due_at", "case__admitted_at")[
            wanted.offset : wanted.offset + wanted.limit
        ]
    )


def _mine(assignment_id: UUID) -> Q:
    """Cases where somebody is the named contact, or has done something herself."""
    done = CaseEvent.objects.filter(
        case_id=OuterRef("case_id"), assignment_id=assignment_id
    )
    return Q(case__named_contact_id=assignment_id) | Q(Exists(done))


def _home_on_day_of(now: datetime) -> Q:
    begins = moment_at(day_of(now), time(0))
    ends = moment_at(day_of(now) + timedelta(days=1), time(0))
    return Q(
        case__estimated_at__gte=begins,
        case__estimated_at__lt=ends,
        case__discharged_at__isnull=True,
    )


def _row(actor: Actor, columns: tuple[Any, ...]) -> WorklistRow:
    (case_id, person_id, given, family, number, born, protection, town, *rest) = columns
    is_protected = protection != Protection.NONE
    hidden = is_protected and not actor.may_open_protected
    (
        language,
        interpreter,
        hospital,
        ward,
        state,
        position,
        track,
        estimated_at,
        ready_at,
        discharged_at,
        liability_starts_on,
        blocked,
        step,
        step_unit,
        step_unit_kind,
        ours,
        due_at,
        since,
        changed_at,
    ) = rest
    return WorklistRow(
        case_id=case_id,
        person_id=person_id,
        name=HIDDEN_NAME if hidden else f"{given} {family}",
        number="" if hidden else number or "",
        birth_date=None if hidden else born,
        is_protected=is_protected,
        area="" if is_protected else town,
        language=language,
        interpreter=interpreter,
        hospital=hospital,
        ward=ward,
        state=state,
        position=position,
        track=track,
        estimated_at=estimated_at,
        ready_at=ready_at,
        discharged_at=discharged_at,
        liability_starts_on=liability_starts_on,
        blocked=blocked,
        step=step,
        step_unit=step_unit or "",
        step_unit_kind=step_unit_kind or "",
        ours=ours,
        due_at=due_at,
        since=since,
        changed_at=changed_at,
    )
