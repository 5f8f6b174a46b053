"""All that can be done in a discharge case; the only writers of its tables."""

from naravard.discharge.services.admission import (
    Admission,
    admit,
    assess_need,
    change_estimate,
    note_leave,
    send_admission_notice,
    transfer,
)
from naravard.discharge.services.calling import answer_call, call_to_planning
from naravard.discharge.services.day import UnitDay, open_day, print_worklist
from naravard.discharge.services.ending import abort
from naravard.discharge.services.homegoing import (
    decide_ready,
    follow_up,
    give_patient_information,
    go_on_leave,
    leave_hospital,
    send_ready_notice,
    transfer_information,
    withdraw_ready,
)
from naravard.discharge.services.outside import coordinate_stay, end_untold_stay
from naravard.discharge.services.performing import When
from naravard.discharge.services.planning import (
    ConsentAnswer,
    acknowledge,
    appoint_named_contact,
    record_consent,
    send_planning_input,
    set_blocker,
    set_track,
)
from naravard.discharge.services.reading import (
    OpenedCase,
    OpenedEvidence,
    OpenedPerson,
    open_case,
    open_evidence,
    open_person,
    open_worklist,
)
from naravard.discharge.services.talking import (
    Envelope,
    answer_deviation,
    forward,
    mark_missent,
    report_deviation,
    withdraw_message,
    write,
)

__all__ = [
    "Admission",
    "ConsentAnswer",
    "Envelope",
    "OpenedCase",
    "OpenedEvidence",
    "OpenedPerson",
    "UnitDay",
    "When",
    "abort",
    "acknowledge",
    "admit",
    "answer_call",
    "answer_deviation",
    "appoint_named_contact",
    "assess_need",
    "call_to_planning",
    "change_estimate",
    "coordinate_stay",
    "decide_ready",
    "end_untold_stay",
    "follow_up",
    "forward",
    "give_patient_information",
    "go_on_leave",
    "leave_hospital",
    "mark_missent",
    "note_leave",
    "open_case",
    "open_day",
    "open_evidence",
    "open_person",
    "open_worklist",
    "print_worklist",
    "record_consent",
    "report_deviation",
    "send_admission_notice",
    "send_planning_input",
    "send_ready_notice",
    "set_blocker",
    "set_track",
    "transfer",
    "transfer_information",
    "withdraw_message",
    "withdraw_ready",
    "write",
]
