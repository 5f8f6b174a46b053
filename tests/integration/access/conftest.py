"""The small county, Karin who is listed in Lillby, and nine-year-old Maja."""

from datetime import date
from uuid import UUID

import pytest

from naravard.access import queries
from naravard.access.rules import Actor
from naravard.people.models import RelatedPerson
from naravard.people.roles import RelatedKind, Role
from tests.house import House, actor, build_house, employ, register


@pytest.fixture
def house(db: None) -> House:
    return build_house()


@pytest.fixture
def karin(house: House) -> UUID:
    return register("Karin", "Holm", "194302149804", listed_unit_id=house.health_centre)


@pytest.fixture
def karin_herself(karin: UUID) -> Actor:
    return queries.actor_for_person(karin)


@pytest.fixture
def maja(house: House) -> UUID:
    return register("Maja", "Nyberg", "201606049805")


@pytest.fixture
def majas_mother(maja: UUID) -> Actor:
    mother = register("Sofia", "Nyberg", "198804129800")
    related = RelatedPerson.objects.create(
        person_id=maja,
        other_id=mother,
        name="Sofia Nyberg",
        kind=RelatedKind.GUARDIAN,
        relation="mamma",
        valid_from=date(2016, 6, 4),
    )
    return queries.actor_for_relative(maja, related.pk)


@pytest.fixture
def reviewer(house: House) -> Actor:
    return actor(employ("Per", "Lind", "Logggranskare", house.ward, Role.LOG_REVIEWER))
