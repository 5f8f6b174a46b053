"""The only writers of mobile teams: asking, answering, planning and visiting."""

from naravard.mobile.services.answering import (
    Acceptance,
    accept,
    decline,
    redirect,
    withdraw,
)
from naravard.mobile.services.asking import NewRequest, request_visit
from naravard.mobile.services.days import (
    Proposal,
    choose,
    move,
    pin,
    propose,
    report_shift,
    swap,
    undo,
)
from naravard.mobile.services.history import import_history
from naravard.mobile.services.ordering import NewOrder, change_order, order_to_home
from naravard.mobile.services.reading import (
    AskingPage,
    OpenedRequest,
    OpenedVisit,
    open_asked,
    open_asking,
    open_day,
    open_own_visits,
    open_person_visits,
    open_request,
    open_requests,
    open_visit,
)
from naravard.mobile.services.teams import (
    NewShift,
    NewTeam,
    add_shifts,
    give_competence,
    move_team,
    start_team,
)
from naravard.mobile.services.visiting import (
    Received,
    VisitForm,
    begin_visit,
    check_may_write,
    write_note,
)

__all__ = [
    "Acceptance",
    "AskingPage",
    "NewOrder",
    "NewRequest",
    "NewShift",
    "NewTeam",
    "OpenedRequest",
    "OpenedVisit",
    "Proposal",
    "Received",
    "VisitForm",
    "accept",
    "add_shifts",
    "begin_visit",
    "change_order",
    "check_may_write",
    "choose",
    "decline",
    "give_competence",
    "import_history",
    "move",
    "move_team",
    "open_asked",
    "open_asking",
    "open_day",
    "open_own_visits",
    "open_person_visits",
    "open_request",
    "open_requests",
    "open_visit",
    "order_to_home",
    "pin",
    "propose",
    "redirect",
    "report_shift",
    "request_visit",
    "start_team",
    "swap",
    "undo",
    "withdraw",
    "write_note",
]
