"""A case already read, as the rules know it: to ask them what is possible."""

from naravard.discharge.rows import CaseView
from naravard.discharge.rules.history import Event, EventType
from naravard.discharge.rules.parties import Principal, Unit
from naravard.discharge.stored import event_from, rules_kind


def units_of(view: CaseView) -> dict[str, Unit]:
    """The parties of the case, by key."""
    return {
        str(party.unit_id): Unit(
            key=str(party.unit_id),
            principal=Principal(party.organisation_kind),
            kind=rules_kind(party.kind),
            municipality=party.municipality_code or None,
        )
        for party in view.parties
    }


def history_of(view: CaseView) -> tuple[Event, ...]:
    """What has happened in the case."""
    return tuple(
        event_from(EventType(row.type), row.at, row.recorded_at, row.data)
        for row in view.events
    )
