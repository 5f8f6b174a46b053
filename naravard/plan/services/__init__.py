"""All that can be done with a plan; the only writers of its tables."""

from naravard.plan.services.absences import (
    PastStay,
    Stay,
    keep_absences,
    keep_past_absences,
)
from naravard.plan.services.compulsory import (
    CompulsoryCareHasAReason,
    plan_compulsory_care,
)
from naravard.plan.services.concerns import (
    open_concerns,
    receive_concern,
    report_concern,
)
from naravard.plan.services.from_case import (
    CallInCase,
    answer_from_case,
    call_from_case,
    withdraw_from_case,
)
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
from naravard.plan.services.packs import (
    CodeDoesNotOpen,
    make_pack_code,
    use_pack_code,
)
from naravard.plan.services.parties import invite_unit, leave
from naravard.plan.services.reading import (
    OpenedBeginning,
    OpenedPlan,
    ReadPlan,
    open_beginning,
    open_my_persons,
    open_plan,
    open_to_do,
    read_plan,
)
from naravard.plan.services.signing import sign
from naravard.plan.services.speaking import Said, say, withdraw
from naravard.plan.services.starting import ask_consent, decide_who_speaks, flag_need
from naravard.plan.services.tasks import Asked, answer, ask, take_back, write_note
from naravard.plan.services.writing import change, check_may_change, check_may_do

__all__ = [
    "Asked",
    "CallInCase",
    "CodeDoesNotOpen",
    "CompulsoryCareHasAReason",
    "Decided",
    "Held",
    "Invitation",
    "Invited",
    "Minutes",
    "OpenedBeginning",
    "OpenedPlan",
    "PastStay",
    "ReadPlan",
    "ReviewDone",
    "Said",
    "Stay",
    "answer",
    "answer_from_case",
    "ask",
    "ask_consent",
    "call_from_case",
    "call_meeting",
    "cancel",
    "change",
    "check_may_change",
    "check_may_do",
    "choose_time",
    "close",
    "close_meeting",
    "decide_who_speaks",
    "finish_review",
    "flag_need",
    "hold",
    "invite_unit",
    "keep_absences",
    "keep_past_absences",
    "leave",
    "make_pack_code",
    "open_beginning",
    "open_concerns",
    "open_my_persons",
    "open_plan",
    "open_to_do",
    "plan_compulsory_care",
    "prepare",
    "propose_time",
    "read_plan",
    "receive_concern",
    "reply",
    "report_concern",
    "say",
    "sign",
    "start_review",
    "take_back",
    "take_into_use",
    "tell_experience",
    "use_pack_code",
    "withdraw",
    "withdraw_from_case",
    "write_note",
]
