"""Karin, those close to her, and the house that takes care of her."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from naravard.people import services as people
from naravard.people.roles import RelatedKind
from naravard.web import actor
from tests.house import BEFORE, House, build_house, register

A_YEAR = 365 * 24 * 3600  # seconds
SignIn = Callable[[dict[str, str]], Client]


@dataclass(frozen=True, kw_only=True)
class Close:
    """Somebody close to a person: who she is, and the row that says so."""

    person: UUID
    related: UUID


@pytest.fixture
def house(db: None) -> House:
    return build_house()


@pytest.fixture
def karin(house: House) -> UUID:
    return register("Karin", "Holm", "194302149804", listed_unit_id=house.health_centre)


@pytest.fixture
def eva(karin: UUID) -> Close:
    """Her daughter, whom Karin lets read."""
    return close_to(karin, "Eva", "197006129808", "dotter", may_read=True)


@pytest.fixture
def olle(karin: UUID) -> Close:
    """Her son, whom she has not let read."""
    return close_to(karin, "Olle", "197203039800", "son", may_read=False)


@pytest.fixture
def signed_in(settings: Settings) -> SignIn:
    """A browser that somebody has signed in with, for as long as the story lasts."""
    settings.SESSION_COOKIE_AGE = A_YEAR

    def sign_in(kept: dict[str, str]) -> Client:
        client = Client()
        session = client.session
        session["actor"] = kept
        session["shown"] = {
            "name": "Eva Holm",
            "role": "Invånare",
            "organisation": "",
            "unit": "",
            "caregiver": "P",
            "face": "inhabitant",
        }
        session.save()
        return client

    return sign_in


@pytest.fixture
def karins_phone(signed_in: SignIn, karin: UUID) -> Client:
    return signed_in(actor.inhabitant(karin))


def close_to(
    person_id: UUID, given: str, number: str, relation: str, *, may_read: bool
) -> Close:
    """Register a relative of somebody."""
    other = register(given, "Holm", number)
    related = people.add_related(
        person_id=person_id,
        other_id=other,
        name=f"{given} Holm",
        kind=RelatedKind.RELATIVE,
        relation=relation,
        valid_from=BEFORE,
        may_read=may_read,
    )
    return Close(person=other, related=related)


def guardian_of(child_id: UUID, last_day: date) -> Close:
    """Register somebody who answers for a child."""
    other = register("Nora", "Lind", "198506079808")
    related = people.add_related(
        person_id=child_id,
        other_id=other,
        name="Nora Lind",
        kind=RelatedKind.GUARDIAN,
        relation="vårdnadshavare",
        valid_from=BEFORE,
        valid_to=last_day,
    )
    return Close(person=other, related=related)
