"""One meeting under lock, and the guarded step it takes."""

from datetime import datetime
from uuid import UUID

from naravard.access.rules import Action, OpenRecord, age_on
from naravard.core.clock import day_of
from naravard.core.errors import NotFound
from naravard.people.models import Person
from naravard.plan.models import (
    Meeting,
)
from naravard.plan.rules.meetings import (
    InviteeKind,
    MeetingFacts,
    MeetingStatus,
    check_meeting_can,
)
from naravard.plan.services.file import PlanFile, take_working


def take(
    record: OpenRecord, meeting_id: UUID, action: Action, *, by_mandate: bool = False
) -> tuple[PlanFile, Meeting]:
    plan_id = (
        Meeting.objects.filter(pk=meeting_id, plan__person_id=record.person_id)
        .values_list("plan_id", flat=True)
        .first()
    )
    if plan_id is None:
        raise NotFound("Mötet finns inte.", remedy="Öppna planen och välj mötet där.")
    file = take_working(record, plan_id, action, by_mandate=by_mandate)
    return file, Meeting.objects.select_for_update(of=("self",)).get(pk=meeting_id)


def step(
    record: OpenRecord, meeting: Meeting, after: MeetingStatus, now: datetime
) -> None:
    before = MeetingStatus(meeting.status)
    check_meeting_can(before, after, facts(record, meeting, now))
    meeting.status = after
    meeting.changed_at = now
    meeting.save()


def facts(record: OpenRecord, meeting: Meeting, now: datetime) -> MeetingFacts:
    person = Person.objects.only("birth_date", "interpreter").get(pk=record.person_id)
    kinds = set(meeting.invitees.values_list("kind", flat=True))
    return MeetingFacts(
        has_time=meeting.starts_at is not None,
        person_called=bool(kinds & {InviteeKind.PERSON, InviteeKind.RELATED}),
        took_part=meeting.took_part,
        why_absent=meeting.why_absent,
        own_summary=meeting.own_summary,
        minutes=meeting.minutes,
        age=age_on(person.birth_date, day_of(now)),
        childs_view=meeting.childs_view,
        needs_interpreter=person.interpreter,
        interpreter=meeting.interpreter,
        starts_at=meeting.starts_at,
        now=now,
    )


def touch(file: PlanFile, meeting: Meeting, now: datetime) -> None:
    meeting.changed_at = now
    meeting.save(update_fields=["changed_at"])
    file.plan.changed_at = now
    file.plan.save(update_fields=["changed_at"])
