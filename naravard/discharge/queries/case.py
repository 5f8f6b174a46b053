"""One case, for those who opened the person's record."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from naravard.access.rules import Actor, ActorKind, OpenRecord
from naravard.core.clock import day_of
from naravard.core.errors import NotFound
from naravard.discharge.models import CaseEvent, CaseParty, DischargeCase
from naravard.discharge.queries.payment import agreed, agreement_of_case
from naravard.discharge.queries.reading import deadline_rows, step_rows
from naravard.discharge.rows import (
    CaseRow,
    CaseView,
    ContactRow,
    EventRow,
    PartyRow,
)
from naravard.discharge.rules.folding import fold
from naravard.discharge.rules.history import EventType, PlanningConsent
from naravard.discharge.stored import event_from, rules_unit
from naravard.operation.composed import composed
from naravard.people.models import Assignment
from naravard.people.roles import CareUnitKind

MOST_CASES = 20  # shown of one person, the newest


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReference:
    """Whose case it is; enough to decide access, and nothing about the person."""

    case_id: UUID
    person_id: UUID


def case_reference(_actor: Actor, case_id: UUID) -> CaseReference:
    """Whom a case concerns. Raises NotFound."""
    person_id = person_of_case(case_id)
    if person_id is not None:
        return CaseReference(case_id=case_id, person_id=person_id)
    raise NotFound("Ärendet finns inte.", remedy="Sök på personens namn eller nummer.")


def person_of_case(case_id: UUID) -> UUID | None:
    """Whom a case concerns, also for those who may not see it: refusals are logged."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT discharge_person_of_case(%s)", [case_id])
        found: UUID | None = cursor.fetchone()[0]
    return found


def cases_of(
    record: OpenRecord, now: datetime, limit: int = MOST_CASES
) -> tuple[CaseRow, ...]:
    """The person's discharge cases, the newest first; one SQL statement."""
    cases = _cases(record.person_id, day_of(now))[:limit]
    return tuple(_case_row(record, case) for case in cases)


def cases_with_latest(
    record: OpenRecord, now: datetime, limit: int = MOST_CASES
) -> tuple[tuple[CaseRow, ...], CaseView | None]:
    """The person's cases and everything in the newest; three SQL statements."""
    cases = _cases(record.person_id, day_of(now))[:limit]
    latest = _view(record, cases[0], now) if cases else None
    return tuple(_case_row(record, case) for case in cases), latest


def case_view(record: OpenRecord, case_id: UUID, now: datetime) -> CaseView:
    """Everything in one case of the opened person; three SQL statements.

    Raises NotFound when there is no such case, or it is another person's.
    """
    found = _case(case_id, record.person_id, day_of(now))
    if not found:
        raise NotFound("Ärendet finns inte.", remedy="Sök på personens namn.")
    return _view(record, found[0], now)


@composed
def _cases(person_id: UUID, day: date) -> QuerySet[DischargeCase]:
    return _cases_on(day).filter(person_id=person_id)


@composed
def _case(case_id: UUID, person_id: UUID, day: date) -> QuerySet[DischargeCase]:
    return _cases_on(day).filter(pk=case_id, person_id=person_id)


def _cases_on(day: date) -> QuerySet[DischargeCase]:
    return (
        DischargeCase.objects.annotate(agreed=agreement_of_case(day))
        .select_related(
            "ward",
            "episode",
            "named_contact__professional",
            "named_contact__unit",
        )
        .order_by("-admitted_at")
    )


def _view(record: OpenRecord, case: DischargeCase, now: datetime) -> CaseView:
    parties = _parties(case.pk)
    rows = _events(case.pk)
    units = {str(party.unit_id): rules_unit(party.unit) for party in parties}
    folded = fold(
        [
            event_from(EventType(row.type), row.at, row.recorded_at, row.data)
            for row in rows
        ],
        units,
    )
    agreement = agreed(getattr(case, "agreed"))  # noqa: B009 (annotated above)
    return CaseView(
        case=_case_row(record, case),
        parties=tuple(_party_row(party) for party in parties),
        events=rows,
        deadlines=deadline_rows(folded, agreement, now),
        steps=step_rows(folded, agreement, parties, record.actor, now),
    )


@composed
def _parties(case_id: UUID) -> QuerySet[CaseParty]:
    found = CaseParty.objects.filter(case_id=case_id)
    return found.select_related("unit__organisation").order_by("pk")


EVENT_COLUMNS = (
    "pk",
    "sequence",
    "type",
    "at",
    "recorded_at",
    "unit_id",
    "unit__name",
    "unit__kind",
    "assignment__professional__given_name",
    "assignment__professional__family_name",
    "assignment__professional__title",
    "data",
    "details",
    "message_id",
)


def _events(case_id: UUID) -> tuple[EventRow, ...]:
    return tuple(_event_row(columns) for columns in _event_columns(case_id))


@composed
def _event_columns(case_id: UUID) -> QuerySet[CaseEvent, tuple[Any, ...]]:
    found = CaseEvent.objects.filter(case_id=case_id).order_by("sequence")
    return found.values_list(*EVENT_COLUMNS)


def _why_in_hospital(record: OpenRecord, case: DischargeCase) -> str:
    """Why the person is in hospital: for the hospital, herself, and after a yes.

    The duty of LUS 2 kap. tells the other units five facts, and this is not one.
    """
    actor = record.actor
    in_hospital = actor.unit_kind is CareUnitKind.INPATIENT
    herself = actor.kind is ActorKind.PERSON
    consented = case.planning_consent == PlanningConsent.GIVEN
    return case.reason_for_care if in_hospital or herself or consented else ""


def _case_row(record: OpenRecord, case: DischargeCase) -> CaseRow:
    return CaseRow(
        case_id=case.pk,
        person_id=case.person_id,
        version=case.version,
        state=case.state,
        track=case.track,
        position=case.position,
        care=case.episode.care,
        compulsory=case.episode.compulsory,
        reason_for_care=_why_in_hospital(record, case),
        ward_id=case.ward_id,
        ward=case.ward.name,
        hospital=case.ward.hospital,
        ward_phone=case.ward.phone,
        registered_in=case.registered_in,
        placed_by=case.placed_by,
        admitted_at=case.admitted_at,
        estimated_at=case.estimated_at,
        ready_at=case.ready_at,
        liability_starts_on=case.liability_starts_on,
        liability_status=case.liability_status,
        blocked=case.blocked,
        planning_consent=case.planning_consent,
        sip_required=case.sip_required,
        sip_called_at=case.sip_called_at,
        discharged_at=case.discharged_at,
        ended_at=case.ended_at,
        changed_at=case.changed_at,
        contact=_contact_row(case.named_contact),
    )


def _contact_row(contact: Assignment | None) -> ContactRow | None:
    if contact is None:
        return None
    professional = contact.professional
    return ContactRow(
        name=f"{professional.given_name} {professional.family_name}",
        title=professional.title,
        unit=contact.unit.name,
        phone=professional.phone or contact.unit.phone,
        phone_hours=contact.unit.phone_hours,
    )


def _party_row(party: CaseParty) -> PartyRow:
    unit = party.unit
    return PartyRow(
        unit_id=unit.pk,
        unit=unit.name,
        kind=unit.kind,
        organisation=unit.organisation.name,
        organisation_kind=unit.organisation.kind,
        municipality_code=unit.municipality_code,
        phone=unit.phone,
        phone_hours=unit.phone_hours,
        step=party.step,
        ours=party.ours,
        due_at=party.due_at,
        is_told=party.told_at is not None,
        has_left=party.left_at is not None,
    )


def _event_row(columns: tuple[Any, ...]) -> EventRow:
    event_id, sequence, event_type, at, recorded_at, unit_id, unit, unit_kind, *rest = (
        columns
    )
    given_name, family_name, title, data, details, message_id = rest
    return EventRow(
        event_id=event_id,
        sequence=sequence,
        type=event_type,
        at=at,
        recorded_at=recorded_at,
        unit_id=unit_id,
        unit=unit or "",
        unit_kind=unit_kind or "",
        by=f"{given_name or ''} {family_name or ''}".strip(),
        by_title=title or "",
        data=data,
        details=details,
        message_id=message_id,
    )
