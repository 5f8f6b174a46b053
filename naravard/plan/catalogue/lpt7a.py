"""Samordnad vårdplan vid öppen tvångsvård (LPT 7 a §, LRV 12 a §)."""

from dataclasses import replace

from naravard.plan import examples, readings
from naravard.plan.definition import LegalPlan
from naravard.plan.demands import A_NEED, ONE_RESPONSIBLE, OTHERS_MEASURES, has_role
from naravard.plan.readings import living
from naravard.plan.rules.content import Content
from naravard.plan.rules.kinds import PassageKind, Principal, TeamRole, View
from naravard.plan.rules.legal import Block, PersonFacts, Rule

LAW = "LPT 7 a §, LRV 12 a §"


def _attitude(content: Content, _: PersonFacts) -> bool:
    return bool(content.passage(PassageKind.ATTITUDE).strip())


def _decided(content: Content, _: PersonFacts) -> bool:
    principals = {Principal.REGION, Principal.MUNICIPALITY}
    mine = [one for one in living(content) if one.principal in principals]
    return bool(mine) and all(one.decision.strip() for one in mine)


def _signed(_: Content, facts: PersonFacts) -> bool:
    return bool(facts.must_sign) and set(facts.must_sign) <= set(facts.signed_by)


def _chief(content: Content, facts: PersonFacts) -> bool:
    return has_role(content, facts, TeamRole.CHIEF_PHYSICIAN)


def _blocks(content: Content, facts: PersonFacts) -> tuple[Block, ...]:
    return (
        readings.needs(content, facts, title="Bedömt behov av insatser"),
        *readings.by_principal(content, facts)[:2],
        readings.others(content, facts),
        readings.words(
            "Patientens inställning till insatserna", content, PassageKind.ATTITUDE
        ),
        readings.team(content, (TeamRole.CHIEF_PHYSICIAN,)),
    )


LEGAL_PLAN = LegalPlan(
    view=View.LPT7A,
    title="Samordnad vårdplan vid öppen tvångsvård",
    law=LAW,
    about="Görs av chefsöverläkaren tillsammans med enheterna, och gäller när alla har"
    " justerat den. Patientens inställning antecknas; planen kräver inte samtycke.",
    rules=(
        Rule(
            code="lpt_care",
            text="Det är inte angivet att personen vårdas enligt LPT eller LRV.",
            source=LAW,
            section="header",
            holds=lambda content, _: content.header.compulsory_care,
        ),
        A_NEED,
        Rule(
            code="lpt_decided",
            text="Det står inte vilka beslut som finns om varje insats.",
            source=LAW,
            section="activities",
            holds=_decided,
        ),
        ONE_RESPONSIBLE,
        OTHERS_MEASURES,
        Rule(
            code="lpt_attitude",
            text="Patientens inställning till insatserna är inte antecknad.",
            source=LAW,
            section="passages",
            holds=_attitude,
        ),
        Rule(
            code="lpt_chief",
            text="Det står inte vilken chefsöverläkare som har upprättat planen.",
            source=LAW,
            section="team",
            holds=_chief,
        ),
        Rule(
            code="lpt_signed",
            text="Alla enheter har inte justerat planen. Den gäller först när alla har"
            " gjort det.",
            source=LAW,
            holds=_signed,
        ),
    ),
    blocks=_blocks,
    examples=(
        examples.whole(),
        examples.headed(
            "Asta vårdas inte enligt LPT.", "lpt_care", compulsory_care=False
        ),
        examples.lacking("Inget behov är bedömt.", "need", needs=()),
        examples.lacking(
            "Besluten om insatserna saknas.",
            "lpt_decided",
            activities=tuple(
                replace(one, decision="") for one in examples.ASTA.activities
            ),
        ),
        examples.lacking(
            "En insats har ingen ansvarig enhet.",
            "responsible",
            activities=tuple(
                replace(one, responsible_unit_id=None)
                for one in examples.ASTA.activities
            ),
        ),
        examples.headed(
            "Ingen har frågat vad andra gör.", "others", others_listed=False
        ),
        examples.unsaid(
            "Astas inställning är inte antecknad.",
            PassageKind.ATTITUDE,
            "lpt_attitude",
        ),
        examples.lacking(
            "Ingen chefsöverläkare har upprättat planen.",
            "lpt_chief",
            team=examples.members(TeamRole.NAMED_CONTACT),
        ),
        examples.about(
            "Kommunen har inte justerat planen.",
            "lpt_signed",
            signed_by=(examples.CENTRE,),
        ),
        examples.about("Ingen har justerat planen.", "lpt_signed", signed_by=()),
    ),
    signed=True,
)
