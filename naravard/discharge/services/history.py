"""History in bulk: whole cases of the past, held to the same rules as live ones.

For a county that moves in from another system, for the reserve routine's re-entry of
many cases, and for the invented county.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from uuid import UUID, uuid5

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import ConsentHow, RelationKind
from naravard.access.services import NewRelation, PastWord
from naravard.core.clock import day_of
from naravard.discharge.models import (
    CaseEvent,
    CaseParty,
    Deadline,
    DischargeCase,
    InpatientEpisode,
)
from naravard.discharge.queries.payment import agreement_in_force
from naravard.discharge.rules.absences import absences
from naravard.discharge.rules.agreement import LUS, Agreement
from naravard.discharge.rules.deadlines import deadlines
from naravard.discharge.rules.folding import fold
from naravard.discharge.rules.guards import check_history
from naravard.discharge.rules.history import (
    Event,
    EventType,
    PlanningConsent,
    in_order,
)
from naravard.discharge.rules.liability import liability_of
from naravard.discharge.rules.steps import open_steps
from naravard.discharge.services.casefile import CaseFile
from naravard.discharge.services.projection import (
    describe_case,
    describe_deadlines,
    describe_parties,
)
from naravard.discharge.stored import data_of
from naravard.messages import services as messages
from naravard.messages.services.importing import PreparedMessage
from naravard.people.models import CareUnit, Person
from naravard.people.roles import CareUnitKind
from naravard.plan import services as plan

BATCH = 500  # cases at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class PastEvent:
    """One event of the past, by whom, and the message that went with it."""

    event: Event
    unit_id: UUID | None = None
    assignment_id: UUID | None = None
    details: dict[str, object] = field(default_factory=dict)
    message: PreparedMessage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastCase:
    """One stay as it went, in the order it happened."""

    case_id: UUID
    person_id: UUID
    planned: bool = False
    compulsory: bool = False
    reason_for_care: str = ""
    named_contact_id: UUID | None = None
    events: tuple[PastEvent, ...]


def record_history(*, cases: Iterable[PastCase], now: datetime) -> Iterator[int]:
    """Store the cases, a batch a transaction; yields how many are stored so far.

    Raises the same errors as live services, at the first case that breaks a rule.
    """
    waiting = iter(cases)
    stored = 0
    while batch := list(islice(waiting, BATCH)):
        _store(batch, now)
        stored += len(batch)
        yield stored


@transaction.atomic
def _store(batch: list[PastCase], now: datetime) -> None:
    units = _units_of(batch)
    persons = Person.objects.in_bulk([past.person_id for past in batch])
    files = [_file(past, persons[past.person_id], units, now) for past in batch]
    agreements = _agreements(files, now)
    clocks = [clock for file in files for clock in _project(file, agreements, now)]
    InpatientEpisode.objects.bulk_create([file.case.episode for file in files])
    DischargeCase.objects.bulk_create([file.case for file in files])
    CaseParty.objects.bulk_create([party for file in files for party in file.parties])
    messages.send_many(
        prepared=[
            past_event.message
            for past in batch
            for past_event in past.events
            if past_event.message
        ]
    )
    CaseEvent.objects.bulk_create([row for file in files for row in file.rows])
    Deadline.objects.bulk_create(clocks)
    access.relate_many(
        relations=[relation for file in files for relation in _relations(file)]
    )
    access.keep_planning_words(said=[word for file in files for word in _words(file)])
    plan.keep_past_absences(stays=[stay for file in files for stay in _stays(file)])
    _note_deaths(files)


def _stays(file: CaseFile) -> Iterator[plan.PastStay]:
    for away in absences(file.history):
        yield plan.PastStay(
            person_id=file.case.person_id,
            unit_id=file.case.ward_id,
            source=file.case.pk,
            stay=plan.Stay(starts_at=away.starts_at, ends_at=away.ends_at),
        )


def _units_of(batch: list[PastCase]) -> Mapping[UUID, CareUnit]:
    wanted = {
        UUID(key)
        for past in batch
        for past_event in past.events
        for key in _unit_keys(past_event.event)
    }
    return CareUnit.objects.select_related("organisation").in_bulk(list(wanted))


def _unit_keys(event: Event) -> tuple[str, ...]:
    named = (key for key in (event.unit, event.by) if key)
    return (*named, *event.to, *event.units)


def _file(
    past: PastCase, person: Person, units: Mapping[UUID, CareUnit], now: datetime
) -> CaseFile:
    admission = past.events[0].event
    assert admission.unit is not None
    ward = units[UUID(admission.unit)]
    episode = InpatientEpisode(
        pk=uuid5(past.case_id, "episode"),
        person=person,
        ward=ward,
        care=admission.care or "somatic",
        planned=past.planned,
        compulsory=past.compulsory,
        admitted_at=admission.at,
    )
    case = DischargeCase(
        pk=past.case_id,
        episode=episode,
        person=person,
        ward=ward,
        registered_in=person.registered_in,
        placed_by=person.placed_by,
        reason_for_care=past.reason_for_care,
        named_contact_id=past.named_contact_id,
        changed_at=now,
    )
    file = CaseFile(case=case, parties=[], rows=[], history=[])
    _add_parties(file, past, units)
    _add_events(file, past)
    return file


def _add_parties(
    file: CaseFile, past: PastCase, units: Mapping[UUID, CareUnit]
) -> None:
    for event in in_order(past_event.event for past_event in past.events):
        for key in event.units:
            file.add_party(units[UUID(key)])
        for key in event.to:
            party = file.add_party(units[UUID(key)])
            party.told_at = party.told_at or event.at
        if event.type in {EventType.ADMIT, EventType.TRANSFER} and event.unit:
            _enter_ward(file, units[UUID(event.unit)], event.at)


def _enter_ward(file: CaseFile, ward: CareUnit, at: datetime) -> None:
    for party in file.parties:
        if party.kind == ward.kind:
            party.left_at = at
    party = file.add_party(ward)
    party.told_at, party.left_at = party.told_at or at, None


def _add_events(file: CaseFile, past: PastCase) -> None:
    check_history([each.event for each in past.events], file.units)
    for past_event in past.events:
        event, message = past_event.event, past_event.message
        file.rows.append(
            CaseEvent(
                pk=uuid5(past.case_id, f"event {file.next_sequence}"),
                case=file.case,
                sequence=file.next_sequence,
                type=event.type,
                at=event.at,
                recorded_at=event.recorded_at or event.at,
                unit_id=past_event.unit_id,
                assignment_id=past_event.assignment_id,
                data=data_of(event),
                details=past_event.details,
                message_id=message.message_id if message else None,
            )
        )
        file.history.append(event)


def _agreements(files: list[CaseFile], now: datetime) -> Mapping[str, Agreement]:
    payers = {file.payer for file in files} - {None}
    return {payer: agreement_in_force(payer, day_of(now)) for payer in payers if payer}


def _project(
    file: CaseFile, agreements: Mapping[str, Agreement], now: datetime
) -> list[Deadline]:
    folded = fold(file.history, file.units)
    payer = file.payer
    agreement = agreements.get(payer or "", LUS)
    liability = liability_of(
        folded, payer=payer, as_of=now, agreement=agreement, rates={}
    )
    describe_case(file, folded, liability, now)
    file.case.changed_at = max(row.recorded_at for row in file.rows)
    file.case.episode.discharged_at = folded.discharged_at or folded.ended_at
    describe_parties(file, folded, open_steps(folded, agreement, now))
    return describe_deadlines(file, deadlines(folded, agreement, now))


def _relations(file: CaseFile) -> Iterator[NewRelation]:
    case = file.case
    for party in file.parties:
        if party.told_at is None:
            continue
        in_ward = party.kind == CareUnitKind.INPATIENT
        ended_at = party.left_at or case.discharged_at if in_ward else case.ended_at
        yield NewRelation(
            person_id=case.person_id,
            unit_id=party.unit_id,
            kind=RelationKind.ADMISSION if in_ward else RelationKind.CASE,
            source=case.pk,
            starts_at=party.told_at,
            ended_at=ended_at,
        )
    yield from _contact_relations(file)


def _contact_relations(file: CaseFile) -> Iterator[NewRelation]:
    """The named contact's unit knows the person from when it was appointed."""
    case = file.case
    for event in file.history:
        if event.type is EventType.APPOINT_NAMED_CONTACT and event.by:
            yield NewRelation(
                person_id=case.person_id,
                unit_id=UUID(event.by),
                kind=RelationKind.NAMED_CONTACT,
                source=case.pk,
                starts_at=event.at,
                ended_at=case.ended_at,
            )


def _words(file: CaseFile) -> Iterator[PastWord]:
    for row, event in zip(file.rows, file.history, strict=True):
        if event.planning is not None:
            yield PastWord(
                case_id=file.case.pk,
                person_id=file.case.person_id,
                given=event.planning is PlanningConsent.GIVEN,
                withdrawn=event.planning is PlanningConsent.WITHDRAWN,
                how=str(row.details.get("how") or ConsentHow.SPOKEN),
                given_by=str(row.details.get("given_by") or ""),
                at=event.at,
                recorded_by=row.assignment_id,
            )


def _note_deaths(files: list[CaseFile]) -> None:
    dead = []
    for file in files:
        for event in file.history:
            if event.type is EventType.DEATH:
                file.person.deceased_on = day_of(event.at)
                dead.append(file.person)
    Person.objects.bulk_update(dead, ["deceased_on"])
