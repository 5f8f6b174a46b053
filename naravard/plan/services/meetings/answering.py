"""Those who are called answer, prepare, and tell how it was."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access.rules import Action, ActorKind, OpenRecord
from naravard.core.errors import NotAllowed, NotFound
from naravard.plan.models import (
    Experience,
    Invitee,
)
from naravard.plan.rules.meetings import (
    ExperienceQuestion,
    InviteeKind,
    Reply,
)
from naravard.plan.services.file import log
from naravard.plan.services.meetings.file import take, touch


class NotYourAnswer(NotAllowed):
    """An invitee answers for herself, a unit's staff for their unit."""


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
    """Answer a call, for oneself or one's unit; staff may note what others answer.

    A relative whom she lets act answers for her.
    """
    _answer(
        record,
        meeting_id,
        invitee_id,
        now,
        by_mandate=True,
        reply=answer,
        reply_note=note[:300],
    )


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
def tell_experience(
    *,
    record: OpenRecord,
    meeting_id: UUID,
    answers: dict[ExperienceQuestion, int],
    now: datetime,
) -> None:
    """Keep how the person says that the meeting was; said again, the latest counts."""
    file, meeting = take(record, meeting_id, Action.ANSWER_IN_PLAN)
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


def _answer(
    record: OpenRecord,
    meeting_id: UUID,
    invitee_id: UUID,
    now: datetime,
    by_mandate: bool = False,
    **said: str,
) -> None:
    file, meeting = take(
        record, meeting_id, Action.ANSWER_IN_PLAN, by_mandate=by_mandate
    )
    invitee = meeting.invitees.filter(pk=invitee_id).first()
    if invitee is None:
        raise NotFound("Den inbjudna finns inte i mötet.")
    if not _MAY_ANSWER[record.actor.kind](record, invitee):
        raise NotYourAnswer(
            "Du svarar för dig själv, eller för din enhet.",
            remedy="Be den som är kallad att svara.",
        )
    meeting.invitees.filter(pk=invitee_id).update(**said)
    touch(file, meeting, now)
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
