"""Who sees what of a plan, as a page: every cell is asked of the rules themselves."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

from naravard.access.rules import (
    BlockFacts,
    BlockKind,
    Category,
    Circumstances,
    ConsentFacts,
    ConsentScope,
    Decision,
    Extent,
    GlassStep,
    Outcome,
    RelationFacts,
    RelationKind,
    Rule,
    decide,
    usual_purpose,
    usual_record,
)
from naravard.access.rules.matrix import READERS, Reader
from naravard.plan.examples import ASTA_IN_FULL, CENTRE
from naravard.plan.rules.visible import visible

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
ELSEWHERE = UUID(int=9)

WORD_OF = {
    Outcome.DENY: "–",
    Outcome.NEED_CONSENT: "fråga",
    Outcome.NEED_REASON: "–",
    Outcome.NEED_CHOICE: "–",
    Outcome.BREAK_GLASS: "nödöppning",
}
WORD_OF_EXTENT = {
    Extent.ALL: "allt",
    Extent.OWN_PARTS: "egna delar",
    Extent.SHARED_PARTS: "delat",
    Extent.SUMMARY: "det viktigaste",
    Extent.EXISTENCE: "att den finns",
    Extent.OWNERS: "vem som har den",
}
SECTION_IN_SWEDISH = {
    "passages": "texter",
    "needs": "behov",
    "goals": "mål",
    "activities": "insatser",
    "contingencies": "om det blir sämre",
    "limits": "behandlingsbegränsning",
    "talks": "brytpunktssamtal",
    "palliative": "palliativ vård",
    "safety": "säkerhetsplan",
    "self_care": "egenvård",
    "team": "team",
    "times": "tider",
    "reviews": "uppföljning",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """How the reader stands to the person and her plan."""

    title: str
    takes_part: bool = True
    said: bool | None = True  # None: nothing, or taken back
    blocked: bool = False
    emergency: bool = False
    by_law: bool = False  # a plan by LPT 7 a § or LRV 12 a §


SITUATIONS = (
    Situation(title="deltar, personen har sagt ja"),
    Situation(title="deltar, inget sagt eller taget tillbaka", said=None),
    Situation(title="deltar, personen har sagt nej", said=False),
    Situation(title="deltar, personen har spärrat andra uppgifter", blocked=True),
    Situation(
        title="deltar i en vårdplan enligt LPT eller LRV, personen har sagt nej",
        said=False,
        by_law=True,
    ),
    Situation(title="deltar inte", takes_part=False),
    Situation(title="deltar inte, fara för liv", takes_part=False, emergency=True),
)


def decision_of(reader: Reader, situation: Situation) -> Decision:
    """What the rules answer this reader in this situation."""
    kind = _relation_in(situation)
    consent = (
        ()
        if situation.said is None
        else (ConsentFacts(scope=ConsentScope.SIP, given=situation.said, at=NOW),)
    )
    block = BlockFacts(kind=BlockKind.OUTER, organisation_id=ELSEWHERE)
    return decide(
        actor=reader.actor,
        subject=replace(
            reader.subject,
            relations=(RelationFacts(kind=kind, starts_at=NOW),),
            consents=consent,
            blocks=(block,) if situation.blocked else (),
        ),
        record=usual_record(Category.PLAN, reader.actor),
        circumstances=_circumstances(reader, situation),
        now=NOW,
    )


def cell(reader: Reader, situation: Situation) -> str:
    """One cell of the page."""
    decision = decision_of(reader, situation)
    if not decision.allowed:
        return WORD_OF[decision.outcome]
    in_emergency = decision.rule is Rule.A15 and decision.extent is Extent.ALL
    return WORD_OF_EXTENT[Extent.SUMMARY if in_emergency else decision.extent]


def plan_matrix() -> str:
    """The page: readers by situation, and what each extent shows."""
    return "\n".join(
        [
            "# Vem ser vad i planen",
            "",
            "Sidan är gjord av samma funktioner som avgör varje fråga i drift:"
            " `naravard.access.rules.decide` och `naravard.plan.rules.visible`.",
            "",
            "- **fråga**: personen måste först tillfrågas",
            "- **nödöppning**: vårdgivare, steg för steg, med skäl, alltid granskat",
            "- **–**: aldrig",
            "",
            *_table(
                ("Läsare", *(one.title for one in SITUATIONS)),
                (
                    (reader.title, *(cell(reader, one) for one in SITUATIONS))
                    for reader in READERS
                ),
            ),
            "",
            "## Vad som syns",
            "",
            *_table(
                ("Del", *WORD_OF_EXTENT.values()),
                (
                    (words, *(_shown(section, one) for one in WORD_OF_EXTENT))
                    for section, words in SECTION_IN_SWEDISH.items()
                ),
            ),
        ]
    )


def _relation_in(situation: Situation) -> RelationKind:
    if situation.by_law:
        return RelationKind.COMPULSORY_PLAN
    return RelationKind.PLAN if situation.takes_part else RelationKind.SERVICE


def _circumstances(reader: Reader, situation: Situation) -> Circumstances:
    if not situation.emergency:
        return Circumstances(purpose=usual_purpose(reader.actor))
    return Circumstances(
        purpose=usual_purpose(reader.actor),
        emergency=True,
        reason="Fara för liv.",
        glass=GlassStep.OPEN,
    )


def _shown(section: str, extent: Extent) -> str:
    """Asked of a plan in which every section holds something."""
    part = getattr(visible(ASTA_IN_FULL, extent, CENTRE), section)
    if not part:
        return "–"
    return "ja" if part == getattr(ASTA_IN_FULL, section) else "en del"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    titles = list(head)
    return [
        _row(titles),
        "| --- |" + " --- |" * (len(titles) - 1),
        *(_row(row) for row in rows),
    ]


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
