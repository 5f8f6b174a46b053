"""Every address of the house, by who is to be let in there.

An address that is not named here fails a test: whoever adds a page says whom it is for.
"""

from collections.abc import Iterator
from enum import Enum, auto

from django.urls import URLPattern, URLResolver, get_resolver


class Door(Enum):
    """What decides whether somebody is let in."""

    OPEN = auto()  # nobody is shown, anybody may come
    SIGNED_IN = auto()  # nobody is shown, but one must be signed in
    LIST = auto()  # the unit's own persons
    CASE = auto()  # one case, by its person
    ACT = auto()  # one act in a case
    PERSON = auto()  # one person
    ADMIT = auto()  # admitting one person
    SAID = auto()  # what one person has said yes and no to
    REVIEW = auto()  # following up who has read
    SOMETHING = auto()  # asked for by the number of something that is not there
    ELSEWHERE = auto()  # tried in its own room
    OWN = auto()  # the person herself, or whoever reads for her


DOORS = {
    "front": Door.OPEN,
    "sign_in": Door.OPEN,
    "sign_in_staff": Door.OPEN,
    "sign_in_inhabitant": Door.OPEN,
    "sign_in_done": Door.OPEN,
    "choose_assignment": Door.OPEN,
    "confirm": Door.OPEN,
    "kept_form": Door.OPEN,
    "forget_form": Door.OPEN,
    "sign_out": Door.OPEN,
    "signed_out": Door.OPEN,
    "signed_out_elsewhere": Door.OPEN,
    "language": Door.OPEN,
    "accessibility": Door.OPEN,
    "data_handling": Door.OPEN,
    "gallery": Door.OPEN,
    "health": Door.OPEN,
    "ready": Door.OPEN,
    "metrics": Door.OPEN,
    "staff:how_we_count": Door.SIGNED_IN,
    "staff:reserve": Door.SIGNED_IN,
    "staff:reserve_form": Door.SIGNED_IN,
    "staff:my_day": Door.LIST,
    "staff:worklist": Door.LIST,
    "staff:updates": Door.LIST,
    "staff:worklist_print": Door.LIST,
    "staff:deviations": Door.LIST,
    "staff:reserve_list": Door.LIST,
    "staff:search": Door.LIST,
    "staff:case": Door.CASE,
    "staff:evidence": Door.CASE,
    "staff:panel": Door.CASE,
    "staff:act": Door.ACT,
    "staff:act_about": Door.ACT,
    "staff:person": Door.PERSON,
    "staff:admit": Door.ADMIT,
    "staff:emergency": Door.SIGNED_IN,
    "staff:emergency_open": Door.SOMETHING,
    "staff:emergency_ask": Door.SOMETHING,
    "staff:emergency_end": Door.ELSEWHERE,
    "staff:said": Door.SAID,
    "staff:said_answer": Door.SAID,
    "staff:said_block": Door.SAID,
    "staff:said_lift": Door.SOMETHING,
    "staff:said_withdraw": Door.SOMETHING,
    "staff:reviews": Door.SIGNED_IN,
    "staff:review": Door.REVIEW,
    "staff:review_ask": Door.REVIEW,
    "staff:review_decide": Door.REVIEW,
    "staff:review_follow_up": Door.REVIEW,
    "staff:review_explain": Door.ELSEWHERE,
    "inhabitant:home": Door.OWN,
    "inhabitant:papers": Door.OWN,
    "inhabitant:paper": Door.OWN,
    "inhabitant:readers": Door.OWN,
    "inhabitant:readers_pdf": Door.OWN,
    "inhabitant:consents": Door.OWN,
    "inhabitant:planning_question": Door.OWN,
    "inhabitant:planning_answer": Door.OWN,
    "inhabitant:reading": Door.OWN,
    "inhabitant:blocks": Door.OWN,
    "inhabitant:withdraw": Door.SOMETHING,
    "inhabitant:lift": Door.SOMETHING,
    "inhabitant:download": Door.OWN,
    "inhabitant:read_for": Door.OWN,
}


# Pages of rooms that have not been knocked on from here yet; their own journeys try
# who is let in. Move one up among DOORS when the town can ask for it.
OF_NEWER_ROOMS = (
    "decisions:access",
    "decisions:cases",
    "decisions:comment",
    "decisions:decide",
    "decisions:decisions",
    "decisions:equity",
    "decisions:figures",
    "decisions:follow",
    "decisions:initiative",
    "decisions:measure",
    "decisions:measures",
    "decisions:obstacle",
    "decisions:pdf",
    "decisions:road",
    "decisions:signals",
    "decisions:spreadsheet",
    "decisions:state",
    "decisions:stop_following",
    "inhabitant:answer_plan",
    "inhabitant:ask_for_plan",
    "inhabitant:experience",
    "inhabitant:meeting_file",
    "inhabitant:my_plan",
    "inhabitant:reply",
    "inhabitant:times",
    "inhabitant:times_file",
    "inhabitant:visits",
    "inhabitant:withdraw_plan",
    "inhabitant:write_crisis_avoid",
    "inhabitant:write_crisis_call",
    "inhabitant:write_crisis_helps",
    "inhabitant:write_crisis_signs",
    "inhabitant:write_goal",
    "inhabitant:write_own_questions",
    "inhabitant:write_own_summary",
    "inhabitant:write_what_matters",
    "staff:answer_request",
    "staff:begin_visit",
    "staff:board",
    "staff:board_choose",
    "staff:board_move",
    "staff:board_pin",
    "staff:board_shift",
    "staff:board_swap",
    "staff:board_tried",
    "staff:board_undo",
    "staff:change_order",
    "staff:change_team",
    "staff:concern",
    "staff:end_competence",
    "staff:give_competence",
    "staff:kept_day",
    "staff:my_persons",
    "staff:order_to_home",
    "staff:orders",
    "staff:person_visits",
    "staff:plan",
    "staff:plan_act",
    "staff:plan_act_about",
    "staff:plan_calendar",
    "staff:plan_document",
    "staff:plan_history",
    "staff:plan_new_part",
    "staff:plan_pack",
    "staff:plan_pack_code",
    "staff:plan_part",
    "staff:plan_shifts",
    "staff:receive_concern",
    "staff:receive_note",
    "staff:receive_notes",
    "staff:report_concern",
    "staff:requests",
    "staff:team",
    "staff:team_day",
    "staff:visit",
    "staff:without_connection",
    "staff:worker",
)
DOORS |= dict.fromkeys(OF_NEWER_ROOMS, Door.ELSEWHERE)


def addresses() -> Iterator[str]:
    """The name of every address, with its face before it."""
    yield from _names(get_resolver().url_patterns, "")


def _names(patterns: list[URLPattern | URLResolver], face: str) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inside = f"{pattern.app_name}:" if pattern.app_name else face
            yield from _names(pattern.url_patterns, inside)
        else:
            yield f"{face}{pattern.name}"
