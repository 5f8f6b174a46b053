"""What a legal plan is: a reading of the one plan, and what it asks for (pure)."""

from collections.abc import Callable
from dataclasses import dataclass

from naravard.plan.rules.content import Content
from naravard.plan.rules.kinds import View
from naravard.plan.rules.legal import Block, Document, Missing, PersonFacts, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A plan, and the codes of what this kind of plan lacks in it."""

    says: str
    content: Content
    facts: PersonFacts
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalPlan:
    """One kind of plan in law: what it asks for and how it is read."""

    view: View
    title: str
    law: str
    about: str
    rules: tuple[Rule, ...]
    blocks: Callable[[Content, PersonFacts], tuple[Block, ...]]
    examples: tuple[Example, ...]
    signed: bool = False  # holds only when every unit has signed it
    verified: bool = True  # False: rests on our own reading, shown as such

    def document(self, content: Content, facts: PersonFacts) -> Document:
        """The plan read as this kind."""
        return Document(
            view=self.view,
            title=self.title,
            law=self.law,
            blocks=self.blocks(content, facts),
        )

    def missing(self, content: Content, facts: PersonFacts) -> tuple[Missing, ...]:
        """What this kind of plan still lacks, each with its source."""
        return tuple(
            Missing(
                code=rule.code,
                text=rule.text,
                source=rule.source,
                section=rule.section,
            )
            for rule in self.rules
            if not rule.holds(content, facts)
        )
