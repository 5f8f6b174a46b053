"""Karin's case in Lillby, and those in Storby who have nothing to do with it."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from django.db import transaction

from naravard.access.rules import Actor
from naravard.access.services import act_as
from tests.house import House, build_house, register
from tests.integration.discharge.steps import planned
from tests.pages_role import as_pages

PageOf = Callable[[Actor], None]


@pytest.fixture
def house(db: None) -> House:
    return build_house()


@pytest.fixture
def karin(house: House) -> UUID:
    return register("Karin", "Holm", "194302149804", listed_unit_id=house.health_centre)


@pytest.fixture
def case(house: House, karin: UUID) -> UUID:
    """Karin in hospital; the health centre and the municipality have been told."""
    return planned(house, karin)


@pytest.fixture
def page_of(case: UUID) -> Iterator[PageOf]:
    """From here on the database is met as a page of somebody meets it."""
    with as_pages():

        def of(actor: Actor) -> None:
            act_as(actor=actor)

        yield of


@pytest.fixture
def nobody(case: UUID) -> Iterator[None]:
    """A page that has forgotten to say who acts."""
    with as_pages(), transaction.atomic():
        yield
