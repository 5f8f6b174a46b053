"""What the law and good practice ask before an act; asked by the application only."""

from collections.abc import Callable

from naravard.core.errors import DomainError
from naravard.discharge.rules.case import Case
from naravard.discharge.rules.folding import Unfolding
from naravard.discharge.rules.history import Event, EventType, PlanningConsent
from naravard.discharge.rules.states import State


class EstimateUnchanged(DomainError):
    """A new estimate must differ from the old one."""

    rule = "LUS 2 kap. 4 §"


class EstimateMissing(DomainError):
    """An admission notice tells when the person is expected to leave."""

    rule = "LUS 2 kap. 2 §"


class NewDecisionNeeded(DomainError):
    """A withdrawn notice is followed by a new judgement before a new notice."""

    rule = "LUS 3 kap. 1 §"


class NoNamedContact(DomainError):
    """No named contact (fast vårdkontakt) has been appointed."""

    rule = "LUS 2 kap. 5 §"


class SipNotRequired(DomainError):
    """Joint planning (SIP) is not to be held in this case."""

    rule = "LUS 4 kap. 1 §"


class NoConsentToPlanning(DomainError):
    """The person has not consented to joint planning."""

    rule = "LUS 4 kap. 2 §"


class NotReadyForDischarge(DomainError):
    """The units concerned have not been told that the person is ready."""

    rule = "LUS 3 kap. 1 §"


class ReasonMissing(DomainError):
    """Ending a case needs a reason."""

    rule = "LUS 1 kap. 2 §"


def check_permitted(event: Event, case: Unfolding) -> None:
    """Raise a DomainError when the act would break a duty at its moment."""
    check = _CHECKS.get(event.type)
    if check is not None and case.state is not None:
        check(event, case.folded())


def _check_admission_notice(event: Event, _case: Case) -> None:
    if event.estimated_discharge is None:
        raise EstimateMissing(
            "Inskrivningsmeddelandet saknar beräknad tidpunkt för utskrivning.",
            remedy="Ange den dag läkaren räknar med; den kan ändras senare.",
        )


def _check_estimate(event: Event, case: Case) -> None:
    if event.estimated_discharge == case.estimate:
        raise EstimateUnchanged(
            "Den nya beräknade utskrivningen är densamma som den gamla.",
            remedy="Ange en annan tidpunkt, eller låt den gamla stå.",
        )


def _check_ready_notice(_event: Event, case: Case) -> None:
    withdrawn = case.notices[-1].withdrawn_at if case.notices else None
    if withdrawn and not any(decided >= withdrawn for decided in case.decisions):
        raise NewDecisionNeeded(
            "Den förra underrättelsen är återtagen och läkaren har inte gjort någon ny "
            "bedömning.",
            remedy="Registrera läkarens nya bedömning först.",
        )


def _check_sip_call(_event: Event, case: Case) -> None:
    if not case.sip_required:
        raise SipNotRequired(
            "Personen behöver inte insatser från både region och kommun enligt LUS.",
            remedy="Planera i stället direkt med den enhet som berörs.",
        )
    if case.consent != PlanningConsent.GIVEN:
        raise NoConsentToPlanning(
            "Personen har inte sagt ja till samordnad planering.",
            remedy="Fråga personen och registrera svaret först.",
        )
    if not case.named_contacts:
        raise NoNamedContact(
            "Ingen fast vårdkontakt är utsedd, och det är den som kallar.",
            rule="LUS 4 kap. 3 §",
            remedy="Utse en fast vårdkontakt först.",
        )


def _check_discharge(event: Event, case: Case) -> None:
    if event.reason or not case.admission_notices:
        return
    if case.told_open_care() and not case.named_contacts:
        raise NoNamedContact(
            "Ingen fast vårdkontakt är utsedd i den öppna vården.",
            remedy="Be vårdcentralen utse en, eller ange varför det ändå sker.",
        )
    if case.state != State.READY:
        raise NotReadyForDischarge(
            "Berörda enheter är inte underrättade om att personen är utskrivningsklar.",
            remedy="Skicka underrättelsen, eller ange varför utskrivningen ändå sker.",
        )


def _check_abort(event: Event, _case: Case) -> None:
    if not event.reason:
        raise ReasonMissing(
            "Ange varför ärendet avbryts.",
            remedy="Till exempel att behovet har upphört eller gällde fel person.",
        )


_CHECKS: dict[EventType, Callable[[Event, Case], None]] = {
    EventType.ADMISSION_NOTICE: _check_admission_notice,
    EventType.NEW_ESTIMATE: _check_estimate,
    EventType.READY_NOTICE: _check_ready_notice,
    EventType.SIP_CALL: _check_sip_call,
    EventType.DISCHARGE: _check_discharge,
    EventType.ABORT: _check_abort,
}
