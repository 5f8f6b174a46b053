"""PLAN.json: a plan as other programs read it."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from naravard.core.errors import DomainError
from naravard.mobile.routing.checker import Report
from naravard.mobile.routing.formats.reading import read_text
from naravard.mobile.routing.model import Problem
from naravard.mobile.routing.plan import Plan, Round, Stop

DECIMALS = 6


class UnreadablePlan(DomainError):
    """The file does not hold a plan."""


def as_json(problem: Problem, plan: Plan, report: Report) -> dict[str, Any]:
    """The plan with its cost and parts; a service is told by its name."""
    services = {visit.id: visit.services for visit in problem.visits}
    return {
        "instance": problem.name,
        "cost": round(report.cost, DECIMALS),
        "parts": {
            name: round(value, DECIMALS) for name, value in asdict(report.parts).items()
        },
        "violations": list(report.violations),
        "routes": [
            {
                "caregiver": each.caregiver,
                "stops": [
                    _stop(stop, services[stop.visit][stop.service].name)
                    for stop in each.stops
                ],
                **({"break": _break(each.meal)} if each.meal else {}),
            }
            for each in plan.rounds
        ],
    }


def _stop(stop: Stop, service: str) -> dict[str, Any]:
    return {"visit": stop.visit, "service": service, **_times(stop)}


def _break(meal: Stop) -> dict[str, Any]:
    return {"visit": meal.visit, **_times(meal)}


def _times(stop: Stop) -> dict[str, float]:
    return {"start": round(stop.start, DECIMALS), "end": round(stop.end, DECIMALS)}


def write_plan(path: Path, problem: Problem, plan: Plan, report: Report) -> None:
    """Write PLAN.json."""
    text = json.dumps(as_json(problem, plan, report), ensure_ascii=False, indent=1)
    path.write_text(f"{text}\n", encoding="utf-8")


def read_plan_file(path: Path, problem: Problem) -> Plan:
    """The plan that a file holds, packed or not, and nothing of what it says it costs.

    Raises UnreadablePlan when the file is no plan.
    """
    try:
        given = json.loads(read_text(path))
        return Plan(rounds=tuple(_round(each, problem) for each in given["routes"]))
    except (
        OSError,
        EOFError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
    ) as fault:
        raise UnreadablePlan(
            f"{path.name} går inte att läsa som en plan.",
            remedy=f"Skriv planen med plan-visits, eller rätta filen ({fault}).",
        ) from fault


def _round(given: dict[str, Any], problem: Problem) -> Round:
    names = {
        visit.id: [service.name for service in visit.services]
        for visit in problem.visits
    }
    made: dict[tuple[str, str], int] = {}
    stops = []
    for stop in given["stops"]:
        visit, service = str(stop["visit"]), str(stop["service"])
        at = _service_number(
            names.get(visit, []), service, made.get((visit, service), 0)
        )
        made[visit, service] = made.get((visit, service), 0) + 1
        stops.append(_read_stop(stop, visit, at))
    meal = given.get("break")
    return Round(
        caregiver=str(given["caregiver"]),
        stops=tuple(stops),
        meal=_read_stop(meal, str(meal["visit"]), 0) if meal else None,
    )


def _service_number(names: list[str], service: str, nth: int) -> int:
    """The place of the nth service of that name at a visit, or -1."""
    found = [k for k, name in enumerate(names) if name == service]
    return found[nth] if nth < len(found) else -1


def _read_stop(given: dict[str, Any], visit: str, service: int) -> Stop:
    return Stop(
        visit=visit,
        service=service,
        start=float(given["start"]),
        end=float(given["end"]),
    )
