"""Knocking on the doors: what is asked, answered, and was to be answered."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from naravard.access.queries.subject import subject_facts
from naravard.access.rules import (
    Action,
    Actor,
    ActorKind,
    Category,
    Circumstances,
    Decision,
    Ground,
    PartyKind,
    decide,
    decide_list,
    may_do,
    usual_purpose,
    usual_record,
)
from naravard.discharge.models import CaseParty, DischargeCase
from naravard.web.staff.acts.offered import ACTS, BY_SLUG
from tests.integration.hostile.addresses import DOORS, Door
from tests.integration.hostile.town import Citizen, Town
from tests.pages_role import as_pages

REASON = "Kim ringer och frågar efter sin tid."
REFUSED = 403
NOT_THERE = 404
BREAKS_A_RULE = 422
# Whoever may do this in a list, besides seeing lists at all.
ACTION_OF_LIST = {
    "staff:worklist_print": Action.PRINT,
    "staff:reserve_list": Action.PRINT,
    "staff:search": Action.SEARCH,
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
    }
)
OF_THE_LOG = frozenset({"inhabitant:readers", "inhabitant:readers_pdf"})
# Addresses that are only sent to.
ONLY_SENT = frozenset(
    {
        "inhabitant:planning_answer",
        "inhabitant:download",
        "inhabitant:withdraw",
        "inhabitant:lift",
        "staff:emergency_open",
        "staff:emergency_ask",
        "staff:said_answer",
        "staff:said_block",
        "staff:said_lift",
        "staff:said_withdraw",
        "staff:review_ask",
        "staff:review_decide",
        "staff:review_follow_up",
    }
)
WITHOUT_PERSON = frozenset({Door.LIST, Door.SIGNED_IN, Door.REVIEW, Door.SOMETHING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Knock:
    """One visitor at one address about one citizen."""

    visitor: str
    address: str
    about: str
    slug: str = ""
    sent: bool = False


def knocks(town: Town) -> Iterator[Knock]:
    """Every visitor at every door, about every citizen."""
    for visitor in town.visitors:
        for address, door in DOORS.items():
            asked = door in WITHOUT_PERSON or door is Door.OWN
            if asked and address != "inhabitant:read_for":
                sent = address in ONLY_SENT
                yield Knock(
                    visitor=visitor, address=address, about="cared for", sent=sent
                )
        for name, citizen in town.citizens.items():
            yield from _about(visitor, name, citizen)


def _about(visitor: str, name: str, citizen: Citizen) -> Iterator[Knock]:
    for address, door in DOORS.items():
        if door in {Door.PERSON, Door.ADMIT}:
            yield Knock(visitor=visitor, address=address, about=name)
            yield Knock(visitor=visitor, address=address, about=name, sent=True)
        if door is Door.SAID:
            sent = address in ONLY_SENT
            yield Knock(visitor=visitor, address=address, about=name, sent=sent)
        if citizen.case and door is Door.CASE:
            yield Knock(visitor=visitor, address=address, about=name)
        if citizen.case and door is Door.ACT:
            yield from _acts_of(visitor, name, address)


def _acts_of(visitor: str, name: str, address: str) -> Iterator[Knock]:
    for act in ACTS:
        if act.about_message == (address == "staff:act_about"):
            for sent in (False, True):
                yield Knock(
                    visitor=visitor,
                    address=address,
                    about=name,
                    slug=act.slug,
                    sent=sent,
                )


def answer(town: Town, client: Client, knock: Knock) -> HttpResponse:
    """What the house answers; whatever it wrote is taken back again."""
    with transaction.atomic():
        with as_pages():
            response = _ask(town, client, knock)
        transaction.set_rollback(True)
    return response


def _ask(town: Town, client: Client, knock: Knock) -> HttpResponse:
    path = _path(town.citizens[knock.about], knock)
    if not knock.sent:
        return client.get(path)
    return client.post(path, _form(town, knock))


def _path(citizen: Citizen, knock: Knock) -> str:
    match DOORS[knock.address]:
        case Door.CASE:
            return reverse(knock.address, args=[citizen.case])
        case Door.ACT if knock.address == "staff:act_about":
            return reverse(
                knock.address, args=[citizen.case, knock.slug, citizen.message]
            )
        case Door.ACT:
            return reverse(knock.address, args=[citizen.case, knock.slug])
        case Door.PERSON | Door.ADMIT | Door.SAID:
            return reverse(knock.address, args=[citizen.id])
        case Door.REVIEW:
            return reverse(knock.address, args=[uuid4()])
        case _:
            return reverse(knock.address, args=_numbers(citizen, knock))


def _numbers(citizen: Citizen, knock: Knock) -> list[UUID | None]:
    """What else is named in an address."""
    if knock.address == "inhabitant:paper":
        return [citizen.message]
    if knock.address == "staff:emergency":
        return [citizen.id]
    if knock.address.startswith(("staff:emergency_", "staff:said_")):
        return [citizen.id, uuid4()]
    return []


def _form(town: Town, knock: Knock) -> dict[str, object]:
    """Enough to be understood at the door; an act's form is left empty."""
    match knock.address:
        case "staff:person":
            return {"reason": REASON}
        case "inhabitant:planning_answer":
            case = _whose(town, knock).case or town.citizens["cared for"].case
            return {"case_id": case, "answer": "given", "request_id": uuid4()}
        case _:
            return {}


def _whose(town: Town, knock: Knock) -> Citizen:
    """Whose page an inhabitant asks for."""
    actor = town.visitors[knock.visitor].actor
    wanted = actor.on_behalf_of or actor.person_id
    found = (each for each in town.citizens.values() if each.id == wanted)
    return next(found, town.citizens["cared for"])


def lets_in(town: Town, knock: Knock, now: datetime) -> bool:
    """What the decision function says."""
    actor = town.visitors[knock.visitor].actor
    if knock.address.startswith("staff:") and actor.kind is not ActorKind.STAFF:
        return False
    return DECIDED[DOORS[knock.address]](actor, town.citizens[knock.about], knock, now)


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
    if knock.address in ONLY_HERSELF and actor.kind is not ActorKind.PERSON:
        return False
    person = actor.on_behalf_of or actor.person_id
    assert person is not None
    is_log = knock.address in OF_THE_LOG
    category = Category.ACCESS_LOG if is_log else Category.DISCHARGE_CASE
    decision = decided(actor, person, now, category=category)
    by_mandate = decision.ground is Ground.READ_MANDATE
    return decision.allowed and not (by_mandate and knock.address in NOT_BY_MANDATE)


def _hears(actor: Actor, citizen: Citizen, _knock: Knock, now: datetime) -> bool:
    return decided(actor, citizen.id, now, category=Category.PERSON_CARD).allowed


def _reviews(actor: Actor, _citizen: Citizen, _knock: Knock, _now: datetime) -> bool:
    return may_do(actor, Action.REVIEW_LOG).allowed


def _nobody(_a: Actor, _citizen: Citizen, _knock: Knock, _now: datetime) -> bool:
    return False


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
    Door.REVIEW: _reviews,
    Door.SOMETHING: _nobody,
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
