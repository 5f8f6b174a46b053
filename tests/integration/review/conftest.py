"""Karin in a case, Bo who read without a relation, and Per who reviews."""

from uuid import UUID

import pytest

from naravard.access.rules import Actor
from naravard.access.services import open_record
from naravard.people.roles import Role
from tests.house import House, actor, at, build_house, employ, register
from tests.integration.discharge.steps import notified
from tests.no_sample import nobody_drawn

__all__ = ["nobody_drawn"]


@pytest.fixture
def house(db: None) -> House:
    return build_house()


@pytest.fixture
def karin(house: House) -> UUID:
    return register("Karin", "Holm", "194302149804")


@pytest.fixture
def reviewer(house: House) -> Actor:
    return actor(employ("Per", "Lind", "Logggranskare", house.ward, Role.LOG_REVIEWER))


@pytest.fixture
def bo_read(house: House, karin: UUID) -> UUID:
    """Bo states a reason and reads about Karin on Monday at noon."""
    notified(house, karin)
    open_record(
        actor=house.psychiatrist,
        person_id=karin,
        now=at("2026-03-02 12:00"),
        reason="Kallad på konsult.",
    )
    return karin
