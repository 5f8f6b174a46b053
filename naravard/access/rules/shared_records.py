"""Reading what another provider keeps, and its asymmetries (A09–A13, A15–A17)."""

from naravard.access.rules.actors import Domain
from naravard.access.rules.data import (
    CATEGORY_IN_SWEDISH,
    Category,
    Extent,
    GlassStep,
    Purpose,
)
from naravard.access.rules.decisions import (
    Decision,
    Outcome,
    Rule,
    allow,
    break_glass,
    deny,
    need,
)
from naravard.access.rules.facts import ConsentScope
from naravard.access.rules.grounds import Ground
from naravard.access.rules.question import Question
from naravard.access.rules.reach import beyond_shared_records, outside_all_sharing
from naravard.people.roles import Role

# SVOD 3 kap. 1–2 §§: the only purposes shared records may be read for.
PURPOSES_OF_CARE = frozenset({Purpose.CARE, Purpose.SICK_LEAVE, Purpose.CERTIFICATE})
PURPOSES_OF_SERVICES = frozenset({Purpose.SERVICES})


def available_for_one_without_capacity(question: Question) -> Decision | None:
    """A09: nothing may speak for that she would have opposed it."""
    opposed = question.consent(ConsentScope.SHARED_READ) is False
    if not (_is_shared(question) and question.subject.lacks_capacity and opposed):
        return None
    return deny(
        Rule.A09,
        "Personen har sagt nej tidigare och kan inte längre ta ställning.",
        "Nejet gäller. Be den enhet som har uppgifterna pröva om de får lämnas ut"
        " (OSL 25 kap. 13 §).",
    )


def care_provider_reads(question: Question) -> Decision | None:
    """A10: current relation, consent, and data that may matter for the care."""
    purposeful = question.circumstances.purpose in PURPOSES_OF_CARE
    if not (_is_shared(question) and question.care_provider and purposeful):
        return None
    if question.child_cannot_consent:
        return _allow_child(Rule.A10, question)
    return _by_consent(Rule.A10, question)


def social_care_reads(question: Question) -> Decision | None:
    """A11: as A10; a small child's consent is waived for social care's own data."""
    purposeful = question.circumstances.purpose in PURPOSES_OF_SERVICES
    if not (_is_shared(question) and _social_care(question) and purposeful):
        return None
    owned_by_social_care = _kept_by_social_care(question)
    if question.child_cannot_consent and owned_by_social_care:
        return _allow_child(Rule.A11, question)
    return _by_consent(Rule.A11, question)


def care_provider_reads_without_capacity(question: Question) -> Decision | None:
    """A12: a care provider reads both kinds of data, when the attitude is clarified."""
    concerned = question.care_provider and question.subject.lacks_capacity
    if not (_is_shared(question) and concerned and _right_purpose(question)):
        return None
    if question.circumstances.emergency and not _clarified(question):
        return None  # A15
    return _without_capacity(Rule.A12, question)


def social_care_reads_without_capacity(question: Question) -> Decision | None:
    """A13: social care reads only social care's data."""
    concerned = _social_care(question) and question.subject.lacks_capacity
    if not (_is_shared(question) and concerned and _right_purpose(question)):
        return None
    if _kept_by_social_care(question):
        return _without_capacity(Rule.A13, question)
    return deny(
        Rule.A13,
        "Omsorgen kan inte läsa vårdens uppgifter om den som inte själv kan ta"
        " ställning.",
        "Be vårdgivaren skicka det som behövs (OSL 25 kap. 13 §).",
    )


def emergency_opening(question: Question) -> Decision | None:
    """A15: in an emergency a care provider sees who has data, then reads (nödöppning).

    Social care has no emergency opening.
    """
    if not (_is_shared(question) and question.circumstances.emergency):
        return None
    if not question.care_provider:
        return deny(
            Rule.A15,
            "Omsorgen kan inte nödöppna uppgifter.",
            "Ring 112 om det är fara för liv. Ring vårdcentralen eller sjukhuset:"
            " de kan lämna det som behövs.",
        )
    return _next_step(question)


def nothing_else_opens(question: Question) -> Decision | None:
    """A16: no other ground opens shared data, not even explicit consent."""
    if not _is_shared(question):
        return None
    return deny(
        Rule.A16,
        "Uppgifter hos andra får bara läsas för vård eller omsorg.",
        "Inget samtycke kan vidga det. Be den som har uppgifterna om ett utdrag"
        " för ditt ändamål.",
    )


def outside_shared_records(question: Question) -> Decision | None:
    """A17: family care and school are outside; data travels as messages instead."""
    if _school_support(question):
        return _support_to_pupil(question)
    never = question.elsewhere and outside_all_sharing(question.domain)
    if not (beyond_shared_records(question) or never):
        return None
    return deny(
        Rule.A17,
        f"Din verksamhet kan inte läsa {CATEGORY_IN_SWEDISH[question.category]}"
        " direkt.",
        "Be den som har uppgifterna att skicka ett meddelande. Meddelandet anger"
        " vilken lag det vilar på. Vid oro för ett barn behövs inget samtycke.",
    )


def _is_shared(question: Question) -> bool:
    sharing = not outside_all_sharing(question.domain)
    return (
        question.elsewhere
        and sharing
        and not beyond_shared_records(question)
        and not question.outer_blocked
    )


def _social_care(question: Question) -> bool:
    return question.domain is Domain.ELDERLY_AND_DISABILITY


def _kept_by_social_care(question: Question) -> bool:
    return question.record.owner_domain is Domain.ELDERLY_AND_DISABILITY


def _right_purpose(question: Question) -> bool:
    return question.circumstances.purpose in PURPOSES_OF_CARE | PURPOSES_OF_SERVICES


def _allow_child(rule: Rule, question: Question) -> Decision:
    return allow(
        rule,
        Ground.READ_SHARED_CHILD,
        "Barnet är för litet för att själv samtycka. Läs det vården eller"
        " omsorgen behöver.",
        extent=_extent(question),
    )


def _by_consent(rule: Rule, question: Question) -> Decision | None:
    consent = question.consent(ConsentScope.SHARED_READ)
    if consent:
        return allow(
            rule,
            _ground_of_purpose(question),
            "Personen har samtyckt till att din enhet läser.",
            extent=_extent(question),
        )
    if consent is False:
        return deny(
            rule,
            "Personen har sagt nej till att din enhet läser uppgifter från andra.",
            "Fråga personen igen om något har ändrats. Hon eller han kan ändra sig"
            " när som helst.",
        )
    if question.subject.lacks_capacity or question.circumstances.emergency:
        return None  # A12, A13 and A15
    return need(
        Outcome.NEED_CONSENT,
        rule,
        "Uppgifterna finns hos någon annan, och personen har inte samtyckt ännu.",
        "Fråga personen, eller vårdnadshavaren för ett litet barn, och anteckna"
        " svaret. Det går bra på plats, på telefon eller i remissen.",
    )


def _ground_of_purpose(question: Question) -> Ground:
    certificate = question.circumstances.purpose is Purpose.CERTIFICATE
    return Ground.READ_CERTIFICATE if certificate else Ground.READ_SHARED


def _clarified(question: Question) -> bool:
    return question.circumstances.attitude_clarified and bool(question.reason)


def _without_capacity(rule: Rule, question: Question) -> Decision:
    if _clarified(question):
        return allow(
            rule,
            Ground.READ_INCAPACITY,
            "Personen kan inte själv ta ställning och inget talar emot att du läser.",
            extent=_extent(question),
            review=True,
        )
    return need(
        Outcome.NEED_REASON,
        rule,
        "Personen kan inte själv ta ställning.",
        "Ta reda på vad personen skulle vilja, till exempel genom de närstående."
        " Ange varför uppgifterna behövs och att inget talar emot.",
    )


def _next_step(question: Question) -> Decision:
    glass = question.circumstances.glass
    if glass is GlassStep.OPEN and question.reason:
        return allow(
            Rule.A15,
            Ground.READ_EMERGENCY,
            "Nödöppnat. Läs bara det som vården kräver nu.",
            extent=_extent(question),
            review=True,
        )
    if glass is GlassStep.SEE_WHO and question.reason:
        return allow(
            Rule.A15,
            Ground.READ_EMERGENCY,
            "Här ser du vem som har uppgifter om personen.",
            extent=Extent.OWNERS,
            review=True,
        )
    return break_glass(
        Rule.A15,
        GlassStep.SEE_WHO if glass is None else GlassStep.OPEN,
        "Uppgifterna finns hos någon annan och personen kan inte tillfrågas.",
        "Se först vem som har uppgifter. Behövs de för vård som personen"
        " oundgängligen behöver anger du varför och öppnar.",
    )


def _extent(question: Question) -> Extent:
    if question.category is Category.SENSOR:
        return Extent.SUMMARY
    return Extent.ALL


def _school_support(question: Question) -> bool:
    return (
        question.category is Category.SCHOOL_HEALTH_RECORD
        and question.actor.role is Role.PUPIL_WELFARE
        and question.domain is Domain.PUPIL_WELFARE
        and question.record.owner_organisation_id is not None
        and question.record.owner_organisation_id == question.actor.organisation_id
    )


def _support_to_pupil(question: Question) -> Decision:
    if question.reason and question.relation:
        return allow(
            Rule.A17,
            Ground.READ_SCHOOL_SUPPORT,
            "Eleven behöver stöd. Läs bara det som är nödvändigt.",
            extent=Extent.SUMMARY,
            review=True,
        )
    return need(
        Outcome.NEED_REASON,
        Rule.A17,
        "Skolhälsans uppgifter får bara läsas när eleven behöver dem för stöd.",
        "Ange vilket stöd det gäller, eller be skolsköterskan berätta det som behövs.",
    )
