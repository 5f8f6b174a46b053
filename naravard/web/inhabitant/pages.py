"""What each page holds, ready to be written out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from naravard.access.queries import KeeperRow, LogLine
from naravard.core.clock import day_of
from naravard.discharge.own import Advice, IfWorse, Paper, PaperRow
from naravard.discharge.services.inhabitant import (
    OwnConsents,
    OwnPage,
    OwnPaper,
    OwnPapers,
    OwnReaders,
)
from naravard.people.queries import RelatedRow
from naravard.web.components.people import Reading
from naravard.web.inhabitant.reader import ReaderShown, reader_shown
from naravard.web.inhabitant.words.consents import (
    PlanningCard,
    SaidLine,
    block_lines,
    consent_lines,
    planning_card,
)
from naravard.web.inhabitant.words.contacts import CallsCard, calls_card
from naravard.web.inhabitant.words.days import plain_moment
from naravard.web.inhabitant.words.doers import place_name
from naravard.web.inhabitant.words.happening import HappeningLine, happening_lines
from naravard.web.inhabitant.words.next import NextCard, next_card
from naravard.web.inhabitant.words.phones import phone_link
from naravard.web.inhabitant.words.readers import readings
from naravard.web.words.days import full_day, sentence_start

READERS_ON_FIRST_PAGE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One paper in a list."""

    paper_id: UUID
    title: str
    when: str
    replaced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeShown:
    """The first page; `readers` is None for those who may not see the log."""

    reader: ReaderShown
    next: NextCard
    calls: CallsCard
    happenings: tuple[HappeningLine, ...]
    papers: tuple[PaperLine, ...]
    advice: Advice
    if_worse: tuple[tuple[IfWorse, str], ...]  # and the link that calls
    readers: tuple[Reading, ...] | None
    shared_with: tuple[RelatedRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersShown:
    """The list of papers."""

    reader: ReaderShown
    papers: tuple[PaperLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperShown:
    """One paper, where it comes from and when it was given."""

    reader: ReaderShown
    paper: Paper
    place: str
    when: str
    large: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadersShown:
    """Who has read."""

    reader: ReaderShown
    emergencies: tuple[Reading, ...]
    others: tuple[Reading, ...]
    herself: tuple[Reading, ...]
    goes_on_before: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentsShown:
    """What the person has said."""

    reader: ReaderShown
    case_id: UUID | None
    planning: PlanningCard | None
    consents: tuple[SaidLine, ...]
    blocks: tuple[SaidLine, ...]
    shared_with: tuple[RelatedRow, ...]
    meeting_is_planned: bool
    units: tuple[KeeperRow, ...]
    may_block: bool


def home_shown(page: OwnPage, now: datetime) -> HomeShown:
    """The first page."""
    return HomeShown(
        reader=reader_shown(page.opened, now),
        next=next_card(page.next, now, page.opened.person.name),
        calls=calls_card(page.calls, now),
        happenings=happening_lines(page.happenings, now),
        papers=_paper_lines(page.papers, now),
        advice=page.advice,
        if_worse=tuple(
            (one, phone_link(one.call_phone)) for one in page.advice.planned
        ),
        readers=_latest(page.latest_readers),
        shared_with=_shared_with(page.opened.person.related),
    )


def papers_shown(page: OwnPapers, now: datetime) -> PapersShown:
    """The list of papers."""
    return PapersShown(
        reader=reader_shown(page.opened, now), papers=_paper_lines(page.papers, now)
    )


def paper_shown(page: OwnPaper, now: datetime, *, large: bool) -> PaperShown:
    """One paper, in ordinary or large type."""
    row = page.paper.row
    return PaperShown(
        reader=reader_shown(page.opened, now),
        paper=page.paper,
        place=place_name(row.unit, row.hospital),
        when=full_day(day_of(row.given_at)),
        large=large,
    )


def readers_shown(page: OwnReaders, now: datetime) -> ReadersShown:
    """Who has read."""
    return ReadersShown(
        reader=reader_shown(page.opened, now),
        emergencies=readings(page.emergencies, page.reviews),
        others=readings(page.others, page.reviews),
        herself=readings(page.herself),
        goes_on_before=page.goes_on_before,
    )


def consents_shown(page: OwnConsents, now: datetime) -> ConsentsShown:
    """What the person has said."""
    planning = page.planning
    return ConsentsShown(
        reader=reader_shown(page.opened, now),
        case_id=planning.case_id if planning else None,
        planning=planning_card(planning, now) if planning else None,
        consents=consent_lines(page.consents, now),
        blocks=block_lines(page.blocks, now),
        shared_with=_shared_with(page.opened.person.related),
        meeting_is_planned=bool(planning and planning.meeting_is_planned),
        units=page.keepers,
        may_block=page.may_block,
    )


def _latest(lines: tuple[LogLine, ...] | None) -> tuple[Reading, ...] | None:
    return None if lines is None else readings(lines)[:READERS_ON_FIRST_PAGE]


def _shared_with(related: tuple[RelatedRow, ...]) -> tuple[RelatedRow, ...]:
    return tuple(row for row in related if row.may_read)


def _paper_lines(papers: tuple[PaperRow, ...], now: datetime) -> tuple[PaperLine, ...]:
    return tuple(
        PaperLine(
            paper_id=row.paper_id,
            title=place_name(row.unit, row.hospital),
            when=sentence_start(plain_moment(row.given_at, now, timed=False)),
            replaced=row.replaced,
        )
        for row in papers
    )
