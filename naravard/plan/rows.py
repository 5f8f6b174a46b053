"""What the plan shows others: frozen rows, no tables (pure)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from naravard.access.rules import Extent
from naravard.plan.rules.consent import Awaited, GuardianRule, Speaker
from naravard.plan.rules.contacts import CallNow
from naravard.plan.rules.content import Content
from naravard.plan.rules.definition import Missing
from naravard.plan.rules.kinds import Author, Mode, Principal, View
from naravard.plan.rules.meetings import (
    ExperienceQuestion,
    InviteeKind,
    MeetingStatus,
    Reply,
)
from naravard.plan.rules.parts import TeamMember
from naravard.plan.rules.process import PlanStatus
from naravard.plan.rules.tasks import TaskKind, TaskStatus
from naravard.plan.rules.versions import Difference


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanHead:
    """Where a plan stands, without a word of what it says."""

    plan_id: UUID
    person_id: UUID
    status: PlanStatus
    version: int
    consented: bool
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


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteeRow:
    """Somebody called to a meeting."""

    invitee_id: UUID
    kind: InviteeKind
    name: str
    unit_id: UUID | None
    related_id: UUID | None
    reply: Reply
    reply_note: str
    preparation: str
    attended: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedTimeRow:
    """A time to choose."""

    starts_at: datetime
    proposed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """What a meeting decided."""

    text: str
    activity_id: UUID | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """A meeting around the plan."""

    meeting_id: UUID
    plan_id: UUID
    status: MeetingStatus
    purpose: str
    mode: Mode
    place: str
    starts_at: datetime | None
    minutes_long: int
    interpreter: str
    chair: str
    chair_unit: str
    called_at: datetime | None
    sequence: int
    took_part: bool | None
    why_absent: str
    childs_view: str
    minutes: str
    own_summary: str
    cancelled_because: str
    source: UUID | None
    invitees: tuple[InviteeRow, ...]
    times: tuple[ProposedTimeRow, ...]
    decisions: tuple[DecisionRow, ...]
    experience: tuple[tuple[ExperienceQuestion, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """Something one unit has asked another about this person."""

    task_id: UUID
    plan_id: UUID
    kind: TaskKind
    status: TaskStatus
    text: str
    from_unit: str
    to_unit_id: UUID
    to_unit: str
    meanwhile_unit: str
    need_id: UUID | None
    activity_id: UUID | None
    asked_by: str
    asked_at: datetime
    due_at: datetime | None
    is_late: bool
    answered_by: str
    answered_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """A line in the team's talk."""

    at: datetime
    text: str
    by_name: str
    unit: str
    ours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MyPersonRow:
    """A person whose plan the unit takes part in, in a list."""

    plan_id: UUID
    person_id: UUID
    name: str
    number: str
    is_protected: bool
    status: PlanStatus
    review_due_on: date | None
    next_meeting_at: datetime | None
    unowned_needs: int
    open_tasks: int
    is_my_contact_person: bool
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDoRow:
    """Something that waits for the unit: asked, or following from a plan's dates."""

    kind: str  # a `rows.ToDo` value
    plan_id: UUID
    person_id: UUID
    name: str
    text: str
    due_at: datetime | None
    is_late: bool
    task_id: UUID | None = None


class ToDo:
    """What a `ToDoRow` is about."""

    TASK = "task"
    BOUNDARY = "boundary"
    REVIEW = "review"
    UNOWNED_NEED = "unowned_need"
    CONSENT = "consent"
    BEGIN = "begin"
    REPLY = "reply"
