"""A case as the services hold it while they work: locked rows and their history."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import QuerySet

from naravard.access.rules import AccessDenied, Action, Actor, Rule
from naravard.access.rules.decisions import deny
from naravard.core.errors import DomainError, NotFound
from naravard.discharge.models import CaseEvent, CaseParty, DischargeCase
from naravard.discharge.queries.case import person_of_case
from naravard.discharge.rules.history import Event, EventType
from naravard.discharge.rules.liability import payer_of
from naravard.discharge.rules.parties import Unit
from naravard.discharge.stored import event_of, rules_unit
from naravard.operation.composed import composed
from naravard.people.models import CareUnit, Person

# What may change in a unit's part of a case.
PARTY_COLUMNS = (
    "kind",
    "told_at",
    "left_at",
    "listed",
    "step",
    "step_unit_id",
    "ours",
    "due_at",
    "since",
)


@dataclass(slots=True, kw_only=True)
class CaseFile:
    """One case under lock, with its parties and its history so far."""

    case: DischargeCase
    parties: list[CaseParty]
    rows: list[CaseEvent]
    history: list[Event]
    history_as_read: tuple[Event, ...] = ()
    parties_as_read: dict[UUID, tuple[object, ...]] = field(default_factory=dict)

    @property
    def units(self) -> dict[str, Unit]:
        """The parties as the rules know them, by key."""
        return {str(party.unit_id): rules_unit(party.unit) for party in self.parties}

    @property
    def person(self) -> Person:
        """Whom the case concerns."""
        return self.case.person

    @property
    def payer(self) -> str | None:
        """The municipality that would pay, by code (LUS 5 kap. 2 §)."""
        return payer_of(
            registered_in=self.case.registered_in or None,
            placed_by=self.case.placed_by or None,
        )

    @property
    def next_sequence(self) -> int:
        """The place of the next event."""
        return len(self.rows) + 1

    def party_of(self, unit_id: UUID | None) -> CaseParty | None:
        """The unit's part in the case, if it has one."""
        return next((p for p in self.parties if p.unit_id == unit_id), None)

    def told_others(self, unit_id: UUID | None) -> tuple[UUID, ...]:
        """The units that know of the case and take part, except one."""
        return tuple(
            party.unit_id
            for party in self.parties
            if party.unit_id != unit_id and party.told_at and not party.left_at
        )

    def receivers(self) -> tuple[UUID, ...]:
        """The units outside the hospital that know of the case."""
        return self.told_others(self.case.ward_id)

    def holds_request(self, request_id: UUID | None) -> bool:
        """Whether this very form has been received before."""
        return request_id is not None and any(
            row.request_id == request_id for row in self.rows
        )

    def notice_to(self, unit_id: UUID | None) -> UUID | None:
        """The latest admission notice sent to the unit, if any."""
        sent = (
            row.message_id
            for row in reversed(self.rows)
            if row.type == EventType.ADMISSION_NOTICE
            and str(unit_id) in row.data.get("to", ())
        )
        return next(sent, None)

    def changed_parties(self) -> list[CaseParty]:
        """The parts that are not as they were read, new ones among them."""
        return [
            party
            for party in self.parties
            if self.parties_as_read.get(party.unit_id) != _columns(party)
        ]

    def add_party(self, unit: CareUnit) -> CaseParty:
        """Let a unit take part; it is told later."""
        known = self.party_of(unit.pk)
        if known:
            return known
        party = CaseParty(case=self.case, unit=unit, kind=unit.kind)
        self.parties.append(party)
        return party


def take(case_id: UUID, actor: Actor | None = None) -> CaseFile:
    """Lock the case and read its parties and events; three SQL statements.

    Jobs name no actor. Raises NotFound, and AccessDenied when there is such a case but
    the database shows it to nobody at the actor's unit.
    """
    found = _locked(case_id)
    if not found:
        raise _closed_or_missing(case_id, actor)
    (case,) = found
    parties = _parties(case_id)
    rows = _events(case_id)
    history = [event_of(row) for row in rows]
    return CaseFile(
        case=case,
        parties=parties,
        rows=rows,
        history=history,
        history_as_read=tuple(history),
        parties_as_read={party.unit_id: _columns(party) for party in parties},
    )


@composed
def _locked(case_id: UUID) -> QuerySet[DischargeCase]:
    return (
        DischargeCase.objects.select_for_update(of=("self",))
        .select_related("person", "episode", "ward", "named_contact")
        .filter(pk=case_id)
    )


@composed
def _parties(case_id: UUID) -> QuerySet[CaseParty]:
    parties = CaseParty.objects.filter(case_id=case_id)
    return parties.select_related("unit__organisation").order_by("pk")


@composed
def _events(case_id: UUID) -> QuerySet[CaseEvent]:
    return CaseEvent.objects.filter(case_id=case_id).order_by("sequence")


def _closed_or_missing(case_id: UUID, actor: Actor | None) -> DomainError:
    person_id = person_of_case(case_id)
    if actor is None or person_id is None:
        return NotFound("Ärendet finns inte.", remedy="Sök på personens namn.")
    return AccessDenied(
        deny(
            Rule.A02,
            "Er enhet är inte med i ärendet.",
            "Be en enhet som är med att skicka det till er.",
        ),
        actor=actor,
        action=Action.READ,
        person_ids=(person_id,),
        about=case_id,
    )


def _columns(party: CaseParty) -> tuple[object, ...]:
    return tuple(getattr(party, column) for column in PARTY_COLUMNS)
