"""Asta's plan, in which nothing is missing, and what it becomes without something."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

from naravard.core.clock import moment_at
from naravard.plan.definition import Example
from naravard.plan.rules.content import Content, Header
from naravard.plan.rules.kinds import (
    ActivityKind,
    ActivityStatus,
    Author,
    LegalBasis,
    LifeArea,
    Mode,
    PalliativePhase,
    PassageKind,
    Principal,
    ResponsibleKind,
    ReviewOf,
    SafetyStep,
    TeamRole,
)
from naravard.plan.rules.legal import PersonFacts
from naravard.plan.rules.parts import (
    Activity,
    AgreedTime,
    Contingency,
    Goal,
    Need,
    PalliativeCare,
    Passage,
    Review,
    SafetyItem,
    SelfCareAct,
    TeamMember,
    TreatmentLimit,
    TurningPointTalk,
)

TODAY = date(2026, 3, 2)


def number(value: int) -> UUID:
    """An id for an example."""
    return UUID(int=value)


CENTRE, HOME_CARE = number(1), number(2)
CONTACT, CHIEF = number(3), number(4)
NEED, GOAL = number(5), number(6)
FACTS = PersonFacts(
    today=TODAY,
    age=81,
    consented=True,
    unit_names=((CENTRE, "Vårdcentralen Lillby"), (HOME_CARE, "Hemtjänsten Lillby")),
    must_sign=(CENTRE, HOME_CARE),
    signed_by=(CENTRE, HOME_CARE),
)

_TEXTS = {
    PassageKind.WHAT_MATTERS: "Att få sitta i trädgården på sommaren.",
    PassageKind.AGREEMENT: "Asta väger sig varje dag. Vårdcentralen ringer på fredag.",
    PassageKind.ATTITUDE: "Asta vill ha hjälpen, men inte på kvällen.",
}


def _passage(place: int, kind: PassageKind, text: str) -> Passage:
    return Passage(id=number(place), kind=kind, text=text, author=Author.TOLD)


ASTA = Content(
    header=Header(
        overall_principal=Principal.REGION,
        coordinator_id=CONTACT,
        took_part=True,
        others_listed=True,
        compulsory_care=True,
    ),
    passages=tuple(
        _passage(place, kind, text)
        for place, (kind, text) in enumerate(_TEXTS.items(), start=10)
    ),
    needs=(
        Need(
            id=NEED,
            text="Blir andfådd och orkar inte till affären.",
            area=LifeArea.MOVING,
            severity=2,
            owner_unit_id=CENTRE,
        ),
    ),
    goals=(Goal(id=GOAL, text="Gå till grannen.", need_ids=(NEED,)),),
    activities=(
        Activity(
            id=number(20),
            text="Tränar balans",
            principal=Principal.REGION,
            responsible=ResponsibleKind.UNIT,
            responsible_unit_id=CENTRE,
            goal_ids=(GOAL,),
            kind=ActivityKind.REHABILITATION,
            status=ActivityStatus.ONGOING,
            decision="Remiss 2026-02-20",
        ),
        Activity(
            id=number(21),
            text="Ledsagning till affären",
            principal=Principal.MUNICIPALITY,
            responsible=ResponsibleKind.UNIT,
            responsible_unit_id=HOME_CARE,
            kind=ActivityKind.SERVICE,
            basis=LegalBasis.LSS,
            status=ActivityStatus.ACCEPTED,
            decision="Beslut 2026-02-25",
        ),
    ),
    self_care=(
        SelfCareAct(
            id=number(22),
            act="Lägger om såret",
            assessed_by="Sara Blom, distriktssköterska",
            assessed_on=date(2026, 2, 20),
            performed_by="Asta själv",
            risks="Såret kan bli infekterat.",
            stop_when="Såret blir rött eller luktar.",
            reassess_on=date(2026, 4, 1),
        ),
    ),
    team=(
        TeamMember(
            id=CONTACT,
            role=TeamRole.NAMED_CONTACT,
            name="Sara Blom",
            unit_id=CENTRE,
            principal=Principal.REGION,
            in_primary_care=True,
        ),
        TeamMember(
            id=CHIEF,
            role=TeamRole.CHIEF_PHYSICIAN,
            name="Bo Ek",
            principal=Principal.REGION,
        ),
    ),
    times=(
        AgreedTime(
            id=number(23),
            starts_at=moment_at(date(2026, 3, 6), time(9)),
            purpose="Sara ringer",
            mode=Mode.PHONE,
        ),
    ),
    reviews=(Review(id=number(24), of=ReviewOf.PLAN, due_on=date(2026, 6, 1)),),
)


# Every section holds something, so that it can be asked who sees it.
ASTA_IN_FULL = replace(
    ASTA,
    contingencies=(
        Contingency(
            id=number(30),
            when="Jag går upp två kilo på tre dagar",
            i_do="Tar en extra tablett.",
            staff_do="Ringer samma dag.",
            call_name="Vårdcentralen Lillby",
            call_phone="070-174 06 14",
        ),
    ),
    limits=(
        TreatmentLimit(
            id=number(31),
            what="Ingen intensivvård",
            decided_by="Bo Ek",
            decided_on=TODAY,
            because="Astas egen vilja.",
        ),
    ),
    talks=(
        TurningPointTalk(
            id=number(32), held_on=TODAY, held_by="Bo Ek", present="Asta", said="Lugnt."
        ),
    ),
    palliative=(
        PalliativeCare(id=number(33), phase=PalliativePhase.EARLY, since_on=TODAY),
    ),
    safety=(
        SafetyItem(id=number(34), step=SafetyStep.COMPANY, text="Går till grannen."),
    ),
)


def whole() -> Example:
    """Nothing is missing."""
    return Example(
        says="Allt som lagen kräver finns i Astas plan.", content=ASTA, facts=FACTS
    )


def lacking(says: str, *missing: str, **sections: object) -> Example:
    """Asta's plan with other sections, and what it then lacks."""
    content = replace(ASTA, **sections)  # type: ignore[arg-type]
    return Example(says=says, content=content, facts=FACTS, missing=missing)


def headed(says: str, *missing: str, **header: object) -> Example:
    """Asta's plan with another header, and what it then lacks."""
    content = replace(ASTA, header=replace(ASTA.header, **header))  # type: ignore[arg-type]
    return Example(says=says, content=content, facts=FACTS, missing=missing)


def about(says: str, *missing: str, **facts: object) -> Example:
    """Asta's plan when something else is so around it, and what it then lacks."""
    known = replace(FACTS, **facts)  # type: ignore[arg-type]
    return Example(says=says, content=ASTA, facts=known, missing=missing)


def unsaid(says: str, kind: PassageKind, *missing: str) -> Example:
    """Asta's plan without one text, and what it then lacks."""
    kept = tuple(one for one in ASTA.passages if one.kind is not kind)
    return lacking(says, *missing, passages=kept)


def done_by(*principals: Principal) -> tuple[Activity, ...]:
    """Of Asta's activities, those of some principals."""
    return tuple(one for one in ASTA.activities if one.principal in principals)


def members(*roles: TeamRole) -> tuple[TeamMember, ...]:
    """Of Asta's team, those with some roles."""
    return tuple(one for one in ASTA.team if one.role in roles)
