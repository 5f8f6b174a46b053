"""Which municipalities differ more than chance, and what levelling them is worth."""

import pytest

from naravard.indicators.models import StoredValue
from naravard.web.decisions.board import board_of
from naravard.web.decisions.funnels import FunnelView, funnel_of
from tests.journeys.decisions.conftest import columns, month

NAMES = {f"99{number:02d}": f"Ort {number}" for number in range(1, 21)}
YEAR = "2025-03/2026-02"


def keep_share(code: str, percent: float, *, of: int = 2_000) -> None:
    place = {"geo_level": "municipality", "geo": code}
    StoredValue.objects.create(
        **columns("NV-03", month(12), "year", YEAR, **place),
        stratum="all",
        num=of * percent / 100,
        den=of,
        value=percent,
    )


def seen(politician, names=NAMES) -> FunnelView | None:
    found = board_of(politician, "", ["NV-03"]).measures[0]
    return funnel_of(politician, found, names)


@pytest.mark.django_db
def test_one_that_lies_far_out_is_named_and_levelling_is_told(counted, politician):
    for code in NAMES:
        keep_share(code, 12.5 if code != "9920" else 30)

    view = seen(politician)

    assert view.says.endswith("förklarar: Ort 20.")
    assert "Ort 20" in view.chart
    assert "Ort 3<" not in view.chart
    assert view.rows[0].value == "12,5"
    assert view.what_if.startswith("Ort 20: ungefär 350 färre")


@pytest.mark.django_db
def test_where_all_are_alike_nothing_is_said_to_be_gained(counted, politician):
    for number, code in enumerate(NAMES):
        keep_share(code, 12 + number % 2, of=200)

    view = seen(politician)

    assert view.says.startswith("Ingen kommun")
    assert view.what_if == ""


@pytest.mark.django_db
def test_few_municipalities_are_no_funnel(counted, politician):
    keep_share("9903", 12)

    assert seen(politician) is None


@pytest.mark.django_db
def test_a_hidden_value_is_not_in_it(counted, politician):
    for code in list(NAMES)[:6]:
        keep_share(code, 12.5)
    StoredValue.objects.filter(geo="9906").update(num=None, den=None, value=None)

    view = seen(politician)

    assert "Ort 6" not in [row.name for row in view.rows]
