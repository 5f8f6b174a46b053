"""Individuell plan för rehabilitering, habilitering och hjälpmedel (HSL 8:7, 12:5)."""

from dataclasses import replace

from naravard.plan import examples, readings
from naravard.plan.definition import LegalPlan
from naravard.plan.demands import ONE_RESPONSIBLE, took_part_or_why_not
from naravard.plan.readings import REHABILITATING, living
from naravard.plan.rules.content import Content
from naravard.plan.rules.kinds import PassageKind, Principal, View
from naravard.plan.rules.legal import Block, PersonFacts, Rule

LAW = "HSL 8 kap. 7 § tredje stycket, 12 kap. 5 § andra stycket"


def _planned(content: Content, _: PersonFacts) -> bool:
    return any(one.kind in REHABILITATING for one in living(content))


def _blocks(content: Content, facts: PersonFacts) -> tuple[Block, ...]:
    return (
        readings.words("Det här är viktigt för mig", content, PassageKind.WHAT_MATTERS),
        readings.goals(content),
        readings.activities(
            "Planerade och beslutade insatser",
            content,
            facts,
            lambda one: one.kind in REHABILITATING,
        ),
        readings.follow_up(content),
    )


LEGAL_PLAN = LegalPlan(
    view=View.REHAB,
    title="Plan för rehabilitering, habilitering och hjälpmedel",
    law=LAW,
    about="När någon får rehabilitering, habilitering eller hjälpmedel."
    " Görs i samverkan med personen.",
    rules=(
        Rule(
            code="rehab_planned",
            text="Inga planerade eller beslutade insatser för rehabilitering,"
            " habilitering eller hjälpmedel står i planen.",
            source=LAW,
            section="activities",
            holds=_planned,
        ),
        ONE_RESPONSIBLE,
        Rule(
            code="rehab_together",
            text="Det står inte att planen gjordes i samverkan med personen, eller"
            " varför inte.",
            source=LAW,
            section="header",
            holds=took_part_or_why_not,
        ),
    ),
    blocks=_blocks,
    examples=(
        examples.whole(),
        examples.lacking(
            "Ingen rehabilitering är planerad.",
            "rehab_planned",
            activities=examples.done_by(Principal.MUNICIPALITY),
        ),
        examples.lacking(
            "Träningen har ingen ansvarig.",
            "responsible",
            activities=tuple(
                replace(one, responsible_unit_id=None)
                for one in examples.ASTA.activities
            ),
        ),
        examples.headed(
            "Det står inte om Asta var med.", "rehab_together", took_part=None
        ),
    ),
)
