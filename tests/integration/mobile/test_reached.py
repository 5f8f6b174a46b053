"""Decision-makers see sums of at least five, and through their door nothing else."""

from datetime import timedelta
from uuid import UUID

import pytest

from naravard.access.rules import Actor, RelationKind
from naravard.access.services import relate
from naravard.mobile import queries
from naravard.mobile.models import VisitRequest
from naravard.people.identity.check_digit import check_digit_for
from naravard.people.roles import Role
from tests.house import TODAY, House, actor, employ, register
from tests.integration.mobile.conftest import MORNING, page_of

LATER = MORNING + timedelta(hours=2)


@pytest.fixture
def eva(house: House) -> Actor:
    """Eva decides, and sees no person."""
    return actor(
        employ("Eva", "Falk", "Direktör", house.health_centre, Role.DECISION_MAKER)
    )


def neighbour(house: House, number: int) -> UUID:
    """Somebody in Lillby whom home nursing knows."""
    digits = f"450101{980 + number}"
    person = register(
        "Granne",
        f"Nr{number}",
        f"19{digits}{check_digit_for(digits)}",
        listed_unit_id=house.health_centre,
    )
    relate(
        person_id=person,
        unit_ids=[house.home_nursing],
        kind=RelationKind.ENROLLED,
        source=person,
        starts_at=MORNING - timedelta(days=9),
    )
    return person


def reached(who: Actor):
    with page_of(who):
        return queries.reached(who, TODAY - timedelta(days=30), TODAY, LATER)


def test_fewer_than_five_are_not_shown(house, eva, asked):
    asked(neighbour(house, 0))
    asked(neighbour(house, 1))

    assert reached(eva) == ()


def test_five_that_nobody_answered_in_time_are_a_sum(house, eva, asked):
    neighbours = [neighbour(house, number) for number in range(5)]
    [asked(person) for person in neighbours]

    [lillby] = reached(eva)

    assert (lillby.municipality, lillby.answered_in_time) == ("9902", 0)
    assert (lillby.visits, lillby.known_face) == (None, None)


def test_whoever_sees_sums_reaches_no_person(house, eva, asked):
    asked(neighbour(house, 0))

    with page_of(eva):
        assert not VisitRequest.objects.exists()
