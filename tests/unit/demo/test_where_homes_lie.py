"""Homes lie inside their municipality, and in the same place every time."""

from pathlib import Path

import pytest

from naravard.demo.population.homes import Homes
from naravard.people.county import load_county
from naravard.people.county.outlines import is_inside, outlines

COUNTIES = Path(__file__).parents[3] / "counties"
COUNTY = load_county(COUNTIES / "vastmanland.toml")
SMALL = load_county(Path(__file__).parents[1] / "people" / "small_county.toml")
TOWNS = [(row.code, town.name) for row in COUNTY.municipalities for town in row.towns]


@pytest.fixture(scope="module")
def homes() -> Homes:
    return Homes(COUNTY)


@pytest.mark.parametrize(("code", "town"), TOWNS)
def test_everybody_lives_inside_the_municipality(homes: Homes, code: str, town: str):
    [outline] = outlines(frozenset({code}))

    places = [homes.at(code, town, number) for number in range(0, 400, 20)]

    assert all(is_inside(outline.rings, at.longitude, at.latitude) for at in places)


def test_a_home_lies_where_it_lay_before(homes: Homes):
    assert Homes(COUNTY).at("1907", "Virsbo", 7) == homes.at("1907", "Virsbo", 7)


def test_an_invented_municipality_has_its_homes_around_its_town():
    row = SMALL.municipalities[0]

    at = Homes(SMALL).at(row.code, row.towns[0].name, 3)

    assert at.latitude == pytest.approx(row.latitude, abs=0.5)
