"""Reads what must be preserved though its time is up: archive decisions, samples."""

from enum import StrEnum

from naravard.people.county.data import PreservationData
from naravard.people.county.reading import Table

LAST_DAY_OF_A_MONTH = 31


class PreservedKind(StrEnum):
    """The kinds of record that a decision to preserve is about."""

    HEALTH_RECORD = "health_record"
    SOCIAL_RECORD = "social_record"
    PRIVATE_SOCIAL_RECORD = "private_social_record"


def preservation(table: Table) -> PreservationData:
    """One row of `preservations`."""
    days: list[int] = table.value_or("born_on_days", [])
    if any(type(day) is not int or not 1 <= day <= LAST_DAY_OF_A_MONTH for day in days):
        raise table.fail("born_on_days", "ska vara dagar i månaden, 1 till 31")
    return PreservationData(
        key=table.text("key"),
        organisations=table.texts("organisations"),
        kept=table.one_of("kept", PreservedKind).value,
        born_on_days=tuple(days),
        valid_from=table.day("valid_from"),
        valid_to=table.day_or_none("valid_to"),
        source=table.text("source"),
        verified=table.flag("verified"),
    )
