"""The format of Mankowska, Meisel and Bierwirth (2014) as JSON: one service or two."""

import json
from typing import Any

from naravard.mobile.routing.model import (
    Caregiver,
    Prices,
    Problem,
    Relation,
    Service,
    Task,
    Visit,
    Window,
)

# The cost published is a third of driving, lateness and the worst lateness together.
PRICES = Prices(travel=1, lateness=1, worst_lateness=1)
PRICED_IN = 3


def read(text: str, name: str) -> Problem:
    """The day; places are the office, then the patients in order."""
    given = json.loads(text)
    patients = given["patients"]
    return Problem(
        name=name,
        visits=tuple(_visit(patient, at) for at, patient in enumerate(patients, 1)),
        caregivers=tuple(
            Caregiver(id=each["id"], can=frozenset(each["abilities"]))
            for each in given["caregivers"]
        ),
        travel=(tuple(tuple(map(float, row)) for row in given["distances"]),),
        prices=PRICES,
        relations=tuple(
            _relation(patient) for patient in patients if patient.get("synchronization")
        ),
        priced_in=PRICED_IN,
    )


def _visit(patient: dict[str, Any], place: int) -> Visit:
    opens, closes = patient["time_window"]
    return Visit(
        id=patient["id"],
        place=place,
        services=tuple(
            Service(
                name=each["service"],
                minutes=each["duration"],
                needs=frozenset({each["service"]}),
            )
            for each in patient["required_caregivers"]
        ),
        windows=(Window(opens=opens, closes=closes),),
    )


def _relation(patient: dict[str, Any]) -> Relation:
    bond = patient["synchronization"]
    least, most = bond["distance"] if bond["type"] == "sequential" else (0, 0)
    return Relation(
        first=Task(visit=patient["id"], service=0),
        second=Task(visit=patient["id"], service=1),
        least=least,
        most=most,
    )
