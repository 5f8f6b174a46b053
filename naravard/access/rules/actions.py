"""What can be done, and what it takes to be allowed to do it."""

from dataclasses import dataclass
from enum import StrEnum

from naravard.people.roles import CareUnitKind, Role


class Action(StrEnum):
    """What somebody does with a person's data or in her case."""

    # Looking
    READ = "read"
    LIST = "list"
    SEARCH = "search"
    PRINT = "print"
    EXPORT = "export"
    REVIEW_LOG = "review_log"
    # The hospital stay and its notices
    ADMIT = "admit"
    ASSESS_NEED = "assess_need"
    SEND_ADMISSION_NOTICE = "send_admission_notice"
    CHANGE_ESTIMATE = "change_estimate"
    DECIDE_READY = "decide_ready"
    ANNOUNCE_READY = "announce_ready"
    WITHDRAW_READY = "withdraw_ready"
    INFORM_PATIENT = "inform_patient"
    DISCHARGE = "discharge"
    TRANSFER_INFORMATION = "transfer_information"
    TRANSFER_WARD = "transfer_ward"
    HOSPITAL_LEAVE = "hospital_leave"
    # Planning together
    ACKNOWLEDGE = "acknowledge"
    APPOINT_NAMED_CONTACT = "appoint_named_contact"
    GIVE_PLANNING_INPUT = "give_planning_input"
    SET_TRACK = "set_track"
    CALL_TO_PLANNING = "call_to_planning"
    ANSWER_CALL = "answer_call"
    SET_BLOCKER = "set_blocker"
    CLEAR_BLOCKER = "clear_blocker"
    FOLLOW_UP = "follow_up"
    ABORT = "abort"
    # The one plan around a person
    FLAG_PLAN_NEED = "flag_plan_need"
    EDIT_PLAN = "edit_plan"
    LEAD_PLAN = "lead_plan"
    ANSWER_IN_PLAN = "answer_in_plan"
    SIGN_PLAN = "sign_plan"
    PLAN_COMPULSORY_CARE = "plan_compulsory_care"
    # Visits at home
    REQUEST_VISIT = "request_visit"
    TRIAGE_VISIT = "triage_visit"
    PLAN_VISITS = "plan_visits"
    MAKE_VISIT = "make_visit"
    ORDER_TO_HOME = "order_to_home"
    LEAD_TEAM = "lead_team"
    # Messages
    SEND_MESSAGE = "send_message"
    FORWARD_MESSAGE = "forward_message"
    MARK_MISSENT = "mark_missent"
    WITHDRAW_MESSAGE = "withdraw_message"
    REPORT_DEVIATION = "report_deviation"
    ANSWER_DEVIATION = "answer_deviation"
    REPORT_CONCERN = "report_concern"
    # What the person has said
    RECORD_CONSENT = "record_consent"
    WITHDRAW_CONSENT = "withdraw_consent"
    BLOCK = "block"
    LIFT_BLOCK = "lift_block"
    # What the person tells about herself, and writes to care
    TELL_WISHES = "tell_wishes"
    GIVE_MANDATE = "give_mandate"
    READ_TALK = "read_talk"
    WRITE_TALK = "write_talk"
    # When it is a matter of life
    ASK_TO_LIFT = "ask_to_lift"
    END_EMERGENCY = "end_emergency"


class PartyKind(StrEnum):
    """A unit's part in the case at hand."""

    SENDER = "sender"  # the ward where the person is
    RECIPIENT = "recipient"  # received the admission notice
    NAMED_CONTACT = "named_contact"  # the named contact works here
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """Who may do one thing: roles, kinds of unit and parts in the case."""

    roles: frozenset[Role]
    units: frozenset[CareUnitKind] | None = None  # None: any kind
    parties: frozenset[PartyKind] | None = None  # None: no part needed
    inhabitant: bool = False  # the person herself, on her own page
    system: bool = False  # arrives from another system, where somebody decided it
    who: str  # who can, in Swedish
    law: str
