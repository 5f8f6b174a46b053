"""Events become a case: ordered by true time, checked one by one, never by delivery."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from naravard.core.errors import DomainError
from naravard.discharge.rules.case import (
    AdmissionNotice,
    Assessment,
    Blocker,
    ByUnit,
    Case,
    ConsentChange,
    Forwarding,
    ReadyNotice,
    SipCall,
)
from naravard.discharge.rules.history import CareType, Event, EventType, Track, in_order
from naravard.discharge.rules.parties import Unit, both_principals_needed
from naravard.discharge.rules.states import TRANSITION_OF, State


class NeverAdmitted(DomainError):
    """There is no case without an admission."""

    rule = "LUS 2 kap. 1 §"


@dataclass(slots=True, kw_only=True)
class Unfolding:
    """A case while its events are being read; becomes a frozen `Case` by `folded`."""

    units: Mapping[str, Unit]
    state: State | None = None
    admitted_at: datetime | None = None
    ward: str = ""
    care: CareType = CareType.SOMATIC
    assessments: list[Assessment] = field(default_factory=list)
    admission_notices: list[AdmissionNotice] = field(default_factory=list)
    estimate: date | datetime | None = None
    acknowledgements: list[ByUnit] = field(default_factory=list)
    forwardings: list[Forwarding] = field(default_factory=list)
    named_contacts: list[ByUnit] = field(default_factory=list)
    consents: list[ConsentChange] = field(default_factory=list)
    decisions: list[datetime] = field(default_factory=list)
    notices: list[ReadyNotice] = field(default_factory=list)
    sip_calls: list[SipCall] = field(default_factory=list)
    sip_answers: list[ByUnit] = field(default_factory=list)
    blockers: list[Blocker] = field(default_factory=list)
    planning_inputs: list[ByUnit] = field(default_factory=list)
    track: Track | None = None
    on_leave: bool = False
    patient_informed_at: datetime | None = None
    discharged_at: datetime | None = None
    discharge_reason: str | None = None
    information_transferred_at: datetime | None = None
    followed_up_at: datetime | None = None
    outcome: str | None = None
    ended_at: datetime | None = None
    end_reason: str | None = None
    died: bool = False

    def apply(self, event: Event) -> None:
        """Take in one event and move the state as the transition table says."""
        _EFFECTS[event.type](self, event)
        row = TRANSITION_OF[event.type]
        if self.state in row.moves or self.state is None:
            self.state = row.after

    def told_by_notice(self) -> list[str]:
        """Every unit that an admission notice has reached."""
        return [key for sent in self.admission_notices for key in sent.to]

    def told_by_others(self) -> list[str]:
        """Every unit that another unit has passed the case on to."""
        return [key for each in self.forwardings for key in each.to]

    def folded(self) -> Case:
        """The case as it stands. Raises NeverAdmitted when nobody has been admitted."""
        if self.state is None or self.admitted_at is None:
            raise NeverAdmitted(
                "Ingen har skrivits in, så det finns inget ärende.",
                remedy="Registrera inskrivningen först.",
            )
        passed_on = {each.by for each in self.forwardings}
        reached = dict.fromkeys([*self.told_by_notice(), *self.told_by_others()])
        told = tuple([key for key in reached if key not in passed_on])
        judged = [key for each in self.assessments for key in each.units]
        needed = tuple(dict.fromkeys(judged))
        by_care_plan = True in [notice.by_care_plan for notice in self.notices]
        return Case(
            units=self.units,
            state=self.state,
            admitted_at=self.admitted_at,
            ward=self.ward,
            told_units=told,
            needed_units=needed or told,
            by_care_plan=by_care_plan,
            sip_required=not by_care_plan
            and both_principals_needed(needed or told, self.units),
            care=self.care,
            assessments=tuple(self.assessments),
            admission_notices=tuple(self.admission_notices),
            estimate=self.estimate,
            acknowledgements=tuple(self.acknowledgements),
            forwardings=tuple(self.forwardings),
            named_contacts=tuple(self.named_contacts),
            consents=tuple(self.consents),
            decisions=tuple(self.decisions),
            notices=tuple(self.notices),
            sip_calls=tuple(self.sip_calls),
            sip_answers=tuple(self.sip_answers),
            blockers=tuple(self.blockers),
            planning_inputs=tuple(self.planning_inputs),
            track=self.track,
            on_leave=self.on_leave,
            patient_informed_at=self.patient_informed_at,
            discharged_at=self.discharged_at,
            discharge_reason=self.discharge_reason,
            information_transferred_at=self.information_transferred_at,
            followed_up_at=self.followed_up_at,
            outcome=self.outcome,
            ended_at=self.ended_at,
            end_reason=self.end_reason,
            died=self.died,
        )


def fold(events: Iterable[Event], units: Mapping[str, Unit]) -> Case:
    """The case that the events add up to; the order they are given in is irrelevant.

    Raises NeverAdmitted. Guards are not asked: see `guards.check_can`.
    """
    unfolding = Unfolding(units=units)
    for event in in_order(events):
        unfolding.apply(event)
    return unfolding.folded()


def _admit(case: Unfolding, event: Event) -> None:
    case.admitted_at = event.at
    case.ward = event.unit or ""
    case.care = event.care or CareType.SOMATIC
    case.estimate = event.estimated_discharge


def _assess_need(case: Unfolding, event: Event) -> None:
    case.assessments.append(Assessment(at=event.at, units=event.units))


def _send_admission_notice(case: Unfolding, event: Event) -> None:
    case.admission_notices.append(AdmissionNotice(sent_at=event.at, to=event.to))
    case.estimate = event.estimated_discharge


def _change_estimate(case: Unfolding, event: Event) -> None:
    case.estimate = event.estimated_discharge


def _change_consent(case: Unfolding, event: Event) -> None:
    if event.planning is not None:
        case.consents.append(ConsentChange(at=event.at, planning=event.planning))


def _decide_ready(case: Unfolding, event: Event) -> None:
    case.decisions.append(event.at)


def _send_ready_notice(case: Unfolding, event: Event) -> None:
    case.notices.append(
        ReadyNotice(
            sent_at=event.at,
            to=event.to,
            by_care_plan=event.type == EventType.OPT_NOTICE,
        )
    )


def _withdraw(case: Unfolding, event: Event) -> None:
    case.notices = [
        notice if notice.withdrawn_at else replace(notice, withdrawn_at=event.at)
        for notice in case.notices
    ]


def _change_blocker(case: Unfolding, event: Event) -> None:
    if event.on:
        already = any(b.reason == event.reason and not b.until for b in case.blockers)
        if not already:
            case.blockers.append(Blocker(reason=event.reason or "", since=event.at))
        return
    case.blockers = [
        replace(blocker, until=event.at) if _lifts(event, blocker) else blocker
        for blocker in case.blockers
    ]


def _lifts(event: Event, blocker: Blocker) -> bool:
    return blocker.until is None and event.reason in {None, blocker.reason}


def _transfer(case: Unfolding, event: Event) -> None:
    case.ward = event.unit or case.ward


def _leave(case: Unfolding, event: Event) -> None:
    case.on_leave = bool(event.on)


def _call_to_sip(case: Unfolding, event: Event) -> None:
    case.sip_calls.append(
        SipCall(at=event.at, by=event.by or "", meets_at=event.meets_at)
    )


def _set_track(case: Unfolding, event: Event) -> None:
    case.track = event.track


def _inform_patient(case: Unfolding, event: Event) -> None:
    case.patient_informed_at = case.patient_informed_at or event.at


def _discharge(case: Unfolding, event: Event) -> None:
    case.discharged_at = event.at
    case.discharge_reason = event.reason
    case.on_leave = False


def _transfer_information(case: Unfolding, event: Event) -> None:
    case.information_transferred_at = case.information_transferred_at or event.at


def _follow_up(case: Unfolding, event: Event) -> None:
    case.followed_up_at = event.at
    case.outcome = event.outcome


def _end(case: Unfolding, event: Event) -> None:
    case.ended_at = event.at
    case.end_reason = event.reason
    case.died = event.type == EventType.DEATH


def _forward(case: Unfolding, event: Event) -> None:
    # Who passes a case on has received it; the duty to plan goes with it.
    case.acknowledgements.append(ByUnit(at=event.at, by=event.by or ""))
    case.forwardings.append(Forwarding(at=event.at, by=event.by or "", to=event.to))


def _noted(collection: str) -> Callable[[Unfolding, Event], None]:
    """An effect that notes which unit did it, and when."""

    def note(case: Unfolding, event: Event) -> None:
        noted: list[ByUnit] = getattr(case, collection)
        noted.append(ByUnit(at=event.at, by=event.by or ""))

    return note


_EFFECTS: dict[EventType, Callable[[Unfolding, Event], None]] = {
    EventType.ADMIT: _admit,
    EventType.NEED_ASSESSED: _assess_need,
    EventType.ADMISSION_NOTICE: _send_admission_notice,
    EventType.NEW_ESTIMATE: _change_estimate,
    EventType.ACKNOWLEDGE: _noted("acknowledgements"),
    EventType.APPOINT_NAMED_CONTACT: _noted("named_contacts"),
    EventType.CONSENT: _change_consent,
    EventType.READY_DECISION: _decide_ready,
    EventType.READY_NOTICE: _send_ready_notice,
    EventType.OPT_NOTICE: _send_ready_notice,
    EventType.READY_WITHDRAWN: _withdraw,
    EventType.SIP_CALL: _call_to_sip,
    EventType.SIP_ANSWERED: _noted("sip_answers"),
    EventType.REGION_BLOCKER: _change_blocker,
    EventType.TRANSFER: _transfer,
    EventType.HOSPITAL_LEAVE: _leave,
    EventType.TRACK_SET: _set_track,
    EventType.FORWARDED: _forward,
    EventType.PLANNING_INPUT: _noted("planning_inputs"),
    EventType.PATIENT_INFORMED: _inform_patient,
    EventType.DISCHARGE: _discharge,
    EventType.INFORMATION_TRANSFERRED: _transfer_information,
    EventType.FOLLOWED_UP: _follow_up,
    EventType.DEATH: _end,
    EventType.ABORT: _end,
}
