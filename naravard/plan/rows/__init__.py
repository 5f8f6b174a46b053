"""What the plan shows others: frozen rows, no tables (pure)."""

from naravard.plan.rows.concern import ConcernReceiver, ConcernRow
from naravard.plan.rows.lists import (
    MyPersonRow,
    NoteRow,
    TaskRow,
    ToDo,
    ToDoRow,
)
from naravard.plan.rows.meetings import (
    DecisionRow,
    InviteeRow,
    MeetingRow,
    ProposedTimeRow,
)
from naravard.plan.rows.plan import (
    AbsenceRow,
    Comparison,
    PartyRow,
    PlanHead,
    PlanRow,
    ProcessRow,
    SignatureRow,
    StepRow,
    VersionRow,
    ViewStanding,
    WordRow,
)

__all__ = [
    "AbsenceRow",
    "Comparison",
    "ConcernReceiver",
    "ConcernRow",
    "DecisionRow",
    "InviteeRow",
    "MeetingRow",
    "MyPersonRow",
    "NoteRow",
    "PartyRow",
    "PlanHead",
    "PlanRow",
    "ProcessRow",
    "ProposedTimeRow",
    "SignatureRow",
    "StepRow",
    "TaskRow",
    "ToDo",
    "ToDoRow",
    "VersionRow",
    "ViewStanding",
    "WordRow",
]
