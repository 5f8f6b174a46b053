"""A whole stay as it goes: the timeline's hospital, and what everyone else does."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random
from uuid import UUID

from naravard.core.clock import day_of, moment_at
from naravard.demo.course import going_home, parameters, preparing
from naravard.demo.course.conditions import ADULTS, CHILDREN, MIND, Condition
from naravard.demo.course.needed import needed_units
from naravard.demo.course.part import Part
from naravard.demo.course.timeline import Timeline, Traits
from naravard.demo.course.times import in_daytime, minutes_between
from naravard.demo.course.writing import CaseWriter, Setting, WrittenCase
from naravard.demo.people import Patient
from naravard.discharge.rules.history import CareType, Event, EventType
from naravard.messages.catalogue.admission_notice import AdmissionNotice
from naravard.messages.catalogue.changed_estimate import ChangedEstimate
from naravard.messages.grounds import Ground
from naravard.messages.rules import HIDDEN_ADDRESS
from naravard.people.queries import UnitRow

HOME_AT = time(13)


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """Who is admitted where, and how it goes."""

    case_id: UUID
    patient: Patient
    ward: UnitRow
    timeline: Timeline
    traits: Traits


def write_stay(
    admission: Admission, setting: Setting, random: Random
) -> WrittenCase | None:
    """The case up to now; None when it has not begun."""
    timeline = admission.timeline
    condition = _condition(admission, random)
    writer = CaseWriter(
        case_id=admission.case_id,
        patient=admission.patient,
        ward=admission.ward,
        setting=setting,
        random=random,
        compulsory=admission.traits.compulsory,
        reason_for_care=condition.reason,
    )
    part = Part(
        writer=writer, timeline=timeline, condition=condition, traits=admission.traits
    )
    _admit(part)
    _tell(part)
    preparing.prepare(part)
    going_home.go_home(part)
    if timeline.ended_at:
        going_home.end(part, timeline.ended_at)
    until = timeline.ended_at or timeline.followed_up_at
    return writer.finished(until=until)


def _condition(admission: Admission, random: Random) -> Condition:
    if admission.ward.psychiatric:
        return random.choice(MIND)
    admitted_on = day_of(admission.timeline.admitted_at)
    if admission.patient.is_minor_on(admitted_on):
        return random.choice(CHILDREN)
    name = admission.ward.name.casefold()
    fitting = [each for each in ADULTS if any(word in name for word in each.wards)]
    general = [each for each in ADULTS if not each.wards]
    return random.choice(fitting or general or list(ADULTS))


def _admit(part: Part) -> None:
    writer, timeline = part.writer, part.timeline
    psychiatric = writer.ward.psychiatric
    writer.add(
        Event(
            type=EventType.ADMIT,
            at=timeline.admitted_at,
            unit=str(writer.ward.id),
            care=CareType.PSYCHIATRIC if psychiatric else CareType.SOMATIC,
        ),
        writer.handler(writer.ward.id),
    )


def _tell(part: Part) -> None:
    """The judgement, the notice, and a need found later (T2, T3)."""
    timeline, random = part.timeline, part.writer.random
    units = needed_units(part)
    late: tuple[UUID, ...] = ()
    if len(units) > 2 and random.random() < parameters.LATER_NEED * 3:  # noqa: PLR2004
        units, late = units[:-1], units[-1:]
    _assess(part, timeline.assessed_at, units)
    _notify(part, timeline.told_at, units)
    if late:
        judged_at = in_daytime(
            timeline.told_at + minutes_between(random, 600, 3000), random
        )
        told_at = judged_at + minutes_between(random, 15, 240)
        if told_at < timeline.ready[0].decided_at:
            _assess(part, judged_at, late)
            _notify(part, told_at, late)
    if random.random() < parameters.CHANGED_ESTIMATE:
        _change_estimate(part)


def _assess(part: Part, at: datetime, units: tuple[UUID, ...]) -> None:
    part.writer.add(
        Event(type=EventType.NEED_ASSESSED, at=at, units=tuple(map(str, units))),
        part.writer.physician(),
    )


def _notify(part: Part, at: datetime, units: tuple[UUID, ...]) -> None:
    writer = part.writer
    estimate = _estimate(part, writer.random.choice((-1, 0, 0, 0, 1, 2)))
    estimate = max(estimate, at + timedelta(hours=20))
    for unit in units:
        writer.told[unit] = at
    part.write(
        Event(
            type=EventType.ADMISSION_NOTICE,
            at=at,
            to=tuple(map(str, units)),
            estimated_discharge=estimate,
        ),
        by=writer.handler(writer.ward.id),
        code="admission-notice",
        to=units,
        payload=notice_payload(writer.patient, estimate),
        ground=Ground.DUTY_LUS,
    )


def notice_payload(patient: Patient, estimate: datetime) -> AdmissionNotice:
    """The five facts of LUS 2 kap. 2 §."""
    return AdmissionNotice(
        given_name=patient.given_name,
        family_name=patient.family_name,
        person_identity=patient.number,
        registered_address=HIDDEN_ADDRESS if patient.protected else patient.address,
        estimated_discharge_at=estimate,
    )


def _estimate(part: Part, days: int) -> datetime:
    day = day_of(part.timeline.ready[0].notified_at) + timedelta(days=days)
    return moment_at(day, HOME_AT)


def _change_estimate(part: Part) -> None:
    writer, timeline = part.writer, part.timeline
    span = timeline.ready[0].decided_at - timeline.told_at
    at = in_daytime(timeline.told_at + span * 0.6, writer.random)
    if not timeline.told_at < at < timeline.ready[0].decided_at:
        return
    # Minutes that the notice never has, so that the time is sure to be a new one.
    estimate = _estimate(part, 0) + timedelta(minutes=30)
    part.write(
        Event(type=EventType.NEW_ESTIMATE, at=at, estimated_discharge=estimate),
        by=writer.handler(writer.ward.id),
        code="changed-estimate",
        to=writer.told_by(at),
        payload=ChangedEstimate(estimated_discharge_at=estimate),
        ground=Ground.DUTY_LUS,
    )
