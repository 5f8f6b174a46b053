"""Samordnad individuell plan (HSL 16 kap. 4 §, SoL 10 kap. 8–9 §§)."""

from naravard.plan import readings
from naravard.plan.definition import Block, LegalPlan, PersonFacts
from naravard.plan.demands import SIP_LAW, SIP_RULES
from naravard.plan.rules.content import Content
from naravard.plan.rules.kinds import PassageKind, View


def _blocks(content: Content, facts: PersonFacts) -> tuple[Block, ...]:
    return (
        readings.words(
            "Det här är viktigt för mig",
            content,
            PassageKind.WHAT_MATTERS,
            PassageKind.CHILDS_VIEW,
        ),
        readings.words("Mina styrkor", content, PassageKind.STRENGTHS),
        readings.needs(content, facts),
        readings.goals(content),
        *readings.by_principal(content, facts),
        readings.words(
            "Varför bara den ena ansvarar", content, PassageKind.WHY_ONE_PRINCIPAL
        ),
        readings.overall(content),
        readings.team(content),
        readings.contingencies(content),
        readings.follow_up(content),
    )


LEGAL_PLAN = LegalPlan(
    view=View.SIP,
    title="Samordnad individuell plan (SIP)",
    law=SIP_LAW,
    about="När någon behöver insatser från både hälso- och sjukvård och socialtjänst,"
    " och personen säger ja.",
    rules=SIP_RULES,
    blocks=_blocks,
)
