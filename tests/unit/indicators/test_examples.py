"""Every definition gives the answers that its own examples tell."""

from textwrap import dedent

import pytest

from naravard.indicators.computing import countable
from naravard.indicators.kolada import read_published
from naravard.indicators.registry import in_order, indicator_named
from tests.unit.indicators.lakes import of_example

EXAMPLES = [
    pytest.param(indicator, example, id=f"{indicator.id}: {example.says[:40]}")
    for indicator in countable()
    for example in indicator.examples
]


PUBLISHED = [each for each in in_order() if not each.is_counted]


def told(value: float | None, answer: float | None) -> bool:
    return value is None or answer == pytest.approx(value, abs=1e-9)


@pytest.mark.parametrize(("indicator", "example"), EXAMPLES)
def test_an_example_is_true(indicator, example):
    result = of_example(indicator, example)

    assert told(example.num, result.num)
    assert told(example.den, result.den)
    assert told(example.value, result.value)


@pytest.mark.parametrize("indicator", PUBLISHED, ids=lambda each: each.id)
def test_a_published_value_is_read_as_its_example_tells(indicator, tmp_path):
    (example,) = indicator.examples
    file = tmp_path / "kolada.csv"
    file.write_text(dedent(example.lake).strip(), encoding="utf-8")

    (result,) = read_published(file).results

    assert (result.indicator, result.period) == (indicator.id, example.period)
    assert result.value == example.value


def test_no_two_indicators_answer_to_the_same_name():
    names = [name for each in in_order() for name in (each.id, *each.also)]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("number", range(1, 22))
def test_each_of_the_follow_ups_twenty_one_measures_has_an_indicator(number):
    assert indicator_named(f"I-{number:02d}")


@pytest.mark.parametrize("number", range(1, 33))
def test_each_national_measure_has_an_indicator(number):
    assert indicator_named(f"NV-{number:02d}")
