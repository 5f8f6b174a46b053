"""Writes a case down: events with who did them, and the messages that went along.

Everything is written as it would happen; what lies after now is left out at the end.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from random import Random
from uuid import UUID

from naravard.core.clock import day_of
from naravard.demo.course.grounds import ground_for
from naravard.demo.course.times import in_daytime, in_office_hours, wait
from naravard.demo.ids import demo_id
from naravard.demo.people import MUNICIPAL, Colleague, Patient, Places, Staff
from naravard.discharge.rules.history import Event, EventType, PlanningConsent
from naravard.discharge.services.history import PastCase, PastEvent
from naravard.messages.definition import Payload
from naravard.messages.grounds import Ground
from naravard.messages.services import PreparedMessage, PreparedReceipt
from naravard.people.queries import UnitRow
from naravard.people.roles import CareUnitKind, Role

# Who does the daily work of a case at a unit; the first that anybody has.
HANDLERS: dict[CareUnitKind, tuple[Role, ...]] = {
    CareUnitKind.INPATIENT: (Role.WARD_NURSE,),
    CareUnitKind.OPEN_CARE: (Role.DISTRICT_NURSE, Role.COORDINATOR),
    CareUnitKind.MUNICIPAL_HEALTH_CARE: (Role.MUNICIPAL_NURSE,),
    CareUnitKind.SOCIAL_SERVICES: (Role.CARE_PLANNER, Role.COORDINATOR),
}
OPEN_ALWAYS = frozenset({CareUnitKind.INPATIENT, CareUnitKind.MUNICIPAL_HEALTH_CARE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What all cases have in common: the moment now, the units and the staff."""

    now: datetime
    places: Places
    staff: Staff


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A message to be written with an event, or by itself."""

    code: str
    to: tuple[UUID, ...]
    payload: Payload
    ground: Ground | None = None  # None: chosen by what the person has said


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenCase:
    """A case up to now, and the messages that belong to no event."""

    past: PastCase
    free_messages: tuple[PreparedMessage, ...]


@dataclass(slots=True, kw_only=True)
class CaseWriter:
    """One case while it is being written."""

    case_id: UUID
    patient: Patient
    ward: UnitRow
    setting: Setting
    random: Random
    compulsory: bool = False
    reason_for_care: str = ""
    planned: bool = False
    consents: list[tuple[datetime, PlanningConsent]] = field(default_factory=list)
    told: dict[UUID, datetime] = field(default_factory=dict)
    acknowledged: dict[UUID, tuple[datetime, Colleague]] = field(default_factory=dict)
    contacts: list[tuple[datetime, Colleague]] = field(default_factory=list)
    entries: list[PastEvent] = field(default_factory=list)
    free: list[PreparedMessage] = field(default_factory=list)
    letters: int = 0

    def handler(self, unit_id: UUID) -> Colleague:
        """Somebody who does the unit's part."""
        unit = self.setting.places.by_id[unit_id]
        return self.setting.staff.anyone(unit_id, HANDLERS[unit.kind], self.random)

    def physician(self) -> Colleague:
        """A physician on the ward."""
        roles = (Role.PHYSICIAN, Role.WARD_NURSE)
        return self.setting.staff.anyone(self.ward.id, roles, self.random)

    def add(
        self,
        event: Event,
        by: Colleague,
        *,
        details: dict[str, object] | None = None,
        letter: Letter | None = None,
    ) -> None:
        """Write an event down, with its message."""
        self.entries.append(
            PastEvent(
                event=event,
                unit_id=by.unit_id,
                assignment_id=by.assignment_id,
                details=details or {},
                message=self._message(letter, by, event.at) if letter else None,
            )
        )

    def write(self, letter: Letter, by: Colleague, at: datetime) -> None:
        """Send a message that is no event of the case."""
        self.free.append(self._message(letter, by, at))

    def told_by(self, at: datetime) -> tuple[UUID, ...]:
        """The units that had got the admission notice."""
        return tuple(unit for unit, told_at in self.told.items() if told_at <= at)

    def others_than(self, unit_id: UUID, at: datetime) -> tuple[UUID, ...]:
        """All in the case but one, the ward included."""
        units = (self.ward.id, *self.told_by(at))
        return tuple(unit for unit in units if unit != unit_id)

    def told_of_kind(self, *kinds: CareUnitKind) -> tuple[UUID, ...]:
        """The units of these kinds that are told at some time."""
        by_id = self.setting.places.by_id
        return tuple(unit for unit in self.told if by_id[unit].kind in kinds)

    @property
    def municipal(self) -> tuple[UUID, ...]:
        """The municipality's units in the case."""
        return self.told_of_kind(*MUNICIPAL)

    @property
    def open_care(self) -> tuple[UUID, ...]:
        """The health centre or clinic in the case."""
        return self.told_of_kind(CareUnitKind.OPEN_CARE)

    def consented_at(self, at: datetime) -> bool:
        """Whether the person had said yes to planning together."""
        said = [planning for when, planning in self.consents if when <= at]
        return bool(said) and said[-1] is PlanningConsent.GIVEN

    def contact_at(self, at: datetime) -> Colleague | None:
        """The named contact, if one had been appointed."""
        named = [contact for when, contact in self.contacts if when <= at]
        return named[-1] if named else None

    def finished(self, *, until: datetime | None = None) -> WrittenCase | None:
        """The case as it stands now; None when nothing has happened yet.

        Nothing of what is written from `until` on takes place.
        """
        now = self.setting.now
        kept = [entry for entry in self.entries if self._happens(entry.event, until)]
        if not kept:
            return None
        kept.sort(key=lambda entry: entry.event.at)
        appointed = [e for e in kept if e.event.type is EventType.APPOINT_NAMED_CONTACT]
        past = PastCase(
            case_id=self.case_id,
            person_id=self.patient.person_id,
            planned=self.planned,
            compulsory=self.compulsory,
            reason_for_care=self.reason_for_care,
            named_contact_id=appointed[-1].assignment_id if appointed else None,
            events=tuple(self._with_receipts(entry) for entry in kept),
        )
        free = tuple(
            self._received(message)
            for message in self.free
            if message.sent_at <= now and not (until and message.sent_at >= until)
        )
        return WrittenCase(past=past, free_messages=free)

    def _happens(self, event: Event, until: datetime | None) -> bool:
        if event.at > self.setting.now:
            return False
        last = event.type in {EventType.DEATH, EventType.ABORT, EventType.FOLLOWED_UP}
        return until is None or event.at < until or (last and event.at == until)

    def _with_receipts(self, entry: PastEvent) -> PastEvent:
        message = entry.message
        return replace(entry, message=self._received(message)) if message else entry

    def _message(self, letter: Letter, by: Colleague, at: datetime) -> PreparedMessage:
        self.letters += 1
        return PreparedMessage(
            code=letter.code,
            thread=self.case_id,
            person_id=self.patient.person_id,
            sender_unit_id=by.unit_id,
            sender_assignment_id=by.assignment_id,
            recipient_unit_ids=letter.to,
            ground=letter.ground or self._ground(by, letter.to, at),
            payload=letter.payload,
            sent_at=at,
            recorded_at=at,
            message_id=demo_id(self.case_id, "message", self.letters),
        )

    def _ground(self, by: Colleague, to: Sequence[UUID], at: datetime) -> Ground:
        units = self.setting.places.by_id
        return ground_for(
            consented=self.consented_at(at),
            minor=self.patient.is_minor_on(day_of(at)),
            compulsory=self.compulsory,
            lacks_capacity=self.patient.lacks_capacity,
            sender=units[by.unit_id],
            recipients=[units[unit_id] for unit_id in to],
        )

    def _received(self, message: PreparedMessage) -> PreparedMessage:
        receipts = tuple(
            self._receipt(message, unit_id) for unit_id in message.recipient_unit_ids
        )
        return replace(message, receipts=receipts)

    def _receipt(self, message: PreparedMessage, unit_id: UUID) -> PreparedReceipt:
        sent_at, now = message.sent_at, self.setting.now
        read_at, reader = self._reading(message, unit_id)
        acknowledged = self.acknowledged.get(unit_id)
        takes_on = (
            message.code == "admission-notice"
            and acknowledged is not None
            and acknowledged[0] <= now
        )
        return PreparedReceipt(
            unit_id=unit_id,
            received_at=sent_at,
            read_at=read_at if read_at <= now else None,
            read_by=reader.assignment_id if read_at <= now else None,
            acknowledged_at=acknowledged[0] if takes_on and acknowledged else None,
            acknowledged_by=acknowledged[1].assignment_id
            if takes_on and acknowledged
            else None,
        )

    def _reading(
        self, message: PreparedMessage, unit_id: UUID
    ) -> tuple[datetime, Colleague]:
        acknowledged = self.acknowledged.get(unit_id)
        if message.code == "admission-notice" and acknowledged:
            return acknowledged
        arrives = message.sent_at + wait(self.random, 2, 12)
        return self.at_work(unit_id)(arrives, self.random), self.handler(unit_id)

    def at_work(self, unit_id: UUID) -> Callable[[datetime, Random], datetime]:
        """When the unit is open: wards and home nursing every day."""
        kind = self.setting.places.by_id[unit_id].kind
        return in_daytime if kind in OPEN_ALWAYS else in_office_hours
