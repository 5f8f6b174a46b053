"""Pieces that the legal plans are read as: the same words whichever plan is read."""

from collections.abc import Callable, Iterable

from naravard.core.clock import local
from naravard.plan.rules.content import Content
from naravard.plan.rules.kinds import (
    LIVING,
    ActivityKind,
    ActivityStatus,
    LegalBasis,
    Mode,
    PassageKind,
    Principal,
    ResponsibleKind,
    TeamRole,
    TimeStatus,
)
from naravard.plan.rules.legal import Block, Line, PersonFacts
from naravard.plan.rules.parts import Activity, AgreedTime, TeamMember

PRINCIPAL_IN_SWEDISH = {
    Principal.REGION: "Regionen",
    Principal.MUNICIPALITY: "Kommunen",
    Principal.OTHER: "Andra",
    Principal.SELF: "Jag själv och mina närstående",
}
ROLE_IN_SWEDISH = {
    TeamRole.NAMED_CONTACT: "Fast vårdkontakt",
    TeamRole.NAMED_PHYSICIAN: "Fast läkarkontakt",
    TeamRole.NAMED_CARE_WORKER: "Fast omsorgskontakt",
    TeamRole.SIP_COORDINATOR: "Samordnare av planen",
    TeamRole.RESPONSIBLE_NURSE: "Ansvarig sjuksköterska",
    TeamRole.NURSE: "Sjuksköterska",
    TeamRole.OCCUPATIONAL_THERAPIST: "Arbetsterapeut",
    TeamRole.PHYSIOTHERAPIST: "Fysioterapeut",
    TeamRole.CARE_PLANNER: "Biståndshandläggare",
    TeamRole.SCHOOL_HEALTH: "Elevhälsan",
    TeamRole.TEACHER: "Lärare",
    TeamRole.COUNSELLOR: "Kurator",
    TeamRole.CHIEF_PHYSICIAN: "Chefsöverläkare",
    TeamRole.RELATED: "Närstående",
    TeamRole.OTHER: "Annan i teamet",
}
BASIS_IN_SWEDISH = {
    LegalBasis.HSL: "hälso- och sjukvårdslagen",
    LegalBasis.SOL: "socialtjänstlagen",
    LegalBasis.LSS: "LSS",
    LegalBasis.LPT: "lagen om psykiatrisk tvångsvård",
    LegalBasis.SCHOOL: "skollagen",
    LegalBasis.SELF_CARE: "egenvård",
    LegalBasis.VOLUNTARY: "frivilligt",
}
STATUS_IN_SWEDISH = {
    ActivityStatus.PROPOSED: "förslag",
    ActivityStatus.ASKED: "väntar på svar",
    ActivityStatus.ACCEPTED: "beslutad",
    ActivityStatus.ONGOING: "pågår",
    ActivityStatus.DONE: "klar",
    ActivityStatus.DECLINED: "avböjd",
    ActivityStatus.STOPPED: "avslutad",
}
MODE_IN_SWEDISH = {
    Mode.VIDEO: "video",
    Mode.PHONE: "telefon",
    Mode.HOME: "hemma",
    Mode.SCHOOL: "i skolan",
    Mode.VISIT: "besök",
    Mode.OTHER: "annat sätt",
}
REHABILITATING = frozenset({ActivityKind.REHABILITATION, ActivityKind.AID})
NONE_SAID = "Inga andra gör något just nu."


def words(title: str, content: Content, *kinds: PassageKind) -> Block:
    """What is written about one or more matters."""
    texts = {one.kind: one for one in content.passages}
    return Block(
        title=title,
        lines=tuple(
            Line(text=texts[kind].text, part_id=texts[kind].id)
            for kind in kinds
            if kind in texts
        ),
    )


def needs(content: Content, facts: PersonFacts, title: str = "Behov") -> Block:
    """The needs, each with the unit that has taken it on."""
    return Block(
        title=title,
        lines=tuple(
            Line(
                text=one.text,
                note=facts.unit(one.owner_unit_id) or "Ingen har tagit ansvar än",
                part_id=one.id,
            )
            for one in content.needs
            if not one.closed
        ),
    )


def goals(content: Content) -> Block:
    """The goals in the person's words, with her latest rating."""
    return Block(
        title="Mål",
        lines=tuple(
            Line(
                text=one.text,
                note=f"Nu {one.ratings[-1].value} av 10" if one.ratings else "",
                part_id=one.id,
            )
            for one in content.goals
        ),
    )


def activities(
    title: str,
    content: Content,
    facts: PersonFacts,
    wanted: Callable[[Activity], bool],
    when_empty: str = "Inget bestämt än.",
) -> Block:
    """What is done by those who are wanted, each with its one responsible."""
    return Block(
        title=title,
        lines=tuple(_activity(one, facts) for one in living(content) if wanted(one)),
        when_empty=when_empty,
    )


def by_principal(content: Content, facts: PersonFacts) -> tuple[Block, ...]:
    """What each principal answers for, others' measures, and the person's own."""
    return (
        *(
            activities(
                f"{PRINCIPAL_IN_SWEDISH[principal]} ansvarar för",
                content,
                facts,
                _of(principal),
            )
            for principal in (Principal.REGION, Principal.MUNICIPALITY)
        ),
        others(content, facts),
        activities(
            PRINCIPAL_IN_SWEDISH[Principal.SELF], content, facts, _of(Principal.SELF)
        ),
    )


def others(content: Content, facts: PersonFacts) -> Block:
    """What others than region and municipality do; that nobody does is said too."""
    listed = activities(
        "Andra gör", content, facts, _of(Principal.OTHER), when_empty=NONE_SAID
    )
    written = words("", content, PassageKind.OTHERS_MEASURES)
    return Block(
        title=listed.title,
        lines=(*listed.lines, *written.lines),
        when_empty=listed.when_empty
        if content.header.others_listed
        else "Inte efterfrågat än.",
    )


def overall(content: Content) -> Block:
    """Which principal has the overall responsibility, and who coordinates."""
    principal = content.header.overall_principal
    coordinator = content.member(content.header.coordinator_id)
    lines = (
        Line(label="Huvudansvarig", text=PRINCIPAL_IN_SWEDISH[principal])
        if principal
        else None,
        Line(label="Samordnare", text=_member(coordinator)) if coordinator else None,
    )
    return Block(title="Ansvar för planen", lines=tuple(one for one in lines if one))


def team(content: Content, roles: Iterable[TeamRole] | None = None) -> Block:
    """Those around the person, and how to reach them."""
    wanted = set(roles) if roles is not None else set(TeamRole)
    return Block(
        title="Mitt team",
        lines=tuple(
            Line(
                label=ROLE_IN_SWEDISH[one.role],
                text=_member(one),
                note=one.phone,
                part_id=one.id,
            )
            for one in content.team
            if one.role in wanted
        ),
    )


def times(content: Content) -> Block:
    """The agreed times."""
    shown = {TimeStatus.AGREED, TimeStatus.CHANGED}
    return Block(
        title="Överenskomna tider",
        lines=tuple(
            _time(one)
            for one in sorted(content.times, key=lambda one: one.starts_at)
            if one.status in shown
        ),
        when_empty="Inga tider bokade.",
    )


def contingencies(content: Content) -> Block:
    """What to do if it gets worse."""
    return Block(
        title="Om det blir sämre",
        lines=tuple(
            Line(
                label=one.when,
                text=f"Jag: {one.i_do} Personalen: {one.staff_do}",
                note=f"Ring {one.call_name} {one.call_phone}".strip(),
                part_id=one.id,
            )
            for one in content.contingencies
        ),
    )


def follow_up(content: Content) -> Block:
    """The days to look at it again."""
    return Block(
        title="Uppföljning",
        lines=tuple(
            Line(text=one.due_on.isoformat(), part_id=one.id)
            for one in content.reviews
            if one.done_on is None
        ),
        when_empty="Ingen dag bestämd.",
    )


def living(content: Content) -> tuple[Activity, ...]:
    """What is planned, asked, decided or going on."""
    return tuple(one for one in content.activities if one.status in LIVING)


def _of(principal: Principal) -> Callable[[Activity], bool]:
    return lambda activity: activity.principal is principal


def _activity(one: Activity, facts: PersonFacts) -> Line:
    details = (
        responsible_name(one, facts),
        one.frequency,
        BASIS_IN_SWEDISH[one.basis],
        STATUS_IN_SWEDISH[one.status],
    )
    return Line(
        text=one.text,
        note=" · ".join(text for text in details if text),
        part_id=one.id,
    )


def responsible_name(one: Activity, facts: PersonFacts) -> str:
    """Who answers for something, as it is read."""
    if one.responsible is ResponsibleKind.PERSON:
        return "jag själv"
    if one.responsible is ResponsibleKind.RELATED:
        return facts.related(one.responsible_related_id)
    unit = facts.unit(one.responsible_unit_id)
    return ", ".join(text for text in (one.responsible_name, unit) if text)


def _member(one: TeamMember) -> str:
    return f"{one.name}, {one.title}" if one.title else one.name


def _time(one: AgreedTime) -> Line:
    clock = local(one.starts_at)
    return Line(
        label=f"{clock:%Y-%m-%d %H.%M}",
        text=one.purpose,
        note=" · ".join(
            text for text in (MODE_IN_SWEDISH[one.mode], one.place) if text
        ),
        part_id=one.id,
    )
