"""Opening one's own page, or the page of somebody one may read for: each logs one row.

The web calls one of these for each page; whether it is allowed is decided here, anew
every time, so that a mandate or a guardianship that has ended opens nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access import queries as access_queries
from naravard.access.queries import (
    BlockRow,
    ConsentRow,
    KeeperRow,
    LogLine,
)
from naravard.access.rules import (
    AccessDenied,
    Action,
    Actor,
    Ground,
    OpenRecord,
    Rule,
)
from naravard.access.rules.decisions import deny
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
from naravard.discharge.services.inhabitant.opening import (
    Opened,
    open_record,
    opened_by,
    read_by_others,
)
from naravard.plan import queries as plan_queries
from naravard.plan import services as plan

LATEST = 30  # rows of the log behind the three latest readers on the first page


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
    record = open_record(actor, now)
    own = read_own(record, now)
    planned = _planned(record, now)
    opened = opened_by(record, own.person, now)
    return OwnPage(
        opened=opened,
        next=next_with_plan(next_for(own, now), planned, now),
        calls=calls_with_plan(calls_for(own, now), planned),
        happenings=happenings_for(own, now),
        papers=paper_rows(own),
        advice=advice_with_plan(advice_for(own), planned),
        latest_readers=None
        if opened.by_mandate
        else read_by_others(record, LATEST, None),
    )


@transaction.atomic
def open_own_papers(*, actor: Actor, now: datetime) -> OwnPapers:
    """The list of papers. Raises AccessDenied and NotAnInhabitant."""
    record = open_record(actor, now)
    own = read_own(record, now)
    return OwnPapers(opened=opened_by(record, own.person, now), papers=paper_rows(own))


@transaction.atomic
def open_own_paper(*, actor: Actor, paper_id: UUID, now: datetime) -> OwnPaper:
    """One paper. Raises AccessDenied, NotAnInhabitant and NotFound."""
    record = open_record(actor, now, about=paper_id)
    own = read_own(record, now)
    return OwnPaper(
        opened=opened_by(record, own.person, now), paper=paper_from(own, paper_id)
    )


@transaction.atomic
def open_own_consents(*, actor: Actor, now: datetime) -> OwnConsents:
    """What the person has said. Raises AccessDenied and NotAnInhabitant.

    Not for those who read because the person lets them: a mandate to read says nothing
    of what she has said to others.
    """
    record = open_record(actor, now)
    _check_no_mandate(record)
    own = read_own(record, now)
    return OwnConsents(
        opened=opened_by(record, own.person, now),
        planning=planning_answer_for(own, now),
        consents=access_queries.consents(record),
        blocks=access_queries.blocks(record),
        keepers=access_queries.keepers(record),
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
