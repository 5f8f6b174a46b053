"""The fields of each event, and how one event is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict, cast

from naravard.discharge.explanation.fields import (
    InputInvalid,
    Reader,
    day_or_moment,
    in_json,
    items_of,
    joined,
    members_of,
    moment,
    one_of,
    text,
    truth,
)
from naravard.discharge.rules.history import (
    INTERNAL_EVENTS,
    BlockerReason,
    CareType,
    Event,
    EventType,
    PlanningConsent,
)
from naravard.discharge.rules.parties import Unit


class _EventFields(TypedDict, total=False):
    """What an event was read to hold, under the names of `Event`."""

    at: datetime
    recorded_at: datetime
    unit: str
    by: str
    to: tuple[str, ...]
    units: tuple[str, ...]
    estimated_discharge: date | datetime
    planning: PlanningConsent
    care: CareType
    on: bool
    reason: str


@dataclass(frozen=True, slots=True)
class EventFields:
    """The fields that an event must have and those it may have, besides the moments."""

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()


FIELDS: dict[EventType, EventFields] = {
    EventType.ADMIT: EventFields(("unit",), ("care",)),
    EventType.NEED_ASSESSED: EventFields(("units",), ("by",)),
    EventType.ADMISSION_NOTICE: EventFields(("to", "estimated_discharge"), ("by",)),
    EventType.NEW_ESTIMATE: EventFields(("estimated_discharge",), ("by", "to")),
    EventType.ACKNOWLEDGE: EventFields(("by",)),
    EventType.APPOINT_NAMED_CONTACT: EventFields(("by",)),
    EventType.CONSENT: EventFields(("planning",), ("by",)),
    EventType.READY_DECISION: EventFields((), ("by",)),
    EventType.READY_NOTICE: EventFields(("to",), ("by",)),
    EventType.READY_WITHDRAWN: EventFields((), ("by", "to", "reason")),
    EventType.SIP_CALL: EventFields(("by",), ("to",)),
    EventType.REGION_BLOCKER: EventFields(("on",), ("reason", "by")),
    EventType.TRANSFER: EventFields(("unit",), ("by",)),
    EventType.INFORMATION_TRANSFERRED: EventFields((), ("by", "to")),
    EventType.DISCHARGE: EventFields((), ("by", "reason")),
    EventType.DEATH: EventFields((), ("by",)),
    EventType.ABORT: EventFields(("reason",), ("by",)),
    EventType.OPT_NOTICE: EventFields(("to",), ("by",)),
}
MOMENTS = ("at", "recorded_at")
_READERS: dict[str, Reader] = {
    "at": moment,
    "recorded_at": moment,
    "estimated_discharge": day_or_moment,
    "planning": one_of(PlanningConsent),
    "care": one_of(CareType),
    "on": truth,
    "reason": text,
}
_BLOCKER_REASON = one_of(BlockerReason)
_TYPES = {kind.value: kind for kind in EventType if kind not in INTERNAL_EVENTS}
_READERS_OF: dict[EventType, dict[str, Reader | None]] = {
    kind: {
        name: _READERS.get(name)
        for name in (*MOMENTS, *fields.required, *fields.optional)
    }
    for kind, fields in FIELDS.items()
}
_REQUIRED = {kind: ("at", *fields.required) for kind, fields in FIELDS.items()}


def read_event(value: object, path: str, units: Mapping[str, Unit]) -> Event:
    """One event of the input. Raises InputInvalid."""
    given = members_of(value, path)
    kind = _type_of(given, path)
    readers = _READERS_OF[kind]
    fields: dict[str, object] = {}
    for name, content in given.items():
        if name in readers:
            read = readers[name] or _reader_of_units(name, units)
            fields[name] = read(content, f"{path}.{name}")
        elif name != "type":
            raise InputInvalid(
                joined(path, name), f"är ett okänt fält för händelsen {kind}"
            )
    _check_required(kind, fields, path)
    return Event(type=kind, **cast("_EventFields", fields))


def _type_of(given: dict[str, object], path: str) -> EventType:
    name = given.get("type")
    kind = _TYPES.get(name) if isinstance(name, str) else None
    if kind is None:
        problem = (
            "saknas"
            if "type" not in given
            else f"är en okänd händelse: {in_json(name)}"
        )
        raise InputInvalid(f"{path}.type", problem)
    return kind


def _reader_of_units(name: str, units: Mapping[str, Unit]) -> Reader:
    if name in {"to", "units"}:
        return lambda content, path: _unit_keys(content, path, units)
    return lambda content, path: _unit_key(content, path, units)


def _unit_keys(
    content: object, path: str, units: Mapping[str, Unit]
) -> tuple[str, ...]:
    keys = items_of(content, path)
    if not keys:
        raise InputInvalid(path, "ska ange minst en enhet")
    return tuple([_unit_key(key, path, units, n) for n, key in enumerate(keys)])


def _unit_key(
    content: object, path: str, units: Mapping[str, Unit], index: int | None = None
) -> str:
    if not isinstance(content, str) or content not in units:
        place = path if index is None else f"{path}[{index}]"
        raise InputInvalid(place, f"är ingen enhet i units: {in_json(content)}")
    return content


def _check_required(kind: EventType, fields: dict[str, object], path: str) -> None:
    for name in _REQUIRED[kind]:
        if name not in fields:
            raise InputInvalid(f"{path}.{name}", f"saknas för händelsen {kind}")
    if kind is EventType.REGION_BLOCKER:
        _check_blocker(fields, path)


def _check_blocker(fields: dict[str, object], path: str) -> None:
    if "reason" in fields:
        fields["reason"] = _BLOCKER_REASON(fields["reason"], f"{path}.reason")
    elif fields["on"]:
        raise InputInvalid(f"{path}.reason", "saknas för ett hinder som börjar")
