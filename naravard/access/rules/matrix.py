"""Who may see what, as a page: every cell is asked of `decide` itself."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from uuid import UUID

from naravard.access.rules.actors import (
    Actor,
    ActorKind,
)
from naravard.access.rules.data import CATEGORY_IN_SWEDISH, Category, Extent
from naravard.access.rules.decisions import (
    LAW_OF_RULE,
    RULE_IN_SWEDISH,
    Decision,
    Outcome,
    Rule,
)
from naravard.access.rules.facts import (
    Circumstances,
    ConsentFacts,
    ConsentScope,
    RecordFacts,
    RelatedFacts,
    SubjectFacts,
    usual_purpose,
    usual_record,
)
from naravard.access.rules.order import decide
from naravard.access.rules.relations import RelationFacts, RelationKind
from naravard.people.roles import CareUnitKind, OrganisationKind, RelatedKind, Role

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
_PERSON = UUID(int=1)
OTHER = UUID(int=2)
HERE = UUID(int=3)
THERE = UUID(int=4)
_UNIT = UUID(int=5)
_ADULT = date(1943, 2, 14)

EXTENT_IN_SWEDISH = {
    Extent.OWN_PARTS: " (egna delar)",
    Extent.SHARED_PARTS: " (delade delar)",
    Extent.SUMMARY: " (sammanfattning)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One row of the matrix: who asks, and about whom."""

    title: str
    actor: Actor
    subject: SubjectFacts = field(
        default_factory=lambda: SubjectFacts(person_id=_PERSON, birth_date=_ADULT)
    )


def _staff(
    title: str, role: Role, unit: CareUnitKind, organisation: OrganisationKind
) -> Reader:
    actor = Actor(
        kind=ActorKind.STAFF,
        name=title,
        professional_id=OTHER,
        assignment_id=OTHER,
        unit_id=_UNIT,
        unit_kind=unit,
        organisation_id=HERE,
        organisation_kind=organisation,
        role=role,
    )
    return Reader(title=title, actor=actor)


def _herself(title: str, birth_date: date) -> Reader:
    return Reader(
        title=title,
        actor=Actor(kind=ActorKind.PERSON, name=title, person_id=_PERSON),
        subject=SubjectFacts(person_id=_PERSON, birth_date=birth_date),
    )


def _relative(
    title: str, kind: RelatedKind, birth_date: date, *, may_read: bool = False
) -> Reader:
    return Reader(
        title=title,
        actor=Actor(
            kind=ActorKind.RELATIVE,
            name=title,
            person_id=OTHER,
            on_behalf_of=_PERSON,
        ),
        subject=SubjectFacts(
            person_id=_PERSON,
            birth_date=birth_date,
            related=(RelatedFacts(kind=kind, may_read=may_read),),
        ),
    )


_REGION = OrganisationKind.REGION
_MUNICIPALITY = OrganisationKind.MUNICIPALITY
_PRIVATE = OrganisationKind.PRIVATE

READERS = (
    _staff("Läkare på avdelning", Role.PHYSICIAN, CareUnitKind.INPATIENT, _REGION),
    _staff(
        "Sjuksköterska på avdelning", Role.WARD_NURSE, CareUnitKind.INPATIENT, _REGION
    ),
    _staff(
        "Distriktssköterska på vårdcentral",
        Role.DISTRICT_NURSE,
        CareUnitKind.OPEN_CARE,
        _REGION,
    ),
    _staff(
        "Distriktssköterska på privat vårdcentral",
        Role.DISTRICT_NURSE,
        CareUnitKind.OPEN_CARE,
        _PRIVATE,
    ),
    _staff("Koordinator", Role.COORDINATOR, CareUnitKind.OPEN_CARE, _REGION),
    _staff("Enhetschef", Role.HEAD_OF_UNIT, CareUnitKind.OPEN_CARE, _REGION),
    _staff(
        "Kommunens sjuksköterska",
        Role.MUNICIPAL_NURSE,
        CareUnitKind.MUNICIPAL_HEALTH_CARE,
        _MUNICIPALITY,
    ),
    _staff(
        "Kommunens arbetsterapeut eller fysioterapeut",
        Role.THERAPIST,
        CareUnitKind.MUNICIPAL_HEALTH_CARE,
        _MUNICIPALITY,
    ),
    _staff(
        "Biståndshandläggare",
        Role.CARE_PLANNER,
        CareUnitKind.SOCIAL_SERVICES,
        _MUNICIPALITY,
    ),
    _staff("Hemtjänst", Role.HOME_CARE, CareUnitKind.SOCIAL_SERVICES, _MUNICIPALITY),
    _staff(
        "Socialsekreterare, individ och familj",
        Role.SOCIAL_WORKER,
        CareUnitKind.CHILD_AND_FAMILY,
        _MUNICIPALITY,
    ),
    _staff(
        "Skolsköterska", Role.SCHOOL_NURSE, CareUnitKind.SCHOOL_HEALTH, _MUNICIPALITY
    ),
    _staff(
        "Övrig elevhälsa",
        Role.PUPIL_WELFARE,
        CareUnitKind.PUPIL_WELFARE,
        _MUNICIPALITY,
    ),
    _staff("Logggranskare", Role.LOG_REVIEWER, CareUnitKind.OTHER, _REGION),
    _staff("Beslutsfattare", Role.DECISION_MAKER, CareUnitKind.OTHER, _REGION),
    _herself("Personen själv, 16 år eller äldre", date(2010, 3, 2)),
    _herself("Personen själv, 13–15 år", date(2010, 3, 3)),
    _herself("Personen själv, under 13 år", date(2017, 3, 2)),
    _relative(
        "Vårdnadshavare, barn under 13 år", RelatedKind.GUARDIAN, date(2013, 3, 3)
    ),
    _relative("Vårdnadshavare, barn 13–15 år", RelatedKind.GUARDIAN, date(2013, 3, 2)),
    _relative(
        "Vårdnadshavare, ungdom från 16 år", RelatedKind.GUARDIAN, date(2010, 3, 2)
    ),
    _relative(
        "Närstående med personens ja", RelatedKind.RELATIVE, _ADULT, may_read=True
    ),
    _relative("Närstående utan personens ja", RelatedKind.RELATIVE, _ADULT),
    _relative("God man med rätt att läsa", RelatedKind.TRUSTEE, _ADULT, may_read=True),
    Reader(
        title="Systemet",
        actor=Actor(kind=ActorKind.SYSTEM, name="Nära"),
    ),
)


def permission_matrix() -> str:
    """The whole page, in Markdown."""
    return "\n".join([*_HEAD, *_table(), "", *_rules(), ""])


def cell(reader: Reader, category: Category) -> str:
    """What one reader may see of one category, at its most generous."""
    alone = _decide(reader, category, relation=None, consented=False)
    related = _decide(reader, category, relation=relation_to(category), consented=False)
    consented = _decide(
        reader, category, relation=relation_to(category), consented=True
    )
    if alone.allowed:
        return "ja" + EXTENT_IN_SWEDISH.get(alone.extent, "")
    if related.allowed:
        return "R" + EXTENT_IN_SWEDISH.get(related.extent, "")
    if consented.allowed:
        return "R + S" + EXTENT_IN_SWEDISH.get(consented.extent, "")
    return "skäl" if consented.outcome is Outcome.NEED_REASON else "–"


_HEAD = (
    "# Vem får se vad",
    "",
    "Sidan är gjord av samma funktion som avgör varje fråga i drift",
    "(`naravard.access.rules.decide`). Ändra reglerna, inte sidan.",
    "",
    "- **ja**: utan vårdrelation (egna uppgifter, granskning, teknik)",
    "- **R**: med en pågående vårdrelation; utan den kan ett angivet skäl prövas",
    "- **R + S**: med vårdrelation och personens samtycke",
    "- **skäl**: bara när ett angivet skäl visar att uppgiften är nödvändig",
    "- **–**: aldrig direkt; uppgiften kan lämnas i ett meddelande med laglig grund",
    "",
    "Journaler avser den egna vårdgivarens när läsaren har en sådan, annars någon",
    "annans. Spärr, skyddade personuppgifter, nödläge och personer som saknar",
    "beslutsförmåga prövas därtill; se reglerna.",
    "",
)


def _table() -> list[str]:
    titles = [CATEGORY_IN_SWEDISH[category] for category in Category]
    rows = [
        "| "
        + " | ".join([reader.title, *(cell(reader, each) for each in Category)])
        + " |"
        for reader in READERS
    ]
    return [
        "| Läsare | " + " | ".join(titles) + " |",
        "| --- |" + " --- |" * len(titles),
        *rows,
    ]


def _rules() -> list[str]:
    rows = [
        f"| {rule.value} | {RULE_IN_SWEDISH[rule]} | {LAW_OF_RULE[rule]} |"
        for rule in Rule
    ]
    return [
        "## Reglerna i den ordning de prövas",
        "",
        "| Regel | Säger | Lag |",
        "| --- | --- | --- |",
        *rows,
    ]


def relation_to(category: Category) -> RelationFacts:
    kind = RelationKind.PLAN if category is Category.PLAN else RelationKind.CASE
    return RelationFacts(kind=kind, starts_at=NOW)


def _decide(
    reader: Reader,
    category: Category,
    *,
    relation: RelationFacts | None,
    consented: bool,
) -> Decision:
    consents = tuple(
        ConsentFacts(scope=scope, given=True, at=NOW) for scope in ConsentScope
    )
    return decide(
        actor=reader.actor,
        subject=replace(
            reader.subject,
            relations=(relation,) if relation else (),
            consents=consents if consented else (),
        ),
        record=record_of(reader.actor, category),
        circumstances=Circumstances(purpose=usual_purpose(reader.actor)),
        now=NOW,
    )


def record_of(actor: Actor, category: Category) -> RecordFacts:
    usual = usual_record(category, actor)
    same_school = (
        category is Category.SCHOOL_HEALTH_RECORD
        and actor.unit_kind is CareUnitKind.PUPIL_WELFARE
    )
    if usual.owner_organisation_id or same_school:
        return replace(usual, owner_organisation_id=HERE)
    return replace(usual, owner_organisation_id=THERE)
