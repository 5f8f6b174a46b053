"""One question of access, with what follows from its facts worked out once."""

from dataclasses import dataclass
from datetime import datetime

from naravard.access.rules.actors import CARE_PROVIDERS, Actor, Domain, domain_of
from naravard.access.rules.data import PROVIDER_RECORDS, Category
from naravard.access.rules.facts import (
    CHILD_CONSENTS_FROM,
    BlockKind,
    Circumstances,
    ConsentScope,
    RecordFacts,
    SubjectFacts,
    age_on,
    consent_to,
)
from naravard.access.rules.relations import PARTY_RELATIONS, RelationFacts, strongest
from naravard.core.clock import day_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """May this actor see this about this person, here and now?"""

    actor: Actor
    subject: SubjectFacts
    record: RecordFacts
    circumstances: Circumstances
    now: datetime
    domain: Domain
    age: int | None
    relation: RelationFacts | None
    party: bool

    @property
    def category(self) -> Category:
        """The kind of data asked for."""
        return self.record.category

    @property
    def care_provider(self) -> bool:
        """Whether the asking unit is a health care provider (vårdgivare)."""
        return self.domain in CARE_PROVIDERS

    @property
    def same_provider(self) -> bool:
        """Whether the unit's own authority keeps the data."""
        return (
            self.record.owner_organisation_id is not None
            and self.record.owner_organisation_id == self.actor.organisation_id
            and self.record.owner_domain is self.domain
        )

    @property
    def elsewhere(self) -> bool:
        """Whether another provider keeps the data, and the unit is no party to it."""
        kept = self.category in PROVIDER_RECORDS or self.category in PARTY_RELATIONS
        return kept and not self.party and not self.same_provider

    @property
    def other_unit(self) -> bool:
        """Whether a named other unit keeps the data."""
        owner = self.record.owner_unit_id
        return owner is not None and owner != self.actor.unit_id

    @property
    def child_cannot_consent(self) -> bool:
        """Whether the person is a child too young to consent herself."""
        return self.age is not None and self.age < CHILD_CONSENTS_FROM

    @property
    def reason(self) -> str:
        """The stated reason, without surrounding space."""
        return self.circumstances.reason.strip()

    @property
    def inner_blocked(self) -> bool:
        """Whether the person has closed this data to her provider's other units."""
        if not self.same_provider or self.party:
            return False
        owner = self.record.owner_unit_id
        return any(
            block.kind is BlockKind.INNER
            and block.organisation_id == self.actor.organisation_id
            and block.unit_id != self.actor.unit_id
            and owner in {None, block.unit_id}
            for block in self.subject.blocks
        )

    @property
    def outer_blocked(self) -> bool:
        """Whether the person has closed this data to other providers."""
        owner = self.record.owner_organisation_id
        return self.elsewhere and any(
            block.kind is BlockKind.OUTER and owner in {None, block.organisation_id}
            for block in self.subject.blocks
        )

    def consent(self, scope: ConsentScope) -> bool | None:
        """The person's latest word in force: yes, no, or nothing said."""
        return consent_to(scope, self.subject.consents, self.now)


def ask(
    *,
    actor: Actor,
    subject: SubjectFacts,
    record: RecordFacts,
    circumstances: Circumstances,
    now: datetime,
) -> Question:
    """Work out domain, age and relation, and put the question."""
    party_kinds = PARTY_RELATIONS.get(record.category, frozenset())
    return Question(
        actor=actor,
        subject=subject,
        record=record,
        circumstances=circumstances,
        now=now,
        domain=domain_of(actor.unit_kind, actor.organisation_kind),
        age=age_on(subject.birth_date, day_of(now)),
        relation=strongest(subject.relations, now),
        party=any(
            relation.kind in party_kinds and relation.in_force(now)
            for relation in subject.relations
        ),
    )
