"""Every rule of every legal plan, by Asta's plan with and without something."""

import pytest

from naravard.plan.catalogue import legal_plan, legal_plans
from naravard.plan.examples import ASTA, FACTS
from naravard.plan.rules.content import EMPTY
from naravard.plan.rules.kinds import View

EXAMPLES = [
    pytest.param(legal, example, id=f"{legal.view}: {example.says}")
    for legal in legal_plans().values()
    for example in legal.examples
]
RULES = [
    pytest.param(legal, rule, id=f"{legal.view} {rule.code}")
    for legal in legal_plans().values()
    for rule in legal.rules
]


def test_every_view_of_the_plan_is_a_legal_plan():
    assert set(legal_plans()) == set(View)


@pytest.mark.parametrize(("legal", "example"), EXAMPLES)
def test_a_plan_lacks_what_its_example_says(legal, example):
    missing = legal.missing(example.content, example.facts)

    assert {one.code for one in missing} == set(example.missing)


@pytest.mark.parametrize(("legal", "rule"), RULES)
def test_every_rule_has_an_example_that_breaks_it(legal, rule):
    assert any(rule.code in example.missing for example in legal.examples)


@pytest.mark.parametrize(("legal", "rule"), RULES)
def test_every_rule_says_what_is_missing_and_by_which_act(legal, rule):
    assert rule.text.endswith(".")
    assert rule.source


@pytest.mark.parametrize("legal", legal_plans().values(), ids=lambda one: one.view)
def test_an_empty_plan_is_read_without_failing(legal):
    document = legal.document(EMPTY, FACTS)

    assert document.law
    assert legal.missing(EMPTY, FACTS)


def test_a_sip_says_what_each_principal_answers_for():
    document = legal_plan(View.SIP).document(ASTA, FACTS)

    blocks = {block.title: block for block in document.blocks}
    region = blocks["Regionen ansvarar för"].lines
    municipality = blocks["Kommunen ansvarar för"].lines
    assert [line.text for line in region] == ["Tränar balans"]
    assert "Hemtjänsten Lillby" in municipality[0].note


def test_that_nobody_else_does_anything_is_said():
    document = legal_plan(View.SIP).document(ASTA, FACTS)

    (others,) = [block for block in document.blocks if block.title == "Andra gör"]
    assert others.when_empty == "Inga andra gör något just nu."
