"""A person's no, and what others may know of it (A05–A08, A14)."""

from naravard.access.rules.data import Depth, Extent, GlassStep
from naravard.access.rules.decisions import (
    Decision,
    Outcome,
    Rule,
    allow,
    break_glass,
    deny,
    need,
)
from naravard.access.rules.facts import ConsentScope
from naravard.access.rules.grounds import Ground
from naravard.access.rules.question import Question
from naravard.access.rules.reach import beyond_shared_records


def inner_block_closes(question: Question) -> Decision | None:
    """A05: data the person closed to the provider's other units stays closed.

    That a block exists may be shown (PDL 4 kap. 4 §).
    """
    if not question.inner_blocked or _may_try_to_lift(question):
        return None
    if question.circumstances.depth is Depth.EXISTENCE:
        return allow(
            Rule.A05,
            Ground.READ_EXISTENCE,
            "Det finns spärrade uppgifter på en annan enhet.",
            extent=Extent.EXISTENCE,
        )
    return deny(
        Rule.A05,
        "Personen har spärrat uppgifterna för andra enheter.",
        "Fråga personen. Säger hon eller han ja häver du spärren för din enhet.",
    )


def inner_block_is_lifted(question: Question) -> Decision | None:
    """A06: lifted by consent, or by need when she cannot be asked, step by step."""
    if not question.inner_blocked:
        return None
    if question.consent(ConsentScope.LIFT_BLOCK):
        return None
    glass = question.circumstances.glass
    if glass is GlassStep.OPEN and question.reason:
        return allow(
            Rule.A06,
            Ground.READ_LIFTED,
            "Spärren är bruten för nödvändig vård. Läs bara det vården kräver.",
            review=True,
        )
    if glass is GlassStep.SEE_WHO and question.reason:
        return _who_blocked(Rule.A06)
    return break_glass(
        Rule.A06,
        GlassStep.SEE_WHO if glass is None else GlassStep.OPEN,
        "Personen har spärrat uppgifterna och kan inte tillfrågas.",
        "Se först vilken enhet som har spärrat. Behövs uppgifterna för vård som"
        " personen oundgängligen behöver anger du varför och öppnar.",
    )


def data_is_made_available(question: Question) -> Decision | None:
    """A07: what a person has opposed sharing is not there for other providers."""
    if not question.elsewhere or beyond_shared_records(question):
        return None
    if question.outer_blocked and _emergency_at_care_provider(question):
        return None  # A14
    if question.record.made_available and not question.outer_blocked:
        return None
    return deny(
        Rule.A07,
        "Det finns inga uppgifter från andra som du kan läsa här.",
        "Fråga personen. Den enhet som har skrivit uppgifterna kan lämna ut dem"
        " om personen vill.",
    )


def others_see_that_data_exist(question: Question) -> Decision | None:
    """A08: connected parties may see that there is something, not whose or what."""
    asked = question.circumstances.depth is Depth.EXISTENCE
    if not asked or not question.elsewhere or beyond_shared_records(question):
        return None
    if question.outer_blocked:
        return None
    return allow(
        Rule.A08,
        Ground.READ_EXISTENCE,
        "Det finns uppgifter hos någon annan.",
        extent=Extent.EXISTENCE,
    )


def blocked_data_in_danger(question: Question) -> Decision | None:
    """A14: in danger to life a care provider sees who blocked and asks them to lift.

    Nobody opens another provider's block herself.
    """
    blocked = question.outer_blocked and not beyond_shared_records(question)
    if not blocked or not _emergency_at_care_provider(question):
        return None
    if not question.reason:
        return need(
            Outcome.NEED_REASON,
            Rule.A14,
            "Personen har spärrat uppgifter hos en annan vårdgivare.",
            "Ange vilken fara det är för liv eller hälsa. Sedan ser du vem som har"
            " spärrat.",
        )
    glass = question.circumstances.glass
    if glass is GlassStep.SEE_WHO:
        return _who_blocked(Rule.A14)
    return break_glass(
        Rule.A14,
        GlassStep.SEE_WHO if glass is None else GlassStep.ASK_TO_LIFT,
        "Personen har spärrat uppgifter hos en annan vårdgivare.",
        "Se vem som har spärrat och be dem häva spärren. Ingen annan kan öppna den.",
    )


def _who_blocked(rule: Rule) -> Decision:
    return allow(
        rule,
        Ground.READ_BLOCKER,
        "Här ser du vem som har spärrat, inte vad som står.",
        extent=Extent.OWNERS,
        review=True,
    )


def _may_try_to_lift(question: Question) -> bool:
    consented = question.consent(ConsentScope.LIFT_BLOCK) is True
    return consented or _emergency_at_care_provider(question)


def _emergency_at_care_provider(question: Question) -> bool:
    return question.circumstances.emergency and question.care_provider
