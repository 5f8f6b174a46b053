"""Our own format: everything a day may hold, as JSON."""

import json
from typing import Any

from naravard.mobile.routing.model import (
    Break,
    Capacity,
    Caregiver,
    Prices,
    Problem,
    Relation,
    Service,
    Task,
    Visit,
    Window,
)

FORMAT = "naravard-day-1"


def read(text: str, name: str) -> Problem:
    """The day. What is not said is as in the model; an unknown key is a TypeError."""
    given = json.loads(text)
    given.pop("format", None)
    meal, capacity = given.pop("meal", None), given.pop("capacity", None)
    return Problem(
        name=given.pop("name", name),
        visits=tuple(map(_visit, given.pop("visits"))),
        caregivers=tuple(map(_caregiver, given.pop("caregivers"))),
        travel=tuple(
            tuple(tuple(map(float, row)) for row in matrix)
            for matrix in given.pop("travel")
        ),
        prices=Prices(**given.pop("prices")),
        relations=tuple(map(_relation, given.pop("relations", ()))),
        meal=Break(**meal) if meal else None,
        capacity=Capacity(**capacity) if capacity else None,
        **given,
    )


def _window(given: list[float]) -> Window:
    opens, closes = given
    return Window(opens=opens, closes=closes)


def _visit(given: dict[str, Any]) -> Visit:
    for key in ("preferred", "forbidden", "known"):
        given[key] = frozenset(given.get(key, ()))
    return Visit(
        services=tuple(map(_service, given.pop("services"))),
        windows=tuple(map(_window, given.pop("windows"))),
        **given,
    )


def _service(given: dict[str, Any]) -> Service:
    return Service(needs=frozenset(given.pop("needs", ())), **given)


def _caregiver(given: dict[str, Any]) -> Caregiver:
    shift = given.pop("shift", None)
    return Caregiver(
        can=frozenset(given.pop("can", ())),
        shift=_window(shift) if shift else None,
        **given,
    )


def _relation(given: dict[str, Any]) -> Relation:
    return Relation(
        first=_task(given.pop("first")), second=_task(given.pop("second")), **given
    )


def _task(given: list[Any]) -> Task:
    visit, service = given
    return Task(visit=visit, service=service)
