"""The invented population: whole, the same each time, and nobody real in it."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from naravard.demo.names import ORIGINS
from naravard.demo.population import (
    NotEnoughTestNumbers,
    NoUnitToListAt,
    Protection,
    RegisteredSex,
    generate_population,
)
from naravard.demo.population.ages import count_ages
from naravard.people.county import load_county
from naravard.people.identity import is_test_number, parse

SMALL = Path(__file__).parents[1] / "people" / "small_county.toml"
TODAY = date(2026, 3, 2)


def age_of(person, today=TODAY):
    birthday_to_come = (person.birth_date.month, person.birth_date.day) > (
        today.month,
        today.day,
    )
    return today.year - person.birth_date.year - birthday_to_come


@pytest.fixture(scope="module")
def county():
    return load_county(SMALL)


@pytest.fixture(scope="module")
def people(county):
    return tuple(generate_population(county, seed=1, today=TODAY))


@pytest.fixture(scope="module")
def by_number(people):
    return {person.personal_number: person for person in people}


@pytest.fixture(scope="module")
def children(people):
    return [person for person in people if age_of(person) < 18]


def test_every_municipality_has_exactly_its_inhabitants(people):
    assert Counter(person.municipality for person in people) == {
        "9901": 3000,
        "9902": 900,
    }


def test_the_same_seed_gives_the_same_people(county, people):
    again = tuple(generate_population(county, seed=1, today=TODAY))

    assert again == people


def test_another_seed_gives_other_people(county, people):
    others = tuple(generate_population(county, seed=2, today=TODAY))

    assert others != people


def test_people_come_one_by_one(county):
    stream = generate_population(county, seed=1, today=TODAY)

    assert next(stream).municipality == "9901"


def test_nobody_shares_a_number(people, by_number):
    assert len(by_number) == len(people)


def test_all_numbers_are_test_numbers_with_the_right_birth_date(people):
    numbers = [parse(person.personal_number, today=TODAY) for person in people]

    assert all(is_test_number(number) for number in numbers)
    assert [number.birth_date for number in numbers] == [
        person.birth_date for person in people
    ]


def test_the_ninth_digit_but_one_is_odd_for_men_and_even_for_women(people):
    assert all(
        int(person.personal_number[10]) % 2
        == (person.registered_sex is RegisteredSex.MAN)
        for person in people
    )


def test_reserved_numbers_are_left_for_others(county, by_number):
    taken = frozenset(list(by_number)[:500])

    others = generate_population(county, seed=1, today=TODAY, reserved=taken)

    assert not taken & {person.personal_number for person in others}


@pytest.mark.parametrize(
    ("municipality", "aged", "count"),
    [("9901", 65, 600), ("9901", 80, 180), ("9902", 65, 270), ("9902", 80, 90)],
)
def test_the_shares_of_old_people_are_met(people, municipality, aged, count):
    old = [
        person
        for person in people
        if person.municipality == municipality and age_of(person) >= aged
    ]

    assert len(old) == count


def test_about_a_fifth_are_children(people, children):
    assert 0.17 < len(children) / len(people) < 0.24


def test_an_older_municipality_has_fewer_young_adults(county):
    storby, lillby = (count_ages(row) for row in county.municipalities)

    young_in_storby = sum(storby.women[20:40]) / 3000
    young_in_lillby = sum(lillby.women[20:40]) / 900

    assert young_in_lillby < young_in_storby * 0.8


def test_children_live_with_their_guardians(children, by_number):
    assert all(1 <= len(child.guardians) <= 2 for child in children)
    assert all(
        by_number[guardian].household == child.household
        for child in children
        for guardian in child.guardians
    )


def test_guardians_are_grown_up_and_older_than_the_child(children, by_number):
    assert all(
        age_of(by_number[guardian]) - age_of(child) >= 17
        for child in children
        for guardian in child.guardians
    )


def test_nobody_is_guardian_of_an_adult(people):
    assert not any(person.guardians for person in people if age_of(person) >= 18)


def test_those_in_a_home_share_address_unit_and_protection(people):
    homes = {
        (
            person.household,
            person.street,
            person.postal_code,
            person.care_unit,
            person.protection,
            person.household_size,
        )
        for person in people
    }

    assert len(homes) == len({person.household for person in people})


def test_the_size_of_a_home_is_the_number_in_it(people):
    living = Counter(person.household for person in people)

    assert all(living[person.household] == person.household_size for person in people)


def test_more_than_a_third_of_the_oldest_live_alone(people):
    oldest = [person for person in people if age_of(person) >= 80]
    alone = [person for person in oldest if person.household_size == 1]

    assert 0.35 < len(alone) / len(oldest) < 0.75


def test_addresses_are_in_the_municipalitys_own_towns(people):
    assert {(person.municipality, person.town) for person in people if person.town} == {
        ("9901", "Storby"),
        ("9901", "Sjövik"),
        ("9902", "Lillby"),
    }


def test_people_are_listed_where_one_can_be_listed_today(people):
    assert {(person.municipality, person.care_unit) for person in people} == {
        ("9901", "vc-bjork"),
        ("9901", "vc-klockan-2"),
        ("9902", "vc-lillby"),
    }


def test_people_are_listed_as_the_old_unit_before_the_contract_changed(county):
    before = generate_population(county, seed=1, today=date(2024, 3, 31))

    assert "vc-klockan" in {person.care_unit for person in before}


def test_phones_are_numbers_kept_for_fiction(people):
    phones = {person.phone for person in people} - {""}

    assert phones <= {f"070-174 06 {last:02}" for last in range(5, 100)}


def test_small_children_have_no_phone(people):
    assert not any(person.phone for person in people if age_of(person) < 16)


def test_most_speak_swedish_and_some_need_an_interpreter(people):
    speakers = Counter(person.language for person in people)
    helped = [person for person in people if person.needs_interpreter]

    assert speakers["sv"] > 0.8 * len(people)
    assert len(speakers) > 6
    assert helped
    assert all(person.language != "sv" and age_of(person) >= 18 for person in helped)


def test_names_follow_the_years_of_birth(people):
    swedish = [person for person in people if person.language == "sv"]
    old = {person.given_name for person in swedish if age_of(person) > 88}
    young = {person.given_name for person in swedish if age_of(person) < 10}

    assert len(old & young) < len(young) / 2


def test_someone_in_protected_registration_has_no_address_and_no_phone(county):
    many = replace(
        county,
        municipalities=tuple(
            replace(row, population=row.population * 20)
            for row in county.municipalities
        ),
    )

    people = tuple(generate_population(many, seed=1, today=TODAY))
    hidden = [p for p in people if p.protection is Protection.PROTECTED_REGISTRATION]
    marked = [p for p in people if p.protection is Protection.CONFIDENTIALITY_MARK]

    assert hidden
    assert not any(p.street or p.postal_code or p.town or p.phone for p in hidden)
    assert len(marked) > len(hidden)
    assert all(p.street for p in marked)
    assert 0.0005 < (len(marked) + len(hidden)) / len(people) < 0.002


def test_a_county_with_more_people_than_test_numbers_is_refused(county):
    huge = replace(
        county,
        municipalities=(replace(county.municipalities[0], population=900_000),),
    )

    with pytest.raises(NotEnoughTestNumbers):
        next(generate_population(huge, seed=1, today=TODAY))


def test_a_municipality_without_a_unit_to_list_at_is_refused(county):
    with pytest.raises(NoUnitToListAt, match="Storby"):
        next(generate_population(county, seed=1, today=date(2017, 12, 31)))


@pytest.mark.parametrize("today", [date(2024, 2, 29), date(2025, 2, 28)])
def test_leap_days_neither_lose_nor_double_anybody(county, today):
    people = list(generate_population(county, seed=1, today=today))

    assert len({person.personal_number for person in people}) == 3900
    assert sum(age_of(person, today) >= 80 for person in people) == 270
    assert max(person.birth_date for person in people) <= today


def test_even_a_place_of_three_gets_its_inhabitants(county):
    lillby = replace(
        county.municipalities[1], population=3, share_65_and_over=0, share_80_and_over=0
    )

    people = list(
        generate_population(
            replace(county, municipalities=(lillby,)), seed=1, today=TODAY
        )
    )

    assert len(people) == 3


def test_the_origins_together_make_the_whole():
    assert sum(origin.weight for origin in ORIGINS) == 1000


@pytest.mark.parametrize("sex", ["women", "men"])
def test_there_are_many_given_names(sex):
    names = {name for cohort in getattr(ORIGINS[0].given, sex) for name in cohort.names}

    assert len(names) >= 150


def test_there_are_many_surnames():
    assert len(set(ORIGINS[0].surnames)) >= 300
