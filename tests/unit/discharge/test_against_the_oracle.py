"""The rules against the law written once more by somebody else, field by field."""

import json
from decimal import Decimal
from fractions import Fraction
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from naravard.discharge.explanation.answers import answer, as_line
from naravard.discharge.explanation.fields import InputInvalid
from naravard.discharge.explanation.main import explanation_of
from naravard.discharge.explanation.reading import parsed, read_month
from naravard.discharge.rules.payment_month import payment_month
from tests.unit.discharge.oracle.answer import answer_of
from tests.unit.discharge.oracle.month import month_of
from tests.unit.discharge.oracle.possible import Impossible
from tests.unit.discharge.stays import a_case

# One case says little; the soak asks as many times more as it does of every property.
MANY = settings(max_examples=10 * settings.default.max_examples)
cases = st.integers(0, 2**48).map(lambda seed: a_case(Random(seed)))
months = st.fixed_dictionaries(
    {
        "agreement": st.fixed_dictionaries(
            {},
            optional={
                "model": st.just("monthly_average"),
                "threshold_days": st.sampled_from([0, 1, 2.5, 3, 3.0, 7]),
                "cap_days": st.sampled_from([None, 0, 3, 7]),
                "include_day_zero": st.booleans(),
                "individual": st.sampled_from(
                    ["beyond_cap", "whole_stay_if_over_cap", "none"]
                ),
                "mean_decimals": st.sampled_from([None, 0, 1, 2, 4]),
            },
        ),
        "rate": st.sampled_from([None, 0, 9300, 9300.5, 10500]),
        "ready_days": st.lists(st.integers(0, 40), max_size=12),
    }
)


def answered(case):
    """Our answer without its reasons, as another program reads it."""
    try:
        said = answer(explanation_of(parsed(json.dumps(case))))
    except InputInvalid as refused:
        return refused.path
    heard = json.loads(as_line(said))
    del heard["reasons"]
    return heard


def expected(case):
    try:
        return answer_of(case)
    except Impossible as refused:
        return refused.path


@MANY
@given(cases)
def test_every_field_of_the_answer_is_as_the_oracle_says(case):
    assert answered(case) == expected(case)


@MANY
@given(months)
def test_every_month_is_as_the_oracle_says(month):
    read = read_month(parsed(json.dumps(month)))

    said = payment_month(read.stays, agreement=read.agreement, rate=read.rate)

    assert {
        "n": said.n,
        "mean": close(said.mean),
        "excess_days": close(said.excess_days),
        "individual_days": close(said.individual_days),
        "amount": close(said.amount),
    } == {name: close(figure) for name, figure in month_of(month).items()}


def close(figure):
    """The figure to twelve decimals, for a third has no end in decimals."""
    return None if figure is None else round(Decimal(float(Fraction(figure))), 12)
