"""What cannot have happened: the case's own logic (guards of T1–T17)."""

from collections.abc import Callable, Collection

from naravard.core.errors import DomainError
from naravard.discharge.rules.folding import Unfolding
from naravard.discharge.rules.history import Event, EventType
from naravard.discharge.rules.parties import UnitKind, any_of_kind
from naravard.discharge.rules.states import TRANSITION_OF, State


class NotAdmittedYet(DomainError):
    """The event presupposes an admission."""

    rule = "LUS 2 kap. 1 §"


class AlreadyAdmitted(DomainError):
    """A case has one admission; moves between wards are transfers."""

    rule = "LUS 2 kap. 1 §"


class AlreadyDischarged(DomainError):
    """The person has left hospital."""

    rule = "LUS 1 kap. 2 §"


class CaseHasEnded(DomainError):
    """Nothing follows a death, an abort or a closed case."""

    rule = "LUS 1 kap. 1 §"


class NotDischargedYet(DomainError):
    """The event presupposes that the person has left hospital."""

    rule = "LUS 3 kap. 2 §"


class NoActiveReadyNotice(DomainError):
    """There is no ready notice to withdraw."""

    rule = "LUS 3 kap. 1 §"


class NoAdmissionNotice(DomainError):
    """The event presupposes an admission notice."""

    rule = "LUS 2 kap. 4 §"


class AlreadyOnLeave(DomainError):
    """Nobody goes on leave from hospital (permission) twice without coming back."""


class NotOnLeave(DomainError):
    """Only who is on leave comes back from it."""


class WrongKindOfUnit(DomainError):
    """The unit's kind cannot do or receive this."""


class OpenCareNotTold(DomainError):
    """Municipal health care is told, but not the region's open care."""

    rule = "LUS 2 kap. 1 §"


class NotARecipient(DomainError):
    """Only a unit that has been told can answer."""

    rule = "LUS 2 kap. 6 §"


class NoReadyDecision(DomainError):
    """A ready notice presupposes the physician's decision."""

    rule = "LUS 3 kap. 1 §"


class NotTheNamedContactsUnit(DomainError):
    """Another unit than the named contact's calls to planning."""

    rule = "LUS 4 kap. 3 §"


class NoBlockerToLift(DomainError):
    """There is no such blocker to lift."""

    rule = "LUS 5 kap. 5 §"


def check_possible(event: Event, case: Unfolding) -> None:
    """Raise a DomainError when the event cannot have happened in the case as it was."""
    _check_state(event, case)
    check = _CHECKS.get(event.type)
    if check is not None:
        check(event, case)


def _check_state(event: Event, case: Unfolding) -> None:
    row = TRANSITION_OF[event.type]
    if case.state in row.possible_in or (case.state is None and row.before_admission):
        return
    raise _refusal(event.type, case.state)


def _refusal(event_type: EventType, state: State | None) -> DomainError:
    if state is None:
        return NotAdmittedYet(
            "Personen är inte inskriven än.",
            remedy="Registrera inskrivningen, eller rätta tidpunkten.",
        )
    if state in {State.ABORTED, State.CLOSED}:
        return CaseHasEnded(
            "Ärendet är avslutat, så inget mer kan hända i det.",
            remedy="Rätta tidpunkten om det hände före avslutet.",
        )
    if event_type == EventType.ADMIT:
        return AlreadyAdmitted(
            "Personen är redan inskriven.",
            remedy="Registrera en flytt, eller ett nytt vårdtillfälle.",
        )
    return _refusal_in_course(event_type, state)


def _refusal_in_course(event_type: EventType, state: State) -> DomainError:
    if state == State.DISCHARGED:
        return AlreadyDischarged(
            "Personen har redan skrivits ut.",
            remedy="Rätta tidpunkten om det hände före utskrivningen.",
        )
    if event_type == EventType.READY_WITHDRAWN:
        return NoActiveReadyNotice(
            "Det finns ingen underrättelse om utskrivningsklar att återta.",
            remedy="Kontrollera om den redan är återtagen.",
        )
    if event_type == EventType.NEW_ESTIMATE:
        return NoAdmissionNotice(
            "Inget inskrivningsmeddelande har skickats, så ingen beräknad utskrivning "
            "kan ändras.",
            remedy="Skicka inskrivningsmeddelandet först.",
        )
    return NotDischargedYet(
        "Personen är inte utskriven än.", remedy="Registrera utskrivningen först."
    )


def _check_ward(event: Event, case: Unfolding) -> None:
    if event.unit is None or case.units[event.unit].kind != UnitKind.INPATIENT:
        raise WrongKindOfUnit(
            "Bara en enhet i den slutna vården kan ha någon inskriven.",
            rule="LUS 1 kap. 3 § 3",
            remedy="Ange vårdavdelningen.",
        )


def _check_outside_hospital(keys: Collection[str], case: Unfolding, rule: str) -> None:
    if any_of_kind(keys, (UnitKind.INPATIENT,), case.units):
        raise WrongKindOfUnit(
            "Berörda enheter finns i socialtjänsten, den kommunala hälso- och "
            "sjukvården och den öppna vården, inte i den slutna vården.",
            rule=rule,
            remedy="Ta bort vårdavdelningen bland mottagarna.",
        )


def _check_need(event: Event, case: Unfolding) -> None:
    _check_outside_hospital(event.units, case, "LUS 2 kap. 1 §")


def _check_admission_notice(event: Event, case: Unfolding) -> None:
    _check_outside_hospital(event.to, case, "LUS 2 kap. 1 §")
    told = [*event.to, *(key for sent in case.admission_notices for key in sent.to)]
    if any_of_kind(
        event.to, (UnitKind.MUNICIPAL_HEALTH_CARE,), case.units
    ) and not any_of_kind(told, (UnitKind.OPEN_CARE,), case.units):
        raise OpenCareNotTold(
            "Meddelandet går till kommunal hälso- och sjukvård men inte till den "
            "öppna vården.",
            remedy="Lägg till personens vårdcentral bland mottagarna.",
        )


def _check_acknowledger(event: Event, case: Unfolding) -> None:
    if event.by not in _told(case):
        raise NotARecipient(
            "Enheten har inte fått något meddelande att svara på.",
            remedy="Kontrollera vilken enhet som är mottagare.",
        )


def _check_planner(event: Event, case: Unfolding) -> None:
    if event.by != case.ward:
        _check_acknowledger(event, case)


def _told(case: Unfolding) -> set[str]:
    noticed = {key for notice in case.notices for key in notice.to}
    return {*case.told_by_notice(), *case.told_by_others(), *noticed}


def _check_open_care(event: Event, case: Unfolding) -> None:
    if event.by is None or case.units[event.by].kind != UnitKind.OPEN_CARE:
        raise WrongKindOfUnit(
            "Bara en enhet i den regionfinansierade öppna vården utser fast "
            "vårdkontakt och kallar till samordnad planering.",
            rule="LUS 2 kap. 5 § och 4 kap. 3 §",
            remedy="Ange vårdcentralen eller öppenvårdsmottagningen.",
        )


def _check_sip_caller(event: Event, case: Unfolding) -> None:
    _check_open_care(event, case)
    if case.named_contacts and case.named_contacts[-1].by != event.by:
        raise NotTheNamedContactsUnit(
            "Kallelsen ska komma från den fasta vårdkontaktens enhet.",
            remedy="Låt den fasta vårdkontakten kalla, eller utse en ny.",
        )


def _check_ready_notice(event: Event, case: Unfolding) -> None:
    _check_outside_hospital(event.to, case, "LUS 3 kap. 1 §")
    if not case.decisions:
        raise NoReadyDecision(
            "Ingen läkare har bedömt att personen är utskrivningsklar.",
            remedy="Registrera läkarens bedömning med tidpunkt först.",
        )


def _check_care_plan_notice(event: Event, case: Unfolding) -> None:
    _check_outside_hospital(event.to, case, "LUS 3 kap. 1 §")


def _check_blocker(event: Event, case: Unfolding) -> None:
    if event.on:
        return
    open_reasons = {b.reason for b in case.blockers if b.until is None}
    if not open_reasons or (event.reason and event.reason not in open_reasons):
        raise NoBlockerToLift(
            "Det finns inget sådant hinder att häva.",
            remedy="Ange orsaken till ett hinder som gäller, eller utelämna den.",
        )


def _check_leave(event: Event, case: Unfolding) -> None:
    if event.on and case.on_leave:
        raise AlreadyOnLeave(
            "Personen är redan på permission.",
            remedy="Anteckna först att personen har kommit tillbaka.",
        )
    if not event.on and not case.on_leave:
        raise NotOnLeave(
            "Personen är inte på permission.",
            remedy="Anteckna först när permissionen började.",
        )


_CHECKS: dict[EventType, Callable[[Event, Unfolding], None]] = {
    EventType.ADMIT: _check_ward,
    EventType.TRANSFER: _check_ward,
    EventType.NEED_ASSESSED: _check_need,
    EventType.ADMISSION_NOTICE: _check_admission_notice,
    EventType.ACKNOWLEDGE: _check_acknowledger,
    EventType.PLANNING_INPUT: _check_planner,
    EventType.FORWARDED: _check_acknowledger,
    EventType.SIP_ANSWERED: _check_acknowledger,
    EventType.APPOINT_NAMED_CONTACT: _check_open_care,
    EventType.SIP_CALL: _check_sip_caller,
    EventType.READY_NOTICE: _check_ready_notice,
    EventType.OPT_NOTICE: _check_care_plan_notice,
    EventType.REGION_BLOCKER: _check_blocker,
    EventType.HOSPITAL_LEAVE: _check_leave,
}
