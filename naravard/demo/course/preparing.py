"""While the person is in hospital: received, contact, consent, input, meeting."""

from datetime import datetime, time, timedelta
from uuid import UUID

from naravard.core.calendar import next_working_day
from naravard.core.clock import day_of, moment_at
from naravard.demo.course import letters, parameters
from naravard.demo.course.part import Part
from naravard.demo.course.timeline import Need, Readiness
from naravard.demo.course.times import (
    ONE_DAY,
    in_daytime,
    in_office_hours,
    minutes_between,
    wait,
)
from naravard.demo.course.writing import Letter
from naravard.demo.people import Colleague
from naravard.demo.population.weighted import from_table
from naravard.discharge.rules.agreement import LUS
from naravard.discharge.rules.clocks import sip_call_due_on
from naravard.discharge.rules.history import Event, EventType, PlanningConsent, Track
from naravard.messages.catalogue.named_contact import NamedContact
from naravard.people.roles import Role

NEVER_ACKNOWLEDGES = 0.01
CONTACT_LATE = 0.12
APPOINTS = (Role.HEAD_OF_UNIT, Role.COORDINATOR, Role.DISTRICT_NURSE)
MEETS_AT = (time(9, 30), time(10, 30), time(13), time(14), time(15))
TRACKS = {
    Need.BOTH: ((Track.YELLOW, 60), (Track.RED, 40)),
    Need.MUNICIPALITY: ((Track.GREEN, 85), (Track.YELLOW, 15)),
    Need.OPEN_CARE: ((Track.GREEN, 100),),
}


def prepare(part: Part) -> None:
    """Everything between the admission notice and the day of going home."""
    _say_about_planning(part)
    for unit in tuple(part.writer.told):
        _acknowledge(part, unit)
    _appoint_contact(part)
    _set_track(part)
    _give_input(part)
    _call(part)
    _write_freely(part)


def _say_about_planning(part: Part) -> None:
    """The ward asks; who cannot answer is not asked (T7)."""
    writer, timeline = part.writer, part.timeline
    if writer.patient.lacks_capacity or timeline.asked_at >= timeline.left_at:
        return
    answer = PlanningConsent.DECLINED if timeline.declines else PlanningConsent.GIVEN
    writer.consents.append((timeline.asked_at, answer))
    writer.add(
        Event(type=EventType.CONSENT, at=timeline.asked_at, planning=answer),
        writer.handler(writer.ward.id),
        details={"how": "spoken", "given_by": ""},
    )


def _acknowledge(part: Part, unit: UUID) -> None:
    writer, random = part.writer, part.writer.random
    if part.traits.unreceived or random.random() < NEVER_ACKNOWLEDGES:
        return
    at = writer.at_work(unit)(writer.told[unit] + wait(random, 4, 30), random)
    if at >= part.timeline.left_at:
        return
    by = writer.handler(unit)
    writer.acknowledged[unit] = (at, by)
    writer.add(Event(type=EventType.ACKNOWLEDGE, at=at, by=str(unit)), by)


def _appoint_contact(part: Part) -> None:
    """In time, some days late, or not before the person has left (T6)."""
    writer, random = part.writer, part.writer.random
    for unit in writer.open_care:
        told_at, left_at = writer.told[unit], part.timeline.left_at
        share = from_table(parameters.NO_CONTACT_AT_DISCHARGE, (left_at - told_at).days)
        if random.random() < share:
            afterwards = left_at + minutes_between(random, 300, 2400)
            _name_contact(part, unit, in_office_hours(afterwards, random))
            continue
        late = random.randint(1, 3) if random.random() < CONTACT_LATE else 0
        in_time = told_at + wait(random, 8, 22) + late * ONE_DAY
        last = part.timeline.ready[-1].notified_at - minutes_between(random, 5, 30)
        at = min(in_office_hours(in_time, random), last)
        _name_contact(part, unit, max(at, told_at))


def _name_contact(part: Part, unit: UUID, at: datetime) -> None:
    writer = part.writer
    contact = writer.setting.staff.anyone(
        unit, (Role.DISTRICT_NURSE, *APPOINTS), writer.random
    )
    writer.contacts.append((at, contact))
    part.write(
        Event(type=EventType.APPOINT_NAMED_CONTACT, at=at, by=str(unit)),
        by=contact,
        details={"assignment": str(contact.assignment_id)},
        code="named-contact",
        to=writer.others_than(unit, at),
        payload=_contact_payload(part, contact),
    )


def _contact_payload(part: Part, contact: Colleague) -> NamedContact:
    unit = part.writer.setting.places.by_id[contact.unit_id]
    return NamedContact(
        name=contact.name,
        title=contact.title,
        unit=unit.name,
        phone=contact.phone or unit.phone,
    )


def _set_track(part: Part) -> None:
    writer, random = part.writer, part.writer.random
    choices = TRACKS[part.timeline.need]
    track = random.choices([t for t, _ in choices], [w for _, w in choices])[0]
    unit = next(iter(writer.municipal or writer.open_care))
    received = writer.acknowledged.get(unit)
    if received is None:
        return
    at = received[0] + minutes_between(random, 10, 900)
    if at < part.timeline.ready[-1].notified_at:
        writer.add(
            Event(type=EventType.TRACK_SET, at=at, by=str(unit), track=track),
            received[1],
        )


def _give_input(part: Part) -> None:
    """Needs and plans, from the municipality and the ward (M5)."""
    writer, random, timeline = part.writer, part.writer.random, part.timeline
    for unit, (received_at, by) in writer.acknowledged.items():
        if unit in writer.municipal:
            at = received_at + wait(random, 14, 60)
            _input(part, by, writer.at_work(unit)(at, random))
    if timeline.declines:
        return
    at = in_daytime(timeline.told_at + minutes_between(random, 300, 2800), random)
    _input(part, writer.handler(writer.ward.id), at)


def _input(part: Part, by: Colleague, at: datetime) -> None:
    writer, timeline = part.writer, part.timeline
    at = max(at, timeline.asked_at + minutes_between(writer.random, 5, 60))
    if not timeline.told_at < at < timeline.left_at:
        return
    event = Event(type=EventType.PLANNING_INPUT, at=at, by=str(by.unit_id))
    if timeline.declines:
        # Its own planning goes on; what it plans is not told to the others.
        writer.add(event, by)
        return
    part.write(
        event,
        by=by,
        code="planning-input",
        to=writer.others_than(by.unit_id, at),
        payload=letters.planning_input(
            part.condition, writer.random, from_ward=by.unit_id == writer.ward.id
        ),
    )


def _call(part: Part) -> None:
    """The named contact calls to a meeting, where both principals are needed (M8)."""
    writer, timeline = part.writer, part.timeline
    both = timeline.need is Need.BOTH and not part.traits.compulsory
    if not both or timeline.declines or not writer.contacts:
        return
    appointed_at, contact = writer.contacts[-1]
    earliest = max(appointed_at, timeline.asked_at) + timedelta(minutes=20)
    at = max(_called_at(part), in_office_hours(earliest, writer.random))
    if not writer.consented_at(at) or at >= timeline.followed_up_at:
        return
    meets_at = moment_at(
        next_working_day(day_of(at) + writer.random.randint(1, 2) * ONE_DAY),
        writer.random.choice(MEETS_AT),
    )
    part.write(
        Event(
            type=EventType.SIP_CALL,
            at=at,
            by=str(contact.unit_id),
            meets_at=meets_at,
        ),
        by=contact,
        details={"meets_at": meets_at.isoformat(), "place": ""},
        code="planning-call",
        to=writer.others_than(contact.unit_id, at),
        payload=letters.planning_call(meets_at, writer.ward, contact, writer.random),
    )
    for unit in writer.told_by(at):
        if unit != contact.unit_id:
            _answer(part, unit, at)


def _called_at(part: Part) -> datetime:
    """Before the person is ready, within three days after, or too late."""
    random, timeline = part.writer.random, part.timeline
    ready: Readiness = timeline.ready[-1]
    chance = random.random()
    if chance < parameters.LATE_CALL:
        due_on = sip_call_due_on(ready.notified_at, LUS)
        return in_office_hours(moment_at(due_on + ONE_DAY, time(8)), random)
    if chance < parameters.LATE_CALL + parameters.CALLED_BEFORE_READY:
        span = timeline.ready[0].decided_at - timeline.told_at
        return in_office_hours(timeline.told_at + span * 0.5, random)
    return in_office_hours(ready.notified_at + wait(random, 8, 30), random)


def _answer(part: Part, unit: UUID, called_at: datetime) -> None:
    writer, random = part.writer, part.writer.random
    at = writer.at_work(unit)(called_at + wait(random, 9, 40), random)
    comes = random.random() < 0.93  # noqa: PLR2004 (nearly everyone)
    note = (
        random.choice(letters.ANSWERS_TO_CALL) if comes else letters.DECIDED_ELSEWHERE
    )
    writer.add(
        Event(type=EventType.SIP_ANSWERED, at=at, by=str(unit)),
        writer.handler(unit),
        details={"comes": comes, "note": note},
    )


def _write_freely(part: Part) -> None:
    """A question from the ward and an answer, in about half of the cases (M14)."""
    writer, random, timeline = part.writer, part.writer.random, part.timeline
    if timeline.declines or random.random() >= parameters.WRITES_FREELY:
        return
    asked_at = in_daytime(
        max(timeline.asked_at, timeline.told_at) + minutes_between(random, 200, 4000),
        random,
    )
    if asked_at >= timeline.left_at:
        return
    says = letters.question(part.condition, random)
    ward = writer.ward.id
    to = writer.others_than(ward, asked_at)
    writer.write(
        Letter(code="general", to=to, payload=says), writer.handler(ward), asked_at
    )
    unit = random.choice(to)
    answered_at = writer.at_work(unit)(asked_at + wait(random, 4, 20), random)
    writer.write(
        Letter(code="general", to=(ward,), payload=letters.reply(says.subject, random)),
        writer.handler(unit),
        answered_at,
    )
