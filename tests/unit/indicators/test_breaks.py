"""A line is drawn where the numbers begin to mean something else."""

import pytest

from naravard.indicators.breaks import break_lines
from naravard.indicators.results import Result


def value(period: str, version: str) -> Result:
    return Result(
        indicator="NV-03",
        version=version,
        period=period,
        geo_level="all",
        geo="all",
        stratum="all",
        num=10.0,
        den=100.0,
        value=10.0,
        ci_lo=None,
        ci_hi=None,
        std="",
        suppressed=False,
    )


@pytest.mark.parametrize(
    ("versions", "broken"),
    [
        (["1.0.0", "1.0.1", "1.2.0"], []),
        (["1.0.0", "2.0.0", "2.1.0"], ["2023"]),
        (["1.0.0", "1.0.0+window=7", "1.0.0"], ["2023", "2024"]),
        (["published", "1.0.0", "1.0.0"], ["2023"]),
    ],
)
def test_where_a_series_is_broken(versions, broken):
    series = [
        value(str(year), version) for year, version in enumerate(versions, start=2022)
    ]

    assert [line.period for line in break_lines(series)] == broken
