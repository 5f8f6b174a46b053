"""Samordnad individuell plan (HSL 16 kap. 4 §, SoL 10 kap. 8–9 §§)."""

from dataclasses import replace

from naravard.plan import examples, readings
from naravard.plan.definition import LegalPlan
from naravard.plan.demands import SIP_LAW, SIP_RULES
from naravard.plan.rules.content import Content
from naravard.plan.rules.kinds import PassageKind, Principal, View
from naravard.plan.rules.legal import Block, PersonFacts


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
    examples=(
        examples.whole(),
        examples.about("Asta har inte sagt ja.", "consent", consented=False),
        examples.about("Asta har tagit tillbaka sitt ja.", "consent", withdrawn=True),
        examples.unsaid(
            "Ingen har frågat vad som är viktigt för Asta.",
            PassageKind.WHAT_MATTERS,
            "what_matters",
        ),
        examples.lacking("Inget behov är skrivet.", "need", needs=()),
        examples.lacking(
            "Ingenting ska göras.", "activity", "both_principals", activities=()
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
            "Bara regionen gör något, och ingen har skrivit varför.",
            "both_principals",
            activities=examples.done_by(Principal.REGION),
        ),
        examples.headed(
            "Ingen har frågat vad andra gör.", "others", others_listed=False
        ),
        examples.headed(
            "Det är inte bestämt vem som är huvudansvarig.",
            "overall_principal",
            overall_principal=None,
        ),
        examples.headed(
            "Skolan kan inte ha det övergripande ansvaret.",
            "overall_principal",
            overall_principal=Principal.OTHER,
        ),
        examples.lacking("Ingen uppföljning är bestämd.", "review", reviews=()),
        examples.headed("Det står inte om Asta var med.", "took_part", took_part=None),
        examples.about(
            "Om Asta vore nio år skulle hennes egen åsikt saknas.",
            "childs_view",
            age=9,
        ),
    ),
)
