"""A county's road as a file: what is wrong is refused, in words."""

from datetime import date
from pathlib import Path

import pytest

from naravard.indicators.errors import UnknownIndicator
from naravard.roadmap.document import RoadmapNotReadable, read_roadmap
from naravard.roadmap.rules import ObstacleState, Phase, Scope

FILE = Path(__file__).parents[3] / "counties" / "roadmap" / "vastmanland.toml"
TODAY = date(2026, 11, 22)


def changed(tmp_path, before, after):
    text = FILE.read_text(encoding="utf-8")
    assert before in text
    path = tmp_path / "road.toml"
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    return path


def test_the_practice_countys_road_has_all_that_a_road_has():
    road = read_roadmap(FILE, TODAY)

    assert [area.title for area in road.areas] == [
        "Närsjukvård och mobilitet",
        "Psykisk ohälsa",
        "Förebygga sjukdom",
    ]
    assert {row.phase for row in road.initiatives} == set(Phase)
    assert {row.scope for row in road.initiatives} == set(Scope)
    assert {row.state for row in road.obstacles} == set(ObstacleState)
    assert all(row.owner and row.removal for row in road.obstacles)
    assert all(row.responsible for row in road.initiatives)


def test_months_ago_become_the_first_of_a_month():
    road = read_roadmap(FILE, TODAY)

    started = {row.key: row.started_on for row in road.initiatives}
    assert started["morgonplanering"] == date(2026, 2, 1)
    assert started["egenmonitorering"] is None


def test_an_unknown_measure_is_refused(tmp_path):
    path = changed(tmp_path, 'indicator = "NV-04"', 'indicator = "NV-99"')

    with pytest.raises(UnknownIndicator):
        read_roadmap(path, TODAY)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('state = "gone"', 'state = "lost"'),
        ('area = "narsjukvard"', 'area = "elsewhere"'),
        ('initiative = "mobilt-team"', 'initiative = "nothing"'),
        ("[roadmap]", "[rodmap]"),
        ("goal = 2030", ""),
    ],
)
def test_what_is_wrong_is_refused_in_words(tmp_path, before, after):
    path = changed(tmp_path, before, after)

    with pytest.raises(RoadmapNotReadable) as refusal:
        read_roadmap(path, TODAY)

    assert refusal.value.message
