"""What the acts ask of a plan, each as one rule in plain Swedish."""

from naravard.plan.readings import living
from naravard.plan.rules.content import Content
from naravard.plan.rules.kinds import PassageKind, Principal, ReviewOf, TeamRole
from naravard.plan.rules.legal import PersonFacts, Rule
from naravard.plan.rules.wholeness import has_one_responsible

SIP_LAW = "HSL 16 kap. 4 §, SoL 10 kap. 8–9 §§"
SIP_CONTENT = "HSL 16 kap. 4 § andra stycket, SoL 10 kap. 8 §"
PRINCIPALS = frozenset({Principal.REGION, Principal.MUNICIPALITY})
ADULT_FROM = 18  # years


def says(content: Content, kind: PassageKind) -> bool:
    """Whether something is written about the matter."""
    return bool(content.passage(kind).strip())


def has_role(content: Content, facts: PersonFacts, *roles: TeamRole) -> bool:
    """Whether somebody in the team today has one of the roles."""
    return any(
        one.role in roles
        and (one.from_on is None or one.from_on <= facts.today)
        and (one.to_on is None or facts.today <= one.to_on)
        for one in content.team
    )


def took_part_or_why_not(content: Content, _: PersonFacts) -> bool:
    """The person took part, or it is written why not."""
    return content.header.took_part is True or says(
        content, PassageKind.WHY_NOT_TAKING_PART
    )


def _has_principal(content: Content, principal: Principal) -> bool:
    return any(one.principal is principal for one in living(content))


def _both_principals(content: Content, _: PersonFacts) -> bool:
    both = all(_has_principal(content, one) for one in PRINCIPALS)
    return both or says(content, PassageKind.WHY_ONE_PRINCIPAL)


def _childs_view(content: Content, facts: PersonFacts) -> bool:
    grown = facts.age is None or facts.age >= ADULT_FROM
    return grown or says(content, PassageKind.CHILDS_VIEW)


def review_ahead(content: Content, facts: PersonFacts, of: ReviewOf) -> bool:
    """Whether a review of this kind is still to come, or overdue and not done."""
    return any(one.of is of and one.done_on is None for one in content.reviews)


CONSENT = Rule(
    code="consent",
    text="Personen har inte sagt ja till planen, eller har tagit tillbaka sitt ja.",
    source="HSL 16 kap. 4 § första stycket, SoL 10 kap. 8 §",
    holds=lambda _, facts: facts.consented and not facts.withdrawn,
)
WHAT_MATTERS = Rule(
    code="what_matters",
    text="Det står inte vad som är viktigt för personen, med egna ord.",
    source="PatL 5 kap. 1 §, SoL 3 kap.",
    section="passages",
    holds=lambda content, _: says(content, PassageKind.WHAT_MATTERS),
)
A_NEED = Rule(
    code="need",
    text="Inget behov är beskrivet.",
    source=f"{SIP_CONTENT} 1",
    section="needs",
    holds=lambda content, _: any(not one.closed for one in content.needs),
)
AN_ACTIVITY = Rule(
    code="activity",
    text="Ingen insats är beskriven.",
    source=f"{SIP_CONTENT} 1",
    section="activities",
    holds=lambda content, _: bool(living(content)),
)
ONE_RESPONSIBLE = Rule(
    code="responsible",
    text="Någon insats saknar ansvarig, eller har fler än en.",
    source=f"{SIP_CONTENT} 2",
    section="activities",
    holds=lambda content, _: all(has_one_responsible(one) for one in living(content)),
)
BOTH_PRINCIPALS = Rule(
    code="both_principals",
    text="Regionen och kommunen ska båda ha en insats, eller så ska det stå varför"
    " bara den ena har det.",
    source=f"{SIP_CONTENT} 2",
    section="activities",
    holds=_both_principals,
)
OTHERS_MEASURES = Rule(
    code="others",
    text="Det står inte vad andra gör, eller att ingen annan gör något.",
    source=f"{SIP_CONTENT} 3",
    section="header",
    holds=lambda content, _: (
        content.header.others_listed
        or says(content, PassageKind.OTHERS_MEASURES)
        or _has_principal(content, Principal.OTHER)
    ),
)
OVERALL_PRINCIPAL = Rule(
    code="overall_principal",
    text="Det är inte bestämt om regionen eller kommunen har det övergripande"
    " ansvaret.",
    source=f"{SIP_CONTENT} 4",
    section="header",
    holds=lambda content, _: content.header.overall_principal in PRINCIPALS,
)
REVIEW_DAY = Rule(
    code="review",
    text="Ingen dag är bestämd för uppföljning.",
    source="SoL 10 kap. 9 §; Socialstyrelsens vägledning: planen följs upp fortlöpande",
    section="reviews",
    holds=lambda content, facts: review_ahead(content, facts, ReviewOf.PLAN),
)
TOOK_PART = Rule(
    code="took_part",
    text="Det står inte att personen var med och gjorde planen, eller varför inte.",
    source="HSL 16 kap. 4 § första stycket, SoL 10 kap. 9 §",
    section="header",
    holds=took_part_or_why_not,
)
CHILDS_VIEW = Rule(
    code="childs_view",
    text="Barnets egen åsikt saknas.",
    source="SoL 3 kap. 1–4 §§, barnkonventionen artikel 12",
    section="passages",
    holds=_childs_view,
)
NAMED_CONTACT = Rule(
    code="named_contact",
    text="Det finns ingen fast vårdkontakt.",
    source="PatL 6 kap. 2 §",
    section="team",
    holds=lambda content, facts: has_role(content, facts, TeamRole.NAMED_CONTACT),
)
NEEDS_OWNED = Rule(
    code="needs_owned",
    text="Ett behov har ingen som ansvarar för det.",
    source=f"{SIP_CONTENT} 2",
    section="needs",
    holds=lambda content, _: not content.unowned_needs,
)
COORDINATOR = Rule(
    code="coordinator",
    text="Ingen är utsedd att samordna planen.",
    source="Östergötlands arbetssätt SVOP; ej lagkrav",
    section="header",
    holds=lambda content, _: content.member(content.header.coordinator_id) is not None,
)

# All that a samordnad individuell plan must have before it holds (V-SIP).
SIP_RULES = (
    CONSENT,
    WHAT_MATTERS,
    A_NEED,
    AN_ACTIVITY,
    ONE_RESPONSIBLE,
    BOTH_PRINCIPALS,
    OTHERS_MEASURES,
    OVERALL_PRINCIPAL,
    REVIEW_DAY,
    TOOK_PART,
    CHILDS_VIEW,
)
