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
    WISHES = auto()  # how one person wants to be met
    REVIEW = auto()  # following up who has read
    SOMETHING = auto()  # asked for by the number of something that is not there
    OWN = auto()  # the person herself, or whoever reads for her
    OWN_WORDS = auto()  # what she alone, or a guardian, says and writes in her plan
    OWN_NEAR = auto()  # whom she alone says is close to her
    OWN_MEETING = auto()  # one meeting she is called to
    PLAN = auto()  # one person's plan, or that none has begun
    PLAN_ACT = auto()  # one act in a plan
    PLAN_TEXT = auto()  # what a plan says, once it is shared
    PLAN_PART = auto()  # writing in a plan
    LIFT = auto()  # asking one person to lift a block
    CARD = auto()  # who one person is, before anything else is opened
    CONCERN = auto()  # worry about a child: whoever works may report
    CONCERN_TOLD = auto()  # one report, by the unit it was sent to
    VISITS = auto()  # all visits to one person
    VISIT = auto()  # one visit
    MAKES_VISIT = auto()  # writing about one visit of one's own team
    ASKED_VISIT = auto()  # one request, by the team that was asked
    TEAM = auto()  # the own team's day
    TEAM_ITSELF = auto()  # how the own team works; nobody is shown
    ORDERING = auto()  # ordering something to one person's home
    FIGURES = auto()  # sums, for whoever works in region or municipality
    CASES_OF_FIGURE = auto()  # the cases behind a figure
    ROAD = auto()  # moving the county's road


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
    "my_sessions": Door.SIGNED_IN,
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
    "staff:lift_ask": Door.LIFT,
    "staff:emergency": Door.SIGNED_IN,
    "staff:emergency_open": Door.SOMETHING,
    "staff:emergency_ask": Door.SOMETHING,
    "staff:emergency_end": Door.LIST,
    "staff:wishes": Door.WISHES,
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
    "staff:review_explain": Door.SOMETHING,
    "staff:my_persons": Door.LIST,
    "staff:plan": Door.PLAN,
    "staff:plan_act": Door.PLAN_ACT,
    "staff:plan_act_about": Door.PLAN_ACT,
    "staff:plan_new_part": Door.PLAN_PART,
    "staff:plan_part": Door.PLAN_PART,
    "staff:plan_pack": Door.PLAN,
    "staff:plan_pack_code": Door.CARD,
    "staff:plan_history": Door.PLAN_TEXT,
    "staff:plan_document": Door.PLAN_TEXT,
    "staff:plan_calendar": Door.PLAN_TEXT,
    "staff:plan_document_pdf": Door.PLAN_TEXT,
    "staff:plan_own_pdf": Door.PLAN_TEXT,
    "staff:talks": Door.LIST,
    "staff:talk": Door.SOMETHING,
    "staff:pass_on_talk": Door.SOMETHING,
    "staff:letter": Door.SOMETHING,
    "staff:concern": Door.CONCERN,
    "staff:report_concern": Door.CONCERN,
    "staff:receive_concern": Door.CONCERN_TOLD,
    "staff:requests": Door.SIGNED_IN,
    "staff:person_visits": Door.VISITS,
    "staff:answer_request": Door.ASKED_VISIT,
    "staff:visit": Door.VISIT,
    "staff:begin_visit": Door.MAKES_VISIT,
    "staff:receive_note": Door.MAKES_VISIT,
    "staff:team_day": Door.TEAM,
    "staff:kept_day": Door.TEAM,
    "staff:board": Door.TEAM,
    "staff:board_choose": Door.TEAM,
    "staff:board_move": Door.TEAM,
    "staff:board_swap": Door.TEAM,
    "staff:board_pin": Door.TEAM,
    "staff:board_undo": Door.TEAM,
    "staff:board_shift": Door.TEAM,
    "staff:without_connection": Door.SIGNED_IN,
    "staff:worker": Door.SIGNED_IN,
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
    "inhabitant:lift_questions": Door.OWN,
    "inhabitant:withdraw": Door.SOMETHING,
    "inhabitant:lift": Door.SOMETHING,
    "inhabitant:download": Door.OWN,
    "inhabitant:read_for": Door.OWN,
    "inhabitant:my_plan": Door.OWN,
    "inhabitant:ask_for_plan": Door.OWN_WORDS,
    "inhabitant:answer_plan": Door.OWN_WORDS,
    "inhabitant:withdraw_plan": Door.OWN_WORDS,
    "inhabitant:write_goal": Door.OWN_WORDS,
    "inhabitant:write_what_matters": Door.OWN_WORDS,
    "inhabitant:write_own_questions": Door.OWN_WORDS,
    "inhabitant:write_own_summary": Door.OWN_WORDS,
    "inhabitant:write_crisis_signs": Door.OWN_WORDS,
    "inhabitant:write_crisis_helps": Door.OWN_WORDS,
    "inhabitant:write_crisis_avoid": Door.OWN_WORDS,
    "inhabitant:write_crisis_call": Door.OWN_WORDS,
    "inhabitant:times": Door.OWN,
    "inhabitant:times_file": Door.OWN,
    "inhabitant:reply": Door.OWN_MEETING,
    "inhabitant:experience": Door.OWN_MEETING,
    "inhabitant:meeting_file": Door.OWN_MEETING,
    "inhabitant:visits": Door.OWN,
    "inhabitant:more": Door.OWN,
    "inhabitant:plan_pdf": Door.OWN,
    "inhabitant:details": Door.OWN,
    "inhabitant:change_details": Door.OWN,
    "inhabitant:choose_edition": Door.OWN,
    "inhabitant:shared": Door.OWN,
    "inhabitant:add_close": Door.OWN_NEAR,
    "inhabitant:mandate": Door.SOMETHING,
    "inhabitant:describe_close": Door.SOMETHING,
    "inhabitant:forget_close": Door.SOMETHING,
    "inhabitant:talks": Door.OWN,
    "inhabitant:write": Door.OWN,
    "inhabitant:talk": Door.SOMETHING,
    "decisions:state": Door.FIGURES,
    "decisions:measures": Door.FIGURES,
    "decisions:measure": Door.FIGURES,
    "decisions:cases": Door.CASES_OF_FIGURE,
    "decisions:follow": Door.FIGURES,
    "decisions:stop_following": Door.FIGURES,
    "decisions:signals": Door.FIGURES,
    "decisions:figures": Door.FIGURES,
    "decisions:equity": Door.FIGURES,
    "decisions:road": Door.FIGURES,
    "decisions:initiative": Door.FIGURES,
    "decisions:decisions": Door.FIGURES,
    "decisions:pdf": Door.FIGURES,
    "decisions:spreadsheet": Door.FIGURES,
    "decisions:new_initiative": Door.ROAD,
    "decisions:new_milestone": Door.ROAD,
    "decisions:new_obstacle": Door.ROAD,
    "decisions:note_done": Door.ROAD,
    "decisions:propose": Door.ROAD,
    "decisions:signals_seen": Door.FIGURES,
    "decisions:week": Door.FIGURES,
    "decisions:write_initiative": Door.ROAD,
    "decisions:write_milestone": Door.ROAD,
    "decisions:write_obstacle": Door.ROAD,
    "decisions:comment": Door.ROAD,
    "decisions:decide": Door.ROAD,
    "decisions:obstacle": Door.ROAD,
    "decisions:access": Door.FIGURES,
    "staff:board_tried": Door.TEAM_ITSELF,
    "staff:team": Door.TEAM_ITSELF,
    "staff:change_team": Door.TEAM_ITSELF,
    "staff:plan_shifts": Door.TEAM_ITSELF,
    "staff:shift": Door.SOMETHING,
    "staff:remove_shift": Door.SOMETHING,
    "staff:give_competence": Door.TEAM_ITSELF,
    "staff:receive_notes": Door.TEAM_ITSELF,
    "staff:end_competence": Door.SOMETHING,
    "staff:add_resource": Door.TEAM_ITSELF,
    "staff:change_resource": Door.SOMETHING,
    "staff:end_enrolment": Door.SOMETHING,
    "staff:say_told": Door.SOMETHING,
    "staff:change_visit_day": Door.MAKES_VISIT,
    "staff:change_visit_things": Door.MAKES_VISIT,
    "staff:cancel_visit": Door.MAKES_VISIT,
    "staff:orders": Door.LIST,
    "staff:order_to_home": Door.ORDERING,
    "staff:change_order": Door.SOMETHING,
}


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
