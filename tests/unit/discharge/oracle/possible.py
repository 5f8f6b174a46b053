"""What can have happened in a case, in which order: T1–T17 as a table."""

from collections.abc import Callable, Iterable
from typing import Any

from tests.unit.discharge.oracle.days import moment

Json = dict[str, Any]

IN_HOSPITAL = {"OPEN", "NOTIFIED", "PLANNING", "READY"}
READY_NOTICES = {"ready_notice", "opt_notice"}
SAME_MOMENT = [
    "admit",
    "transfer",
    "need_assessed",
    "admission_notice",
    "new_estimate",
    "appoint_named_contact",
    "consent",
    "region_blocker",
    "ready_withdrawn",
    "ready_decision",
    "ready_notice",
    "opt_notice",
    "acknowledge",
    "sip_call",
    "discharge",
    "information_transferred",
    "death",
    "abort",
]


class Impossible(Exception):
    """The case breaks its own logic; `path` is where in the file."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def sort_key(event: Json) -> tuple[Any, ...]:
    return (
        moment(event["at"]),
        SAME_MOMENT.index(event["type"]),
        moment(event.get("recorded_at", event["at"])),
        event.get("by", ""),
        event.get("unit", ""),
        event.get("to", []),
        event.get("units", []),
        event.get("on") is False,
        event.get("planning", ""),
        event.get("reason", ""),
        str(event.get("estimated_discharge")),
    )


# Event: the states it changes, and the state after.
MOVES: dict[str, tuple[set[str | None], str]] = {
    "admit": ({None}, "OPEN"),
    "admission_notice": ({"OPEN"}, "NOTIFIED"),
    "acknowledge": ({"NOTIFIED"}, "PLANNING"),
    "ready_notice": ({*IN_HOSPITAL}, "READY"),
    "opt_notice": ({*IN_HOSPITAL}, "READY"),
    "ready_withdrawn": ({"READY"}, "PLANNING"),
    "discharge": ({*IN_HOSPITAL}, "DISCHARGED"),
    "death": ({*IN_HOSPITAL, "DISCHARGED"}, "ABORTED"),
    "abort": ({*IN_HOSPITAL, "DISCHARGED"}, "ABORTED"),
}


def state_after(events: list[Json]) -> str | None:
    state: str | None = None
    for event in events:
        moved, after = MOVES.get(event["type"], (set(), ""))
        state = after if state in moved else state
    return state


MAY_HAPPEN_IN = {
    "admit": {None},
    "need_assessed": {None, *IN_HOSPITAL},
    "admission_notice": IN_HOSPITAL,
    "new_estimate": {"NOTIFIED", "PLANNING", "READY"},
    "acknowledge": {*IN_HOSPITAL, "DISCHARGED"},
    "appoint_named_contact": {None, *IN_HOSPITAL, "DISCHARGED"},
    "consent": {None, *IN_HOSPITAL, "DISCHARGED"},
    "ready_decision": IN_HOSPITAL,
    "ready_notice": IN_HOSPITAL,
    "opt_notice": IN_HOSPITAL,
    "ready_withdrawn": {"READY"},
    "sip_call": {*IN_HOSPITAL, "DISCHARGED"},
    "region_blocker": {None, *IN_HOSPITAL, "DISCHARGED"},
    "transfer": IN_HOSPITAL,
    "information_transferred": {"DISCHARGED"},
    "discharge": IN_HOSPITAL,
    "death": {*IN_HOSPITAL, "DISCHARGED"},
    "abort": {*IN_HOSPITAL, "DISCHARGED"},
}


def told_by(events: list[Json], *kinds: str) -> set[str]:
    return {key for e in events if e["type"] in kinds for key in e["to"]}


def could_happen(event: Json, before: list[Json], units: Json) -> bool:
    kind = event["type"]
    in_state = state_after(before) in MAY_HAPPEN_IN[kind]
    check = CHECKS.get(kind)
    return in_state and (check is None or check(event, before, units))


def kinds_of(keys: Iterable[str], units: Json) -> set[str]:
    return {units[key]["kind"] for key in keys}


def to_a_ward(event: Json, _before: list[Json], units: Json) -> bool:
    return kinds_of([event["unit"]], units) == {"inpatient"}


def not_to_a_ward(event: Json, _before: list[Json], units: Json) -> bool:
    concerned = event.get("to", event.get("units", []))
    return "inpatient" not in kinds_of(concerned, units)


def with_open_care_told(event: Json, before: list[Json], units: Json) -> bool:
    told = told_by([*before, event], "admission_notice")
    alone = "open_care" not in kinds_of(told, units)
    needs_it = "municipal_health_care" in kinds_of(event["to"], units)
    return not_to_a_ward(event, before, units) and not (needs_it and alone)


def by_one_who_was_told(event: Json, before: list[Json], _units: Json) -> bool:
    return event["by"] in told_by(before, "admission_notice", *READY_NOTICES)


def after_a_decision(event: Json, before: list[Json], units: Json) -> bool:
    decided = any(e["type"] == "ready_decision" for e in before)
    return decided and not_to_a_ward(event, before, units)


def by_open_care(event: Json, _before: list[Json], units: Json) -> bool:
    return kinds_of([event["by"]], units) == {"open_care"}


def by_the_contacts_unit(event: Json, before: list[Json], units: Json) -> bool:
    contacts = [e["by"] for e in before if e["type"] == "appoint_named_contact"]
    right = not contacts or contacts[-1] == event["by"]
    return right and by_open_care(event, before, units)


def with_something_to_lift(event: Json, before: list[Json], _units: Json) -> bool:
    on = {b["reason"] for b in blockers(before) if b["until"] is None}
    lifts = bool(on) and event.get("reason", min(on)) in on
    return lifts or bool(event["on"])


CHECKS: dict[str, Callable[[Json, list[Json], Json], bool]] = {
    "admit": to_a_ward,
    "transfer": to_a_ward,
    "need_assessed": not_to_a_ward,
    "admission_notice": with_open_care_told,
    "acknowledge": by_one_who_was_told,
    "ready_notice": after_a_decision,
    "opt_notice": not_to_a_ward,
    "appoint_named_contact": by_open_care,
    "sip_call": by_the_contacts_unit,
    "region_blocker": with_something_to_lift,
}


def blockers(events: list[Json]) -> list[Json]:
    found: list[Json] = []
    for event in events:
        if event["type"] != "region_blocker":
            continue
        same = [
            b
            for b in found
            if b["until"] is None and event.get("reason") in {None, b["reason"]}
        ]
        if not event["on"]:
            for each in same:
                each["until"] = moment(event["at"])
        elif not same:
            found.append(
                {
                    "reason": event["reason"],
                    "since": moment(event["at"]),
                    "until": None,
                }
            )
    return found
