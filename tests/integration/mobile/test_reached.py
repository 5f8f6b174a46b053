"""Decision-makers see sums of at least five, and through their door nothing else."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from naravard.access.rules import Actor, RelationKind
from naravard.access.services import relate
from naravard.mobile import queries, services
from naravard.mobile.models import Visit, VisitRequest
from naravard.mobile.routing.replanning.options import Kind
from naravard.mobile.rules.travel import Point, estimated_minutes
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


def neighbour(
    house: House, number: int, home: tuple[float | None, float | None] = (None, None)
) -> UUID:
    """Somebody in Lillby whom home nursing knows."""
    digits = f"450101{980 + number}"
    person = register(
        "Granne",
        f"Nr{number}",
        f"19{digits}{check_digit_for(digits)}",
        listed_unit_id=house.health_centre,
        home=home,
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


@pytest.mark.django_db
@settings(max_examples=60, deadline=None)
@given(
    one=st.tuples(st.floats(55, 69), st.floats(11, 24)),
    two=st.tuples(st.floats(55, 69), st.floats(11, 24)),
)
def test_the_database_counts_minutes_as_the_rule_does(one, two):
    with connection.cursor() as cursor:
        cursor.execute("SELECT mobile_minutes(%s, %s, %s, %s)", [*one, *two])
        [minutes] = cursor.fetchone()

    assert minutes == pytest.approx(estimated_minutes(Point(*one), Point(*two)), abs=1)


def test_how_many_live_near_the_team_is_a_share_of_at_least_five(house, eva, team):
    [neighbour(house, number, (59.02, 16.12)) for number in range(6)]
    [neighbour(house, number, (59.9, 18.5)) for number in range(6, 12)]

    with page_of(eva):
        [lillby] = [n for n in queries.nearness(eva) if n.municipality == "9902"]

    assert (lillby.inhabitants, lillby.within_30, lillby.within_60) == (12, 50, 50)
    assert not lillby.from_the_middle


def test_fewer_than_five_far_away_are_not_shown(house, eva, team):
    [neighbour(house, number, (59.02, 16.12)) for number in range(6)]
    neighbour(house, 6, (59.9, 18.5))

    with page_of(eva):
        [lillby] = [n for n in queries.nearness(eva) if n.municipality == "9902"]

    assert lillby.within_30 is None


def test_what_the_teams_time_went_to(house, eva, team, accepted):
    visits = [accepted(neighbour(house, number, (59.02, 16.12))) for number in range(5)]
    with page_of(team.lena):
        shown = services.propose(actor=team.lena, day=TODAY, now=MORNING)
        services.choose(
            actor=team.lena,
            day=TODAY,
            kind=Kind.CHEAPEST,
            seen_at=MORNING,
            version=shown.day.version,
            cause="Dagens första plan",
            now=MORNING,
        )
    Visit.objects.filter(pk__in=visits).update(state="done")

    with page_of(eva):
        [syd] = queries.driven(eva, TODAY, TODAY)

    assert syd.visits == 5
    assert 0 < syd.driving < syd.visiting < 100


def test_each_way_of_not_being_met_is_a_column_of_its_own(house, eva, team, asked):
    people = [neighbour(house, number) for number in range(25)]
    requests = [asked(person) for person in people]
    no_answer, no, late, called_off, nobody = (
        requests[start : start + 5] for start in range(0, 25, 5)
    )
    VisitRequest.objects.filter(pk__in=no).update(state="declined")
    others = VisitRequest.objects.filter(pk__in=[*late, *called_off, *nobody])
    others.update(state="accepted")
    [visit_of(each, state="done", begun_at=LATER) for each in late]
    [visit_of(each, state="cancelled") for each in called_off]
    [visit_of(each, day=TODAY - timedelta(days=1)) for each in nobody]

    with page_of(eva):
        [lillby] = queries.unserved(eva, TODAY - timedelta(days=30), TODAY, LATER)

    assert len(no_answer) == 5
    assert (lillby.declined, lillby.unanswered, lillby.late) == (5, 5, 5)
    assert (lillby.cancelled, lillby.not_made) == (5, 5)


def test_fewer_than_five_that_nobody_came_to_are_not_shown(house, eva, team, asked):
    requests = [asked(neighbour(house, number)) for number in range(12)]
    [visit_of(each, day=TODAY - timedelta(days=1)) for each in requests[:4]]
    [visit_of(each, state="done", begun_at=MORNING) for each in requests[4:]]

    with page_of(eva):
        [lillby] = queries.unserved(eva, TODAY - timedelta(days=30), TODAY, LATER)

    assert (lillby.not_made, lillby.declined, lillby.unanswered) == (None, 0, 12)


def visit_of(request_id: UUID, **rest: object) -> None:
    """The visit that a request became; its longest wait was until an hour ago."""
    request = VisitRequest.objects.get(pk=request_id)
    given: dict[str, object] = {
        "person_id": request.person_id,
        "team_id": request.team_id,
        "request": request,
        "day": TODAY,
        "why": "Bedömning",
        "needs": ["nurse"],
        "minutes": 30,
        "opens_at": MORNING,
        "closes_at": LATER,
        "latitude": 59.0,
        "longitude": 16.1,
        "due_by": LATER - timedelta(hours=1) if rest.get("begun_at") else None,
    }
    Visit.objects.create(**(given | rest))
