"""Between the rules' events and the rows that keep them."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from naravard.discharge.models import CaseEvent
from naravard.discharge.rules.history import (
    CareType,
    Event,
    EventType,
    PlanningConsent,
    Track,
)
from naravard.discharge.rules.parties import Principal, Unit, UnitKind
from naravard.people.models import CareUnit
from naravard.people.roles import CareUnitKind

_KEPT_IN_COLUMNS = frozenset({"type", "at", "recorded_at"})


def data_of(event: Event) -> dict[str, object]:
    """What the rules count in an event, as JSON; empty fields are left out."""
    values = ((field.name, getattr(event, field.name)) for field in fields(event))
    return {
        name: _plain(value)
        for name, value in values
        if name not in _KEPT_IN_COLUMNS and value not in (None, ())
    }


def event_of(row: CaseEvent) -> Event:
    """The rules' event that a row keeps."""
    return event_from(EventType(row.type), row.at, row.recorded_at, row.data)


def event_from(
    event_type: EventType,
    at: datetime,
    recorded_at: datetime,
    data: Mapping[str, object],
) -> Event:
    """The rules' event from its kept parts."""
    kept: dict[str, Any] = {
        name: _READERS.get(name, _as_is)(value) for name, value in data.items()
    }
    return Event(type=event_type, at=at, recorded_at=recorded_at, **kept)


def rules_kind(kind: str) -> UnitKind:
    """Whose duty under LUS a unit of this kind fulfils; the municipality's by default.

    A mobile team is open care. Whom a municipality forwards a case to inside itself,
    such as short-term stay, acts for its social services.
    """
    if kind == CareUnitKind.MOBILE_TEAM:
        return UnitKind.OPEN_CARE
    known = {each.value: each for each in UnitKind}
    return known.get(kind, UnitKind.SOCIAL_SERVICES)


def rules_unit(unit: CareUnit) -> Unit:
    """A unit as the rules know it; its organisation must have been read with it."""
    return Unit(
        key=str(unit.pk),
        principal=Principal(unit.organisation.kind),
        kind=rules_kind(unit.kind),
        municipality=unit.municipality_code or None,
    )


def _plain(value: object) -> object:
    if isinstance(value, date):  # a datetime is a date too
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _as_is(value: object) -> object:
    return value


def _day_or_moment(value: str) -> date | datetime:
    return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)


_READERS: dict[str, Callable[[Any], object]] = {
    "to": tuple,
    "units": tuple,
    "planning": PlanningConsent,
    "care": CareType,
    "track": Track,
    "estimated_discharge": _day_or_moment,
    "meets_at": datetime.fromisoformat,
}
