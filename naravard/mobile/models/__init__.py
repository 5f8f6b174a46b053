"""Tables of mobile teams: who they are, what is asked of them, and what they do."""

from naravard.mobile.models.asking import Enrolment, HomeOrder, VisitRequest
from naravard.mobile.models.planning import DayPlan, Stop
from naravard.mobile.models.teams import (
    Competence,
    Resource,
    Shift,
    Team,
    TeamChange,
    VisitTerms,
)
from naravard.mobile.models.visiting import MovedPromise, Visit, VisitNote

__all__ = [
    "Competence",
    "DayPlan",
    "Enrolment",
    "HomeOrder",
    "MovedPromise",
    "Resource",
    "Shift",
    "Stop",
    "Team",
    "TeamChange",
    "Visit",
    "VisitNote",
    "VisitRequest",
    "VisitTerms",
]
