"""The case: what the events add up to. Everything else is worked out from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from naravard.discharge.rules.history import CareType, PlanningConsent, Track
from naravard.discharge.rules.parties import (
    MUNICIPAL_KINDS,
    Unit,
    UnitKind,
    reaches_municipality,
)
from naravard.discharge.rules.states import IN_HOSPITAL, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The physician's judgement that units may be needed (LUS 2 kap. 1 §)."""

    at: datetime
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmissionNotice:
    """An admission notice as sent (inskrivningsmeddelande, LUS 2 kap.)."""

    sent_at: datetime
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ByUnit:
    """Something a unit did at a moment: acknowledged, called, answered, planned."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SipCall(ByUnit):
    """A call to joint planning (LUS 4 kap. 3 §), and when the meeting is to begin."""

    meets_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarding:
    """A unit passed the case on to others inside its organisation."""

    at: datetime
    by: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentChange:
    """What the person said about joint planning, and when."""

    at: datetime
    planning: PlanningConsent


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyNotice:
    """A notice that the person is ready to leave (LUS 3 kap. 1 §).

    `by_care_plan` marks the notice of LPT 7 a §, which counts as one.
    """

    sent_at: datetime
    to: tuple[str, ...]
    by_care_plan: bool = False
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """A time when open care kept the person in hospital (LUS 5 kap. 5 §)."""

    reason: str
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One stay in hospital as its events tell it; all moments in UTC.

    `told_units` have got an admission notice, directly or passed on, and not passed it
    on themselves; `needed_units` are judged to be needed or, without a judgement, told.
    `by_care_plan`: a coordinated care plan (LPT 7 a §) takes the place of SIP.
    `sip_required`: see LUS 4 kap. 1 §.
    """

    units: Mapping[str, Unit]
    state: State
    admitted_at: datetime
    ward: str
    told_units: tuple[str, ...] = ()
    needed_units: tuple[str, ...] = ()
    by_care_plan: bool = False
    sip_required: bool = False
    care: CareType = CareType.SOMATIC
    assessments: tuple[Assessment, ...] = ()
    admission_notices: tuple[AdmissionNotice, ...] = ()
    estimate: date | datetime | None = None
    acknowledgements: tuple[ByUnit, ...] = ()
    forwardings: tuple[Forwarding, ...] = ()
    named_contacts: tuple[ByUnit, ...] = ()
    consents: tuple[ConsentChange, ...] = ()
    decisions: tuple[datetime, ...] = ()
    notices: tuple[ReadyNotice, ...] = ()
    sip_calls: tuple[SipCall, ...] = ()
    sip_answers: tuple[ByUnit, ...] = ()
    blockers: tuple[Blocker, ...] = ()
    planning_inputs: tuple[ByUnit, ...] = ()
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

    @property
    def in_hospital(self) -> bool:
        """Whether the person is still an inpatient."""
        return self.state in IN_HOSPITAL

    @property
    def consent(self) -> PlanningConsent | None:
        """What the person says now about joint planning; None when not asked."""
        return self.consents[-1].planning if self.consents else None

    @property
    def active_notice(self) -> ReadyNotice | None:
        """The ready notice that holds now: the last one, unless withdrawn."""
        last = self.notices[-1] if self.notices else None
        return last if last and last.withdrawn_at is None else None

    @property
    def named_contact_at(self) -> datetime | None:
        """When a named contact (fast vårdkontakt) was first appointed."""
        return self.named_contacts[0].at if self.named_contacts else None

    @property
    def named_contact_unit(self) -> str | None:
        """The unit of the present named contact."""
        return self.named_contacts[-1].by if self.named_contacts else None

    @property
    def decision_to_announce(self) -> datetime | None:
        """The physician's decision that no ready notice has followed yet, if any."""
        if not self.decisions or self.active_notice or not self.in_hospital:
            return None
        last = self.decisions[-1]
        withdrawn = self.notices[-1].withdrawn_at if self.notices else None
        return last if withdrawn is None or last >= withdrawn else None

    @property
    def open_blockers(self) -> tuple[Blocker, ...]:
        """The blockers that have not been lifted."""
        return tuple(blocker for blocker in self.blockers if blocker.until is None)

    def told_at(self, unit: str) -> datetime:
        """When a told unit first got the case: by a notice, or passed on to it."""
        told = [sent.sent_at for sent in self.admission_notices if unit in sent.to]
        passed = [each.at for each in self.forwardings if unit in each.to]
        return min((*told, *passed))

    def told_open_care(self) -> tuple[str, ...]:
        """The open-care units that have got an admission notice."""
        return tuple(
            key for key in self.told_units if self.units[key].kind == UnitKind.OPEN_CARE
        )

    def told_municipal(self) -> tuple[str, ...]:
        """The municipal units that have got an admission notice."""
        return tuple(
            key for key in self.told_units if self.units[key].kind in MUNICIPAL_KINDS
        )

    def first_told(self, municipality: str) -> datetime | None:
        """When an admission notice first reached the municipality's units."""
        for notice in self.admission_notices:
            if reaches_municipality(notice.to, municipality, self.units):
                return notice.sent_at
        return None

    def need_known_at(self, municipality: str | None = None) -> datetime:
        """When the 24 hours for the admission notice start (LUS 2 kap. 3 §).

        With a municipality: from the first judgement that it is needed.
        """
        judged = [
            needs.at
            for needs in self.assessments
            if municipality is None
            or reaches_municipality(needs.units, municipality, self.units)
        ] or [needs.at for needs in self.assessments]
        return max(self.admitted_at, judged[0]) if judged else self.admitted_at
