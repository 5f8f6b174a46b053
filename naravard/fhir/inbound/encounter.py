"""Reads an Encounter: only stays in hospital become anything here (pure)."""

from datetime import date, datetime, time

from naravard.fhir.inbound.element import Element, coding_codes
from naravard.fhir.inbound.numbers import plain_number
from naravard.fhir.inbound.problems import NotUsable, Reason
from naravard.fhir.inbound.records import Reference, StayRecord
from naravard.fhir.inbound.references import read_reference
from naravard.fhir.inbound.times import read_moment

# HL7 v3-ActCode, and the word Synthea once used.
INPATIENT_CLASSES = frozenset({"IMP", "ACUTE", "NONAC", "INPATIENT"})
NOT_HAPPENED = frozenset({"planned", "cancelled", "entered-in-error"})
# R4's states, and those R5 has renamed.
UNDER_WAY = frozenset(
    {"arrived", "triaged", "in-progress", "onleave", "on-hold", "discharged"}
)
ENDED = frozenset({"finished", "completed", "discontinued"})
ELECTIVE = "EL"  # HL7 v3-ActPriority

START_OF_DAY = time(0, 0)
END_OF_DAY = time(23, 59, 59)


def read_encounter(resource: Element, *, container: str, today: date) -> StayRecord:
    """The stay told of. Raises NotUsable, for care without admission too."""
    _check_is_stay(resource)
    patient = read_reference(
        resource.element("subject"), "Patient", container=container, today=today
    )
    if not patient:
        raise NotUsable(
            Reason.REQUIRED_MISSING, resource.at("subject"), "patienten saknas"
        )
    numbers = (plain_number(one) for one in resource.elements("identifier"))
    return StayRecord(
        numbers=tuple(number for number in numbers if number is not None),
        patient=patient,
        wards=_wards(resource, container, today),
        part_of=read_reference(
            resource.element("partOf"), "Encounter", container=container, today=today
        ),
        admitted_at=_admitted_at(resource),
        discharged_at=_discharged_at(resource),
        planned=ELECTIVE in coding_codes(resource.element("priority")),
    )


def _check_is_stay(resource: Element) -> None:
    classes = _classes(resource)
    if not classes:
        raise NotUsable(
            Reason.REQUIRED_MISSING, resource.at("class"), "vårdkontaktens slag saknas"
        )
    if not INPATIENT_CLASSES & classes:
        raise NotUsable(
            Reason.NOT_INPATIENT, resource.at("class"), Reason.NOT_INPATIENT.value
        )
    if resource.text("status") in NOT_HAPPENED:
        raise NotUsable(
            Reason.NOT_HAPPENED, resource.at("status"), Reason.NOT_HAPPENED.value
        )


def _classes(resource: Element) -> set[str]:
    """R4's one coding, or R5's list of concepts."""
    found = set()
    for told in resource.one_or_many("class"):
        found |= {told.text("code").upper(), *map(str.upper, coding_codes(told))}
    return found - {""}


def _period(resource: Element) -> Element:
    """R4's period, or what R5 has renamed it to."""
    return resource.element(
        "actualPeriod" if resource.has("actualPeriod") else "period"
    )


def _admitted_at(resource: Element) -> datetime:
    period = _period(resource)
    if not period.text("start"):
        raise NotUsable(
            Reason.REQUIRED_MISSING, period.at("start"), "inskrivningstiden saknas"
        )
    return _moment(period, "start", START_OF_DAY)


def _discharged_at(resource: Element) -> datetime | None:
    """The end, which has to agree with the status."""
    period = _period(resource)
    status = resource.text("status")
    has_end = bool(period.text("end"))
    if status in ENDED and not has_end:
        raise NotUsable(
            Reason.PERIOD_NOT_POSSIBLE,
            period.at("end"),
            "vårdtillfället är avslutat men utskrivningstiden saknas",
        )
    if status in UNDER_WAY and has_end:
        raise NotUsable(
            Reason.PERIOD_NOT_POSSIBLE,
            period.at("end"),
            "vårdtillfället pågår men har en utskrivningstid",
        )
    return _moment(period, "end", END_OF_DAY) if has_end else None


def _moment(period: Element, key: str, day_means: time) -> datetime:
    moment = read_moment(period.text(key), day_means=day_means)
    if moment is None:
        raise NotUsable(
            Reason.WRONG_FORM, period.at(key), "är ingen hel och giltig tid"
        )
    if moment.whole_day:
        period.note(key, "klockslaget saknas; hela dagen har räknats")
    return moment.at


def _wards(resource: Element, container: str, today: date) -> tuple[Reference, ...]:
    """Where the person lies: the latest place first, last whoever provides the care."""
    places = [
        read_reference(
            told.element("location"), "Location", container=container, today=today
        )
        for told in sorted(resource.elements("location"), key=_latest_first)
    ]
    provider = read_reference(
        resource.element("serviceProvider"),
        "Organization",
        container=container,
        today=today,
    )
    return tuple(reference for reference in (*places, provider) if reference)


def _latest_first(place: Element) -> tuple[bool, float]:
    start = read_moment(place.element("period").text("start"), day_means=START_OF_DAY)
    is_past = place.text("status") != "active"
    return is_past, -start.at.timestamp() if start else 0.0
