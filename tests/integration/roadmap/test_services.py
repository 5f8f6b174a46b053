"""The road is read once, and decisions are stood behind by those they bind."""

from datetime import date
from pathlib import Path

import pytest

from naravard.access.rules import Actor
from naravard.core.errors import NotFound
from naravard.core.states import MoveNotAllowed
from naravard.people.models import Organisation
from naravard.people.roles import Role
from naravard.roadmap import services
from naravard.roadmap.document import read_roadmap
from naravard.roadmap.models import Ratification, RoadDecision
from naravard.roadmap.queries import followed, the_road
from naravard.roadmap.rules import (
    DecisionState,
    NotAskedToRatify,
    OnlyDecisionMakersMoveTheRoad,
    RoadIsThere,
)
from tests.house import House, actor, at, build_house, employ

FILE = Path(__file__).parents[3] / "counties" / "roadmap" / "vastmanland.toml"
NOW = at("2026-03-02 09:00")

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return build_house()


@pytest.fixture
def decider(house: House) -> Actor:
    return actor(employ("Gunvor", "Alm", "ordförande", house.ward, Role.DECISION_MAKER))


@pytest.fixture
def neighbour(house: House) -> Actor:
    return actor(
        employ("Bo", "Ek", "ordförande", house.home_nursing, Role.DECISION_MAKER)
    )


@pytest.fixture(autouse=True)
def road(house: House) -> None:
    document = read_roadmap(FILE, date(2026, 3, 2))
    services.load_roadmap(document=document, now=NOW)


@pytest.fixture
def decision(decider: Actor, neighbour: Actor) -> RoadDecision:
    row = RoadDecision.objects.get(key="fler-team")
    for who in (decider, neighbour):
        Ratification.objects.create(decision=row, organisation_id=who.organisation_id)
    return row


def state_of(row: RoadDecision) -> DecisionState:
    row.refresh_from_db()
    return DecisionState(row.state)


def test_a_road_is_read_once():
    with pytest.raises(RoadIsThere):
        services.load_roadmap(document=read_roadmap(FILE, date(2026, 3, 2)), now=NOW)


def test_the_measures_with_targets_come_in_order():
    assert followed()[:2] == ("NV-04", "NV-03")


def test_the_whole_road_is_read_as_rows(decider):
    road = the_road(decider)

    assert road.target("NV-03").goal == 9.0
    assert [row.title for row in road.changes_of("NV-04")] == [
        "Gemensam planering varje morgon"
    ]


def test_a_decision_is_ratified_when_all_stand_behind_it(decider, neighbour, decision):
    services.decide(actor=decider, decision_id=decision.pk, now=NOW)
    services.ratify(actor=decider, decision_id=decision.pk, now=NOW)
    waiting = state_of(decision)

    services.ratify(actor=neighbour, decision_id=decision.pk, now=NOW)

    assert waiting is DecisionState.DECIDED
    assert state_of(decision) is DecisionState.RATIFIED


def test_nobody_stands_behind_what_has_not_been_decided(decider, decision):
    with pytest.raises(MoveNotAllowed):
        services.ratify(actor=decider, decision_id=decision.pk, now=NOW)


def test_only_those_it_binds_stand_behind_it(decider, neighbour, decision):
    services.decide(actor=decider, decision_id=decision.pk, now=NOW)
    Ratification.objects.filter(organisation_id=neighbour.organisation_id).delete()

    with pytest.raises(NotAskedToRatify):
        services.ratify(actor=neighbour, decision_id=decision.pk, now=NOW)


def test_a_nurse_moves_nothing(house, decision):
    with pytest.raises(OnlyDecisionMakersMoveTheRoad):
        services.decide(actor=house.ward_nurse, decision_id=decision.pk, now=NOW)


def test_what_is_not_there_cannot_be_decided(decider):
    nobody = Organisation.objects.first().pk

    with pytest.raises(NotFound):
        services.decide(actor=decider, decision_id=nobody, now=NOW)
