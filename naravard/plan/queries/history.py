"""What the plan has said before, who changed it, and how it came where it is."""

from uuid import UUID

from naravard.access.rules import Extent, OpenRecord, age_on
from naravard.core.clock import day_of
from naravard.core.errors import NotFound
from naravard.people.models import Person, RelatedPerson
from naravard.people.roles import RelatedKind
from naravard.plan.models import Plan, PlanStep, PlanVersion, PlanWord
from naravard.plan.queries.heads import (
    check_opened,
    content_of,
    head_row,
    latest_plan,
    readable_plans,
    related_names,
)
from naravard.plan.rows import Comparison, ProcessRow, StepRow, VersionRow, WordRow
from naravard.plan.rules.consent import (
    ConsentFacts,
    GuardianRule,
    Speaker,
    Word,
    standing,
)
from naravard.plan.rules.content import Content
from naravard.plan.rules.kinds import Author
from naravard.plan.rules.process import PlanStatus
from naravard.plan.rules.versions import differences
from naravard.plan.rules.visible import extent_shown, visible


def versions_of(record: OpenRecord, plan_id: UUID) -> tuple[VersionRow, ...]:
    """Every version, the latest first; only to those who read the whole plan."""
    check_opened(record)
    if extent_shown(record) is not Extent.ALL:
        return ()
    rows = (
        PlanVersion.objects.filter(plan_id=plan_id, plan__in=readable_plans(record))
        .select_related("unit")
        .defer("content")
        .order_by("-number")
    )
    return tuple(
        VersionRow(
            number=row.number,
            at=row.at,
            author=Author(row.author),
            by_name=row.by_name,
            unit=row.unit.name if row.unit else "",
            because=row.because,
            sections=tuple(row.sections),
        )
        for row in rows
    )


def version_of(record: OpenRecord, plan_id: UUID, number: int) -> Content:
    """What a version said, as far as the record shows. Raises NotFound."""
    check_opened(record)
    _check_hers(record, plan_id)
    return visible(
        content_of(plan_id, number), extent_shown(record), record.actor.unit_id
    )


def compare(record: OpenRecord, plan_id: UUID, before: int, after: int) -> Comparison:
    """What differs between two versions, as far as the record shows."""
    return Comparison(
        before=before,
        after=after,
        differences=differences(
            version_of(record, plan_id, before), version_of(record, plan_id, after)
        ),
    )


def process_of(record: OpenRecord) -> ProcessRow | None:
    """The steps so far, what has been said, and whose word is awaited.

    Any opened record will do: consent is asked before the plan can be read.
    """
    plan = latest_plan(record.person_id)
    if plan is None:
        return None
    names = related_names(record.person_id)
    words = word_rows(plan.pk, dict(names))
    facts = consent_facts(plan, record)
    said = tuple(
        Word(speaker=one.speaker, yes=one.yes, at=one.at, related_id=one.related_id)
        for one in words
    )
    return ProcessRow(
        head=head_row(plan),
        steps=_steps(plan.pk),
        words=words,
        awaited=standing(said, facts).awaited,
        related_names=names,
    )


def consent_facts(plan: Plan, record: OpenRecord) -> ConsentFacts:
    """What decides whose word counts about this plan, on the day it was opened."""
    day = day_of(record.opened_at)
    person = Person.objects.only("birth_date", "lacks_capacity").get(pk=plan.person_id)
    related = [
        (one.pk, one.kind)
        for one in RelatedPerson.objects.filter(
            person_id=plan.person_id, valid_from__lte=day
        ).order_by("pk")
        if one.valid_to is None or one.valid_to >= day
    ]
    return ConsentFacts(
        age=age_on(person.birth_date, day),
        lacks_capacity=person.lacks_capacity,
        guardian_ids=tuple(pk for pk, kind in related if kind == RelatedKind.GUARDIAN),
        trustee_ids=tuple(pk for pk, kind in related if kind == RelatedKind.TRUSTEE),
        guardian_rule=GuardianRule(plan.guardian_rule),
        child_decides=plan.child_decides,
    )


def word_rows(plan_id: UUID, names: dict[UUID, str]) -> tuple[WordRow, ...]:
    """What has been said about a plan, in order."""
    rows = PlanWord.objects.filter(plan_id=plan_id).order_by("at", "pk")
    return tuple(
        WordRow(
            speaker=Speaker(row.speaker),
            related_id=row.related_id,
            related=names.get(row.related_id, "") if row.related_id else "",
            yes=row.yes,
            how=row.how,
            at=row.at,
        )
        for row in rows
    )


def _steps(plan_id: UUID) -> tuple[StepRow, ...]:
    rows = (
        PlanStep.objects.filter(plan_id=plan_id)
        .select_related("unit")
        .order_by("at", "pk")
    )
    return tuple(
        StepRow(
            before=row.before,
            after=PlanStatus(row.after),
            at=row.at,
            by_name=row.by_name,
            unit=row.unit.name if row.unit else "",
            because=row.because,
        )
        for row in rows
    )


def _check_hers(record: OpenRecord, plan_id: UUID) -> None:
    if not readable_plans(record).filter(pk=plan_id).exists():
        raise NotFound("Planen finns inte.", remedy="Öppna personens plan.")
