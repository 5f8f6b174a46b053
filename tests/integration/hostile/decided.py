"""What was to be answered at each door: the decision function's own word."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from naravard.access.queries.subject import subject_facts
from naravard.access.rules import (
    Action,
    Actor,
    ActorKind,
    Category,
    Circumstances,
    Decision,
    Extent,
    Ground,
    PartyKind,
    decide,
    decide_list,
    may_do,
    usual_purpose,
    usual_record,
)
from naravard.access.rules.lifting import CLOSED_BY_HER
from naravard.discharge.models import CaseParty, DischargeCase
from naravard.people.roles import Role
from naravard.web.staff.acts.offered import BY_SLUG
from naravard.web.staff.plan.acts.offered import BY_SLUG as PLAN_ACTS
from tests.integration.hostile.addresses import DOORS, Door
from tests.integration.hostile.knock import Knock
from tests.integration.hostile.paths import REASON
from tests.integration.hostile.rooms import Planned
from tests.integration.hostile.town import Citizen, Town
from tests.plans import the

# Whoever may do this in a list, besides seeing lists at all.
ACTION_OF_LIST = {
    "staff:worklist_print": Action.PRINT,
    "staff:reserve_list": Action.PRINT,
    "staff:search": Action.SEARCH,
    "staff:emergency_end": Action.END_EMERGENCY,
    "staff:orders": Action.ORDER_TO_HOME,
}
# Whoever may do this for the own team; the rest is for those who plan its visits.
ACTION_OF_TEAM = {
    "staff:change_team": Action.LEAD_TEAM,
    "staff:plan_shifts": Action.LEAD_TEAM,
    "staff:give_competence": Action.LEAD_TEAM,
    "staff:add_resource": Action.LEAD_TEAM,
    "staff:receive_notes": Action.MAKE_VISIT,
}
# Asked for by the number of something that is nobody's own paper.
FOR_NOBODY = frozenset({"inhabitant:paper"})
ONLY_HERSELF = frozenset({"inhabitant:download"})
# What a person has said to others is not for those she lets read.
NOT_BY_MANDATE = frozenset(
    {
        "inhabitant:consents",
        "inhabitant:planning_question",
        "inhabitant:planning_answer",
        "inhabitant:reading",
        "inhabitant:blocks",
        "inhabitant:lift_questions",
        "inhabitant:details",
        "inhabitant:change_details",
        "inhabitant:choose_edition",
        "inhabitant:talks",
        "inhabitant:write",
    }
)
# What an inhabitant's page is opened for, where it is not her case.
CATEGORY_OF_OWN = {
    "inhabitant:readers": Category.ACCESS_LOG,
    "inhabitant:readers_pdf": Category.ACCESS_LOG,
    "inhabitant:my_plan": Category.PLAN,
    "inhabitant:times": Category.PLAN,
    "inhabitant:times_file": Category.PLAN,
    "inhabitant:visits": Category.VISIT,
    "inhabitant:lift_questions": Category.PERSON_CARD,
    "inhabitant:plan_pdf": Category.PLAN,
    "inhabitant:shared": Category.PLAN,
    "inhabitant:details": Category.PERSON_CARD,
    "inhabitant:change_details": Category.PERSON_CARD,
    "inhabitant:choose_edition": Category.PERSON_CARD,
    "inhabitant:talks": Category.PERSON_CARD,
    "inhabitant:write": Category.PERSON_CARD,
}
# What is said before there is a plan, or when there is none any more.
WITHOUT_PLAN = frozenset(
    {
        "inhabitant:ask_for_plan",
        "inhabitant:answer_plan",
        "inhabitant:withdraw_plan",
    }
)
CHANGES_THE_DAY = frozenset(
    {
        "staff:board_choose",
        "staff:board_move",
        "staff:board_swap",
        "staff:board_pin",
        "staff:board_undo",
        "staff:board_shift",
    }
)


def lets_in(town: Town, knock: Knock, now: datetime) -> bool:
    """What the decision function says."""
    actor = town.visitors[knock.visitor].actor
    if knock.address.startswith("staff:") and actor.kind is not ActorKind.STAFF:
        return False
    if knock.address == "inhabitant:planning_answer" and not _has_case(town, actor):
        return False
    door = DOORS[knock.address]
    if door in {Door.OWN_WORDS, Door.OWN_MEETING}:
        return _own_plan(town, actor, knock, now)
    return DECIDED[door](actor, town.citizens[knock.about], knock, now)


def _anybody(_a: Actor, _citizen: Citizen, _knock: Knock, _now: datetime) -> bool:
    return True


def _opens(actor: Actor, citizen: Citizen, knock: Knock, now: datetime) -> bool:
    stated = REASON if knock.sent and knock.address == "staff:person" else ""
    return decided(actor, citizen.id, now, reason=stated).allowed


def _admits(actor: Actor, citizen: Citizen, knock: Knock, now: datetime) -> bool:
    return may_do(actor, Action.ADMIT).allowed and _opens(actor, citizen, knock, now)


def _acts_in_case(actor: Actor, citizen: Citizen, knock: Knock, now: datetime) -> bool:
    act = may_do(actor, BY_SLUG[knock.slug].action, part(actor, citizen))
    return act.allowed and _opens(actor, citizen, knock, now)


def _lists(actor: Actor, _citizen: Citizen, knock: Knock, _now: datetime) -> bool:
    action = ACTION_OF_LIST.get(knock.address, Action.LIST)
    seen = decide_list(actor, purpose=usual_purpose(actor))
    return seen.allowed and may_do(actor, action).allowed


def _own(actor: Actor, _citizen: Citizen, knock: Knock, now: datetime) -> bool:
    if actor.kind is ActorKind.STAFF or knock.address in FOR_NOBODY:
        return False
    if knock.address in {"inhabitant:read_for", "inhabitant:more"}:
        return True
    if knock.address in ONLY_HERSELF and actor.kind is not ActorKind.PERSON:
        return False
    category = CATEGORY_OF_OWN.get(knock.address, Category.DISCHARGE_CASE)
    decision = decided(actor, _herself(actor), now, category=category)
    by_mandate = decision.ground is Ground.READ_MANDATE
    return decision.allowed and not (by_mandate and knock.address in NOT_BY_MANDATE)


def _names_close(actor: Actor, _c: Citizen, _knock: Knock, now: datetime) -> bool:
    """She herself, once she may read about herself; no guardian and no mandate."""
    if actor.kind is not ActorKind.PERSON:
        return False
    herself = _herself(actor)
    return decided(actor, herself, now, category=Category.PERSON_CARD).allowed


def _tells(actor: Actor, citizen: Citizen, knock: Knock, now: datetime) -> bool:
    """Whoever hears what she says may write it down, if they work with persons."""
    may = may_do(actor, Action.TELL_WISHES).allowed
    return may and _hears(actor, citizen, knock, now)


def _own_plan(town: Town, actor: Actor, knock: Knock, now: datetime) -> bool:
    """In her plan: she who writes and answers, never one who only reads for her."""
    if actor.kind is ActorKind.STAFF:
        return False
    planned = _planned(town, _herself(actor))
    if DOORS[knock.address] is Door.OWN_MEETING:
        asked = town.citizens[knock.about].planned
        there = bool(planned and asked and planned.meeting == asked.meeting)
    else:
        there = planned is not None or knock.address in WITHOUT_PLAN
    before = knock.address in WITHOUT_PLAN
    category = Category.PERSON_CARD if before else Category.PLAN
    decision = decided(actor, _herself(actor), now, category=category)
    only_reads = decision.ground is Ground.READ_MANDATE
    reading = knock.address == "inhabitant:meeting_file"
    return decision.allowed and there and (reading or not only_reads)


def _has_case(town: Town, actor: Actor) -> bool:
    """Whether she has a case to answer in; another's is sent, when she has none."""
    if actor.kind is ActorKind.STAFF:
        return False
    own = (c for c in town.citizens.values() if c.id == _herself(actor))
    return any(each.case for each in own)


def _planned(town: Town, person: UUID) -> Planned | None:
    found = (each for each in town.citizens.values() if each.id == person)
    return next((each.planned for each in found), None)


def _herself(actor: Actor) -> UUID:
    person = actor.on_behalf_of or actor.person_id
    assert person is not None
    return person


def _hears(actor: Actor, citizen: Citizen, _knock: Knock, now: datetime) -> bool:
    return decided(actor, citizen.id, now, category=Category.PERSON_CARD).allowed


def _asks_to_lift(actor: Actor, citizen: Citizen, _knock: Knock, now: datetime) -> bool:
    """Who would read if she had not closed it; her block is told, not what it hides."""
    closed = decided(actor, citizen.id, now, reason="?").rule in CLOSED_BY_HER
    has = bool(subject_facts(actor, citizen.id, now).blocks)
    return closed and has and may_do(actor, Action.RECORD_CONSENT).allowed


def _reviews(actor: Actor, _citizen: Citizen, _knock: Knock, _now: datetime) -> bool:
    return may_do(actor, Action.REVIEW_LOG).allowed


def _nobody(_a: Actor, _citizen: Citizen, _knock: Knock, _now: datetime) -> bool:
    return False


def _plan(actor: Actor, citizen: Citizen, knock: Knock, now: datetime) -> bool:
    """The plan, or its beginning for whoever knows the person, until it is shared."""
    if _reads_plan(actor, citizen, now):
        return True
    shared = citizen.planned is not None and citizen.planned.is_shared
    return not shared and _hears(actor, citizen, knock, now)


def _plan_act(actor: Actor, citizen: Citizen, knock: Knock, now: datetime) -> bool:
    act = may_do(actor, PLAN_ACTS[knock.slug].action)
    return act.allowed and _plan(actor, citizen, knock, now)


def _plan_text(actor: Actor, citizen: Citizen, _knock: Knock, now: datetime) -> bool:
    return citizen.planned is not None and _reads_plan(actor, citizen, now)


def _reads_plan(actor: Actor, citizen: Citizen, now: datetime) -> bool:
    return decided(actor, citizen.id, now, category=Category.PLAN).allowed


def _plan_part(actor: Actor, citizen: Citizen, knock: Knock, now: datetime) -> bool:
    """All of it, or what one's own unit does."""
    if not may_do(actor, Action.EDIT_PLAN).allowed:
        return False
    plan = decided(actor, citizen.id, now, category=Category.PLAN)
    planned = citizen.planned
    part_named = knock.address == "staff:plan_part"
    if planned is None:
        return False
    own = part_named and planned.of_unit == actor.unit_id
    return plan.allowed and (plan.extent is Extent.ALL or own)


def _worries(actor: Actor, _citizen: Citizen, _knock: Knock, _now: datetime) -> bool:
    return may_do(actor, Action.REPORT_CONCERN).allowed


def _told(actor: Actor, citizen: Citizen, knock: Knock, now: datetime) -> bool:
    """The report went to the children's unit of Lillby."""
    ours = actor.unit_id == the("lillby-barn")
    return ours and _lists(actor, citizen, knock, now)


def _visits(actor: Actor, citizen: Citizen, knock: Knock, now: datetime) -> bool:
    asks = not knock.sent or may_do(actor, Action.REQUEST_VISIT).allowed
    return asks and _visit(actor, citizen, knock, now)


def _visit(actor: Actor, citizen: Citizen, _knock: Knock, now: datetime) -> bool:
    return decided(actor, citizen.id, now, category=Category.VISIT).allowed


def _makes_visit(actor: Actor, citizen: Citizen, knock: Knock, now: datetime) -> bool:
    does = may_do(actor, Action.MAKE_VISIT).allowed and _of_team(actor, citizen)
    return does and _visit(actor, citizen, knock, now)


def _answers_for_team(
    actor: Actor, citizen: Citizen, knock: Knock, now: datetime
) -> bool:
    does = may_do(actor, Action.TRIAGE_VISIT).allowed and _of_team(actor, citizen)
    return does and _visit(actor, citizen, knock, now)


def _of_team(actor: Actor, citizen: Citizen) -> bool:
    return citizen.visited is not None and citizen.visited.team == actor.unit_id


def _team(actor: Actor, citizen: Citizen, knock: Knock, now: datetime) -> bool:
    plans = knock.address in CHANGES_THE_DAY
    action = Action.PLAN_VISITS if plans else Action.MAKE_VISIT
    return may_do(actor, action).allowed and _lists(actor, citizen, knock, now)


def _leads(actor: Actor, _citizen: Citizen, knock: Knock, _now: datetime) -> bool:
    action = ACTION_OF_TEAM.get(knock.address, Action.PLAN_VISITS)
    return may_do(actor, action).allowed


def _orders(actor: Actor, citizen: Citizen, knock: Knock, now: datetime) -> bool:
    orders = may_do(actor, Action.ORDER_TO_HOME).allowed
    return orders and _visit(actor, citizen, knock, now)


def _works(actor: Actor, _citizen: Citizen, _knock: Knock, _now: datetime) -> bool:
    return actor.kind is ActorKind.STAFF


def _heads(actor: Actor, citizen: Citizen, knock: Knock, now: datetime) -> bool:
    return actor.role is Role.HEAD_OF_UNIT and _lists(actor, citizen, knock, now)


def _moves_the_road(actor: Actor, _c: Citizen, _knock: Knock, _now: datetime) -> bool:
    return actor.role is Role.DECISION_MAKER


DECIDED: dict[Door, Callable[[Actor, Citizen, Knock, datetime], bool]] = {
    Door.OPEN: _anybody,
    Door.SIGNED_IN: _anybody,
    Door.LIST: _lists,
    Door.CASE: _opens,
    Door.ACT: _acts_in_case,
    Door.PERSON: _opens,
    Door.ADMIT: _admits,
    Door.OWN: _own,
    Door.SAID: _hears,
    Door.WISHES: _tells,
    Door.OWN_NEAR: _names_close,
    Door.REVIEW: _reviews,
    Door.SOMETHING: _nobody,
    Door.PLAN: _plan,
    Door.PLAN_ACT: _plan_act,
    Door.PLAN_TEXT: _plan_text,
    Door.PLAN_PART: _plan_part,
    Door.LIFT: _asks_to_lift,
    Door.CARD: _hears,
    Door.CONCERN: _worries,
    Door.CONCERN_TOLD: _told,
    Door.VISITS: _visits,
    Door.VISIT: _visit,
    Door.MAKES_VISIT: _makes_visit,
    Door.ASKED_VISIT: _answers_for_team,
    Door.TEAM: _team,
    Door.TEAM_ITSELF: _leads,
    Door.ORDERING: _orders,
    Door.FIGURES: _works,
    Door.CASES_OF_FIGURE: _heads,
    Door.ROAD: _moves_the_road,
}


def decided(
    actor: Actor,
    person_id: UUID,
    now: datetime,
    *,
    reason: str = "",
    category: Category = Category.DISCHARGE_CASE,
) -> Decision:
    """The decision function's answer, with all the facts there are."""
    return decide(
        actor=actor,
        subject=subject_facts(actor, person_id, now),
        record=usual_record(category, actor),
        circumstances=Circumstances(purpose=usual_purpose(actor), reason=reason),
        now=now,
    )


def part(actor: Actor, citizen: Citizen) -> PartyKind:
    """The unit's part in the case, read from the tables."""
    case = DischargeCase.objects.select_related("named_contact").get(pk=citizen.case)
    party = CaseParty.objects.filter(case=case, unit_id=actor.unit_id).first()
    if party is None or party.told_at is None or party.left_at is not None:
        return PartyKind.NONE
    if party.unit_id == case.ward_id:
        return PartyKind.SENDER
    return PartyKind.RECIPIENT
