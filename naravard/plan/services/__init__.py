"""All that can be done with a plan; the only writers of its tables."""

from naravard.plan.services.absences import begin_absence, end_absence
from naravard.plan.services.meetings.answering import (
    prepare,
    reply,
    tell_experience,
)
from naravard.plan.services.meetings.calling import (
    Invitation,
    Invited,
    call_meeting,
    cancel,
    choose_time,
    propose_time,
)
from naravard.plan.services.meetings.holding import (
    Decided,
    Held,
    Minutes,
    close_meeting,
    hold,
)
from naravard.plan.services.moving import (
    ReviewDone,
    close,
    finish_review,
    start_review,
    take_into_use,
)
from naravard.plan.services.parties import invite_unit, leave
from naravard.plan.services.reading import (
    OpenedBeginning,
    OpenedPlan,
    open_beginning,
    open_my_persons,
    open_plan,
    open_to_do,
)
from naravard.plan.services.signing import sign
from naravard.plan.services.speaking import Said, say, withdraw
from naravard.plan.services.starting import ask_consent, decide_who_speaks, flag_need
from naravard.plan.services.tasks import Asked, answer, ask, take_back, write_note
from naravard.plan.services.writing import change

__all__ = [
    "Asked",
    "Decided",
    "Held",
    "Invitation",
    "Invited",
    "Minutes",
    "OpenedBeginning",
    "OpenedPlan",
    "ReviewDone",
    "Said",
    "answer",
    "ask",
    "ask_consent",
    "begin_absence",
    "call_meeting",
    "cancel",
    "change",
    "choose_time",
    "close",
    "close_meeting",
    "decide_who_speaks",
    "end_absence",
    "finish_review",
    "flag_need",
    "hold",
    "invite_unit",
    "leave",
    "open_beginning",
    "open_my_persons",
    "open_plan",
    "open_to_do",
    "prepare",
    "propose_time",
    "reply",
    "say",
    "sign",
    "start_review",
    "take_back",
    "take_into_use",
    "tell_experience",
    "withdraw",
    "write_note",
]
