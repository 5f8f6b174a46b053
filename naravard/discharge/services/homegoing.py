"""Going home: decided, notified, withdrawn, informed, left (T8–T10, T13–T15)."""

from uuid import UUID

from naravard.access import services as access
from naravard.access.rules import Action, Actor, RelationKind
from naravard.discharge.rules.history import Event, EventType
from naravard.discharge.services.casefile import CaseFile
from naravard.discharge.services.letters import plain_letter, rich_letter
from naravard.discharge.services.performing import Deed, Letter, When, perform
from naravard.messages.catalogue.information_transfer import InformationTransfer
from naravard.messages.catalogue.left_hospital import LeftHospital
from naravard.messages.catalogue.patient_information import PatientInformation
from naravard.messages.catalogue.ready_notice import ReadyNotice
from naravard.messages.catalogue.ready_withdrawn import ReadyWithdrawn
from naravard.messages.grounds import Ground


def decide_ready(*, actor: Actor, case_id: UUID, when: When) -> None:
    """The physician decides that hospital is no longer needed (T8)."""

    def deed(_file: CaseFile) -> Deed:
        return Deed(
            action=Action.DECIDE_READY,
            event=Event(type=EventType.READY_DECISION, at=when.happened_at),
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


def send_ready_notice(
    *,
    actor: Actor,
    case_id: UUID,
    payload: ReadyNotice,
    when: When,
    harm_test: str = "",
    towards_open_compulsory_care: bool = False,
) -> None:
    """Notify that the person is ready to leave (T9, M6); the payment clock starts.

    Towards open compulsory psychiatric care (ÖPT) the notice of LPT 7 a § counts.
    """
    event_type = (
        EventType.OPT_NOTICE if towards_open_compulsory_care else EventType.READY_NOTICE
    )

    def deed(file: CaseFile) -> Deed:
        to = file.receivers()
        return Deed(
            action=Action.ANNOUNCE_READY,
            event=Event(
                type=event_type,
                at=when.happened_at,
                to=tuple(str(unit_id) for unit_id in to),
            ),
            letter=rich_letter(
                file,
                code="ready-notice",
                payload=payload,
                to=to,
                at=when.happened_at,
                harm_test=harm_test,
            ),
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


def withdraw_ready(
    *, actor: Actor, case_id: UUID, payload: ReadyWithdrawn, when: When
) -> None:
    """Take the ready notice back; a new one starts new clocks (T10, M7)."""

    def deed(file: CaseFile) -> Deed:
        return Deed(
            action=Action.WITHDRAW_READY,
            event=Event(
                type=EventType.READY_WITHDRAWN,
                at=when.happened_at,
                reason=payload.reason,
            ),
            letter=plain_letter(
                file,
                code="ready-withdrawn",
                payload=payload,
                to=file.receivers(),
                at=when.happened_at,
            ),
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


def give_patient_information(
    *, actor: Actor, case_id: UUID, payload: PatientInformation, when: When
) -> None:
    """Give the person the written information (M10, patientlagen 3 kap. 2 b §)."""

    def deed(_file: CaseFile) -> Deed:
        return Deed(
            action=Action.INFORM_PATIENT,
            event=Event(type=EventType.PATIENT_INFORMED, at=when.happened_at),
            letter=Letter(
                code="patient-information", to=(), ground=Ground.OWN, payload=payload
            ),
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


def leave_hospital(
    *,
    actor: Actor,
    case_id: UUID,
    payload: LeftHospital,
    when: When,
    reason: str = "",
) -> None:
    """The person leaves the hospital (T13, M11).

    `reason` is needed when something that should be ready is not.
    """

    def deed(file: CaseFile) -> Deed:
        file.case.episode.discharged_at = when.happened_at
        file.case.episode.save(update_fields=["discharged_at"])
        access.end_relations(
            source=file.case.pk,
            ends_at=when.happened_at,
            kinds=(RelationKind.ADMISSION,),
        )
        receivers = file.receivers()
        return Deed(
            action=Action.DISCHARGE,
            event=Event(
                type=EventType.DISCHARGE,
                at=when.happened_at,
                reason=reason or None,
            ),
            details={"destination": payload.destination},
            letter=plain_letter(
                file,
                code="left-hospital",
                payload=payload,
                to=receivers,
                at=when.happened_at,
            )
            if receivers
            else None,
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


def go_on_leave(*, actor: Actor, case_id: UUID, on: bool, when: When) -> None:
    """She goes home on leave from hospital, or comes back; the clocks go on.

    What the municipality does at home is done while she is on leave.
    """

    def deed(_file: CaseFile) -> Deed:
        return Deed(
            action=Action.HOSPITAL_LEAVE,
            event=Event(type=EventType.HOSPITAL_LEAVE, at=when.happened_at, on=on),
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


def transfer_information(
    *,
    actor: Actor,
    case_id: UUID,
    payload: InformationTransfer,
    when: When,
    harm_test: str = "",
) -> None:
    """Hand over what the others need to give good care at home (T14, M9)."""

    def deed(file: CaseFile) -> Deed:
        return Deed(
            action=Action.TRANSFER_INFORMATION,
            event=Event(type=EventType.INFORMATION_TRANSFERRED, at=when.happened_at),
            letter=rich_letter(
                file,
                code="information-transfer",
                payload=payload,
                to=file.receivers(),
                at=when.happened_at,
                harm_test=harm_test,
            ),
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)


def follow_up(
    *, actor: Actor, case_id: UUID, outcome: str, note: str, when: When
) -> None:
    """Write down how it went after coming home, and close the case (T15)."""

    def deed(file: CaseFile) -> Deed:
        access.end_relations(
            source=file.case.pk,
            ends_at=when.happened_at,
            kinds=(RelationKind.CASE, RelationKind.NAMED_CONTACT),
        )
        return Deed(
            action=Action.FOLLOW_UP,
            event=Event(
                type=EventType.FOLLOWED_UP,
                at=when.happened_at,
                by=str(actor.unit_id),
                outcome=outcome,
            ),
            details={"note": note},
        )

    perform(actor=actor, case_id=case_id, when=when, deed=deed)
