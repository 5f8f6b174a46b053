"""Meetings: proposed, called, answered, prepared, held and closed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from naravard.access.rules import Action, ActorKind, OpenRecord, age_on
from naravard.core import events
from naravard.core.clock import day_of
from naravard.core.errors import NotAllowed, NotFound
from naravard.people.models import Person
from naravard.plan.events import MeetingCalled
from naravard.plan.models import (
    Experience,
    Invitee,
    Meeting,
    MeetingDecision,
    ProposedTime,
)
from naravard.plan.rules.content import with_part
from naravard.plan.rules.edits import check_whole
from naravard.plan.rules.kinds import Mode, PassageKind
from naravard.plan.rules.meetings import (
    ExperienceQuestion,
    InviteeKind,
    MeetingFacts,
    MeetingStatus,
    Reply,
    check_meeting_can,
)
from naravard.plan.rules.parts import Activity, Passage
from naravard.plan.rules.process import MoveFacts, PlanStatus
from naravard.plan.services.file import PlanFile, log, move, name_of, take_working
from naravard.plan.services.writing import write
from naravard.plan.stored import author_of


class NotYourAnswer(NotAllowed):
    """An invitee answers for herself, a unit's staff for their unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """Somebody to call; a unit or a relative by id, others by name."""

    kind: InviteeKind
    name: str
    unit_id: UUID | None = None
    related_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What a call says; several times ask people to choose."""

    purpose: str
    mode: Mode
    times: tuple[datetime, ...]
    invited: tuple[Invited, ...]
    place: str = ""
    minutes_long: int = 60
    interpreter: str = ""
    source: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Who came, and what the child said."""

    took_part: bool
    attended: tuple[UUID, ...] = ()
    why_absent: str = ""
    childs_view: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was decided, and the thing to be done that comes of it."""

    text: str
    activity: Activity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """What was said and decided, and the person's own summary of it."""

    text: str
    own_summary: str = ""
    decisions: tuple[Decided, ...] = ()


@transaction.atomic
def call_meeting(
    *, record: OpenRecord, plan_id: UUID, invitation: Invitation, now: datetime
) -> UUID:
    """Call to a meeting: at once when there is one time, else to choose among them.

    Raises MeetingNotReady when the person is not called or an interpreter is lacking.
    """
    file = take_working(record, plan_id, Action.LEAD_PLAN)
    meeting = Meeting(
        plan=file.plan,
        status=MeetingStatus.PROPOSED,
        purpose=invitation.purpose,
        mode=invitation.mode,
        place=invitation.place,
        minutes_long=invitation.minutes_long,
        interpreter=invitation.interpreter,
        chair_unit_id=record.actor.unit_id,
        chair=name_of(record.actor),
        source=invitation.source,
        changed_at=now,
    )
    meeting.save(force_insert=True)
    Invitee.objects.bulk_create(
        Invitee(
            meeting=meeting,
            plan=file.plan,
            kind=one.kind,
            name=one.name,
            unit_id=one.unit_id,
            related_id=one.related_id,
        )
        for one in invitation.invited
    )
    _propose(record, meeting, invitation.times)
    if len(invitation.times) == 1:
        _set_time(record, file, meeting, invitation.times[0], now)
    log(record, Action.LEAD_PLAN, now, meeting.pk)
    return meeting.pk


@transaction.atomic
def propose_time(
    *, record: OpenRecord, meeting_id: UUID, starts_at: datetime, now: datetime
) -> None:
    """Anybody called, the person too, may ask for another time."""
    file, meeting = _take(record, meeting_id, Action.ANSWER_IN_PLAN)
    _propose(record, meeting, (starts_at,))
    _touch(file, meeting, now)
    log(record, Action.ANSWER_IN_PLAN, now, meeting_id)


@transaction.atomic
def choose_time(
    *, record: OpenRecord, meeting_id: UUID, starts_at: datetime, now: datetime
) -> None:
    """Settle the time, or move a meeting that is called already; all answer anew."""
    file, meeting = _take(record, meeting_id, Action.LEAD_PLAN)
    _set_time(record, file, meeting, starts_at, now)
    log(record, Action.LEAD_PLAN, now, meeting_id)


@transaction.atomic
def reply(
    *,
    record: OpenRecord,
    meeting_id: UUID,
    invitee_id: UUID,
    answer: Reply,
    now: datetime,
    note: str = "",
) -> None:
    """Answer a call, for oneself or one's unit; staff may note what others answer."""
    _answer(record, meeting_id, invitee_id, now, reply=answer, reply_note=note[:300])


@transaction.atomic
def prepare(
    *,
    record: OpenRecord,
    meeting_id: UUID,
    invitee_id: UUID,
    text: str,
    now: datetime,
) -> None:
    """Write what one wants to bring up or brings along."""
    _answer(record, meeting_id, invitee_id, now, preparation=text)


@transaction.atomic
def hold(*, record: OpenRecord, meeting_id: UUID, held: Held, now: datetime) -> None:
    """The meeting has been held: who came, and the child's own view.

    Raises MeetingNotReady.
    """
    file, meeting = _take(record, meeting_id, Action.LEAD_PLAN)
    meeting.took_part = held.took_part
    meeting.why_absent = held.why_absent
    meeting.childs_view = held.childs_view
    _step(record, meeting, MeetingStatus.HELD, now)
    meeting.invitees.update(attended=False)
    meeting.invitees.filter(pk__in=held.attended).update(attended=True)
    _keep_childs_view(record, file, held, now)
    if file.status in {PlanStatus.INVITED}:
        move(
            record=record,
            plan=file.plan,
            after=PlanStatus.MEETING_HELD,
            facts=MoveFacts(
                consented=file.plan.consented,
                took_part_or_why_not=held.took_part or bool(held.why_absent.strip()),
            ),
            now=now,
        )
    log(record, Action.LEAD_PLAN, now, meeting_id)


@transaction.atomic
def close_meeting(
    *, record: OpenRecord, meeting_id: UUID, minutes: Minutes, now: datetime
) -> None:
    """Close with minutes, decisions and the person's own summary.

    A decision with something to be done becomes that in the plan. Raises
    MeetingNotReady, PartNotThere and PartNotWhole.
    """
    file, meeting = _take(record, meeting_id, Action.LEAD_PLAN)
    meeting.minutes = minutes.text
    meeting.own_summary = minutes.own_summary
    _step(record, meeting, MeetingStatus.CLOSED, now)
    MeetingDecision.objects.bulk_create(
        MeetingDecision(
            meeting=meeting,
            plan=file.plan,
            text=one.text,
            activity_id=one.activity.id if one.activity else None,
            at=now,
        )
        for one in minutes.decisions
    )
    after = file.content
    for one in minutes.decisions:
        if one.activity:
            after = with_part(after, one.activity)
    check_whole(after)
    write(record=record, file=file, after=after, now=now, because="Beslut på mötet")
    log(record, Action.LEAD_PLAN, now, meeting_id)


@transaction.atomic
def cancel(
    *, record: OpenRecord, meeting_id: UUID, because: str, now: datetime
) -> None:
    """Call off a meeting, and say why."""
    file, meeting = _take(record, meeting_id, Action.LEAD_PLAN)
    meeting.cancelled_because = because
    meeting.sequence += 1
    _step(record, meeting, MeetingStatus.CANCELLED, now)
    if file.status is PlanStatus.INVITED and not _others_called(meeting):
        move(
            record=record,
            plan=file.plan,
            after=PlanStatus.PREPARING,
            facts=MoveFacts(consented=file.plan.consented),
            now=now,
            because=because,
        )
    log(record, Action.LEAD_PLAN, now, meeting_id)


@transaction.atomic
def tell_experience(
    *,
    record: OpenRecord,
    meeting_id: UUID,
    answers: dict[ExperienceQuestion, int],
    now: datetime,
) -> None:
    """Keep how the person says that the meeting was; said again, the latest counts."""
    file, meeting = _take(record, meeting_id, Action.ANSWER_IN_PLAN)
    Experience.objects.bulk_create(
        [
            Experience(
                meeting=meeting, plan=file.plan, question=question, value=value, at=now
            )
            for question, value in answers.items()
        ],
        update_conflicts=True,
        unique_fields=["meeting", "question"],
        update_fields=["value", "at"],
    )
    log(record, Action.ANSWER_IN_PLAN, now, meeting_id)


def _take(
    record: OpenRecord, meeting_id: UUID, action: Action
) -> tuple[PlanFile, Meeting]:
    plan_id = (
        Meeting.objects.filter(pk=meeting_id, plan__person_id=record.person_id)
        .values_list("plan_id", flat=True)
        .first()
    )
    if plan_id is None:
        raise NotFound("Mötet finns inte.", remedy="Öppna planen och välj mötet där.")
    file = take_working(record, plan_id, action)
    return file, Meeting.objects.select_for_update(of=("self",)).get(pk=meeting_id)


def _propose(record: OpenRecord, meeting: Meeting, times: tuple[datetime, ...]) -> None:
    ProposedTime.objects.bulk_create(
        [
            ProposedTime(
                meeting=meeting,
                plan_id=meeting.plan_id,
                starts_at=starts_at,
                proposed_by=name_of(record.actor),
            )
            for starts_at in times
        ],
        update_conflicts=True,
        unique_fields=["meeting", "starts_at"],
        update_fields=["proposed_by"],
    )


def _set_time(
    record: OpenRecord,
    file: PlanFile,
    meeting: Meeting,
    starts_at: datetime,
    now: datetime,
) -> None:
    moved = meeting.starts_at is not None and meeting.starts_at != starts_at
    meeting.starts_at = starts_at
    meeting.sequence += 1 if moved else 0
    meeting.called_at = meeting.called_at or now
    _step(record, meeting, MeetingStatus.CALLED, now)
    if moved:
        meeting.invitees.update(reply=Reply.NONE, reply_note="")
    if file.status in {PlanStatus.PREPARING, PlanStatus.UNDER_REVIEW}:
        move(
            record=record,
            plan=file.plan,
            after=PlanStatus.INVITED,
            facts=MoveFacts(consented=file.plan.consented),
            now=now,
        )
    events.publish(
        MeetingCalled(
            plan_id=file.plan.pk,
            person_id=file.plan.person_id,
            meeting_id=meeting.pk,
            starts_at=starts_at,
            at=now,
        )
    )


def _step(
    record: OpenRecord, meeting: Meeting, after: MeetingStatus, now: datetime
) -> None:
    before = MeetingStatus(meeting.status)
    check_meeting_can(before, after, _facts(record, meeting, now))
    meeting.status = after
    meeting.changed_at = now
    meeting.save()


def _facts(record: OpenRecord, meeting: Meeting, now: datetime) -> MeetingFacts:
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


def _answer(
    record: OpenRecord,
    meeting_id: UUID,
    invitee_id: UUID,
    now: datetime,
    **said: str,
) -> None:
    file, meeting = _take(record, meeting_id, Action.ANSWER_IN_PLAN)
    invitee = meeting.invitees.filter(pk=invitee_id).first()
    if invitee is None:
        raise NotFound("Den inbjudna finns inte i mötet.")
    if not _MAY_ANSWER[record.actor.kind](record, invitee):
        raise NotYourAnswer(
            "Du svarar för dig själv, eller för din enhet.",
            remedy="Be den som är kallad att svara.",
        )
    meeting.invitees.filter(pk=invitee_id).update(**said)
    _touch(file, meeting, now)
    log(record, Action.ANSWER_IN_PLAN, now, meeting_id)


def _as_person(_: OpenRecord, invitee: Invitee) -> bool:
    return invitee.kind == InviteeKind.PERSON


def _as_relative(_: OpenRecord, invitee: Invitee) -> bool:
    return invitee.kind in {InviteeKind.RELATED, InviteeKind.PERSON}


def _as_staff(record: OpenRecord, invitee: Invitee) -> bool:
    """For one's own unit; and what those say who do not sign in themselves."""
    return invitee.unit_id in {None, record.actor.unit_id}


_MAY_ANSWER: dict[ActorKind, Callable[[OpenRecord, Invitee], bool]] = {
    ActorKind.PERSON: _as_person,
    ActorKind.RELATIVE: _as_relative,
    ActorKind.STAFF: _as_staff,
}


def _keep_childs_view(
    record: OpenRecord, file: PlanFile, held: Held, now: datetime
) -> None:
    if not held.childs_view.strip():
        return
    before = next(
        (one for one in file.content.passages if one.kind is PassageKind.CHILDS_VIEW),
        None,
    )
    passage = Passage(
        id=before.id if before else uuid4(),
        kind=PassageKind.CHILDS_VIEW,
        text=held.childs_view,
        author=author_of(record.actor),
    )
    write(record=record, file=file, after=with_part(file.content, passage), now=now)


def _others_called(meeting: Meeting) -> bool:
    return (
        Meeting.objects.filter(plan_id=meeting.plan_id, status=MeetingStatus.CALLED)
        .exclude(pk=meeting.pk)
        .exists()
    )


def _touch(file: PlanFile, meeting: Meeting, now: datetime) -> None:
    meeting.changed_at = now
    meeting.save(update_fields=["changed_at"])
    file.plan.changed_at = now
    file.plan.save(update_fields=["changed_at"])
