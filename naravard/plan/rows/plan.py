"""A plan, its process, versions and legal plans, as rows."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from naravard.access.rules import Extent
from naravard.plan.rules.consent import Awaited, GuardianRule, Speaker
from naravard.plan.rules.contacts import CallNow
from naravard.plan.rules.content import Content
from naravard.plan.rules.kinds import Author, Principal, View
from naravard.plan.rules.legal import Missing
from naravard.plan.rules.parts import TeamMember
from naravard.plan.rules.process import PlanStatus
from naravard.plan.rules.versions import Difference


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanHead:
    """Where a plan stands, without a word of what it says."""

    plan_id: UUID
    person_id: UUID
    status: PlanStatus
    version: int
    consented: bool
    compulsory_since: datetime | None
    flagged_at: datetime
    flagged_by: Author
    flagged_unit: str
    principal: str
    due_at: datetime | None
    asked_again_on: date | None
    guardian_rule: GuardianRule
    child_decides: bool
    review_due_on: date | None
    source: UUID | None
    started_at: datetime | None
    ended_at: datetime | None
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """A unit that takes part, or has taken part."""

    unit_id: UUID
    unit: str
    unit_kind: str
    organisation: str
    principal: Principal
    phone: str
    phone_hours: str
    joined_at: datetime
    left_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceRow:
    """She is elsewhere, and the municipality's services rest meanwhile."""

    unit: str
    starts_at: datetime
    ends_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """A plan as the opened record shows it, with what follows from it now."""

    head: PlanHead
    content: Content
    extent: Extent
    parties: tuple[PartyRow, ...]
    unit_names: tuple[tuple[UUID, str], ...]
    related_names: tuple[tuple[UUID, str], ...]
    contact: TeamMember | None  # «Din kontakt»
    call: CallNow
    absence: AbsenceRow | None
    resting: frozenset[UUID]  # activities that rest right now
    read_at: datetime
    proxies: tuple[tuple[UUID, str], ...] = ()  # who wrote which goal for her

    def proxy(self, goal_id: UUID) -> str:
        """Who wrote a goal for her: name and relation; empty when she or staff did."""
        return dict(self.proxies).get(goal_id, "")

    def unit(self, unit_id: UUID | None) -> str:
        """A unit's name; empty when it is not known."""
        return dict(self.unit_names).get(unit_id, "") if unit_id else ""

    def related(self, related_id: UUID | None) -> str:
        """The name of somebody close to the person."""
        return dict(self.related_names).get(related_id, "") if related_id else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """One version: who wrote what sections, when and why."""

    number: int
    at: datetime
    author: Author
    by_name: str
    unit: str
    because: str
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What differs between two versions."""

    before: int
    after: int
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """A move in the process."""

    before: str
    after: PlanStatus
    at: datetime
    by_name: str
    unit: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRow:
    """What somebody who decides has said."""

    speaker: Speaker
    related_id: UUID | None
    related: str
    yes: bool
    how: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessRow:
    """How a plan has come to where it is, and whose word is awaited."""

    head: PlanHead
    steps: tuple[StepRow, ...]
    words: tuple[WordRow, ...]
    awaited: tuple[Awaited, ...]
    related_names: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureRow:
    """A unit's approval of a document, and whether it still is that document."""

    view: View
    unit_id: UUID
    unit: str
    by_name: str
    at: datetime
    version: int
    still_holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewStanding:
    """How one legal plan stands: what it lacks and who has yet to sign it."""

    view: View
    title: str
    law: str
    verified: bool
    missing: tuple[Missing, ...]
    signatures: tuple[SignatureRow, ...]
    awaits_signature: tuple[UUID, ...]
