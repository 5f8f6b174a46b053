"""Samordnad vård- och omsorgsplanering: the work that makes the plan (Östergötland)."""

from dataclasses import replace

from naravard.plan import examples, readings
from naravard.plan.definition import LegalPlan
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
from naravard.plan.rules.legal import Block, PersonFacts


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
    examples=(
        examples.whole(),
        examples.about("Asta har inte sagt ja.", "consent", consented=False),
        examples.unsaid(
            "Ingen har frågat vad som är viktigt för Asta.",
            PassageKind.WHAT_MATTERS,
            "what_matters",
        ),
        examples.lacking(
            "Ingen har tagit på sig behovet.",
            "needs_owned",
            needs=tuple(
                replace(one, owner_unit_id=None) for one in examples.ASTA.needs
            ),
        ),
        examples.lacking(
            "En insats har ingen ansvarig.",
            "responsible",
            activities=tuple(
                replace(one, responsible_unit_id=None)
                for one in examples.ASTA.activities
            ),
        ),
        examples.lacking(
            "Asta har varken kontakt eller samordnare.",
            "named_contact",
            "coordinator",
            team=(),
        ),
        examples.lacking("Ingen uppföljning är bestämd.", "review", reviews=()),
    ),
)
