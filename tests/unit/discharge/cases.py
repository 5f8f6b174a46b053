"""Karin's case as JSON, and small ways to change it. Karin is invented."""

import json
from typing import Any

from naravard.discharge.explanation.answers import answer, as_line
from naravard.discharge.explanation.main import explanation_of
from naravard.discharge.explanation.reading import parsed

Json = dict[str, Any]

SALA, VASTERAS = "1981", "1980"
UNITS: Json = {
    "ward": {"principal": "region", "kind": "inpatient"},
    "other_ward": {"principal": "region", "kind": "inpatient"},
    "vc": {"principal": "region", "kind": "open_care"},
    "private_vc": {"principal": "private", "kind": "open_care"},
    "hsv": {
        "principal": "municipality",
        "kind": "municipal_health_care",
        "municipality": SALA,
    },
    "bistand": {
        "principal": "municipality",
        "kind": "social_services",
        "municipality": SALA,
    },
    "bistand_vasteras": {
        "principal": "municipality",
        "kind": "social_services",
        "municipality": VASTERAS,
    },
    "private_home_care": {
        "principal": "private",
        "kind": "social_services",
        "municipality": SALA,
    },
}
CONCERNED = ["vc", "hsv", "bistand"]


def at(text: str) -> str:
    """A moment in the winter or summer time of Sweden, from "2022-03-07 10:15"."""
    day, clock_time = text.split(" ")
    summer = "2022-03-27" <= day < "2022-10-30"
    return f"{day}T{clock_time}{'+02:00' if summer else '+01:00'}"


def event(kind: str, when: str, **fields: Any) -> Json:
    """An event of the contract."""
    return {"type": kind, "at": at(when), **fields}


def admitted(day: str = "2022-03-01", to: list[str] | None = None) -> list[Json]:
    """Admitted, assessed, told, acknowledged, contact appointed and consent given."""
    to = to or CONCERNED
    return [
        event("admit", f"{day} 09:00", unit="ward", care="somatic"),
        event("need_assessed", f"{day} 10:00", units=to),
        event(
            "admission_notice", f"{day} 11:00", to=to, estimated_discharge="2022-12-31"
        ),
        event("acknowledge", f"{day} 13:00", by=to[-1]),
        event("appoint_named_contact", f"{day} 15:00", by="vc"),
        event("consent", f"{day} 16:00", planning="given"),
    ]


def ready(when: str, to: list[str] | None = None) -> list[Json]:
    """Decided and announced at the same moment."""
    return [
        event("ready_decision", when),
        event("ready_notice", when, to=to or CONCERNED),
    ]


def called(when: str) -> Json:
    """The named contact calls to SIP."""
    return event("sip_call", when, by="vc")


def left(when: str) -> Json:
    """Karin goes home."""
    return event("discharge", when)


def withdrawn(when: str) -> Json:
    """The ward takes the ready notice back."""
    return event("ready_withdrawn", when)


def blocker(when: str, *, on: bool, reason: str = "not_clarified") -> Json:
    """Open care cannot say, or cannot give."""
    return event("region_blocker", when, on=on, reason=reason)


def case(*events: Json | list[Json], **changed: Any) -> Json:
    """A case of the contract; `agreement` and the rest can be changed by name."""
    flat = [
        each for item in events for each in (item if isinstance(item, list) else [item])
    ]
    return {
        "as_of": at("2023-01-31 08:00"),
        "agreement": {"model": "statutory"},
        "rates": {"2022": 9300, "2023": 10500},
        "registered_in": SALA,
        "placed_by": None,
        "units": UNITS,
        "events": flat,
        **changed,
    }


def karin(**changed: Any) -> Json:
    """Example A: ready Monday morning, called Tuesday, home on Friday."""
    return case(
        admitted(),
        ready("2022-03-07 10:15"),
        called("2022-03-08 09:00"),
        left("2022-03-11 13:00"),
        **changed,
    )


def explained(given: Json) -> Json:
    """The answer that other programs would get."""
    said = answer(explanation_of(parsed(json.dumps(given))))
    heard: Json = json.loads(as_line(said))
    return heard


def deadline(answered: Json, code: str) -> Json:
    """The first deadline of the code."""
    return next(each for each in answered["deadlines"] if each["code"] == code)


def codes(answered: Json) -> list[str]:
    """The codes of the reasons."""
    return [reason["code"] for reason in answered["reasons"]]
