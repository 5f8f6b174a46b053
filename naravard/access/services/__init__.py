"""The only writers of access: opening, allowing, relating, consenting, logging."""

from naravard.access.services.acting import act_as
from naravard.access.services.emergency import (
    Begun,
    ask_to_lift,
    begin_emergency,
    break_glass,
    emergency_way,
    end_emergency,
)
from naravard.access.services.lifting import (
    OpenedQuestions,
    answer_lift,
    ask_person_to_lift,
    asking_to_lift,
    open_lift_questions,
)
from naravard.access.services.months import (
    count_from_here,
    detach_month,
    make_months,
    make_months_ahead,
    seal_off_month,
)
from naravard.access.services.opening import (
    open_list,
    open_record,
    require,
    would_open,
)
from naravard.access.services.relating import (
    NewRelation,
    end_relations,
    relate,
    relate_many,
    revoke_relations,
)
from naravard.access.services.said import (
    Answer,
    OpenedSaid,
    close,
    keep_answer,
    open_again,
    open_said,
    take_answer_back,
)
from naravard.access.services.saying import (
    block,
    decline_consent,
    give_consent,
    lift_block,
    withdraw_consent,
    withdraw_one_consent,
)
from naravard.access.services.sealing import seal_log
from naravard.access.services.searching import Found, search_persons
from naravard.access.services.speaking import Asker
from naravard.access.services.trace import (
    LogEntry,
    log,
    log_many,
    note_change,
    note_denial,
)
from naravard.access.services.words import (
    PastWord,
    keep_planning_words,
    record_planning_consent,
)

__all__ = [
    "Answer",
    "Asker",
    "Begun",
    "Found",
    "LogEntry",
    "NewRelation",
    "OpenedQuestions",
    "OpenedSaid",
    "PastWord",
    "act_as",
    "answer_lift",
    "ask_person_to_lift",
    "ask_to_lift",
    "asking_to_lift",
    "begin_emergency",
    "block",
    "break_glass",
    "close",
    "count_from_here",
    "decline_consent",
    "detach_month",
    "emergency_way",
    "end_emergency",
    "end_relations",
    "give_consent",
    "keep_answer",
    "keep_planning_words",
    "lift_block",
    "log",
    "log_many",
    "make_months",
    "make_months_ahead",
    "note_change",
    "note_denial",
    "open_again",
    "open_lift_questions",
    "open_list",
    "open_record",
    "open_said",
    "record_planning_consent",
    "relate",
    "relate_many",
    "require",
    "revoke_relations",
    "seal_log",
    "seal_off_month",
    "search_persons",
    "take_answer_back",
    "withdraw_consent",
    "withdraw_one_consent",
    "would_open",
]
