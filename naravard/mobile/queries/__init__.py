"""The only readers of mobile teams; every answer is frozen rows."""

from naravard.mobile.queries.days import team_day
from naravard.mobile.queries.reach import reached
from naravard.mobile.queries.requests import (
    asked_by_unit,
    request_row,
    requests_to_team,
)
from naravard.mobile.queries.teams import own_team, team_row, teams_for
from naravard.mobile.queries.visits import (
    Reference,
    coming_visits,
    has_visits,
    person_visits,
    request_reference,
    visit_reference,
    visit_view,
)

__all__ = [
    "Reference",
    "asked_by_unit",
    "coming_visits",
    "has_visits",
    "own_team",
    "person_visits",
    "reached",
    "request_reference",
    "request_row",
    "requests_to_team",
    "team_day",
    "team_row",
    "teams_for",
    "visit_reference",
    "visit_view",
]
