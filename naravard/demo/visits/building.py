"""Builds the mobile teams by the same services as everybody else uses."""

from datetime import date, datetime, timedelta

from naravard.access import services as access
from naravard.access.queries import actor_for_assignment
from naravard.access.rules import RelationKind
from naravard.core.clock import day_of
from naravard.demo.ids import demo_id
from naravard.demo.people import Colleague, Patient, Places, Staff
from naravard.demo.visits.orders import order_home
from naravard.demo.visits.teams import TeamAtWork, add_shifts, start_teams
from naravard.demo.visits.weeks import (
    PEOPLE_A_TEAM,
    Known,
    known_to,
    visits_on,
    with_those_at_home,
)
from naravard.mobile import services
from naravard.mobile.queries import terms_on
from naravard.mobile.rules.sbar import Sbar
from naravard.mobile.rules.states import TeamKind, Urgency
from naravard.mobile.services.history import import_history
from naravard.people.county import County
from naravard.people.roles import CareUnitKind, Role

WEEKS, FEW_DAYS = 4, 5
SATURDAY = 5
DAYS_AHEAD = 13
ASKED_TODAY = 2  # that wait for an answer, for each close-care team
ASKED_AGO = timedelta(minutes=20)


def build_visits(
    county: County,
    places: Places,
    staff: Staff,
    patients: list[Patient],
    now: datetime,
    *,
    at_home: tuple[Patient, ...],
    whole: bool,
) -> int:
    """Every team with its weeks behind and today; returns how many visits.

    `at_home`: those written by hand who have just come home; a team comes today.
    """
    today = day_of(now)
    days = _days(today, WEEKS * 7 if whole else FEW_DAYS)
    nurses = _home_nurses(county, places, staff)
    made = 0
    teams = start_teams(county, places, staff, today)
    to_xray = next((each for each in teams if each.kind is TeamKind.XRAY), None)
    for number, team in enumerate(teams):
        shifts = add_shifts(team, [*days, *_ahead(today)], now)
        asked_for = known_to(team, patients, nurses)
        known = asked_for[:PEOPLE_A_TEAM]
        with_told = with_those_at_home(team, known, at_home, today)
        _relate((*with_told, *asked_for[PEOPLE_A_TEAM:]), now)
        visits = (
            visit
            for day in days
            for visit in visits_on(
                team, with_told if day == today else known, day, shifts, now
            )
        )
        terms = terms_on(team.municipalities[0], today)
        made += import_history(visits=visits, now=now, terms=terms)
        if team.kind is TeamKind.CLOSE_CARE:
            _ask_today(team, asked_for, now, known=known)
            order_home(team, known, to_xray, now, is_accepted=number % 2 == 1)
    return made


def _ahead(today: date) -> list[date]:
    """The working days to come whose shifts are written already."""
    coming = (today + timedelta(days=n) for n in range(1, DAYS_AHEAD + 1))
    return [day for day in coming if day.weekday() < SATURDAY]


def _days(today: date, back: int) -> list[date]:
    """Working days behind, and today whichever day it is."""
    behind = (today - timedelta(days=ago) for ago in range(back, 0, -1))
    return [*(day for day in behind if day.weekday() < SATURDAY), today]


def _home_nurses(county: County, places: Places, staff: Staff) -> dict[str, Colleague]:
    """A municipal nurse of each municipality, who asks the teams."""
    found: dict[str, Colleague] = {}
    for row in county.municipalities:
        for unit in places.of_kind(CareUnitKind.MUNICIPAL_HEALTH_CARE, row.code):
            for nurse in staff.by_place.get((unit.id, Role.MUNICIPAL_NURSE), ()):
                found.setdefault(row.code, nurse)
    return found


def _relate(known: tuple[Known, ...], now: datetime) -> None:
    """Home nursing has them enrolled since before."""
    access.relate_many(
        relations=[
            access.NewRelation(
                person_id=each.patient.person_id,
                unit_id=each.asked_by.unit_id,
                kind=RelationKind.ENROLLED,
                source=demo_id("home nursing", each.patient.person_id),
                starts_at=now - timedelta(days=120),
            )
            for each in known
        ]
    )


def _ask_today(
    team: TeamAtWork,
    people: tuple[Known, ...],
    now: datetime,
    *,
    known: tuple[Known, ...],
) -> None:
    """Some requests that nobody has answered yet, one about somebody new."""
    at = now - ASKED_AGO
    for each in people[-ASKED_TODAY:]:
        nurse = actor_for_assignment(each.asked_by.assignment_id, day_of(at))
        services.request_visit(
            actor=nurse,
            request=services.NewRequest(
                person_id=each.patient.person_id,
                team_id=team.unit.id,
                urgency=Urgency.TODAY,
                hand_over=Sbar(
                    situation=each.errand.situation,
                    background="Känd av teamet sedan tidigare."
                    if each in known
                    else "Ny för teamet.",
                ),
            ),
            now=at,
        )
