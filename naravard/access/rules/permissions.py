"""Which roles, at which kinds of unit, may do what: one table (A03)."""

from naravard.access.rules.actions import Action, PartyKind, Permission
from naravard.access.rules.actors import Actor, ActorKind
from naravard.access.rules.decisions import Decision, Rule, allow, deny
from naravard.access.rules.grounds import Ground
from naravard.access.rules.talking import between_person_and_care
from naravard.people.roles import CareUnitKind, Role

_NURSES = frozenset(
    {Role.WARD_NURSE, Role.DISTRICT_NURSE, Role.MUNICIPAL_NURSE, Role.SCHOOL_NURSE}
)
_WARD = frozenset({Role.PHYSICIAN, Role.WARD_NURSE, Role.COORDINATOR})
_CARE = _NURSES | {Role.PHYSICIAN, Role.THERAPIST, Role.COORDINATOR}
_SOCIAL = frozenset({Role.CARE_PLANNER, Role.SOCIAL_WORKER})
_WORKS_WITH_PERSONS = (
    _CARE | _SOCIAL | {Role.HOME_CARE, Role.HEAD_OF_UNIT, Role.PUPIL_WELFARE}
)
_PLANNERS = _CARE | _SOCIAL | {Role.HEAD_OF_UNIT}
_OPEN_CARE = frozenset({CareUnitKind.OPEN_CARE, CareUnitKind.MOBILE_TEAM})
_HOSPITAL = frozenset({CareUnitKind.INPATIENT})
_SENDER = frozenset({PartyKind.SENDER})
_RECEIVERS = frozenset({PartyKind.RECIPIENT, PartyKind.NAMED_CONTACT})
_ANY_PARTY = _SENDER | _RECEIVERS
_PDL = "PDL 4 kap. 2 §"
_PLAN = "HSL 16 kap. 4 §, SoL 10 kap. 8–9 §§"


def _ward_sends(law: str) -> Permission:
    return Permission(
        roles=_WARD,
        units=_HOSPITAL,
        parties=_SENDER,
        system=True,
        who="Läkare, sjuksköterska eller koordinator på avdelningen där personen"
        " är inskriven",
        law=law,
    )


def _any_party(roles: frozenset[Role], law: str, *, system: bool = False) -> Permission:
    return Permission(
        roles=roles,
        parties=_ANY_PARTY,
        system=system,
        who="Personal på en enhet som deltar i ärendet",
        law=law,
    )


def _team(law: str) -> Permission:
    return Permission(
        roles=_CARE | {Role.HEAD_OF_UNIT},
        units=frozenset({CareUnitKind.MOBILE_TEAM}),
        who="Personal i det mobila teamet",
        law=law,
    )


def _person_says(law: str) -> Permission:
    return Permission(
        roles=_WORKS_WITH_PERSONS,
        inhabitant=True,
        who="Personen själv, eller personal som antecknar det personen säger",
        law=law,
    )


_LOOKING = Permission(
    roles=_WORKS_WITH_PERSONS,
    inhabitant=True,
    system=True,
    who="Personal som deltar i vården, och personen själv",
    law=_PDL,
)
_STAFF_LOOKING = Permission(
    roles=_WORKS_WITH_PERSONS,
    who="Personal som arbetar med personer",
    law=_PDL,
)

PERMISSIONS: dict[Action, Permission] = {
    Action.READ: _LOOKING,
    Action.LIST: _STAFF_LOOKING,
    Action.SEARCH: _STAFF_LOOKING,
    Action.PRINT: _LOOKING,
    Action.EXPORT: _LOOKING,
    Action.REVIEW_LOG: Permission(
        roles=frozenset({Role.LOG_REVIEWER, Role.HEAD_OF_UNIT}),
        who="Den som granskar loggar, eller enhetschefen",
        law="PDL 4 kap. 3 §",
    ),
    Action.ADMIT: Permission(
        roles=_WARD,
        units=_HOSPITAL,
        system=True,
        who="Läkare, sjuksköterska eller koordinator på en vårdavdelning",
        law="LUS 2 kap. 1 §",
    ),
    Action.ASSESS_NEED: Permission(
        roles=frozenset({Role.PHYSICIAN}),
        units=_HOSPITAL,
        parties=_SENDER,
        system=True,
        who="Den behandlande läkaren på avdelningen",
        law="LUS 2 kap. 1 §",
    ),
    Action.SEND_ADMISSION_NOTICE: _ward_sends("LUS 2 kap. 1–3 §§"),
    Action.CHANGE_ESTIMATE: _ward_sends("LUS 2 kap. 4 §"),
    Action.DECIDE_READY: Permission(
        roles=frozenset({Role.PHYSICIAN}),
        units=_HOSPITAL,
        parties=_SENDER,
        system=True,
        who="Den behandlande läkaren på avdelningen",
        law="LUS 1 kap. och 3 kap. 1 §",
    ),
    Action.ANNOUNCE_READY: _ward_sends("LUS 3 kap. 1 §"),
    Action.WITHDRAW_READY: _ward_sends("LUS 3 kap. 1 §"),
    Action.INFORM_PATIENT: _ward_sends("LUS 3 kap. 3 §"),
    Action.DISCHARGE: _ward_sends("LUS 3 kap."),
    Action.TRANSFER_INFORMATION: _ward_sends("LUS 3 kap. 2 §"),
    Action.TRANSFER_WARD: _ward_sends("LUS 2 kap."),
    Action.HOSPITAL_LEAVE: _ward_sends("LUS 2 kap."),
    Action.ACKNOWLEDGE: Permission(
        roles=_PLANNERS,
        parties=_RECEIVERS,
        system=True,
        who="Personal på en enhet som har fått inskrivningsmeddelandet",
        law="LUS 2 kap. 6 §",
    ),
    Action.APPOINT_NAMED_CONTACT: Permission(
        # The head of unit may delegate to a coordinator or a district nurse.
        roles=frozenset({Role.HEAD_OF_UNIT, Role.COORDINATOR, Role.DISTRICT_NURSE}),
        units=_OPEN_CARE,
        parties=_RECEIVERS,
        system=True,
        who="Verksamhetschefen i den öppna vården, eller den hon eller han har"
        " gett uppgiften",
        law="LUS 2 kap. 5 §",
    ),
    Action.GIVE_PLANNING_INPUT: _any_party(_PLANNERS, "LUS 2 kap. 6 §", system=True),
    Action.SET_TRACK: _any_party(_PLANNERS, "LUS 4 kap. 1 §", system=True),
    Action.CALL_TO_PLANNING: Permission(
        roles=_CARE | {Role.HEAD_OF_UNIT},
        units=_OPEN_CARE,
        parties=frozenset({PartyKind.NAMED_CONTACT}),
        system=True,
        who="Den fasta vårdkontakten i den öppna vården",
        law="LUS 4 kap. 3 §",
    ),
    Action.ANSWER_CALL: _any_party(_PLANNERS, "LUS 4 kap. 1–3 §§", system=True),
    Action.SET_BLOCKER: Permission(
        roles=_PLANNERS,
        parties=_RECEIVERS,
        who="Den öppna vården, den fasta vårdkontakten eller kommunen",
        law="LUS 5 kap. 3 §",
    ),
    Action.CLEAR_BLOCKER: Permission(
        roles=_PLANNERS,
        units=_OPEN_CARE,
        parties=_RECEIVERS,
        who="Den öppna vården eller den fasta vårdkontakten",
        law="LUS 5 kap. 3 §",
    ),
    Action.FOLLOW_UP: Permission(
        roles=_PLANNERS | {Role.HOME_CARE},
        parties=_RECEIVERS,
        system=True,
        who="Vårdcentralen eller kommunen som tog emot personen",
        law="HSL 5 kap. 1 §",
    ),
    Action.ABORT: _any_party(_PLANNERS, "LUS 2 kap.", system=True),
    Action.FLAG_PLAN_NEED: Permission(
        roles=_WORKS_WITH_PERSONS,
        inhabitant=True,
        who="Personen själv, den som för hennes eller hans talan, och all personal"
        " som ser behovet",
        law=_PLAN,
    ),
    Action.EDIT_PLAN: Permission(
        roles=_WORKS_WITH_PERSONS - {Role.PUPIL_WELFARE},
        inhabitant=True,
        who="Personen själv, och personal på en enhet som deltar i planen",
        law=_PLAN,
    ),
    Action.LEAD_PLAN: Permission(
        roles=_PLANNERS | {Role.PUPIL_WELFARE},
        who="Personal som planerar, på en enhet som deltar i planen",
        law=_PLAN,
    ),
    Action.ANSWER_IN_PLAN: Permission(
        roles=_WORKS_WITH_PERSONS,
        inhabitant=True,
        who="Den som deltar i planen",
        law=_PLAN,
    ),
    Action.SIGN_PLAN: Permission(
        roles=_PLANNERS,
        who="Den som har rätt att justera planen för sin enhet",
        law="LPT 7 a §, LRV 12 a §",
    ),
    Action.PLAN_COMPULSORY_CARE: Permission(
        roles=frozenset({Role.PHYSICIAN}),
        who="Chefsöverläkaren, eller den läkare hon eller han har gett uppgiften",
        law="LPT 7 och 7 a §§, LRV 12 a §",
    ),
    Action.REQUEST_VISIT: Permission(
        roles=_CARE | {Role.HEAD_OF_UNIT},
        who="Personal i vården som deltar i vården av personen",
        law=_PDL,
    ),
    Action.TRIAGE_VISIT: _team("HSL 5 kap. 1 §"),
    Action.PLAN_VISITS: _team("HSL 5 kap. 2 §"),
    Action.MAKE_VISIT: _team("PDL 3 kap. 3 §"),
    Action.ORDER_TO_HOME: Permission(
        roles=_CARE,
        who="Läkare, sjuksköterska eller annan legitimerad personal i vården",
        law=_PDL,
    ),
    Action.LEAD_TEAM: Permission(
        roles=frozenset({Role.HEAD_OF_UNIT, Role.COORDINATOR}),
        units=frozenset({CareUnitKind.MOBILE_TEAM}),
        who="Chefen eller samordnaren i det mobila teamet",
        law="HSL 5 kap. 2 §",
    ),
    Action.SEND_MESSAGE: _any_party(_WORKS_WITH_PERSONS, "OSL 25 och 26 kap."),
    Action.FORWARD_MESSAGE: _any_party(_PLANNERS, "OSL 25 och 26 kap."),
    Action.MARK_MISSENT: _any_party(_PLANNERS, "LUS 2 kap. 1 §"),
    Action.WITHDRAW_MESSAGE: _any_party(_PLANNERS, "PDL 3 kap. 14 §", system=True),
    Action.REPORT_DEVIATION: Permission(
        roles=_WORKS_WITH_PERSONS,
        who="All personal som arbetar med personer",
        law="PSL 6 kap. 4 §",
    ),
    Action.ANSWER_DEVIATION: Permission(
        roles=_PLANNERS,
        who="Personal på enheten som avvikelsen gäller",
        law="PSL 3 kap.",
    ),
    Action.REPORT_CONCERN: Permission(
        roles=frozenset(Role) - {Role.SYSTEM},
        who="All personal",
        law="SoL 19 kap. 1 §",
    ),
    Action.RECORD_CONSENT: _person_says("SVOD 3 kap. 1–2 §§, OSL 12 kap. 2 §"),
    Action.WITHDRAW_CONSENT: _person_says("OSL 12 kap. 2 §"),
    Action.BLOCK: _person_says("PDL 4 kap. 4 §, SVOD 2 kap. 3 §"),
    Action.LIFT_BLOCK: _person_says("PDL 4 kap. 5 §, SVOD 2 kap. 3 §"),
    **between_person_and_care(_WORKS_WITH_PERSONS),
    Action.ASK_TO_LIFT: Permission(
        roles=_CARE,
        who="Den som vårdar personen när det är fara för liv eller hälsa",
        law="SVOD 3 kap. 5 §",
    ),
    Action.END_EMERGENCY: _STAFF_LOOKING,
}


def may_do(
    actor: Actor, action: Action, party_kind: PartyKind | None = None
) -> Decision:
    """Whether the role, the unit and its part in the case allow the act.

    An act that belongs to a part in a case is refused when no part is named.
    """
    permission = PERMISSIONS[action]
    if _permitted(actor, permission, party_kind):
        return allow(Rule.A03, Ground.ACT, "Det hör till ditt uppdrag.")
    return deny(
        Rule.A03,
        "Ditt uppdrag omfattar inte det här.",
        f"{permission.who} kan göra det. Kontakta dem, eller byt uppdrag om du"
        " har fler.",
        act=permission.law,
    )


def could_do(actor: Actor, action: Action) -> bool:
    """Whether the role and the unit allow the act in some part of a case."""
    permission = PERMISSIONS[action]
    return any(_permitted(actor, permission, part) for part in PartyKind)


def _permitted(
    actor: Actor, permission: Permission, party_kind: PartyKind | None
) -> bool:
    if actor.kind is ActorKind.SYSTEM:
        return permission.system
    if actor.kind is not ActorKind.STAFF:
        return permission.inhabitant
    return (
        actor.role in permission.roles
        and (permission.units is None or actor.unit_kind in permission.units)
        and _has_part(permission, party_kind)
    )


def _has_part(permission: Permission, party_kind: PartyKind | None) -> bool:
    return permission.parties is None or party_kind in permission.parties
