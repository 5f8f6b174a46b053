"""Samordnad vård- och omsorgsplanering: the work that makes the plan (Östergötland)."""

from naravard.plan import readings
from naravard.plan.definition import Block, LegalPlan, PersonFacts
from naravard.plan.demands import (
    CONSENT,
    COORDINATOR,
    NAMED_CONTACT,
    NEEDS_OWNED,
    ONE_RESPONSIBLE,
    REVIEW_DAY,
    WHAT_MATTERS,
)
from naravard.plan.rules.content import Content
from naravard.plan.rules.kinds import PassageKind, View


def _blocks(content: Content, facts: PersonFacts) -> tuple[Block, ...]:
    return (
        readings.words("Det här är viktigt för mig", content, PassageKind.WHAT_MATTERS),
        readings.needs(content, facts, title="Behov och vem som ansvarar"),
        readings.goals(content),
        *readings.by_principal(content, facts),
        readings.overall(content),
        readings.team(content),
        readings.times(content),
        readings.contingencies(content),
        readings.follow_up(content),
    )


LEGAL_PLAN = LegalPlan(
    view=View.SVOP,
    title="Samordnad vård- och omsorgsplanering (SVOP)",
    law="Östergötlands gemensamma arbetssätt; LUS 4 kap. vid utskrivning",
    about="Arbetssättet som leder till planen, på sjukhus och hemma: inget behov utan"
    " ansvarig, en samordnare och en kontakt.",
    rules=(
        CONSENT,
        WHAT_MATTERS,
        NEEDS_OWNED,
        ONE_RESPONSIBLE,
        NAMED_CONTACT,
        COORDINATOR,
        REVIEW_DAY,
    ),
    blocks=_blocks,
)
