"""Sign-in, inner secrecy, roles, protected identity and the plan (A01–A04, B01–B04)."""

from naravard.access.rules.actors import ActorKind, Domain
from naravard.access.rules.data import (
    CATEGORY_IN_SWEDISH,
    PROVIDER_RECORDS,
    Category,
    Depth,
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
from naravard.access.rules.reach import beyond_shared_records, within_reach
from naravard.access.rules.relations import RelationKind
from naravard.people.roles import OrganisationKind, Protection, Role

# Those who plan for somebody in compulsory care; school is not among them.
OF_COMPULSORY_CARE = frozenset(
    {
        Domain.REGION_HEALTH,
        Domain.MUNICIPAL_HEALTH,
        Domain.ELDERLY_AND_DISABILITY,
        Domain.CHILD_AND_FAMILY,
    }
)


def signed_in_under_one_assignment(question: Question) -> Decision | None:
    """A01: strong sign-in, and staff under exactly one assignment."""
    actor = question.actor
    if actor.kind is ActorKind.SYSTEM:
        return None
    complete = actor.person_id is not None
    if actor.kind is ActorKind.STAFF:
        complete = bool(actor.assignment_id and actor.unit_id and actor.role)
    if question.circumstances.strongly_signed_in and complete:
        return None
    return deny(
        Rule.A01,
        "Inloggningen räcker inte för att läsa uppgifter om en person.",
        "Logga in igen med e-legitimation eller tjänstekort."
        " Välj det uppdrag du arbetar i.",
    )


def decision_makers_see_no_person(question: Question) -> Decision | None:
    """B01: a decision-maker sees sums, never a person."""
    if question.actor.role is not Role.DECISION_MAKER:
        return None
    return deny(
        Rule.B01,
        "Som beslutsfattare ser du summor, aldrig en enskild person.",
        "Öppna uppföljningen. Behöver någon granska ett enskilt ärende gör"
        " verksamhetschefen på enheten det.",
    )


def log_is_read_by_reviewers(question: Question) -> Decision | None:
    """B02: who has read is read by log reviewers and heads of unit (PDL 4 kap. 3 §)."""
    staff = question.actor.kind is ActorKind.STAFF
    if not staff or question.category is not Category.ACCESS_LOG:
        return None
    if within_reach(question):
        return allow(
            Rule.B02,
            Ground.READ_LOG_REVIEW,
            "Du granskar vem som har läst.",
            review=True,
        )
    return deny(
        Rule.B02,
        "Du kan inte se vem som har läst om personen.",
        "Be enhetschefen eller den som granskar loggar. Personen kan själv läsa"
        " listan på sin sida.",
    )


def takes_part_in_the_care(question: Question) -> Decision | None:
    """A02: a relation in force, a former one for a certificate, or a stated reason."""
    if not within_reach(question) or question.relation or question.reason:
        return None
    certificate = question.circumstances.purpose is Purpose.CERTIFICATE
    if certificate and question.subject.relations:
        return None
    return need(
        Outcome.NEED_REASON,
        Rule.A02,
        "Din enhet har ingen pågående vårdrelation med personen.",
        "Ange varför du behöver uppgifterna i ditt arbete. Skälet sparas, syns för"
        " personen och granskas i efterhand. Den enhet som har kontakten kan"
        " också svara dig.",
    )


def role_needs_the_data(question: Question) -> Decision | None:
    """A03: the tables of reach; what crosses a border of secrecy is left to A17."""
    if within_reach(question) or beyond_shared_records(question):
        return None
    return deny(
        Rule.A03,
        f"Ditt uppdrag ger inte rätt att läsa {_the(question)}.",
        "Be en kollega vars uppdrag omfattar det, eller fråga din chef om du"
        " behöver ett annat uppdrag.",
    )


def protected_identity_needs_permission(question: Question) -> Decision | None:
    """B03: protected identity needs a permission of its own (OSL 22 kap. 1 §).

    In danger to life a care provider may open it step by step; always reviewed.
    """
    permitted = question.actor.may_open_protected
    if permitted or question.subject.protection is Protection.NONE:
        return None
    situation = question.circumstances
    if not (situation.emergency and question.care_provider):
        return deny(
            Rule.B03,
            "Din behörighet räcker inte för att öppna de här uppgifterna.",
            "Fråga din chef vem på enheten som har behörigheten.",
        )
    if situation.glass is GlassStep.OPEN and question.reason:
        return None
    return break_glass(
        Rule.B03,
        GlassStep.OPEN,
        "Det krävs en särskild behörighet för att öppna uppgifterna.",
        "Är det fara för liv kan du öppna ändå. Ange varför. Öppningen granskas.",
    )


def plan_is_read_by_participants(question: Question) -> Decision | None:
    """B04: those who take part read the plan, when the person wants one."""
    if question.category is not Category.PLAN:
        return None
    if not question.party:
        return _plan_for_others(question)
    if _plan_consented(question):
        return None
    return need(
        Outcome.NEED_CONSENT,
        Rule.B04,
        "Personen har inte sagt ja till att planen delas.",
        "Fråga personen, eller vårdnadshavaren om barnet är litet, och anteckna"
        " svaret. Planen öppnas så fort samtycket finns.",
    )


def one_step_at_a_time(question: Question) -> Decision | None:
    """A04: first only that data exist at another unit; each further step is chosen."""
    kept_near = question.category in PROVIDER_RECORDS and question.same_provider
    if not kept_near or not question.other_unit:
        return None
    situation = question.circumstances
    if situation.depth is Depth.EXISTENCE:
        return allow(
            Rule.A04,
            Ground.READ_EXISTENCE,
            "Det finns uppgifter på en annan enhet.",
            extent=Extent.EXISTENCE,
        )
    if situation.active_choice or situation.glass:
        return None
    return need(
        Outcome.NEED_CHOICE,
        Rule.A04,
        "Uppgifterna finns på en annan enhet.",
        "Välj att visa dem om du behöver dem för vården. Valet sparas.",
    )


def _plan_for_others(question: Question) -> Decision | None:
    if question.circumstances.emergency and question.care_provider:
        return None  # the crisis plan is read by breaking the glass (A15)
    return deny(
        Rule.B04,
        "Din enhet deltar inte i personens plan.",
        "Be den som samordnar planen att bjuda in din enhet. Personen avgör själv.",
    )


def _plan_consented(question: Question) -> bool:
    if _plans_compulsory_care(question):
        return True
    consent = question.consent(ConsentScope.SIP)
    if consent is None:
        return question.subject.lacks_capacity and question.care_provider
    return consent


def _plans_compulsory_care(question: Question) -> bool:
    """LPT 7 a §: the patient's attitude is noted, and no consent is asked for.

    OSL 25 kap. 12 § 3 and 26 kap. 9 § 3: between authorities of care, not to others.
    """
    authority = question.actor.organisation_kind is not OrganisationKind.PRIVATE
    if not authority or question.domain not in OF_COMPULSORY_CARE:
        return False
    return any(
        relation.kind is RelationKind.COMPULSORY_PLAN
        and relation.in_force(question.now)
        for relation in question.subject.relations
    )


def _the(question: Question) -> str:
    return CATEGORY_IN_SWEDISH[question.category]
