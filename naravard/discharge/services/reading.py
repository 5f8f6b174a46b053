"""Opening lists, cases and persons: the reading and its log row in one transaction."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.queries import LogLine, who_has_read
from naravard.access.rules import Action, Actor, Category, OpenRecord
from naravard.discharge import queries
from naravard.discharge.queries.evidence import Evidence, evidence
from naravard.discharge.rows import CaseRow, CaseView, Worklist, WorklistFilter
from naravard.messages import services as messages
from naravard.messages.queries import MessageRow, thread_messages
from naravard.people.queries import PersonHeader, person_header

READERS_SHOWN = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedCase:
    """A case that somebody has opened, with the person and the messages."""

    record: OpenRecord
    person: PersonHeader
    view: CaseView
    messages: tuple[MessageRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedEvidence:
    """The evidence sheet of a case somebody has opened."""

    person: PersonHeader
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedPerson:
    """A person somebody has opened: who she is, and her latest case in full."""

    record: OpenRecord
    person: PersonHeader
    cases: tuple[CaseRow, ...]
    current: CaseView | None
    messages: tuple[MessageRow, ...]
    readers: tuple[LogLine, ...]


@transaction.atomic
def open_worklist(*, actor: Actor, wanted: WorklistFilter, now: datetime) -> Worklist:
    """The unit's worklist; one log row names everyone it showed."""
    access.require(actor=actor, action=Action.LIST)
    found = queries.worklist(actor, now, wanted)
    access.open_list(
        actor=actor,
        action=Action.LIST,
        person_ids=tuple(row.person_id for row in found.rows),
        now=now,
    )
    return found


@transaction.atomic
def open_case(
    *, actor: Actor, case_id: UUID, now: datetime, reason: str = ""
) -> OpenedCase:
    """One case with its messages, which are read from now on by the actor's unit.

    Raises AccessDenied and NotFound.
    """
    reference = queries.case_reference(actor, case_id)
    record = access.open_record(
        actor=actor,
        person_id=reference.person_id,
        now=now,
        category=Category.DISCHARGE_CASE,
        about=case_id,
        reason=reason,
    )
    view = queries.case_view(record, case_id, now)
    read = thread_messages(record, case_id)
    messages.mark_read(actor=actor, thread=case_id, now=now)
    return OpenedCase(
        record=record, person=person_header(record), view=view, messages=read
    )


@transaction.atomic
def open_evidence(*, actor: Actor, case_id: UUID, now: datetime) -> OpenedEvidence:
    """Why the municipality pays for a case, or why not. Raises as `open_case`."""
    reference = queries.case_reference(actor, case_id)
    record = access.open_record(
        actor=actor,
        person_id=reference.person_id,
        now=now,
        category=Category.DISCHARGE_CASE,
        about=case_id,
    )
    return OpenedEvidence(
        person=person_header(record), evidence=evidence(record, case_id, now)
    )


@transaction.atomic
def open_person(
    *, actor: Actor, person_id: UUID, now: datetime, reason: str = ""
) -> OpenedPerson:
    """The person's page: header, cases, and the latest case with its messages.

    Raises AccessDenied.
    """
    record = access.open_record(
        actor=actor,
        person_id=person_id,
        now=now,
        category=Category.DISCHARGE_CASE,
        reason=reason,
    )
    cases, current = queries.cases_with_latest(record, now)
    return OpenedPerson(
        record=record,
        person=person_header(record),
        cases=cases,
        current=current,
        messages=thread_messages(record, cases[0].case_id) if cases else (),
        readers=who_has_read(record, READERS_SHOWN),
    )
