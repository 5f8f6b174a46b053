"""The stay begins: admitted, need judged, notified, moved (T1–T4, T17)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor, RelationKind
from naravard.core.clock import day_of
from naravard.core.errors import DomainError
from naravard.discharge.models import DischargeCase, InpatientEpisode
from naravard.discharge.rules.history import CareType, Event, EventType
from naravard.discharge.rules.states import State
from naravard.discharge.services.casefile import CaseFile
from naravard.discharge.services.letters import admission_notice
from naravard.discharge.services.performing import (
    Deed,
    Letter,
    When,
    perform,
    record_first,
)
from naravard.messages.catalogue.changed_estimate import ChangedEstimate
from naravard.messages.grounds import Ground
from naravard.people.models import CareUnit, Person
from naravard.people.queries import unit_today


class AlreadyAdmitted(DomainError):
    """A person has at most one open stay."""

    rule = "En person kan bara ligga på ett sjukhus åt gången"


class NoEstimate(DomainError):
    """The admission notice must say when the person is expected to leave."""

    rule = "LUS 2 kap. 2 §"


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """What the ward knows when the person is admitted."""

    person_id: UUID
    ward_id: UUID
    care: CareType = CareType.SOMATIC
    compulsory: bool = False
    planned: bool = False
    reason_for_care: str = ""
    estimated_at: datetime | None = None


@transaction.atomic
def admit(*, actor: Actor, admission: Admission, when: When) -> UUID:
    """Open a case for a new stay (T1); returns the case's id.

    Raises AlreadyAdmitted when the person already lies in a hospital.
    """
    access.require(actor=actor, action=Action.ADMIT)
    ward = CareUnit.objects.select_related("organisation").get(pk=admission.ward_id)
    episode = _open_episode(ward, admission, when)
    return begin_case(actor=actor, episode=episode, admission=admission, when=when)


def begin_case(
    *, actor: Actor, episode: InpatientEpisode, admission: Admission, when: When
) -> UUID:
    """Open a case for a stay that there is; returns the case's id."""
    ward = episode.ward
    case = _open_case(episode, admission, when)
    file = CaseFile(case=case, parties=[], rows=[], history=[])
    file.add_party(ward).told_at = when.happened_at
    access.relate(
        person_id=case.person_id,
        unit_ids=(ward.pk,),
        kind=RelationKind.ADMISSION,
        source=case.pk,
        starts_at=when.happened_at,
    )
    event = Event(
        type=EventType.ADMIT,
        at=when.happened_at,
        unit=str(ward.pk),
        care=admission.care,
        estimated_discharge=admission.estimated_at,
    )
    record_first(actor=actor, file=file, event=event, when=when)
    return case.pk


def assess_need(
    *, actor: Actor, case_id: UUID, unit_ids: tuple[UUID, ...], when: When
) -> None:
    """The physician judges which units may be needed after the stay (T2)."""

    def deed(file: CaseFile) -> Deed:
        today = day_of(when.now)
        units = [unit_today(unit_id, today) for unit_id in unit_ids]
        for unit in CareUnit.objects.select_related("organisation").filter(
            pk__in=[unit.id for unit in units]
        ):
            file.add_party(unit)
        return Deed(
            action=Action.ASSESS_NEED,
            event=Event(
                type=EventType.NEED_ASSESSED,
                at=when.happened_at,
                units=tuple(str(unit.id) for unit in units),
            ),
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


def send_admission_notice(
    *, actor: Actor, case_id: UUID, estimated_at: datetime | None, when: When
) -> None:
    """Notify the units judged to be needed (T3, M1): five facts, no consent asked."""

    def deed(file: CaseFile) -> Deed:
        estimate = estimated_at or file.case.estimated_at
        if estimate is None:
            raise NoEstimate(
                "Inskrivningsmeddelandet ska säga när personen väntas lämna sjukhuset.",
                remedy="Skriv en beräknad tidpunkt. Den går att ändra senare.",
            )
        new = tuple(p for p in file.parties if p.told_at is None and not p.left_at)
        for party in new:
            party.told_at = when.happened_at
        to = tuple(party.unit_id for party in new)
        access.relate(
            person_id=file.case.person_id,
            unit_ids=to,
            kind=RelationKind.CASE,
            source=file.case.pk,
            starts_at=when.happened_at,
        )
        return Deed(
            action=Action.SEND_ADMISSION_NOTICE,
            event=Event(
                type=EventType.ADMISSION_NOTICE,
                at=when.happened_at,
                to=tuple(str(unit_id) for unit_id in to),
                estimated_discharge=estimate,
            ),
            letter=Letter(
                code="admission-notice",
                to=to,
                ground=Ground.DUTY_LUS,
                payload=admission_notice(file, estimate),
            ),
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


def change_estimate(
    *, actor: Actor, case_id: UUID, estimated_at: datetime, when: When
) -> None:
    """Tell the receivers of a new estimated time of discharge (T4, M2)."""

    def deed(file: CaseFile) -> Deed:
        to = file.receivers()
        return Deed(
            action=Action.CHANGE_ESTIMATE,
            event=Event(
                type=EventType.NEW_ESTIMATE,
                at=when.happened_at,
                estimated_discharge=estimated_at,
            ),
            letter=Letter(
                code="changed-estimate",
                to=to,
                ground=Ground.DUTY_LUS,
                payload=ChangedEstimate(estimated_discharge_at=estimated_at),
            ),
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


def transfer(*, actor: Actor, case_id: UUID, ward_id: UUID, when: When) -> None:
    """Move the person to another ward or hospital; the clocks go on (T17)."""

    def deed(file: CaseFile) -> Deed:
        ward = CareUnit.objects.select_related("organisation").get(pk=ward_id)
        before = file.party_of(file.case.ward_id)
        if before:
            before.left_at = when.happened_at
        party = file.add_party(ward)
        party.told_at, party.left_at = when.happened_at, None
        access.relate(
            person_id=file.case.person_id,
            unit_ids=(ward.pk,),
            kind=RelationKind.ADMISSION,
            source=file.case.pk,
            starts_at=when.happened_at,
        )
        return Deed(
            action=Action.TRANSFER_WARD,
            event=Event(
                type=EventType.TRANSFER, at=when.happened_at, unit=str(ward.pk)
            ),
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


def note_leave(*, actor: Actor, case_id: UUID, away: bool, when: When) -> None:
    """Note that the person goes on leave (permission), or is back (T17).

    She is still an inpatient, so every clock goes on.
    """

    def deed(_file: CaseFile) -> Deed:
        return Deed(
            action=Action.HOSPITAL_LEAVE,
            event=Event(
                type=EventType.HOSPITAL_LEAVE,
                at=when.happened_at,
                by=str(actor.unit_id),
                on=away,
            ),
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


def _open_episode(ward: CareUnit, admission: Admission, when: When) -> InpatientEpisode:
    try:
        with transaction.atomic():
            return InpatientEpisode.objects.create(
                person=Person.objects.get(pk=admission.person_id),
                ward=ward,
                care=admission.care,
                planned=admission.planned,
                compulsory=admission.compulsory,
                admitted_at=when.happened_at,
            )
    except IntegrityError as failure:
        raise AlreadyAdmitted(
            "Personen är redan inskriven på ett sjukhus.",
            remedy="Öppna det pågående ärendet, eller flytta personen dit hon är nu.",
        ) from failure


def _open_case(
    episode: InpatientEpisode, admission: Admission, when: When
) -> DischargeCase:
    person = episode.person
    return DischargeCase.objects.create(
        episode=episode,
        person=person,
        ward=episode.ward,
        state=State.OPEN,
        registered_in=person.registered_in,
        placed_by=person.placed_by,
        reason_for_care=admission.reason_for_care,
        admitted_at=when.happened_at,
        estimated_at=admission.estimated_at,
        changed_at=when.now,
    )
