"""Ready, perhaps taken back, home, handed over and followed up; or an earlier end."""

from datetime import datetime, timedelta

from naravard.demo.course import letters, parameters
from naravard.demo.course.part import Part
from naravard.demo.course.timeline import Ending, Readiness
from naravard.demo.course.times import in_daytime, in_office_hours, minutes_between
from naravard.discharge.rules.history import BlockerReason, Event, EventType
from naravard.messages.catalogue.left_hospital import Destination, LeftHospital
from naravard.messages.catalogue.process_ended import ProcessEnded, WhyEnded
from naravard.messages.catalogue.ready_notice import ReadyNotice
from naravard.messages.catalogue.ready_withdrawn import ReadyWithdrawn, WhyWithdrawn
from naravard.messages.grounds import Ground

DESTINATIONS = {
    Destination.HOME: 80,
    Destination.SHORT_STAY: 11,
    Destination.CARE_HOME: 8,
    Destination.OTHER: 1,
}
WHY_WITHDRAWN = (
    "Feber i natt, behandlas för ny infektion.",
    "Blodtrycket är lågt. Vi observerar ett par dagar till.",
    "Ny smärta som behöver utredas.",
    "Yr vid uppresning, har ramlat på avdelningen.",
)
READY_NOTES = (
    "",
    "",
    "Behöver sällskap hem.",
    "Liggande transport är beställd.",
    "Nyckel finns hos grannen.",
    "Mediciner för tre dagar skickas med.",
)
WHY_ENDED = (
    "Klarar sig med sin ordinarie hemtjänst.",
    "Behöver ingen hjälp hemma, egna krafter räcker.",
)
MEDICATION_DELAY = timedelta(hours=4)


def go_home(part: Part) -> None:
    """From the first ready notice to the call after coming home."""
    for ready in part.timeline.ready:
        _announce(part, ready)
    if part.timeline.blocked:
        _block(part)
    _inform(part)
    _leave(part)
    _hand_over(part)
    _follow_up(part)


def end(part: Part, ended_at: datetime) -> None:
    """A death, or that the need of coordination has ceased (T16, M12)."""
    writer = part.writer
    died = part.timeline.ending is Ending.DECEASED
    reason = WhyEnded.DECEASED if died else WhyEnded.NEED_CEASED
    note = "" if died else writer.random.choice(WHY_ENDED)
    event = (
        Event(type=EventType.DEATH, at=ended_at)
        if died
        else Event(type=EventType.ABORT, at=ended_at, reason=reason)
    )
    part.write(
        event,
        by=writer.handler(writer.ward.id),
        details={"note": note},
        code="process-ended",
        to=writer.told_by(ended_at),
        payload=ProcessEnded(ended_at=ended_at, reason=reason, note=note),
    )


def _announce(part: Part, ready: Readiness) -> None:
    """The decision, the notice, and if so its withdrawal (T8–T10)."""
    writer = part.writer
    physician = writer.physician()
    to = writer.told_by(ready.notified_at)
    writer.add(Event(type=EventType.READY_DECISION, at=ready.decided_at), physician)
    kind = EventType.OPT_NOTICE if part.traits.compulsory else EventType.READY_NOTICE
    part.write(
        Event(type=kind, at=ready.notified_at, to=tuple(map(str, to))),
        by=writer.handler(writer.ward.id),
        code="ready-notice",
        to=to,
        payload=ReadyNotice(
            decided_at=ready.decided_at,
            physician=physician.name,
            can_leave_from=ready.notified_at + MEDICATION_DELAY,
            note=writer.random.choice(READY_NOTES),
        ),
    )
    if ready.withdrawn_at:
        _withdraw(part, ready.withdrawn_at)


def _withdraw(part: Part, at: datetime) -> None:
    writer = part.writer
    reason = WhyWithdrawn.HEALTH_CHANGED
    part.write(
        Event(type=EventType.READY_WITHDRAWN, at=at, reason=reason),
        by=writer.handler(writer.ward.id),
        code="ready-withdrawn",
        to=writer.told_by(at),
        payload=ReadyWithdrawn(
            decided_at=at, reason=reason, note=writer.random.choice(WHY_WITHDRAWN)
        ),
    )


def _block(part: Part) -> None:
    """Open care's own services are not there yet (T12, LUS 5 kap. 5 §)."""
    writer, random, timeline = part.writer, part.writer.random, part.timeline
    ready_at = timeline.ready[-1].notified_at
    if timeline.left_at - ready_at < timedelta(days=2) or not writer.open_care:
        return
    unit = writer.open_care[0]
    by = writer.handler(unit)
    begins = in_office_hours(ready_at + minutes_between(random, 30, 600), random)
    ends = in_daytime(begins + minutes_between(random, 900, 3600), random)
    reason = random.choice(tuple(BlockerReason))
    for at, on in ((begins, True), (ends, False)):
        if on or begins < timeline.left_at:
            writer.add(
                Event(
                    type=EventType.REGION_BLOCKER,
                    at=min(at, timeline.left_at - timedelta(minutes=1 + on)),
                    by=str(unit),
                    on=on,
                    reason=reason,
                ),
                by,
            )


def _inform(part: Part) -> None:
    """The person gets it in writing (M10)."""
    writer, random, left_at = part.writer, part.writer.random, part.timeline.left_at
    late = random.random() < parameters.INFORMED_LATE
    at = (
        left_at + minutes_between(random, 600, 1800)
        if late
        else left_at - minutes_between(random, 10, 60)
    )
    part.write(
        Event(type=EventType.PATIENT_INFORMED, at=at),
        by=writer.handler(writer.ward.id),
        code="patient-information",
        to=(),
        ground=Ground.OWN,
        payload=letters.patient_information(
            part.condition, writer.ward, writer.contact_at(at)
        ),
    )


def _leave(part: Part) -> None:
    writer, left_at = part.writer, part.timeline.left_at
    destination = writer.random.choices(
        tuple(DESTINATIONS), tuple(DESTINATIONS.values())
    )[0]
    without_contact = bool(writer.open_care) and writer.contact_at(left_at) is None
    part.write(
        Event(
            type=EventType.DISCHARGE,
            at=left_at,
            reason=letters.NO_CONTACT_YET if without_contact else None,
        ),
        by=writer.handler(writer.ward.id),
        details={"destination": destination.value},
        code="left-hospital",
        to=writer.told_by(left_at),
        payload=LeftHospital(left_at=left_at, destination=destination),
    )


def _hand_over(part: Part) -> None:
    """The information needed for good care at home; some of it late (M9)."""
    writer, random, left_at = part.writer, part.writer.random, part.timeline.left_at
    late = random.random() < parameters.HANDED_OVER_LATE
    minutes = (900, 2000) if late else (10, 180)
    at = left_at + minutes_between(random, *minutes)
    part.write(
        Event(type=EventType.INFORMATION_TRANSFERRED, at=at),
        by=writer.handler(writer.ward.id),
        code="information-transfer",
        to=writer.told_by(at),
        payload=letters.information_transfer(part.condition, writer.ward),
    )


def _follow_up(part: Part) -> None:
    writer, at = part.writer, part.timeline.followed_up_at
    unit = next(iter(writer.open_care or writer.municipal))
    outcome, note = writer.random.choice(letters.FOLLOW_UPS)
    writer.add(
        Event(type=EventType.FOLLOWED_UP, at=at, by=str(unit), outcome=outcome),
        writer.handler(unit),
        details={"note": note},
    )
