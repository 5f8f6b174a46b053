"""Where a knock goes: the address with its numbers, and what is sent there."""

from uuid import UUID, uuid4

from django.urls import reverse

from naravard.mobile.routing.replanning.options import Kind
from tests.integration.hostile.addresses import DOORS, Door
from tests.integration.hostile.knock import Knock
from tests.integration.hostile.town import NOW, Citizen, Town

REASON = "Kim ringer och frågar efter sin tid."
MEASURE = "NV-04"
Numbers = list[UUID | str | None]


def path(town: Town, knock: Knock) -> str:
    """The address that is knocked on."""
    found = reverse(knock.address, args=_numbers(town, knock))
    if knock.address == "staff:plan_document":
        return f"{found}?plan={knock.slug}"
    return found


def form(town: Town, knock: Knock) -> dict[str, object]:
    """Enough to be understood at the door; an act's form is left empty."""
    sent = {
        "staff:person": {"reason": REASON},
        "staff:lift_ask": {"reason": REASON},
        "staff:review_explain": {"answer": REASON},
        "decisions:comment": {"rad": "Pensionärsrådet", "text": "Bra."},
        "decisions:obstacle": {"till": "working"},
        "staff:board_choose": {
            "kind": Kind.CHEAPEST,
            "seen_at": NOW.isoformat(),
            "version": 0,
        },
        "staff:board_move": {"visit": _a_visit(town), "shift": town.teams.shift},
        "staff:board_swap": {"visit": _a_visit(town), "other": uuid4()},
        "staff:board_pin": {"visit": _a_visit(town), "pinned": "on"},
        "staff:change_order": {"to": "accepted"},
        "staff:change_resource": {"to": "active", "capacity": 5},
        "staff:board_shift": {
            "shift": town.teams.shift,
            "what": "sen",
            "minutes": 20,
        },
    }
    if knock.address == "inhabitant:planning_answer":
        case = _whose(town, knock).case or town.citizens["cared for"].case
        return {"case_id": case, "answer": "given", "request_id": uuid4()}
    return sent.get(knock.address, {})


def _numbers(town: Town, knock: Knock) -> Numbers:
    """What is named in the address."""
    citizen = town.citizens[knock.about]
    by_door: dict[Door, Numbers] = {
        Door.CASE: [citizen.case],
        Door.ACT: [citizen.case, knock.slug],
        Door.PERSON: [citizen.id],
        Door.ADMIT: [citizen.id],
        Door.PLAN: [citizen.id],
        Door.CARD: [citizen.id],
        Door.VISITS: [citizen.id],
        Door.ORDERING: [citizen.id],
        Door.REVIEW: [uuid4()],
        Door.CASES_OF_FIGURE: [MEASURE],
    }
    door = DOORS[knock.address]
    if door in {Door.PLAN_ACT, Door.PLAN_PART, Door.PLAN_TEXT}:
        return _in_plan(citizen, knock)
    if knock.address == "staff:act_about":
        return [citizen.case, knock.slug, citizen.message]
    return by_door.get(door) or _others(town, citizen, knock.address)


def _in_plan(citizen: Citizen, knock: Knock) -> Numbers:
    planned = citizen.planned
    about = planned and (planned.task if "uppgift" in knock.slug else planned.meeting)
    match knock.address:
        case "staff:plan_act" | "staff:plan_new_part":
            return [citizen.id, knock.slug]
        case "staff:plan_act_about":
            return [citizen.id, knock.slug, about or uuid4()]
        case "staff:plan_part":
            part = planned and planned.activity
            return [citizen.id, knock.slug, part or uuid4()]
        case "staff:plan_calendar":
            return [citizen.id, about]
        case _:
            return [citizen.id]


def _others(town: Town, citizen: Citizen, address: str) -> Numbers:
    planned, visited = citizen.planned, citizen.visited
    named: dict[str, Numbers] = {
        "inhabitant:paper": [citizen.message],
        "inhabitant:reply": [planned and planned.meeting],
        "inhabitant:experience": [planned and planned.meeting],
        "inhabitant:meeting_file": [planned and planned.meeting],
        "inhabitant:mandate": [uuid4()],
        "inhabitant:describe_close": [uuid4()],
        "inhabitant:forget_close": [uuid4()],
        "inhabitant:talk": [uuid4()],
        "staff:talk": [citizen.id, uuid4()],
        "staff:pass_on_talk": [citizen.id, uuid4()],
        "staff:letter": [citizen.id, uuid4()],
        "staff:wishes": [citizen.id],
        "staff:said": [citizen.id],
        "staff:said_answer": [citizen.id],
        "staff:said_block": [citizen.id],
        "staff:lift_ask": [citizen.id],
        "staff:emergency": [citizen.id],
        "staff:emergency_end": [citizen.id],
        "staff:report_concern": [citizen.id],
        "staff:receive_concern": [citizen.concern],
        "staff:answer_request": [visited and visited.request],
        "staff:visit": [visited and visited.visit],
        "staff:begin_visit": [visited and visited.visit],
        "staff:receive_note": [visited and visited.visit],
        "staff:review_explain": [uuid4()],
        "staff:change_order": [uuid4()],
        "staff:end_competence": [uuid4()],
        "staff:change_resource": [uuid4()],
        "staff:shift": [uuid4()],
        "staff:remove_shift": [uuid4()],
        "staff:end_enrolment": [uuid4()],
        "staff:say_told": [uuid4()],
        "staff:change_visit_day": [visited and visited.visit],
        "staff:change_visit_things": [visited and visited.visit],
        "staff:cancel_visit": [visited and visited.visit],
        "decisions:measure": [MEASURE],
        "decisions:follow": [MEASURE],
        "decisions:stop_following": [uuid4()],
        "decisions:initiative": [town.road.initiative],
        "decisions:comment": [town.road.initiative],
        "decisions:decide": [town.road.decision],
        "decisions:obstacle": [town.road.obstacle],
        "decisions:note_done": [uuid4()],
        "decisions:propose": [town.road.initiative],
        "decisions:write_initiative": [town.road.initiative],
        "decisions:write_milestone": [town.road.milestone],
        "decisions:write_obstacle": [town.road.obstacle],
    }
    if address.startswith(("staff:emergency_", "staff:said_")):
        return named.get(address, [citizen.id, uuid4()])
    return named.get(address, [])


def _a_visit(town: Town) -> UUID | None:
    visited = town.citizens["cared for"].visited
    return visited.visit if visited else None


def _whose(town: Town, knock: Knock) -> Citizen:
    """Whose page an inhabitant asks for."""
    actor = town.visitors[knock.visitor].actor
    wanted = actor.on_behalf_of or actor.person_id
    found = (each for each in town.citizens.values() if each.id == wanted)
    return next(found, town.citizens["cared for"])
