"""Every reader, category, relation, consent and block: each cell asked of `decide`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from naravard.access.rules.actors import ActorKind
from naravard.access.rules.data import CATEGORY_IN_SWEDISH, Category, Extent, GlassStep
from naravard.access.rules.decisions import Decision, Outcome
from naravard.access.rules.facts import (
    CHILD_CONSENTS_FROM,
    BlockFacts,
    BlockKind,
    Circumstances,
    ConsentFacts,
    ConsentScope,
    SubjectFacts,
    usual_purpose,
)
from naravard.access.rules.matrix import (
    EXTENT_IN_SWEDISH,
    HERE,
    NOW,
    OTHER,
    READERS,
    THERE,
    Reader,
    record_of,
    relation_to,
)
from naravard.access.rules.order import decide

WORDS = {
    Outcome.ALLOW: "ja",
    Outcome.DENY: "nej",
    Outcome.NEED_CONSENT: "fråga",
    Outcome.NEED_REASON: "skäl",
    Outcome.NEED_CHOICE: "välj",
    Outcome.BREAK_GLASS: "steg",
}
CONSENTS: dict[str, bool | None] = {"inget svar": None, "ja": True, "nej": False}
BLOCKS: dict[str, tuple[BlockKind, ...]] = {
    "ingen spärr": (),
    "inre spärr": (BlockKind.INNER,),
    "yttre spärr": (BlockKind.OUTER,),
}
REASON = "Fara för liv."
SMALL_CHILD_BORN = date(2018, 5, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """One combination of what is known, and what the asking person states."""

    related: bool = True
    consented: bool | None = None
    blocks: tuple[BlockKind, ...] = ()
    emergency: bool = False
    glass: GlassStep | None = None
    lacks_capacity: bool = False
    small_child: bool = False  # whom staff ask about; others' ages are their own
    says: str


def situations() -> tuple[Situation, ...]:
    """Relation, consent and block in every combination, of grown-ups and children.

    Then danger and incapacity.
    """
    return (*_usual(), *_of_children(), *_in_danger(), *_without_capacity())


def combinations() -> int:
    """How many questions the page asks of the decision function."""
    return len(READERS) * len(Category) * len(situations())


def matrix_in_full() -> str:
    """The whole page, in Markdown."""
    return "\n".join(
        [*_head(), *(line for each in READERS for line in _of_reader(each))]
    )


def cell_in(reader: Reader, category: Category, situation: Situation) -> str:
    """The answer and the rule it rests on, such as `nej A05`."""
    decision = _ask(reader, category, situation)
    extent = EXTENT_IN_SWEDISH.get(decision.extent, "")
    if decision.extent is Extent.OWNERS:
        extent = " (bara vem)"
    return f"{WORDS[decision.outcome]}{extent} {decision.rule}"


def _usual() -> Iterator[Situation]:
    for related, (said, consent), (name, blocks) in product(
        (True, False), CONSENTS.items(), BLOCKS.items()
    ):
        relation = "vårdrelation" if related else "ingen relation"
        yield Situation(
            related=related,
            consented=consent,
            blocks=blocks,
            says=f"{relation}, {said}, {name}",
        )


def _of_children() -> Iterator[Situation]:
    """A child too young to consent; from 13 staff read as about somebody grown."""
    for (said, consent), (name, blocks) in product(CONSENTS.items(), BLOCKS.items()):
        yield Situation(
            small_child=True,
            consented=consent,
            blocks=blocks,
            says=f"barn under {CHILD_CONSENTS_FROM} år, vårdrelation, {said}, {name}",
        )


def _in_danger() -> Iterator[Situation]:
    for name, blocks in BLOCKS.items():
        for step in (None, GlassStep.SEE_WHO, GlassStep.OPEN):
            taken = _STEPS[step]
            yield Situation(
                emergency=True,
                glass=step,
                blocks=blocks,
                says=f"nödläge, {name}{taken}",
            )


def _without_capacity() -> Iterator[Situation]:
    yield Situation(lacks_capacity=True, says="saknar beslutsförmåga, inget svar")
    yield Situation(
        lacks_capacity=True, consented=False, says="saknar beslutsförmåga, tidigare nej"
    )


_STEPS = {
    None: "",
    GlassStep.SEE_WHO: ", se vem",
    GlassStep.OPEN: ", öppna",
}


def _head() -> tuple[str, ...]:
    return (
        "# Vem får se vad, i varje läge",
        "",
        "Sidan är gjord av samma funktion som avgör varje fråga i drift",
        "(`naravard.access.rules.decide`). Ändra reglerna, inte sidan. Den ställer",
        f"{combinations()} frågor: varje läsare, slag av uppgift, vårdrelation,",
        "svar och spärr, om vuxna och om små barn, och därtill nödläge och saknad",
        "beslutsförmåga. Lägen med samma svar står på samma rad. Regeln står efter",
        f"svaret. Från {CHILD_CONSENTS_FROM} år läser personalen om ett barn som om en",
        "vuxen. Vad barn och vårdnadshavare läser står hos dem, ålder för ålder.",
        "",
        "- **ja**: öppnas; **ja (bara vem)**: vem som har spärrat eller har uppgifter",
        "- **skäl**: ett skäl måste anges; **fråga**: personens ja behövs",
        "- **välj**: visas efter ett val; **steg**: nästa steg i ett nödläge",
        "- **nej**: regeln säger vem som kan, och vad man gör i stället",
        "",
        "Journaler avser den egna vårdgivarens när läsaren har en sådan, annars någon",
        "annans. Svaret gäller alla slag av samtycke på en gång. Spärren är satt av",
        "den som har uppgifterna, den inre på en annan enhet. Vårdrelationen gör",
        "enheten till part i ärendet eller planen, och dess meddelanden stängs då",
        "inte av en spärr.",
        "",
    )


def _of_reader(reader: Reader) -> list[str]:
    rows: dict[tuple[str, ...], list[str]] = {}
    for situation in situations():
        cells = tuple(cell_in(reader, each, situation) for each in Category)
        rows.setdefault(cells, []).append(situation.says)
    titles = [CATEGORY_IN_SWEDISH[category] for category in Category]
    every = len(rows) == 1
    return [
        f"## {reader.title}",
        "",
        "| Läge | " + " | ".join(titles) + " |",
        "| --- |" + " --- |" * len(titles),
        *(
            f"| {'alla lägen' if every else '<br>'.join(says)} | {' | '.join(cells)} |"
            for cells, says in rows.items()
        ),
        "",
    ]


def _ask(reader: Reader, category: Category, situation: Situation) -> Decision:
    return decide(
        actor=reader.actor,
        subject=_subject(reader, category, situation),
        record=record_of(reader.actor, category),
        circumstances=Circumstances(
            purpose=usual_purpose(reader.actor),
            reason=REASON if situation.emergency else "",
            emergency=situation.emergency,
            glass=situation.glass,
        ),
        now=NOW,
    )


def _subject(reader: Reader, category: Category, situation: Situation) -> SubjectFacts:
    staff = reader.actor.kind is ActorKind.STAFF
    said = situation.consented
    child = staff and situation.small_child
    return replace(
        reader.subject,
        birth_date=SMALL_CHILD_BORN if child else reader.subject.birth_date,
        lacks_capacity=situation.lacks_capacity,
        relations=(relation_to(category),) if staff and situation.related else (),
        consents=()
        if said is None
        else tuple(
            ConsentFacts(scope=scope, given=said, at=NOW) for scope in ConsentScope
        ),
        blocks=tuple(block for kind in situation.blocks for block in _blocks(kind)),
    )


def _blocks(kind: BlockKind) -> tuple[BlockFacts, ...]:
    """The keeper's block, whoever that is: the reader's own provider or another."""
    unit = OTHER if kind is BlockKind.INNER else None
    return tuple(
        BlockFacts(kind=kind, organisation_id=organisation, unit_id=unit)
        for organisation in (HERE, THERE)
    )
