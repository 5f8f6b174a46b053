"""Searching among persons, and lists of many persons (A21, A22)."""

from naravard.access.rules.actors import Actor, ActorKind, Domain, domain_of
from naravard.access.rules.data import Purpose, SearchTerm
from naravard.access.rules.decisions import Decision, Rule, allow, deny
from naravard.access.rules.grounds import Ground
from naravard.people.roles import Role

# PDL 2 kap. 8 §: never by sensitive data, offences or that somebody had assistance.
NEVER_SEARCHED_BY = frozenset(
    {SearchTerm.SENSITIVE, SearchTerm.OFFENCE, SearchTerm.SOCIAL_ASSISTANCE}
)
# Only health care may search by health; social care may not search free text.
HEALTH_TERMS = frozenset({SearchTerm.HEALTH, SearchTerm.COMPULSORY_CARE})
SOCIAL_DOMAINS = frozenset({Domain.ELDERLY_AND_DISABILITY, Domain.CHILD_AND_FAMILY})
HEALTH_DOMAINS = frozenset({Domain.REGION_HEALTH, Domain.MUNICIPAL_HEALTH})

# SoLPuL 7 a §: what a list of sensitive data in social services may be made for.
PURPOSES_OF_SENSITIVE_LISTS = frozenset({Purpose.FOLLOW_UP})


def decide_search(actor: Actor, terms: frozenset[SearchTerm]) -> Decision:
    """A21: whether somebody may search persons by these terms."""
    closed = _nobody_listed_for(actor)
    if closed:
        return closed
    domain = domain_of(actor.unit_kind, actor.organisation_kind)
    if terms & NEVER_SEARCHED_BY:
        return _not_a_search_term("känsliga uppgifter, brott eller bistånd")
    if terms & HEALTH_TERMS and domain not in HEALTH_DOMAINS:
        return _not_a_search_term("hälsa eller tvångsvård utanför vården")
    if SearchTerm.FREE_TEXT in terms and domain not in HEALTH_DOMAINS:
        return _not_a_search_term("fritext utanför vården")
    return allow(Rule.A21, Ground.READ_LIST, "Sökningen är tillåten och loggas.")


def decide_list(actor: Actor, *, purpose: Purpose, sensitive: bool = False) -> Decision:
    """A22: whether somebody may see a list of persons with such data."""
    closed = _nobody_listed_for(actor)
    if closed:
        return closed
    domain = domain_of(actor.unit_kind, actor.organisation_kind)
    social = domain in SOCIAL_DOMAINS
    if social and sensitive and purpose not in PURPOSES_OF_SENSITIVE_LISTS:
        return deny(
            Rule.A22,
            "En lista i socialtjänsten får inte visa känsliga uppgifter.",
            "Ta bort de känsliga uppgifterna ur listan, eller öppna en person i taget.",
        )
    return allow(Rule.A22, Ground.READ_LIST, "Listan hör till enhetens arbete.")


def _nobody_listed_for(actor: Actor) -> Decision | None:
    if actor.role is Role.DECISION_MAKER:
        return deny(
            Rule.B01,
            "Som beslutsfattare ser du summor, aldrig enskilda personer.",
            "Öppna uppföljningen.",
        )
    if actor.kind in {ActorKind.PERSON, ActorKind.RELATIVE}:
        return deny(
            Rule.C01,
            "Listor över personer är till för personal.",
            "På din egen sida ser du det som gäller dig.",
        )
    if actor.kind is ActorKind.STAFF and not actor.assignment_id:
        return deny(
            Rule.A01,
            "Du har inget uppdrag valt.",
            "Logga in igen och välj det uppdrag du arbetar i.",
        )
    return None


def _not_a_search_term(what: str) -> Decision:
    return deny(
        Rule.A21,
        f"Det går inte att söka personer på {what}.",
        "Sök på namn eller personnummer.",
    )
