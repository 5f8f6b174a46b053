"""Reads once what the person's own page is made of."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from naravard.access.rules import OpenRecord
from naravard.core.clock import day_of
from naravard.discharge.models import CaseEvent
from naravard.discharge.own import PlannedMeeting
from naravard.discharge.queries.case import case_view, cases_of
from naravard.discharge.rows import CaseView, EventRow
from naravard.discharge.rules.history import EventType, PlanningConsent
from naravard.discharge.rules.states import IN_HOSPITAL, State
from naravard.messages.catalogue.patient_information import PatientInformation
from naravard.messages.catalogue.planning_call import PlanningCall
from naravard.messages.catalogue.process_ended import WhyEnded
from naravard.messages.queries import Letter, letters
from naravard.people.queries import PersonHeader, UnitRow, person_header, unit_today

# How long a stay that is over still says what happens next. Our choice, not the law's.
SHOWN_AFTER = timedelta(days=30)
REFUSED = frozenset({PlanningConsent.DECLINED, PlanningConsent.WITHDRAWN})
CODES = ("patient-information", "planning-call")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCase:
    """The person, her latest stay while it matters, and what was written to her."""

    record: OpenRecord
    person: PersonHeader
    listed_unit: UnitRow | None
    view: CaseView | None
    information: tuple[Letter, ...]
    calls: tuple[Letter, ...]

    @property
    def in_hospital(self) -> bool:
        """Whether the person is an inpatient now."""
        return self.view is not None and State(self.view.case.state) in IN_HOSPITAL

    def events(self, kind: EventType) -> tuple[EventRow, ...]:
        """What has happened of one kind, in order."""
        rows = self.view.events if self.view else ()
        return tuple(sorted((r for r in rows if r.type == kind), key=_when))

    def latest(self, kind: EventType) -> EventRow | None:
        """The last thing of one kind that happened."""
        return next(reversed(self.events(kind)), None)

    def latest_information(self) -> PatientInformation | None:
        """What the hospital last wrote to her about this stay."""
        if self.view is None:
            return None
        thread = self.view.case.case_id
        found = (letter.payload for letter in self.information if _is(letter, thread))
        return next((p for p in found if isinstance(p, PatientInformation)), None)

    def meeting(self) -> PlannedMeeting | None:
        """The planning meeting that holds: the last one called, and not refused."""
        called = self.latest(EventType.SIP_CALL)
        if called is None or self.view is None:
            return None
        if self.view.case.planning_consent in REFUSED:
            return None
        return _meeting(called, self.calls)


def read_own(record: OpenRecord, now: datetime) -> OwnCase:
    """The opened person's own page; a handful of SQL, whatever there is to say."""
    person = person_header(record)
    of_another = _of_somebody_else(record)
    written = tuple(
        letter for letter in letters(record, CODES) if letter.thread not in of_another
    )
    view = _current(record, of_another, now)
    return OwnCase(
        record=record,
        person=person,
        listed_unit=_listed_unit(person, record, view),
        view=view,
        information=_newest_holds(_with_code(written, "patient-information")),
        calls=_with_code(written, "planning-call"),
    )


def _of_somebody_else(record: OpenRecord) -> frozenset[UUID]:
    """Cases that turned out to concern another person; never shown to this one."""
    return frozenset(
        CaseEvent.objects.filter(
            case__person_id=record.person_id,
            type=EventType.ABORT,
            data__reason=WhyEnded.WRONG_PERSON.value,
        ).values_list("case_id", flat=True)
    )


def _listed_unit(
    person: PersonHeader, record: OpenRecord, view: CaseView | None
) -> UnitRow | None:
    """Where she is listed, asked for only when nobody else is hers to call."""
    has_contact = view is not None and view.case.contact is not None
    if has_contact or person.listed_unit_id is None:
        return None
    return unit_today(person.listed_unit_id, day_of(record.opened_at))


def _current(
    record: OpenRecord, of_another: frozenset[UUID], now: datetime
) -> CaseView | None:
    for case in cases_of(record, now):
        if case.case_id in of_another:
            continue
        over_at = case.ended_at or case.discharged_at
        is_over = over_at is not None and over_at + SHOWN_AFTER < now
        if is_over or case.state == State.ABORTED:
            return None
        return case_view(record, case.case_id, now)
    return None


def _with_code(written: tuple[Letter, ...], code: str) -> tuple[Letter, ...]:
    return tuple(letter for letter in written if letter.code == code)


def _newest_holds(newest_first: tuple[Letter, ...]) -> tuple[Letter, ...]:
    """A paper given again in the same stay takes over from the one before."""
    seen: set[UUID] = set()
    told: list[Letter] = []
    for letter in newest_first:
        is_older = letter.thread in seen
        seen.add(letter.thread)
        told.append(replace(letter, replaced=True) if is_older else letter)
    return tuple(told)


def _meeting(called: EventRow, calls: tuple[Letter, ...]) -> PlannedMeeting | None:
    """As the call says; a call that was taken back is no meeting."""
    if called.message_id is None:
        return _meeting_from_event(called)
    for letter in calls:
        if letter.id == called.message_id and isinstance(letter.payload, PlanningCall):
            return PlannedMeeting(
                meets_at=letter.payload.meets_at,
                form=letter.payload.form,
                place=letter.payload.place,
                participants=tuple(each.name for each in letter.payload.participants),
                called_at=called.at,
                called_by=called.by or called.unit,
            )
    return None


def _meeting_from_event(called: EventRow) -> PlannedMeeting | None:
    """A call that came without a message, as when history is brought in."""
    meets_at = called.details.get("meets_at")
    if not isinstance(meets_at, str):
        return None
    return PlannedMeeting(
        meets_at=datetime.fromisoformat(meets_at),
        form="",
        place=str(called.details.get("place", "")),
        participants=(),
        called_at=called.at,
        called_by=called.by or called.unit,
    )


def _is(letter: Letter, thread: UUID) -> bool:
    return letter.thread == thread and not letter.replaced


def _when(row: EventRow) -> tuple[datetime, int]:
    return row.at, row.sequence
