"""The process ends before homecoming: death, need ceased, or the wrong person (T16)."""

from uuid import UUID

from naravard.access import services as access
from naravard.access.rules import Action, Actor, RelationKind
from naravard.core.clock import day_of
from naravard.discharge.rules.history import Event, EventType
from naravard.discharge.services.casefile import CaseFile
from naravard.discharge.services.letters import plain_letter
from naravard.discharge.services.performing import Deed, Letter, When, perform
from naravard.messages.catalogue.process_ended import ProcessEnded, WhyEnded
from naravard.people import services as people


def abort(*, actor: Actor, case_id: UUID, payload: ProcessEnded, when: When) -> None:
    """End the process for all, with the reason (T16, M12).

    After a death every clock stops. When it concerned the wrong person, every unit's
    access to her ends at once.
    """

    def deed(file: CaseFile) -> Deed:
        _end_stay(file, when)
        if payload.reason is WhyEnded.WRONG_PERSON:
            access.revoke_relations(source=file.case.pk, at=when.now)
        if payload.reason is WhyEnded.DECEASED:
            people.note_death(
                person_id=file.case.person_id,
                deceased_on=day_of(when.happened_at),
                today=day_of(when.now),
            )
        return Deed(
            action=Action.ABORT,
            event=_event(payload, when),
            details={"note": payload.note},
            letter=_letter(file, actor, payload, when),
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


def _event(payload: ProcessEnded, when: When) -> Event:
    if payload.reason is WhyEnded.DECEASED:
        return Event(type=EventType.DEATH, at=when.happened_at)
    return Event(type=EventType.ABORT, at=when.happened_at, reason=payload.reason)


def _end_stay(file: CaseFile, when: When) -> None:
    episode = file.case.episode
    if episode.discharged_at is None:
        episode.discharged_at = when.happened_at
        episode.save(update_fields=["discharged_at"])
    access.end_relations(
        source=file.case.pk,
        ends_at=when.happened_at,
        kinds=(RelationKind.ADMISSION, RelationKind.CASE, RelationKind.NAMED_CONTACT),
    )


def _letter(
    file: CaseFile, actor: Actor, payload: ProcessEnded, when: When
) -> Letter | None:
    to = file.told_others(actor.unit_id)
    if not to:
        return None
    return plain_letter(
        file, code="process-ended", payload=payload, to=to, at=when.happened_at
    )
