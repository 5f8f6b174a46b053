"""The stays that a file of stories tells step by step, as cases."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from random import Random
from uuid import UUID

from naravard.core.clock import day_of, moment_at
from naravard.core.errors import DomainError
from naravard.demo.course.stay import HOME_AT, notice_payload
from naravard.demo.course.writing import CaseWriter, Letter, Setting, WrittenCase
from naravard.demo.ids import demo_id
from naravard.demo.people import Colleague, Patient
from naravard.demo.stories import Step, ToldStay
from naravard.discharge.rules.history import (
    CareType,
    Event,
    EventType,
    PlanningConsent,
    Track,
)
from naravard.messages.catalogue.general import General
from naravard.messages.catalogue.named_contact import NamedContact
from naravard.messages.catalogue.planning_call import (
    MeetingForm,
    Participant,
    PlanningCall,
)
from naravard.messages.catalogue.planning_input import PlanningInput
from naravard.messages.catalogue.ready_notice import ReadyNotice
from naravard.messages.grounds import Ground
from naravard.people.queries import UnitRow

BY_THE_CLOCK = re.compile(r"-(\d+) (\d\d):(\d\d)")
AGO = re.compile(r"-(\d+):(\d\d)")
MEETS_AT = time(14)


class StepNotUnderstood(DomainError):
    """A step of a told stay says something that no step can say."""

    def __init__(self, what: str) -> None:
        """Quote what was not understood."""
        super().__init__(
            f"Steget ”{what}” går inte att förstå.",
            remedy="Vad ett steg kan säga står i docs/demo.md.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """A told stay while it is being written."""

    stay: ToldStay
    writer: CaseWriter
    units: Mapping[str, UnitRow]
    participants: tuple[Participant, ...] = field(default=())

    def unit_ids(self) -> tuple[UUID, ...]:
        """The units judged to be needed."""
        return tuple(self.units[key].id for key in self.stay.units)

    def estimate(self) -> datetime:
        """When the person is expected home."""
        today = day_of(self.writer.setting.now)
        return moment_at(today + timedelta(days=self.stay.home_in_days), HOME_AT)


def tell(
    stay: ToldStay,
    patient: Patient,
    setting: Setting,
    colleagues: Mapping[str, Colleague],
) -> WrittenCase | None:
    """The told stay as a case. Raises StepNotUnderstood."""
    ward = setting.places.by_key[stay.ward]
    case_id = demo_id("told", stay.person)
    writer = CaseWriter(
        case_id=case_id,
        patient=patient,
        ward=ward,
        setting=setting,
        random=Random(str(case_id)),  # noqa: S311 (not for secrets)
        reason_for_care=stay.reason,
    )
    telling = _Telling(
        stay=stay,
        writer=writer,
        units=setting.places.by_key,
        participants=(Participant(name=f"{patient.given_name} {patient.family_name}"),),
    )
    for step in stay.steps:
        write = _STEPS.get(step.what)
        if write is None or step.by not in colleagues:
            raise StepNotUnderstood(f"{step.what}, {step.by}")
        write(telling, step, colleagues[step.by], moment(step.at, setting.now))
    return writer.finished()


def moment(text: str, now: datetime) -> datetime:
    """ "-3 14:20" is three days ago by the clock, "-2:30" two and a half hours ago."""
    clock_time, ago = BY_THE_CLOCK.fullmatch(text), AGO.fullmatch(text)
    if clock_time:
        days, hour, minute = map(int, clock_time.groups())
        return moment_at(day_of(now) - timedelta(days=days), time(hour, minute))
    if ago:
        hours, minutes = map(int, ago.groups())
        return now - timedelta(hours=hours, minutes=minutes)
    raise StepNotUnderstood(text)


Teller = Callable[[_Telling, Step, Colleague, datetime], None]


def _admit(telling: _Telling, _step: Step, by: Colleague, at: datetime) -> None:
    ward = telling.writer.ward
    care = CareType.PSYCHIATRIC if ward.psychiatric else CareType.SOMATIC
    event = Event(type=EventType.ADMIT, at=at, unit=str(ward.id), care=care)
    telling.writer.add(event, by)


def _assess(telling: _Telling, _step: Step, by: Colleague, at: datetime) -> None:
    units = tuple(map(str, telling.unit_ids()))
    telling.writer.add(Event(type=EventType.NEED_ASSESSED, at=at, units=units), by)


def _notify(telling: _Telling, _step: Step, by: Colleague, at: datetime) -> None:
    writer, units = telling.writer, telling.unit_ids()
    writer.told.update(dict.fromkeys(units, at))
    event = Event(
        type=EventType.ADMISSION_NOTICE,
        at=at,
        to=tuple(map(str, units)),
        estimated_discharge=telling.estimate(),
    )
    payload = notice_payload(writer.patient, telling.estimate())
    letter = Letter(
        code="admission-notice", to=units, payload=payload, ground=Ground.DUTY_LUS
    )
    writer.add(event, by, letter=letter)


def _acknowledge(telling: _Telling, _step: Step, by: Colleague, at: datetime) -> None:
    telling.writer.acknowledged[by.unit_id] = (at, by)
    event = Event(type=EventType.ACKNOWLEDGE, at=at, by=str(by.unit_id))
    telling.writer.add(event, by)


def _consent(telling: _Telling, step: Step, by: Colleague, at: datetime) -> None:
    answer = PlanningConsent(step.says.get("planning", PlanningConsent.GIVEN))
    telling.writer.consents.append((at, answer))
    event = Event(type=EventType.CONSENT, at=at, planning=answer)
    telling.writer.add(event, by, details={"how": "spoken", "given_by": ""})


def _contact(telling: _Telling, _step: Step, by: Colleague, at: datetime) -> None:
    writer = telling.writer
    writer.contacts.append((at, by))
    unit = writer.setting.places.by_id[by.unit_id]
    payload = NamedContact(
        name=by.name, title=by.title, unit=unit.name, phone=by.phone or unit.phone
    )
    _to_others(
        telling,
        Event(type=EventType.APPOINT_NAMED_CONTACT, at=at, by=str(by.unit_id)),
        by,
        code="named-contact",
        payload=payload,
    )


def _track(telling: _Telling, step: Step, by: Colleague, at: datetime) -> None:
    track = Track(step.says["track"])
    event = Event(type=EventType.TRACK_SET, at=at, by=str(by.unit_id), track=track)
    telling.writer.add(event, by)


def _input(telling: _Telling, step: Step, by: Colleague, at: datetime) -> None:
    _to_others(
        telling,
        Event(type=EventType.PLANNING_INPUT, at=at, by=str(by.unit_id)),
        by,
        code="planning-input",
        payload=PlanningInput(**step.says),
    )


def _call(telling: _Telling, step: Step, by: Colleague, at: datetime) -> None:
    today = day_of(telling.writer.setting.now)
    meets_at = moment_at(today + timedelta(days=int(step.says["in_days"])), MEETS_AT)
    event = Event(type=EventType.SIP_CALL, at=at, by=str(by.unit_id), meets_at=meets_at)
    payload = PlanningCall(
        meets_at=meets_at,
        form=MeetingForm.AT_HOSPITAL,
        place=step.says["place"],
        participants=(*telling.participants, *_called(step, by)),
        purpose=step.says["purpose"],
        person_takes_part=True,
    )
    writer = telling.writer
    writer.add(
        event,
        by,
        details={"meets_at": meets_at.isoformat(), "place": step.says["place"]},
        letter=Letter(
            code="planning-call",
            to=writer.others_than(by.unit_id, at),
            payload=payload,
        ),
    )


def _called(step: Step, by: Colleague) -> tuple[Participant, ...]:
    """The named contact and those whom `with` lists, by name."""
    names = filter(None, step.says.get("with", "").split(";"))
    contact = Participant(name=by.name, role="fast vårdkontakt")
    return (*(Participant(name=name.strip()) for name in names), contact)


def _answer(telling: _Telling, step: Step, by: Colleague, at: datetime) -> None:
    event = Event(type=EventType.SIP_ANSWERED, at=at, by=str(by.unit_id))
    details: dict[str, object] = {"comes": True, "note": step.says.get("note", "")}
    telling.writer.add(event, by, details=details)


def _decide(telling: _Telling, _step: Step, by: Colleague, at: datetime) -> None:
    telling.writer.add(Event(type=EventType.READY_DECISION, at=at), by)


def _ready(telling: _Telling, step: Step, by: Colleague, at: datetime) -> None:
    writer = telling.writer
    to = writer.told_by(at)
    payload = ReadyNotice(
        decided_at=at, physician=step.says["physician"], note=step.says.get("note", "")
    )
    writer.add(
        Event(type=EventType.READY_NOTICE, at=at, to=tuple(map(str, to))),
        by,
        letter=Letter(code="ready-notice", to=to, payload=payload),
    )


def _write(telling: _Telling, step: Step, by: Colleague, at: datetime) -> None:
    writer = telling.writer
    payload = General(subject=step.says["subject"], text=step.says["text"])
    to = writer.others_than(by.unit_id, at)
    writer.write(Letter(code="general", to=to, payload=payload), by, at)


def _to_others(
    telling: _Telling,
    event: Event,
    by: Colleague,
    *,
    code: str,
    payload: NamedContact | PlanningInput,
) -> None:
    writer = telling.writer
    to = writer.others_than(by.unit_id, event.at)
    writer.add(event, by, letter=Letter(code=code, to=to, payload=payload))


_STEPS: Mapping[str, Teller] = {
    "admit": _admit,
    "assess": _assess,
    "notify": _notify,
    "acknowledge": _acknowledge,
    "consent": _consent,
    "contact": _contact,
    "track": _track,
    "input": _input,
    "call": _call,
    "answer": _answer,
    "decide": _decide,
    "ready": _ready,
    "write": _write,
}
