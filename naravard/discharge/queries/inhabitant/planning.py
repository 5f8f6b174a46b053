"""What the person says about planning together, and what it would change."""

from datetime import datetime

from naravard.discharge.own import PlanningAnswer
from naravard.discharge.queries.inhabitant.reading import OwnCase
from naravard.discharge.rules.history import EventType
from naravard.discharge.rules.states import NOT_ENDED, State


def planning_answer_for(own: OwnCase, now: datetime) -> PlanningAnswer | None:
    """The answer that holds now in the stay at hand; None when there is no stay."""
    if own.view is None:
        return None
    case = own.view.case
    said = own.latest(EventType.CONSENT)
    meeting = own.meeting()
    return PlanningAnswer(
        case_id=case.case_id,
        answer=case.planning_consent,
        at=said.at if said else None,
        can_change=State(case.state) in NOT_ENDED,
        meeting_is_planned=meeting is not None and meeting.meets_at > now,
    )
