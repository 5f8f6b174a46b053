"""Karin and her house, asked as the pages ask."""

from collections.abc import Callable
from contextlib import AbstractContextManager, contextmanager
from uuid import UUID

import pytest

from naravard.access.queries import actor_for_person
from naravard.access.rules import Actor
from naravard.access.services import act_as
from tests.house import House, build_house, register
from tests.pages_role import as_pages
from tests.plans import agreed, whole_sip, written


@pytest.fixture
def house(db: None) -> House:
    return build_house()


@pytest.fixture
def karin(house: House) -> UUID:
    return register("Karin", "Holm", "194302149804", listed_unit_id=house.health_centre)


@pytest.fixture
def herself(karin: UUID) -> Actor:
    return actor_for_person(karin)


@pytest.fixture
def sip(house: House, karin: UUID) -> UUID:
    """A plan with Sara as contact and the municipality taking part."""
    plan_id = agreed(house, karin)
    written(house.district_nurse, karin, plan_id, *whole_sip(house))
    return plan_id


@pytest.fixture
def as_page() -> Callable[[Actor], AbstractContextManager[None]]:
    """As a page that this actor has asked for, behind the second lock."""

    @contextmanager
    def page(actor: Actor):
        with as_pages():
            act_as(actor=actor)
            yield

    return page
