"""Teamet Syd at work in Lillby on a Monday: Ali and Sara in the round, Lena plans."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import time
from uuid import UUID

import pytest

from naravard.access.rules import Actor, RelationKind
from naravard.access.services import act_as, relate
from naravard.core.clock import moment_at
from naravard.mobile import services
from naravard.mobile.rules.sbar import Sbar
from naravard.mobile.rules.states import TeamKind, TeamState, Urgency
from naravard.mobile.rules.travel import Point
from naravard.people.models import CareUnit
from naravard.people.roles import Role
from tests.house import TODAY, House, actor, at, build_house, employ, register
from tests.pages_role import as_pages

MORNING = at("2026-03-02 07:30")
LILLBY = Point(59.0, 16.1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """The team, and who works in it today."""

    id: UUID
    lena: Actor
    ali: Actor
    alis_shift: UUID
    saras_shift: UUID


@pytest.fixture
def house(db: None) -> House:
    return build_house()


@pytest.fixture
def karin(house: House) -> UUID:
    person = register(
        "Karin", "Holm", "194302149804", listed_unit_id=house.health_centre
    )
    relate(
        person_id=person,
        unit_ids=[house.home_nursing],
        kind=RelationKind.ENROLLED,
        source=person,
        starts_at=at("2026-01-01 08:00"),
    )
    return person


@pytest.fixture
def bo(house: House) -> UUID:
    person = register("Bo", "Ek", "195001019807", listed_unit_id=house.health_centre)
    relate(
        person_id=person,
        unit_ids=[house.home_nursing],
        kind=RelationKind.ENROLLED,
        source=person,
        starts_at=at("2026-01-01 08:00"),
    )
    return person


@pytest.fixture
def team(house: House) -> Team:
    unit = CareUnit.objects.get(key="team-syd").pk
    services.start_team(
        team=services.NewTeam(
            unit_id=unit,
            kind=TeamKind.CLOSE_CARE,
            visits_a_day=20,
            municipalities=("9901", "9902"),
            base=LILLBY,
            opens_on=TODAY,
        ),
        state=TeamState.ACTIVE,
    )
    lena = employ("Lena", "Alm", "Koordinator", unit, Role.COORDINATOR)
    ali = employ("Ali", "Dahl", "Sjuksköterska", unit, Role.DISTRICT_NURSE)
    sara = employ("Sara", "Lind", "Sjuksköterska", unit, Role.DISTRICT_NURSE)
    shifts = services.add_shifts(
        shifts=[
            services.NewShift(
                team_id=unit,
                assignment_id=who,
                day=TODAY,
                starts_at=moment_at(TODAY, time(8)),
                ends_at=moment_at(TODAY, time(17)),
            )
            for who in (ali, sara)
        ]
    )
    return Team(
        id=unit,
        lena=actor(lena),
        ali=actor(ali),
        alis_shift=shifts[0],
        saras_shift=shifts[1],
    )


@contextmanager
def page_of(who: Actor) -> Iterator[None]:
    """What is asked inside is asked as a page of somebody asks it."""
    with as_pages():
        act_as(actor=who)
        yield


Asking = Callable[..., UUID]


@pytest.fixture
def asked(house: House, team: Team) -> Asking:
    """The municipal nurse asks the team for a visit."""

    def ask(person_id: UUID, urgency: Urgency = Urgency.TODAY, now=MORNING) -> UUID:
        with page_of(house.municipal_nurse):
            return services.request_visit(
                actor=house.municipal_nurse,
                request=services.NewRequest(
                    person_id=person_id,
                    team_id=team.id,
                    urgency=urgency,
                    hand_over=Sbar(situation="Andfådd sedan i natt."),
                ),
                now=now,
            )

    return ask


@pytest.fixture
def accepted(team: Team, asked: Asking) -> Asking:
    """The team says that it comes today."""

    def take(person_id: UUID, urgency: Urgency = Urgency.TODAY, now=MORNING) -> UUID:
        request = asked(person_id, urgency, now)
        with page_of(team.lena):
            return services.accept(
                actor=team.lena,
                request_id=request,
                acceptance=services.Acceptance(
                    why="Bedömning",
                    needs=("nurse",),
                    minutes=40,
                    day=TODAY,
                    place=Point(59.02, 16.12),
                ),
                now=now,
            )

    return take
