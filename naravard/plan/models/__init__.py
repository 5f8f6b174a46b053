"""Tables of the plan: its versions, its parts, its process, its meetings and talk.

`PlanVersion` is the truth and only ever added to. The parts are what the latest version
says, row by row, rewritten in the same transaction: what must always be true of them is
a constraint, and a list over many plans is one indexed query.
"""

from naravard.plan.models.care_parts import (
    Contingency,
    PalliativeCare,
    SafetyItem,
    SelfCareAct,
    TreatmentLimit,
    TurningPointTalk,
)
from naravard.plan.models.concern import Concern
from naravard.plan.models.meetings import (
    Experience,
    Invitee,
    Meeting,
    MeetingDecision,
    ProposedTime,
)
from naravard.plan.models.pack import PackCode
from naravard.plan.models.parts import (
    Activity,
    ActivityGoal,
    AgreedTime,
    Goal,
    GoalNeed,
    GoalRating,
    Need,
    Passage,
    PlanPart,
    Review,
    TeamMember,
)
from naravard.plan.models.plan import (
    Absence,
    Plan,
    PlanParty,
    PlanStep,
    PlanVersion,
    PlanWord,
    Signature,
)
from naravard.plan.models.talk import PlanTask, TeamNote

__all__ = [
    "Absence",
    "Activity",
    "ActivityGoal",
    "AgreedTime",
    "Concern",
    "Contingency",
    "Experience",
    "Goal",
    "GoalNeed",
    "GoalRating",
    "Invitee",
    "Meeting",
    "MeetingDecision",
    "Need",
    "PackCode",
    "PalliativeCare",
    "Passage",
    "Plan",
    "PlanPart",
    "PlanParty",
    "PlanStep",
    "PlanTask",
    "PlanVersion",
    "PlanWord",
    "ProposedTime",
    "Review",
    "SafetyItem",
    "SelfCareAct",
    "Signature",
    "TeamMember",
    "TeamNote",
    "TreatmentLimit",
    "TurningPointTalk",
]
