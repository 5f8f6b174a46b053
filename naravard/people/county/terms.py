"""Reads how soon mobile teams answer and come: the county's terms, dated."""

from enum import StrEnum

from naravard.people.county.data import VisitTermsData
from naravard.people.county.reading import Table

LONGEST_ANSWER = 30 * 24 * 60  # minutes
LONGEST_WAIT = 365 * 24 * 60


class Soon(StrEnum):
    """How soon a visit is asked for, in the words of the mobile teams."""

    NOW = "now"
    TODAY = "today"
    DAYS = "days"
    PLANNED = "planned"


def visit_terms(table: Table) -> VisitTermsData:
    """One row of `visit_terms`."""
    urgency = table.one_of("urgency", Soon)
    answer = _minutes(table, "answer_minutes", LONGEST_ANSWER)
    visit = None
    if urgency is not Soon.TODAY:
        visit = _minutes(table, "visit_minutes", LONGEST_WAIT)
        if visit < answer:
            raise table.fail("visit_minutes", "är kortare än tiden för svaret")
    elif table.has("visit_minutes"):
        raise table.fail("visit_minutes", "hör inte till today: besöket görs samma dag")
    return VisitTermsData(
        urgency=urgency.value,
        answer_minutes=answer,
        visit_minutes=visit,
        valid_from=table.day("valid_from"),
        valid_to=table.day_or_none("valid_to"),
        source=table.text("source"),
        verified=table.flag("verified"),
    )


def _minutes(table: Table, key: str, longest: int) -> int:
    minutes = table.value(key, int)
    if not 1 <= minutes <= longest:
        raise table.fail(key, f"ska vara mellan 1 och {longest} minuter")
    return minutes
