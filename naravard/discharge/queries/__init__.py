"""Reads discharge: worklists for a unit, and cases for those who opened a record."""

from naravard.discharge.queries.case import (
    case_reference,
    case_view,
    cases_of,
    cases_with_latest,
)
from naravard.discharge.queries.worklist import changed_since, worklist

__all__ = [
    "case_reference",
    "case_view",
    "cases_of",
    "cases_with_latest",
    "changed_since",
    "worklist",
]
