"""What the acts ask of a plan, and the pages it is read as."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from naravard.plan.rules.content import Content
from naravard.plan.rules.kinds import View


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """What the views must know of the person and the process around the plan."""

    today: date
    age: int | None = None
    consented: bool = False
    withdrawn: bool = False
    unit_names: tuple[tuple[UUID, str], ...] = ()
    related_names: tuple[tuple[UUID, str], ...] = ()
    signed_by: tuple[UUID, ...] = ()  # units that have signed exactly this document
    must_sign: tuple[UUID, ...] = ()
    school_takes_part: bool = False

    def unit(self, unit_id: UUID | None) -> str:
        """A unit's name."""
        return dict(self.unit_names).get(unit_id, "") if unit_id else ""

    def related(self, related_id: UUID | None) -> str:
        """The name of somebody close to the person."""
        return dict(self.related_names).get(related_id, "") if related_id else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Something a legal plan lacks, in plain Swedish, and the act that asks for it."""

    code: str
    text: str
    source: str
    section: str = ""  # where in the plan it is written


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a document: who or what, what is said, and a note in small print."""

    text: str
    label: str = ""
    note: str = ""
    part_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A headed piece of a document; `when_empty` is said when nothing is written."""

    title: str
    lines: tuple[Line, ...]
    when_empty: str = "Inget skrivet än."


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A legal plan as it is read, printed and signed."""

    view: View
    title: str
    law: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing a legal plan must have; `holds` says whether this plan has it."""

    code: str
    text: str  # what is missing, when it does not hold
    source: str
    holds: Callable[[Content, PersonFacts], bool]
    section: str = ""
