"""Karin in hospital, and everyone who signs in to bring her home."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
import time_machine
from django.test import Client
from time_machine import Traveller

from naravard.access.rules import Actor
from naravard.web import actor as sessions
from naravard.web.staff.words.units import letter_of
from tests.house import House, at, build_house, register

SignIn = Callable[[Actor], Client]


@pytest.fixture
def house(db: None) -> House:
    return build_house()


@pytest.fixture
def karin(house: House) -> UUID:
    return register("Karin", "Holm", "194302149804", listed_unit_id=house.health_centre)


@pytest.fixture
def clock() -> Iterator[Traveller]:
    """The house's clock, on Monday morning until a test moves it."""
    with time_machine.travel(at("2026-03-02 08:00"), tick=False) as traveller:
        yield traveller


@pytest.fixture
def sign_in() -> SignIn:
    return signed_in


def signed_in(actor: Actor) -> Client:
    """A browser where the actor is signed in."""
    client = Client()
    session = client.session
    session["actor"] = sessions.staff(actor.assignment_id)
    session["shown"] = {
        "name": actor.name,
        "role": actor.title,
        "organisation": actor.organisation_name,
        "unit": actor.unit_name,
        "caregiver": letter_of(actor.unit_kind or "").value,
        "face": "staff",
    }
    session.save()
    return client
