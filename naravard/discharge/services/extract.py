"""All that is kept about one person, gathered and logged (GDPR article 15)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access import queries as access_queries
from naravard.access import services as access
from naravard.access.queries import BlockRow, ConsentRow, LogLine, RelationRow
from naravard.access.rules import Action, Actor, ActorKind, Category, OpenRecord
from naravard.core.errors import NotAllowed
from naravard.dialogue.queries import whole_talks, wishes_of
from naravard.dialogue.rows import WholeTalk, WishesRow
from naravard.discharge import queries
from naravard.discharge.own import Paper
from naravard.discharge.queries.inhabitant.papers import paper_from, paper_rows
from naravard.discharge.queries.inhabitant.reading import read_own
from naravard.discharge.rows import CaseView
from naravard.messages.queries import MessageRow, thread_messages
from naravard.people.queries import PersonHeader, person_header
from naravard.plan import queries as plan
from naravard.plan.rules.legal import Document

LOG_PAGE = 1_000  # rows read at a time
MANY_CASES = 1_000  # nobody has as many
CONTROLLER = Actor(kind=ActorKind.SYSTEM, name="Registerutdrag")


class NotYourExtract(NotAllowed):
    """An extract is fetched by the person herself, and by nobody who reads for her."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """Everything about one person, as far as the one who asked may have it.

    `cases` and `messages` are filled only for disclosure by the authority: what staff
    have written is tried against secrecy before somebody gets it.
    """

    made_at: datetime
    person: PersonHeader
    relations: tuple[RelationRow, ...]
    consents: tuple[ConsentRow, ...]
    blocks: tuple[BlockRow, ...]
    papers: tuple[Paper, ...]
    log: tuple[LogLine, ...]
    told: WishesRow
    plans: tuple[Document, ...] = ()
    talks: tuple[WholeTalk, ...] = ()
    cases: tuple[CaseView, ...] = ()
    messages: tuple[MessageRow, ...] = ()


@transaction.atomic
def extract_own(*, actor: Actor, now: datetime) -> Extract:
    """What the person may have at once, without anybody trying it first.

    Raises AccessDenied, and NotYourExtract for everybody but the person.
    """
    if actor.kind is not ActorKind.PERSON or actor.person_id is None:
        raise NotYourExtract(
            "Bara personen själv kan hämta alla sina uppgifter här.",
            remedy="Läser du för någon annan kan den personen hämta dem själv.",
        )
    record = access.open_record(
        actor=actor, person_id=actor.person_id, now=now, action=Action.EXPORT
    )
    return _gathered(record, now)


@transaction.atomic
def extract_for_disclosure(*, person_id: UUID, reason: str, now: datetime) -> Extract:
    """All there is, for the authority to try against secrecy and hand over.

    Logged where the person can see it. Raises NotFound.
    """
    record = access.open_record(
        actor=CONTROLLER,
        person_id=person_id,
        now=now,
        action=Action.EXPORT,
        reason=reason,
    )
    rows = queries.cases_of(record, now, MANY_CASES)
    return _gathered(
        record,
        now,
        cases=tuple(queries.case_view(record, row.case_id, now) for row in rows),
        messages=tuple(
            message for row in rows for message in thread_messages(record, row.case_id)
        ),
    )


def _gathered(
    record: OpenRecord,
    now: datetime,
    *,
    cases: tuple[CaseView, ...] = (),
    messages: tuple[MessageRow, ...] = (),
) -> Extract:
    own = read_own(record, now)
    return Extract(
        made_at=now,
        person=person_header(record),
        relations=access_queries.relations(record),
        consents=access_queries.consents(record),
        blocks=access_queries.blocks(record),
        papers=tuple(paper_from(own, row.paper_id) for row in paper_rows(own)),
        log=tuple(_whole_log(record)),
        told=wishes_of(record),
        plans=_plans(record, now),
        talks=whole_talks(record),
        cases=cases,
        messages=messages,
    )


def _plans(record: OpenRecord, now: datetime) -> tuple[Document, ...]:
    """Her plan as each legal plan it is; opened, and logged, only when there is one."""
    if plan.head_of(record) is None:
        return ()
    opened = access.open_record(
        actor=record.actor,
        person_id=record.person_id,
        now=now,
        category=Category.PLAN,
        action=Action.EXPORT,
    )
    return plan.documents_of(opened, now)


def _whole_log(record: OpenRecord) -> Iterator[LogLine]:
    before: int | None = None
    while True:
        page = access_queries.who_has_read(record, LOG_PAGE, before, refusals=False)
        yield from page
        if len(page) < LOG_PAGE:
            return
        before = page[-1].id
