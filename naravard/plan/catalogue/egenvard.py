"""Planering av egenvård (lag 2022:1250)."""

from collections.abc import Callable
from dataclasses import replace

from naravard.plan import examples
from naravard.plan.definition import Example, LegalPlan
from naravard.plan.readings import contingencies
from naravard.plan.rules.content import Content
from naravard.plan.rules.kinds import View
from naravard.plan.rules.legal import Block, Line, PersonFacts, Rule
from naravard.plan.rules.parts import SelfCareAct

LAW = "Lag (2022:1250) om egenvård"
Has = Callable[[SelfCareAct], object]
GENERAL_ADVICE = f"{LAW}; Socialstyrelsens allmänna råd"


def _each(has: Has) -> Callable[[Content, PersonFacts], bool]:
    return lambda content, _: all(bool(has(one)) for one in content.self_care)


def _blocks(content: Content, _: PersonFacts) -> tuple[Block, ...]:
    return (*map(_act, content.self_care), contingencies(content))


def _act(one: SelfCareAct) -> Block:
    again = one.reassess_on.isoformat() if one.reassess_on else ""
    return Block(
        title=one.act,
        lines=(
            Line(label="Vem gör det", text=one.performed_by, part_id=one.id),
            Line(
                label="Bedömt av",
                text=one.assessed_by,
                note=one.assessed_on.isoformat(),
            ),
            Line(label="Så här", text=one.instruction),
            Line(label="Risker", text=one.risks),
            Line(label="Sluta och kontakta vården om", text=one.stop_when),
            Line(label="Bedöms igen", text=again),
        ),
    )


def _but(says: str, missing: str, **said: object) -> Example:
    acts = tuple(
        replace(one, **said)  # type: ignore[arg-type]
        for one in examples.ASTA.self_care
    )
    return examples.lacking(says, missing, self_care=acts)


LEGAL_PLAN = LegalPlan(
    view=View.EGENVARD,
    title="Egenvård",
    law=LAW,
    about="När legitimerad personal har bedömt att en åtgärd kan göras som egenvård,"
    " själv eller med hjälp. Då gäller inte hälso- och sjukvårdslagen för åtgärden.",
    rules=(
        Rule(
            code="self_care_act",
            text="Ingen åtgärd är bedömd som egenvård.",
            source=LAW,
            section="self_care",
            holds=lambda content, _: bool(content.self_care),
        ),
        Rule(
            code="self_care_assessed",
            text="Det står inte vem i den legitimerade personalen som har bedömt"
            " åtgärden.",
            source=LAW,
            section="self_care",
            holds=_each(lambda one: one.assessed_by.strip()),
        ),
        Rule(
            code="self_care_who",
            text="Det står inte vem som gör åtgärden.",
            source=LAW,
            section="self_care",
            holds=_each(lambda one: one.performed_by.strip()),
        ),
        Rule(
            code="self_care_risks",
            text="Riskerna är inte bedömda.",
            source=GENERAL_ADVICE,
            section="self_care",
            holds=_each(lambda one: one.risks.strip()),
        ),
        Rule(
            code="self_care_stop",
            text="Det står inte när personen ska sluta och kontakta vården.",
            source=GENERAL_ADVICE,
            section="self_care",
            holds=_each(lambda one: one.stop_when.strip()),
        ),
        Rule(
            code="self_care_again",
            text="Det är inte bestämt när bedömningen görs om.",
            source=GENERAL_ADVICE,
            section="self_care",
            holds=_each(lambda one: one.reassess_on),
        ),
    ),
    blocks=_blocks,
    examples=(
        examples.whole(),
        examples.lacking("Inget är bedömt.", "self_care_act", self_care=()),
        _but("Ingen har bedömt.", "self_care_assessed", assessed_by=""),
        _but("Det står inte vem.", "self_care_who", performed_by=""),
        _but("Riskerna saknas.", "self_care_risks", risks=""),
        _but("När ska Asta sluta?", "self_care_stop", stop_when=""),
        _but("Ingen ny bedömning.", "self_care_again", reassess_on=None),
    ),
    verified=False,
)
