"""Tables of mobile teams: who they are, what is asked of them, and what they do."""

from naravard.mobile.models.asking import Enrolment, HomeOrder, VisitRequest
from naravard.mobile.models.planning import DayPlan, Stop
from naravard.mobile.models.teams import Competence, Shift, Team
from naravard.mobile.models.visiting import Visit, VisitNote

__all__ = [
    "Competence",
    "DayPlan",
    "Enrolment",
    "HomeOrder",
    "Shift",
    "Stop",
    "Team",
    "Visit",
    "VisitNote",
    "VisitRequest",
]
