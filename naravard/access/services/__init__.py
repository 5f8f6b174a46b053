"""The only writers of access: opening, allowing, relating, consenting, logging."""

from naravard.access.services.acting import act_as
from naravard.access.services.months import (
    count_from_here,
    detach_month,
    make_months,
    make_months_ahead,
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
from naravard.access.services.saying import (
    Asker,
    block,
    decline_consent,
    give_consent,
    lift_block,
    withdraw_consent,
)
from naravard.access.services.sealing import seal_log
from naravard.access.services.searching import Found, search_persons
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
    "Asker",
    "Found",
    "LogEntry",
    "NewRelation",
    "PastWord",
    "act_as",
    "block",
    "count_from_here",
    "decline_consent",
    "detach_month",
    "end_relations",
    "give_consent",
    "keep_planning_words",
    "lift_block",
    "log",
    "log_many",
    "make_months",
    "make_months_ahead",
    "note_change",
    "note_denial",
    "open_list",
    "open_record",
    "record_planning_consent",
    "relate",
    "relate_many",
    "require",
    "revoke_relations",
    "seal_log",
    "search_persons",
    "withdraw_consent",
    "would_open",
]
