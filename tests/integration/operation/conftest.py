"""A small county with Ali and Maja at work in it."""

import pytest
from django.test import Client

from naravard.web import actor as session_actor
from naravard.web.signin.session import ACTOR
from tests.house import House, build_house


@pytest.fixture
def house(db: None) -> House:
    """The small county, with people at work."""
    return build_house()


@pytest.fixture
def ali(house: House) -> Client:
    """A browser where Ali, nurse on the ward, is signed in."""
    return browser_of(session_actor.staff(house.ward_nurse.assignment_id))


@pytest.fixture
def maja(house: House) -> Client:
    """A browser where Maja, care planner in the municipality, is signed in."""
    return browser_of(session_actor.staff(house.care_planner.assignment_id))


def browser_of(actor: dict[str, str]) -> Client:
    client = Client()
    session = client.session
    session[ACTOR] = actor
    session.save()
    return client
