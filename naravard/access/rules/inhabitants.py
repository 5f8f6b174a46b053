"""What a person, a guardian and a relative may read themselves (C01–C05)."""

from naravard.access.rules.actors import ActorKind
from naravard.access.rules.data import Category, Extent
from naravard.access.rules.decisions import Decision, Rule, allow, deny
from naravard.access.rules.facts import CHILD_READS_FROM, GUARDIAN_READS_BEFORE
from naravard.access.rules.grounds import Ground
from naravard.access.rules.question import Question
from naravard.people.roles import Protection, RelatedKind

# Tried each time by those who keep them (OSL 12 kap. 3 §), never opened online.
NEVER_FOR_GUARDIANS = frozenset(
    {Category.CHILD_AND_FAMILY_RECORD, Category.SCHOOL_HEALTH_RECORD}
)
NEVER_FOR_RELATIVES = NEVER_FOR_GUARDIANS | {Category.SENSOR, Category.ACCESS_LOG}

_PAPER = (
    "Ring mottagningen eller enheten. De kan berätta, eller pröva om du kan få en"
    " kopia på papper."
)


def the_dead_are_not_read_online(question: Question) -> Decision | None:
    """C05: after a death, those who keep the record try what relatives may know."""
    if not _inhabitant(question) or not question.subject.deceased:
        return None
    return deny(
        Rule.C05,
        "Uppgifterna går inte att läsa här efter ett dödsfall.",
        "Ring den enhet som gav vården. De prövar vad de närstående får veta.",
    )


def child_reads_from_sixteen(question: Question) -> Decision | None:
    """C02: a child reads herself from the day she turns 16."""
    if not _about_herself(question):
        return None
    if question.age is not None and question.age >= CHILD_READS_FROM:
        return None
    return deny(
        Rule.C02,
        "Du kan läsa om dig själv här från den dag du fyller 16 år.",
        "Du har rätt att få veta. " + _PAPER,
    )


def person_reads_her_own(question: Question) -> Decision | None:
    """C01: everybody reads her own data, and nobody else's by being signed in."""
    if question.actor.kind is not ActorKind.PERSON:
        return None
    if _about_herself(question):
        return allow(Rule.C01, Ground.READ_OWN, "Det här är dina egna uppgifter.")
    return deny(
        Rule.C01,
        "Du kan bara läsa uppgifter om dig själv.",
        "Vill du hjälpa någon annan? Personen kan själv ge dig rätt att läsa.",
    )


def guardian_reads_until_thirteen(question: Question) -> Decision | None:
    """C03: a guardian reads until the day the child turns 13, and never after."""
    if not _related_as(question, RelatedKind.GUARDIAN):
        return None
    if question.age is None or question.age >= GUARDIAN_READS_BEFORE:
        return _too_old_for_guardian(question)
    if question.subject.protection is not Protection.NONE:
        return deny(Rule.C03, "Uppgifterna går inte att läsa här.", _PAPER)
    if question.category in NEVER_FOR_GUARDIANS:
        return deny(
            Rule.C03,
            "De här uppgifterna prövas varje gång innan en vårdnadshavare får dem.",
            "Ring den enhet som har uppgifterna och be dem pröva.",
        )
    return allow(
        Rule.C03, Ground.READ_GUARDIAN, "Du läser som vårdnadshavare för ditt barn."
    )


def relative_reads_by_mandate(question: Question) -> Decision | None:
    """C04: a relative or trustee reads what the person, 16 or older, has allowed."""
    if question.actor.kind is not ActorKind.RELATIVE:
        return None
    if question.subject.protection is not Protection.NONE:
        return deny(Rule.C04, "Uppgifterna går inte att läsa här.", _PAPER)
    mandated = any(
        related.may_read and related.kind is not RelatedKind.GUARDIAN
        for related in question.subject.related
    )
    old_enough = question.age is not None and question.age >= CHILD_READS_FROM
    if mandated and old_enough and question.category not in NEVER_FOR_RELATIVES:
        return allow(
            Rule.C04,
            Ground.READ_MANDATE,
            "Personen har gett dig rätt att läsa det hon eller han delar.",
            extent=Extent.SHARED_PARTS,
        )
    return deny(
        Rule.C04,
        "Personen har inte gett dig rätt att läsa det här.",
        "Be personen dela det med dig, själv eller med hjälp av sin kontakt.",
    )


def _inhabitant(question: Question) -> bool:
    return question.actor.kind in {ActorKind.PERSON, ActorKind.RELATIVE}


def _about_herself(question: Question) -> bool:
    actor = question.actor
    return (
        actor.kind is ActorKind.PERSON and actor.person_id == question.subject.person_id
    )


def _related_as(question: Question, kind: RelatedKind) -> bool:
    """Whether a minor, or one of unknown age, is asked about by such a relation."""
    return question.actor.kind is ActorKind.RELATIVE and any(
        related.kind is kind for related in question.subject.related
    )


def _too_old_for_guardian(question: Question) -> Decision | None:
    others = any(
        related.kind is not RelatedKind.GUARDIAN for related in question.subject.related
    )
    if others and question.age is not None and question.age >= CHILD_READS_FROM:
        return None  # perhaps a mandate as well (C04)
    return deny(
        Rule.C03,
        "Du läser om ditt barn här till den dag barnet fyller 13 år.",
        "Prata med ditt barn. " + _PAPER,
    )
