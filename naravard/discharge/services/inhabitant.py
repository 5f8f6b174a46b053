"""Opening one's own page, or the page of somebody one may read for: each logs one row.

The web calls one of these for each page; whether it is allowed is decided here, anew
every time, so that a mandate or a guardianship that has ended opens nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access import queries as access_queries
from naravard.access import services as access
from naravard.access.queries import (
    BlockRow,
    ConsentRow,
    KeeperRow,
    LogLine,
    Readers,
)
from naravard.access.rules import (
    EMERGENCY_GROUNDS,
    AccessDenied,
    Action,
    Actor,
    ActorKind,
    Category,
    Ground,
    OpenRecord,
    Rule,
)
from naravard.access.rules.decisions import deny
from naravard.core.clock import day_of
from naravard.core.errors import NotAllowed
from naravard.discharge.own import (
    Advice,
    Happening,
    NextForYou,
    Paper,
    PaperRow,
    PlanningAnswer,
    WhoToCall,
)
from naravard.discharge.queries.inhabitant.contacts import advice_for, calls_for
from naravard.discharge.queries.inhabitant.happening import happenings_for
from naravard.discharge.queries.inhabitant.next import next_for
from naravard.discharge.queries.inhabitant.papers import paper_from, paper_rows
from naravard.discharge.queries.inhabitant.planned import (
    OwnPlan,
    advice_with_plan,
    calls_with_plan,
    is_shared,
    next_with_plan,
    own_plan,
)
from naravard.discharge.queries.inhabitant.planning import planning_answer_for
from naravard.discharge.queries.inhabitant.reading import read_own
from naravard.people.queries import (
    PersonHeader,
    ReadsForRow,
    person_header,
    reads_for,
)
from naravard.plan import queries as plan_queries
from naravard.plan import services as plan
from naravard.review.queries import reviewed_entries
from naravard.review.rules import Status

LATEST = 30  # rows of the log behind the three latest readers on the first page
OWN_READINGS = 20  # rows
ROWS_OF_EXTRACT = 2_000  # rows; some seventy pages of paper


class NotAnInhabitant(NotAllowed):
    """The page belongs to a person, and somebody at work asked for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The record, whose it is, and whom else the reader may ask to read for."""

    record: OpenRecord
    person: PersonHeader
    reads_for: tuple[ReadsForRow, ...]

    @property
    def is_own(self) -> bool:
        """Whether the person reads about herself."""
        return self.record.actor.kind is ActorKind.PERSON

    @property
    def by_mandate(self) -> bool:
        """Whether somebody reads because the person lets them."""
        return self.record.ground == Ground.READ_MANDATE


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """The first page; `latest_readers` is None for those who may not see the log."""

    opened: Opened
    next: NextForYou
    calls: WhoToCall
    happenings: tuple[Happening, ...]
    papers: tuple[PaperRow, ...]
    advice: Advice
    latest_readers: tuple[LogLine, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPapers:
    """All the papers from hospitals."""

    opened: Opened
    papers: tuple[PaperRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPaper:
    """One paper, as much as the reader may see."""

    opened: Opened
    paper: Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReaders:
    """Who has read: others, page by page, and the person herself apart."""

    opened: Opened
    others: tuple[LogLine, ...]
    herself: tuple[LogLine, ...]
    goes_on_before: int | None  # the place in the log where the next page begins
    emergencies: tuple[LogLine, ...]
    reviews: Mapping[int, Status]  # which rows are or have been reviewed, by number


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLogExtract:
    """The whole log about the person, to keep; `is_cut` when there is even more."""

    opened: Opened
    lines: tuple[LogLine, ...]
    reviews: dict[int, Status]
    is_cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnConsents:
    """What the person has said yes and no to, and whom she lets read."""

    opened: Opened
    planning: PlanningAnswer | None
    consents: tuple[ConsentRow, ...]
    blocks: tuple[BlockRow, ...]
    keepers: tuple[KeeperRow, ...]

    @property
    def may_block(self) -> bool:
        """Only the person herself closes data; a guardian never does (PDL 4:4)."""
        return self.opened.is_own


@transaction.atomic
def open_own_page(*, actor: Actor, now: datetime) -> OwnPage:
    """The first page. Raises AccessDenied and NotAnInhabitant."""
    record = _open(actor, now)
    own = read_own(record, now)
    planned = _planned(record, now)
    opened = _opened(record, own.person, now)
    return OwnPage(
        opened=opened,
        next=next_with_plan(next_for(own, now), planned, now),
        calls=calls_with_plan(calls_for(own, now), planned),
        happenings=happenings_for(own, now),
        papers=paper_rows(own),
        advice=advice_with_plan(advice_for(own), planned),
        latest_readers=None if opened.by_mandate else _others(record, LATEST, None),
    )


@transaction.atomic
def open_own_papers(*, actor: Actor, now: datetime) -> OwnPapers:
    """The list of papers. Raises AccessDenied and NotAnInhabitant."""
    record = _open(actor, now)
    own = read_own(record, now)
    return OwnPapers(opened=_opened(record, own.person, now), papers=paper_rows(own))


@transaction.atomic
def open_own_paper(*, actor: Actor, paper_id: UUID, now: datetime) -> OwnPaper:
    """One paper. Raises AccessDenied, NotAnInhabitant and NotFound."""
    record = _open(actor, now, about=paper_id)
    own = read_own(record, now)
    return OwnPaper(
        opened=_opened(record, own.person, now), paper=paper_from(own, paper_id)
    )


@transaction.atomic
def open_own_readers(
    *, actor: Actor, now: datetime, before: int | None = None
) -> OwnReaders:
    """Who has read (PDL 8 kap. 5 §, SVOD 4 kap. 5 §); refused attempts are left out.

    Raises AccessDenied and NotAnInhabitant.
    """
    record = _open(actor, now, category=Category.ACCESS_LOG)
    others = _others(record, access_queries.PAGE, before)
    is_full = len(others) == access_queries.PAGE
    return OwnReaders(
        opened=_opened(record, person_header(record), now),
        others=others,
        herself=access_queries.who_has_read(
            record, OWN_READINGS, readers=Readers.HERSELF, refusals=False
        ),
        goes_on_before=others[-1].id if is_full else None,
        emergencies=tuple(line for line in others if line.ground in EMERGENCY_GROUNDS),
        reviews=reviewed_entries(record),
    )


@transaction.atomic
def extract_own_log(*, actor: Actor, now: datetime) -> OwnLogExtract:
    """Who has read, all of it, to take home (PDL 8 kap. 5 §); logged as an export.

    Raises AccessDenied and NotAnInhabitant.
    """
    record = _open(actor, now, category=Category.ACCESS_LOG, action=Action.EXPORT)
    lines = access_queries.who_has_read(record, ROWS_OF_EXTRACT, refusals=False)
    return OwnLogExtract(
        opened=_opened(record, person_header(record), now),
        lines=lines,
        reviews=reviewed_entries(record),
        is_cut=len(lines) == ROWS_OF_EXTRACT,
    )


@transaction.atomic
def open_own_consents(*, actor: Actor, now: datetime) -> OwnConsents:
    """What the person has said. Raises AccessDenied and NotAnInhabitant.

    Not for those who read because the person lets them: a mandate to read says nothing
    of what she has said to others.
    """
    record = _open(actor, now)
    _check_no_mandate(record)
    own = read_own(record, now)
    return OwnConsents(
        opened=_opened(record, own.person, now),
        planning=planning_answer_for(own, now),
        consents=access_queries.consents(record),
        blocks=access_queries.blocks(record),
        keepers=access_queries.keepers(record),
    )


def _open(
    actor: Actor,
    now: datetime,
    *,
    category: Category = Category.DISCHARGE_CASE,
    action: Action = Action.READ,
    about: UUID | None = None,
) -> OpenRecord:
    person_id = actor.on_behalf_of or actor.person_id
    if person_id is None:
        raise NotAnInhabitant(
            "Den här sidan är till för invånare.",
            remedy="Öppna personens sida från din egen lista i stället.",
        )
    return access.open_record(
        actor=actor,
        person_id=person_id,
        now=now,
        category=category,
        action=action,
        about=about,
    )


def _planned(record: OpenRecord, now: datetime) -> OwnPlan | None:
    """Her plan, as much of it as the reader may see; a row of its own in the log."""
    head = plan_queries.head_of(record)
    if head is None or not is_shared(head):
        return None
    read = plan.read_plan(actor=record.actor, person_id=record.person_id, now=now)
    return own_plan(read.plan, plan_queries.meetings_of(read.record))


def _check_no_mandate(record: OpenRecord) -> None:
    if record.ground == Ground.READ_MANDATE:
        raise AccessDenied(
            deny(
                Rule.C04,
                "Personen har inte gett dig rätt att läsa det här.",
                "Be personen dela det med dig, själv eller med hjälp av sin kontakt.",
            ),
            actor=record.actor,
            action=Action.READ,
            person_ids=(record.person_id,),
        )


def _opened(record: OpenRecord, person: PersonHeader, now: datetime) -> Opened:
    return Opened(
        record=record,
        person=person,
        reads_for=reads_for(record.actor, day_of(now)),
    )


def _others(record: OpenRecord, limit: int, before: int | None) -> tuple[LogLine, ...]:
    return access_queries.who_has_read(
        record, limit, before, readers=Readers.OTHERS, refusals=False
    )
