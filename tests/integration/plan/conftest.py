"""Karin in Lillby and her plan; every test meets the database as a page does."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest

from naravard.access import queries as access
from naravard.access.rules import Actor
from naravard.access.services import act_as
from tests.house import House, build_house, register
from tests.pages_role import as_pages
from tests.plans import agreed, whole_sip, written

PageOf = Callable[[Actor], Actor]


@pytest.fixture
def house(db: None) -> House:
    return build_house()


@pytest.fixture
def karin(house: House) -> UUID:
    return register("Karin", "Holm", "194302149804", listed_unit_id=house.health_centre)


@pytest.fixture
def karin_herself(karin: UUID) -> Actor:
    return access.actor_for_person(karin)


@pytest.fixture
def page_of(house: House, karin: UUID) -> Iterator[PageOf]:
    """From here on the database is met as a page of somebody meets it."""
    with as_pages():

        def of(actor: Actor) -> Actor:
            act_as(actor=actor)
            return actor

        yield of


@pytest.fixture
def plan(page_of: PageOf, house: House, karin: UUID) -> UUID:
    """Karin has said yes; two units take part, and nothing is written."""
    page_of(house.district_nurse)
    return agreed(house, karin)


@pytest.fixture
def sip(plan: UUID, page_of: PageOf, house: House, karin: UUID) -> UUID:
    """The plan with all that a SIP must have."""
    written(page_of(house.district_nurse), karin, plan, *whole_sip(house))
    return plan
