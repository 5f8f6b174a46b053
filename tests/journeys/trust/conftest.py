"""Karin, the house that takes care of her, and everybody's own browser."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
import time_machine
from django.test import Client
from time_machine import Traveller

from naravard.access.rules import Actor
from naravard.people.roles import Role
from naravard.web import actor as sessions
from tests.house import House, actor, at, build_house, employ, register
from tests.integration.discharge.steps import notified
from tests.journeys.staff.conftest import signed_in
from tests.no_sample import nobody_drawn

__all__ = ["nobody_drawn"]

SignIn = Callable[[Actor], Client]


@pytest.fixture
def clock() -> Iterator[Traveller]:
    """The house's clock, on Monday morning until a test moves it."""
    with time_machine.travel(at("2026-03-02 08:00"), tick=False) as traveller:
        yield traveller


@pytest.fixture
def house(db: None, clock: Traveller) -> House:
    return build_house()


@pytest.fixture
def karin(house: House) -> UUID:
    """Karin, whom the medical ward takes care of."""
    return register("Karin", "Holm", "194302149804")


@pytest.fixture
def in_hospital(house: House, karin: UUID, clock: Traveller) -> UUID:
    """Her stay at the medical ward; it is noon when it has been told of."""
    case_id = notified(house, karin)
    clock.move_to(at("2026-03-02 12:00"), tick=False)
    return case_id


@pytest.fixture
def sign_in() -> SignIn:
    return signed_in


@pytest.fixture
def karins_phone(karin: UUID) -> Client:
    client = Client()
    session = client.session
    session["actor"] = sessions.inhabitant(karin)
    session["shown"] = {
        "name": "Karin Holm",
        "role": "Invånare",
        "organisation": "",
        "unit": "Lillby",
        "caregiver": "P",
        "face": "inhabitant",
    }
    session.save()
    return client


@pytest.fixture
def reviewer(house: House) -> Actor:
    """Per, who reviews logs for the whole region."""
    return actor(employ("Per", "Lind", "Logggranskare", house.ward, Role.LOG_REVIEWER))
