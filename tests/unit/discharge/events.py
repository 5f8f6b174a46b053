"""Karin's events as the application has them, and a short way to write more."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from naravard.discharge.rules.history import Event, EventType, PlanningConsent
from naravard.discharge.rules.parties import Principal, Unit, UnitKind

MONDAY = datetime(2022, 3, 7, 9, 0, tzinfo=UTC)
UNITS = {
    unit.key: unit
    for unit in (
        Unit(key="ward", principal=Principal.REGION, kind=UnitKind.INPATIENT),
        Unit(key="vc", principal=Principal.REGION, kind=UnitKind.OPEN_CARE),
        Unit(key="psykiatri", principal=Principal.REGION, kind=UnitKind.OPEN_CARE),
        Unit(
            key="hsv",
            principal=Principal.MUNICIPALITY,
            kind=UnitKind.MUNICIPAL_HEALTH_CARE,
            municipality="1981",
        ),
        Unit(
            key="bistand",
            principal=Principal.MUNICIPALITY,
            kind=UnitKind.SOCIAL_SERVICES,
            municipality="1981",
        ),
    )
}
CONCERNED = ("vc", "hsv", "bistand")


def happened(kind: EventType, hours: float, **fields: Any) -> Event:
    """An event so many hours after Monday 10.00 Swedish time."""
    return Event(type=kind, at=MONDAY + timedelta(hours=hours), **fields)


ADMITTED = happened(EventType.ADMIT, 0, unit="ward")
NEEDED = happened(EventType.NEED_ASSESSED, 1, units=CONCERNED)
TOLD = happened(
    EventType.ADMISSION_NOTICE,
    2,
    to=CONCERNED,
    estimated_discharge=date(2022, 3, 14),
)
CONTACT = happened(EventType.APPOINT_NAMED_CONTACT, 3, by="vc")
CONSENTED = happened(EventType.CONSENT, 4, planning=PlanningConsent.GIVEN)
DECIDED = happened(EventType.READY_DECISION, 24)
READY = happened(EventType.READY_NOTICE, 25, to=CONCERNED)
CALLED = happened(EventType.SIP_CALL, 26, by="vc")
LEFT = happened(EventType.DISCHARGE, 48)
WHOLE_STAY = [
    ADMITTED,
    NEEDED,
    TOLD,
    CONTACT,
    CONSENTED,
    DECIDED,
    READY,
    CALLED,
    LEFT,
]
