"""The unified format of Ceschia and others (2026), with all its kinds of costs."""

import json
from typing import Any

from naravard.mobile.routing.model import (
    Break,
    Caregiver,
    Prices,
    Problem,
    Relation,
    Service,
    Task,
    Visit,
    Window,
)

HARD = "HARD"
AT_END = "at_service_end"
AT_START = "at_service_start"
# In the two families of Bazirha everybody leaves when the shift begins.
LEAVES_WITH_SHIFT = frozenset({"bazirha", "bazirha-caie"})
UNDERSTOOD = frozenset(
    {
        "travel_time",
        "total_tardiness",
        "highest_tardiness",
        "total_waiting_time",
        "total_extra_time",
        "max_idle_time",
        "workload_balance",
        "caregiver_preferences",
        "optional_patients",
        "missed_lunch_break",
    }
)


def read(text: str, name: str) -> Problem:
    """The day. Raises ValueError on a kind of cost that is not understood."""
    given = json.loads(text)
    costs = given["metadata"]["cost_components"]
    strange = sorted(key for key in costs if costs[key] and key not in UNDERSTOOD)
    if strange:
        raise ValueError(f"okänd kostnad: {', '.join(strange)}")
    points = {
        point["id"]: point["distance_matrix_index"]
        for point in given["terminal_points"]
    }
    patients = given["patients"]
    return Problem(
        name=name,
        visits=tuple(_visit(patient) for patient in patients),
        caregivers=tuple(_caregiver(each, points) for each in given["caregivers"]),
        travel=(tuple(tuple(map(float, row)) for row in given["distances"]),),
        prices=_prices(costs),
        relations=tuple(
            relation for patient in patients for relation in _relations(patient)
        ),
        meal=_meal(given),
        window_met_at_end=given["metadata"]["time_window_met"] == AT_END,
        leaves_when_needed=given["metadata"].get("origin") not in LEAVES_WITH_SHIFT,
    )


def _prices(costs: dict[str, Any]) -> Prices:
    def price(key: str) -> float:
        value = costs.get(key)
        return 0 if value is None or value == HARD else float(value)

    return Prices(
        travel=price("travel_time"),
        lateness=price("total_tardiness"),
        worst_lateness=price("highest_tardiness"),
        waiting=price("total_waiting_time"),
        overtime=price("total_extra_time"),
        most_idle=price("max_idle_time"),
        imbalance=price("workload_balance"),
        not_preferred=price("caregiver_preferences"),
        unplanned=price("optional_patients"),
        missed_break=price("missed_lunch_break"),
        lateness_is_hard=HARD
        in {costs.get("total_tardiness"), costs.get("highest_tardiness")},
        overtime_is_hard=costs.get("total_extra_time") == HARD,
    )


def _visit(patient: dict[str, Any]) -> Visit:
    # Independent services too are by two persons in every plan published.
    return Visit(
        id=patient["id"],
        place=patient["distance_matrix_index"],
        services=tuple(
            Service(
                name=each["service"],
                minutes=each["duration"],
                needs=frozenset({each["service"]}),
            )
            for each in patient["required_services"]
        ),
        windows=tuple(
            Window(opens=window["start"], closes=window["end"])
            for window in patient["time_windows"]
        ),
        optional=bool(patient.get("optional")),
        preferred=frozenset(patient.get("preferred_caregivers") or ()),
        forbidden=frozenset(patient.get("incompatible_caregivers") or ()),
    )


def _relations(patient: dict[str, Any]) -> tuple[Relation, ...]:
    bond = patient.get("synchronization") or {}
    if bond.get("type") not in {"simultaneous", "sequential"}:
        return ()
    gap = bond.get("distance") or {"min": 0, "max": 0}
    together = bond["type"] == "simultaneous"
    return (
        Relation(
            first=Task(visit=patient["id"], service=0),
            second=Task(visit=patient["id"], service=1),
            least=0 if together else gap["min"],
            most=0 if together else gap["max"],
        ),
    )


def _caregiver(given: dict[str, Any], points: dict[str, int]) -> Caregiver:
    shift = given.get("working_shift")
    return Caregiver(
        id=given["id"],
        can=frozenset(given["abilities"]),
        starts_at=points[given["departing_point"]],
        ends_at=points[given["arrival_point"]],
        shift=Window(opens=shift["start"], closes=shift["end"]) if shift else None,
        takes_break=bool(given.get("lunch_break")),
    )


def _meal(given: dict[str, Any]) -> Break | None:
    meal = given.get("lunch_breaks")
    if not meal:
        return None
    return Break(
        opens=meal["start"],
        closes=meal["end"],
        minutes=meal["min_duration"],
        met_at_start=given["metadata"]["time_window_met"] == AT_START,
    )
