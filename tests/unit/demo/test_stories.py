"""What stands in a file of stories, and what is refused there."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from naravard.core.clock import local
from naravard.demo.stories import Born, read_stories
from naravard.demo.told import StepNotUnderstood, moment
from naravard.people.county import CountyFileNotValid, load_county
from naravard.people.identity import is_test_number, parse

COUNTIES = Path(__file__).resolve().parents[3] / "counties"
STORIES = COUNTIES / "stories" / "vastmanland.toml"
NOW = datetime(2026, 3, 4, 8, 40, tzinfo=UTC)
TODAY = date(2026, 3, 4)
PERSON = """
[[people]]
key = "karin"
given_name = "Karin"
family_name = "Holm"
born = 1943-02-14
birth_number = "{birth_number}"
municipality = "9901"
unit = "vc-bjork"
"""


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "lilla.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_all_who_are_written_by_hand_have_test_numbers():
    people = read_stories(STORIES).people

    numbers = [parse(person.number(TODAY), today=TODAY) for person in people]

    assert all(is_test_number(number) for number in numbers)


def test_karin_has_the_number_that_her_birthday_gives(written):
    karin = read_stories(written(PERSON.format(birth_number="980"))).person("karin")

    assert karin.number(TODAY) == "194302149804"


def test_everybody_works_or_is_listed_at_a_unit_of_the_county():
    stories = read_stories(STORIES)
    county = load_county(COUNTIES / STORIES.name)
    units = {unit.key for unit in county.units_on(TODAY)}

    assert {story.unit for story in stories.staff} <= units
    assert {story.unit for story in stories.people} <= units


def test_a_birth_number_that_could_be_real_is_refused(written):
    with pytest.raises(CountyFileNotValid, match="testnummer"):
        read_stories(written(PERSON.format(birth_number="123")))


def test_a_misspelt_key_is_refused(written):
    text = PERSON.format(birth_number="980") + 'langauge = "fi"\n'

    with pytest.raises(CountyFileNotValid, match="langauge"):
        read_stories(written(text))


def test_a_child_can_turn_an_age_in_some_days():
    assert Born(turns=13, in_days=9).day(TODAY) == date(2013, 3, 13)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("-3 14:20", "2026-03-01 14:20"),
        ("-0 07:00", "2026-03-04 07:00"),
        ("-2:30", "2026-03-04 07:10"),
    ],
)
def test_a_step_is_told_by_the_clock_or_by_how_long_ago(text, means):
    assert f"{local(moment(text, NOW)):%Y-%m-%d %H:%M}" == means


def test_a_step_at_no_known_time_is_refused():
    with pytest.raises(StepNotUnderstood):
        moment("i går", NOW)
