"""Knocking on the doors: which knocks there are, and what the house answers."""

from collections.abc import Iterator

from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from naravard.plan.rules.kinds import View
from naravard.web.staff.acts.offered import ACTS
from naravard.web.staff.plan.acts.offered import BY_SLUG as PLAN_ACTS
from tests.integration.hostile.addresses import DOORS, Door
from tests.integration.hostile.knock import Knock
from tests.integration.hostile.paths import form, path
from tests.integration.hostile.town import Citizen, Town
from tests.pages_role import as_pages

# Addresses that are only sent to.
ONLY_SENT = frozenset(
    {
        "inhabitant:planning_answer",
        "inhabitant:download",
        "inhabitant:readers_pdf",
        "inhabitant:plan_pdf",
        "inhabitant:choose_edition",
        "inhabitant:forget_close",
        "staff:plan_document_pdf",
        "staff:plan_own_pdf",
        "staff:pass_on_talk",
        "inhabitant:withdraw",
        "inhabitant:lift",
        "inhabitant:ask_for_plan",
        "inhabitant:answer_plan",
        "inhabitant:read_for",
        "staff:emergency_open",
        "staff:emergency_ask",
        "staff:emergency_end",
        "staff:said_answer",
        "staff:said_block",
        "staff:said_lift",
        "staff:said_withdraw",
        "staff:review_ask",
        "staff:review_decide",
        "staff:review_follow_up",
        "staff:review_explain",
        "staff:receive_concern",
        "staff:begin_visit",
        "staff:receive_note",
        "staff:board_choose",
        "staff:board_move",
        "staff:board_swap",
        "staff:board_pin",
        "staff:board_undo",
        "staff:board_shift",
        "staff:change_team",
        "staff:plan_shifts",
        "staff:remove_shift",
        "staff:give_competence",
        "staff:end_competence",
        "staff:add_resource",
        "staff:change_resource",
        "staff:end_enrolment",
        "staff:say_told",
        "staff:change_visit_day",
        "staff:change_visit_things",
        "staff:cancel_visit",
        "staff:receive_notes",
        "staff:change_order",
        "decisions:follow",
        "decisions:stop_following",
        "decisions:note_done",
        "decisions:signals_seen",
        "decisions:comment",
        "decisions:decide",
        "decisions:obstacle",
    }
)
# Addresses that are both read and sent to; the others are only read.
SENT_TOO = frozenset(
    {
        "staff:person",
        "staff:admit",
        "staff:act",
        "staff:act_about",
        "staff:plan_act",
        "staff:plan_act_about",
        "staff:plan_new_part",
        "staff:plan_part",
        "staff:plan_pack",
        "staff:plan_pack_code",
        "staff:lift_ask",
        "staff:wishes",
        "staff:report_concern",
        "staff:person_visits",
        "staff:shift",
        "staff:answer_request",
        "staff:order_to_home",
        "staff:visit",
        "inhabitant:add_close",
        "inhabitant:reading",
        "inhabitant:blocks",
        "inhabitant:withdraw_plan",
        "inhabitant:write_goal",
        "inhabitant:write_what_matters",
        "inhabitant:write_own_questions",
        "inhabitant:write_own_summary",
        "inhabitant:write_crisis_signs",
        "inhabitant:write_crisis_helps",
        "inhabitant:write_crisis_avoid",
        "inhabitant:write_crisis_call",
        "inhabitant:reply",
        "inhabitant:experience",
        "decisions:new_initiative",
        "decisions:new_milestone",
        "decisions:new_obstacle",
        "decisions:propose",
        "decisions:write_initiative",
        "decisions:write_milestone",
        "decisions:write_obstacle",
    }
)
NOBODY_NAMED = frozenset(
    {
        Door.OPEN,
        Door.SIGNED_IN,
        Door.LIST,
        Door.REVIEW,
        Door.SOMETHING,
        Door.OWN,
        Door.OWN_WORDS,
        Door.OWN_NEAR,
        Door.TEAM,
        Door.TEAM_ITSELF,
        Door.FIGURES,
        Door.CASES_OF_FIGURE,
        Door.ROAD,
    }
)
CARED_FOR = "cared for"


def knocks(town: Town) -> Iterator[Knock]:
    """Every visitor at every door, about every citizen it can be asked about."""
    for visitor in town.visitors:
        for address, door in DOORS.items():
            about = (CARED_FOR,) if door in NOBODY_NAMED else tuple(town.citizens)
            for name in about:
                if _can_be_asked(town.citizens[name], address):
                    yield from _ways(visitor, address, name)


def _can_be_asked(citizen: Citizen, address: str) -> bool:
    """Whether the citizen has what the address names."""
    planned, visited = citizen.planned, citizen.visited
    meeting = planned and planned.meeting
    if address == "staff:plan_calendar":
        return meeting is not None
    named: dict[Door, object] = {
        Door.CASE: citizen.case,
        Door.ACT: citizen.case,
        Door.CONCERN_TOLD: citizen.concern,
        Door.ASKED_VISIT: visited,
        Door.VISIT: visited and visited.visit,
        Door.MAKES_VISIT: visited and visited.visit,
        Door.OWN_MEETING: meeting,
    }
    return named.get(DOORS[address], True) is not None


def _ways(visitor: str, address: str, about: str) -> Iterator[Knock]:
    """Read, sent, or both; an address of acts once for each of them."""
    ways = [address in ONLY_SENT, *([True] if address in SENT_TOO else [])]
    for slug in _slugs(address):
        for sent in ways:
            yield Knock(
                visitor=visitor, address=address, about=about, slug=slug, sent=sent
            )


def _slugs(address: str) -> tuple[str, ...]:
    match DOORS[address]:
        case Door.ACT:
            about_message = address == "staff:act_about"
            return tuple(a.slug for a in ACTS if a.about_message == about_message)
        case Door.PLAN_ACT:
            about_one = address == "staff:plan_act_about"
            return tuple(a.slug for a in PLAN_ACTS.values() if a.about_one == about_one)
        case Door.PLAN_TEXT if address == "staff:plan_document":
            return tuple(View)
        case Door.PLAN_PART if address == "staff:plan_new_part":
            return ("needs", "goals", "activities", "header")
        case Door.PLAN_PART:
            return ("activities",)
        case _:
            return ("",)


def answer(town: Town, client: Client, knock: Knock) -> HttpResponse:
    """What the house answers; whatever it wrote is taken back again."""
    with transaction.atomic():
        with as_pages():
            response = _ask(town, client, knock)
        transaction.set_rollback(True)
    return response


def _ask(town: Town, client: Client, knock: Knock) -> HttpResponse:
    address = path(town, knock)
    if not knock.sent:
        return client.get(address)
    return client.post(address, form(town, knock))
