"""The only readers of mobile teams; every answer is frozen rows."""

from naravard.mobile.queries.days import team_day
from naravard.mobile.queries.enrolments import enrolments_of_person
from naravard.mobile.queries.orders import orders_of_person, orders_of_unit
from naravard.mobile.queries.reach import (
    driven,
    nearness,
    promises_kept,
    reached,
    unserved,
)
from naravard.mobile.queries.references import (
    Reference,
    order_reference,
    request_reference,
    visit_reference,
)
from naravard.mobile.queries.requests import (
    asked_by_unit,
    request_row,
    requests_to_team,
)
from naravard.mobile.queries.teams import (
    check_member,
    hours_of,
    led_team,
    members_of_team,
    own_team,
    shift_row,
    team_row,
    teams_for,
)
from naravard.mobile.queries.terms import terms_on
from naravard.mobile.queries.things import check_room, kinds_of, things_on
from naravard.mobile.queries.versions import plan_of
from naravard.mobile.queries.visits import (
    coming_visits,
    has_visits,
    made_visits,
    news2_since,
    person_visits,
    visit_view,
    visits_of_team,
)

__all__ = [
    "Reference",
    "asked_by_unit",
    "check_member",
    "check_room",
    "coming_visits",
    "driven",
    "enrolments_of_person",
    "has_visits",
    "hours_of",
    "kinds_of",
    "led_team",
    "made_visits",
    "members_of_team",
    "nearness",
    "news2_since",
    "order_reference",
    "orders_of_person",
    "orders_of_unit",
    "own_team",
    "person_visits",
    "plan_of",
    "promises_kept",
    "reached",
    "request_reference",
    "request_row",
    "requests_to_team",
    "shift_row",
    "team_day",
    "team_row",
    "teams_for",
    "terms_on",
    "things_on",
    "unserved",
    "visit_reference",
    "visit_view",
    "visits_of_team",
]
