"""Suggests which of a team's criteria hold, from what the team may read, logged."""

from datetime import datetime, timedelta

from naravard.access import queries as access_queries
from naravard.access import services as access
from naravard.access.rules import Category, OpenRecord, RelationKind
from naravard.discharge.queries import cases_of
from naravard.mobile import queries
from naravard.mobile.rules.suggesting import Seen, Suggestion, suggest
from naravard.people.queries import person_header, units_by_id
from naravard.people.roles import CareUnitKind

A_YEAR, LATELY = timedelta(days=365), timedelta(days=30)
MOST_CASES = 50


def suggested(record: OpenRecord, now: datetime) -> tuple[Suggestion, ...]:
    """The criteria of the actor's team beside what her record says of each.

    `record` is her visits, opened; her discharge cases are opened here, where the team
    may read them, and that is one row more in the log.
    """
    seen = Seen(
        age=person_header(record).age,
        stays=_stays(record, now),
        home_nursing=_home_nursing(record),
        news2=queries.news2_since(record, now - LATELY),
    )
    return suggest(queries.own_team(record.actor).criteria, seen)


def _stays(record: OpenRecord, now: datetime) -> int | None:
    """How often she has been admitted in a year; None when it may not be read."""
    answer = access.would_open(
        actor=record.actor,
        person_id=record.person_id,
        now=now,
        category=Category.DISCHARGE_CASE,
    )
    if not answer.allowed:
        return None
    cases = access.open_record(
        actor=record.actor,
        person_id=record.person_id,
        now=now,
        category=Category.DISCHARGE_CASE,
    )
    found = cases_of(cases, now, limit=MOST_CASES)
    return sum(each.admitted_at >= now - A_YEAR for each in found)


def _home_nursing(record: OpenRecord) -> str:
    """The municipality's home nursing that she is enrolled in, or nothing."""
    enrolled = [
        row.unit_id
        for row in access_queries.relations(record)
        if row.in_force and row.kind is RelationKind.ENROLLED
    ]
    units = units_by_id(enrolled)
    names = (
        units[unit].name
        for unit in enrolled
        if unit in units and units[unit].kind is CareUnitKind.MUNICIPAL_HEALTH_CARE
    )
    return next(names, "")
