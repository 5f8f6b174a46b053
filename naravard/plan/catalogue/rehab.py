"""Individuell plan för rehabilitering, habilitering och hjälpmedel (HSL 8:7, 12:5)."""

from naravard.plan import readings
from naravard.plan.definition import Block, LegalPlan, PersonFacts, Rule
from naravard.plan.demands import ONE_RESPONSIBLE, took_part_or_why_not
from naravard.plan.readings import REHABILITATING, living
from naravard.plan.rules.content import Content
from naravard.plan.rules.kinds import PassageKind, View

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
)
