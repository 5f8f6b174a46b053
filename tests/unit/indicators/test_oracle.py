"""The engine and a slow reference in plain Python agree on whatever people may do."""

from datetime import date, timedelta
from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from naravard.indicators.toys import ToyRows
from tests.unit.indicators import reference
from tests.unit.indicators.lakes import counted, toy
from tests.unit.indicators.reference import Stay

FIRST, AFTER = date(2024, 1, 1), date(2025, 1, 1)
# Each example opens a database, so there are fewer of them than elsewhere.
FEWER = settings(max_examples=max(5, settings.default.max_examples // 5))

births = some.dictionaries(
    some.integers(1, 4), some.dates(date(1935, 1, 1), date(2006, 1, 1)), min_size=1
)
codes = some.sampled_from(["I509", "J459", "J40", "E110", "S720", "K254", "J449"])


@some.composite
def stays(draw: some.DrawFn) -> list[Stay]:
    born = draw(births)
    return [
        Stay(
            pid=pid,
            birth=born[pid],
            first=first,
            last=first + timedelta(days=days),
            main=draw(codes),
            beside=draw(some.sampled_from([(), ("J449",), ("E119", "J41")])),
            planned=draw(some.booleans()),
            died=draw(some.sampled_from([False, False, False, True])),
            ready=draw(
                some.sampled_from([None, first, first + timedelta(days=days // 2)])
            ),
        )
        for pid, first, days in draw(
            some.lists(
                some.tuples(
                    some.sampled_from(sorted(born)),
                    some.dates(date(2023, 12, 1), date(2024, 3, 1)),
                    some.integers(0, 20),
                ),
                min_size=1,
                max_size=9,
                unique=True,
            )
        )
    ]


def lake_of(given_stays: list[Stay]) -> ToyRows:
    births = {stay.pid: stay.birth for stay in given_stays}
    return toy(
        person=[{"pid": pid, "birth": birth} for pid, birth in births.items()],
        stay=[
            {
                "pid": stay.pid,
                "in": stay.first,
                "out": stay.last,
                "main": stay.main,
                "dx": list(stay.beside),
                "planned": stay.planned,
                "died": stay.died,
                "ready": stay.ready,
            }
            for stay in given_stays
        ],
    )


@FEWER
@given(stays())
def test_avoidable_care_is_counted_as_the_reference_does(given_stays):
    result = counted(lake_of(given_stays), "NV-01", "2024")

    assert result.num == reference.chronic(given_stays, FIRST, AFTER)


@FEWER
@given(stays())
def test_readmissions_are_counted_as_the_reference_does(given_stays):
    result = counted(lake_of(given_stays), "NV-03", "2024")

    assert (result.num, result.den) == reference.readmitted(given_stays, FIRST, AFTER)


@FEWER
@given(stays())
def test_days_as_ready_are_counted_as_the_reference_does(given_stays):
    result = counted(lake_of(given_stays), "NV-04", "2024")

    assert (result.num, result.den) == reference.ready_days(given_stays, FIRST, AFTER)


@FEWER
@given(
    some.dictionaries(
        some.integers(1, 6),
        some.lists(some.sampled_from("ABCD"), min_size=1, max_size=8),
        min_size=1,
    )
)
def test_continuity_is_counted_as_the_reference_does(doctors):
    rows = toy(
        visit=[
            {
                "pid": pid,
                "clin": doctor,
                "at": date(2024, 2, 1) + timedelta(days=number),
            }
            for pid, seen in doctors.items()
            for number, doctor in enumerate(seen)
        ]
    )

    index = counted(rows, "NV-06", "2024")
    again = counted(rows, "NV-06-sekvens", "2024")

    assert index.num == pytest.approx(fsum(reference.continuity(doctors)), abs=1e-12)
    assert again.num == pytest.approx(fsum(reference.same_again(doctors)), abs=1e-12)
