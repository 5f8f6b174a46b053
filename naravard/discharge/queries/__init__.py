"""Reads discharge: worklists for a unit, and cases for those who opened a record."""

from naravard.discharge.queries.case import (
    case_reference,
    case_view,
    cases_of,
    cases_with_latest,
)
from naravard.discharge.queries.history import history_of, units_of
from naravard.discharge.queries.worklist import changed_since, worklist, worklist_pulse

__all__ = [
    "case_reference",
    "case_view",
    "cases_of",
    "cases_with_latest",
    "changed_since",
    "history_of",
    "units_of",
    "worklist",
    "worklist_pulse",
]
