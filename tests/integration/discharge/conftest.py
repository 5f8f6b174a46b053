"""Karin Holm in hospital, and everyone who brings her home."""

from uuid import UUID

import pytest

from tests.house import House, build_house, register


@pytest.fixture
def house(db: None) -> House:
    return build_house()


@pytest.fixture
def karin(house: House) -> UUID:
    return register("Karin", "Holm", "194302149804", listed_unit_id=house.health_centre)
