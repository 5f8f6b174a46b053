"""The one way a plan gets a new version: check, apply, keep, tell."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access.rules import Action, Extent, OpenRecord
from naravard.core import events
from naravard.plan.events import PlanChanged
from naravard.plan.models import PlanParty, PlanVersion
from naravard.plan.queries.heads import content_of
from naravard.plan.rules.content import Content, find
from naravard.plan.rules.edits import Edit, Put, apply
from naravard.plan.rules.errors import NotTakingPart, NotYoursToWrite
from naravard.plan.rules.kinds import Author, ReviewOf
from naravard.plan.rules.parts import Activity, Goal, Need, Part
from naravard.plan.rules.snapshot import to_json
from naravard.plan.rules.versions import Difference, check_no_clash, differences
from naravard.plan.rules.visible import extent_shown
from naravard.plan.services.file import (
    PlanFile,
    check_may,
    log,
    name_of,
    reads_for_her,
    take_working,
)
from naravard.plan.stored import author_of, keep_parts


@transaction.atomic
def change(
    *,
    record: OpenRecord,
    plan_id: UUID,
    read_version: int,
    edits: Iterable[Edit],
    now: datetime,
    because: str = "",
    request_id: UUID | None = None,
) -> int:
    """Write in the plan; returns the version it now has.

    `read_version` is the version the form was drawn from: what others have written
    since is kept, and a clash over the same part raises EditedMeanwhile with both
    sides. A form sent twice writes once. Raises also AccessDenied, ConsentFirst,
    NotYoursToWrite, PartNotThere, PartNotWhole and OneOfEach.
    """
    wanted = tuple(edits)
    file = take_working(
        record, plan_id, Action.EDIT_PLAN, by_mandate=_only_goals(wanted)
    )
    if _seen(file, request_id):
        return file.plan.version
    _check_own_parts(record, wanted, file.content)
    wanted = _in_whose_name(record, wanted)
    if read_version != file.plan.version:
        check_no_clash(
            read=content_of(plan_id, read_version),
            now=file.content,
            edits=wanted,
            version=file.plan.version,
            by=_last_writer(file),
        )
    write(
        record=record,
        file=file,
        after=apply(file.content, wanted, by=author_of(record.actor)),
        now=now,
        because=because,
        request_id=request_id,
    )
    log(record, Action.EDIT_PLAN, now, plan_id)
    return file.plan.version


def check_may_do(
    *, record: OpenRecord, action: Action, by_mandate: bool = False
) -> None:
    """Whether who opened the record may do this in the plan. Raises AccessDenied.

    `by_mandate` is whether a relative whom she lets act may do it too.
    """
    check_may(record, action, by_mandate=by_mandate)


def check_may_change(
    *, record: OpenRecord, content: Content, part_id: UUID | None
) -> None:
    """Whether the reader may write that part at all, or with None a new one.

    Raises AccessDenied and NotYoursToWrite.
    """
    check_may(record, Action.EDIT_PLAN)
    if extent_shown(record) is Extent.ALL:
        return
    part = find(content, part_id) if part_id else None
    if not _is_done_by(part, record.actor.unit_id):
        raise _not_yours()


def write(
    *,
    record: OpenRecord,
    file: PlanFile,
    after: Content,
    now: datetime,
    because: str = "",
    request_id: UUID | None = None,
) -> None:
    """Keep what the plan becomes as a new version; nothing new, no version."""
    found = differences(file.content, after)
    if not found:
        return
    _check_take_part(file, found)
    plan = file.plan
    plan.version += 1
    plan.changed_at = now
    plan.review_due_on = min(
        (
            one.due_on
            for one in after.reviews
            if one.done_on is None and one.of is ReviewOf.PLAN
        ),
        default=None,
    )
    sections = tuple(dict.fromkeys(one.section for one in found))
    PlanVersion.objects.create(
        plan=plan,
        number=plan.version,
        at=now,
        author=author_of(record.actor),
        by_name=name_of(record.actor),
        unit_id=record.actor.unit_id,
        assignment_id=record.actor.assignment_id,
        because=because,
        sections=list(sections),
        content=to_json(after),
        request_id=request_id,
    )
    plan.save(update_fields=["version", "changed_at", "review_due_on"])
    keep_parts(plan.pk, found)
    file.content = after
    events.publish(
        PlanChanged(
            plan_id=plan.pk,
            person_id=plan.person_id,
            version=plan.version,
            sections=sections,
            at=now,
        )
    )


def _check_take_part(file: PlanFile, found: tuple[Difference, ...]) -> None:
    """A unit answers for something only when it takes part and can read so."""
    named = {
        unit_id
        for one in found
        if isinstance(one.after, Need | Activity)
        for unit_id in [
            one.after.owner_unit_id
            if isinstance(one.after, Need)
            else one.after.responsible_unit_id
        ]
        if unit_id
    }
    taking_part = PlanParty.objects.filter(
        plan=file.plan, left_at=None, unit_id__in=named
    )
    if named and taking_part.count() < len(named):
        raise NotTakingPart(
            "En enhet som ska ansvara för något deltar inte i planen.",
            rule="HSL 16 kap. 4 §, SoL 10 kap. 8 §",
            remedy="Bjud in enheten först.",
        )


def _seen(file: PlanFile, request_id: UUID | None) -> bool:
    return (
        request_id is not None
        and PlanVersion.objects.filter(plan=file.plan, request_id=request_id).exists()
    )


def _last_writer(file: PlanFile) -> str:
    return (
        PlanVersion.objects.filter(plan=file.plan, number=file.plan.version)
        .values_list("by_name", flat=True)
        .get()
    )


def _check_own_parts(
    record: OpenRecord, edits: tuple[Edit, ...], content: Content
) -> None:
    """Whoever reads only her own parts writes only what her own unit does."""
    if extent_shown(record) is Extent.ALL:
        return
    if reads_for_her(record):  # let in by a mandate to act, for new goals only
        _check_new(edits, content)
        return
    for edit in edits:
        if not (isinstance(edit, Put) and _is_ours(record, edit, content)):
            raise _not_yours()


def _not_yours() -> NotYoursToWrite:
    return NotYoursToWrite(
        "Du skriver bara i det din egen enhet gör.",
        rule="PDL 4 kap. 2 §, SoLPuL 10 §",
        remedy="Be den som samordnar planen ändra det andra.",
    )


def _only_goals(edits: tuple[Edit, ...]) -> bool:
    return all(isinstance(one, Put) and isinstance(one.part, Goal) for one in edits)


def _in_whose_name(record: OpenRecord, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """What a relative writes for her is never said to be her own words."""
    if not reads_for_her(record):
        return edits
    return tuple(
        Put(part=replace(one.part, author=Author.PROXY))
        for one in edits
        if isinstance(one, Put) and isinstance(one.part, Goal)
    )


def _check_new(edits: tuple[Edit, ...], content: Content) -> None:
    if any(isinstance(one, Put) and find(content, one.part.id) for one in edits):
        raise NotYoursToWrite(
            "Du skriver nya mål. Det som redan står ändrar du inte.",
            rule="FB 11 kap., avtalslagen 10 §",
            remedy="Be personen ändra det, eller den som samordnar planen.",
        )


def _is_ours(record: OpenRecord, edit: Put, content: Content) -> bool:
    before = find(content, edit.part.id)
    return all(
        _is_done_by(part, record.actor.unit_id)
        for part in (edit.part, before or edit.part)
    )


def _is_done_by(part: Part | None, unit_id: UUID | None) -> bool:
    return isinstance(part, Activity) and part.responsible_unit_id == unit_id
