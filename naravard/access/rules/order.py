"""The rules in the order they are tried; the first that answers decides."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from naravard.access.rules import blocks, inhabitants, shared_records, staff
from naravard.access.rules.actors import Actor, ActorKind, Domain
from naravard.access.rules.data import Category, Extent
from naravard.access.rules.decisions import Decision, Rule, allow, deny
from naravard.access.rules.facts import Circumstances, RecordFacts, SubjectFacts
from naravard.access.rules.grounds import READING_GROUNDS, Ground
from naravard.access.rules.question import Question, ask
from naravard.access.rules.reach import OWN_PARTS_OF_PLAN
from naravard.access.rules.relations import GROUND_OF_RELATION, RelationKind
from naravard.people.roles import Protection

TECHNICAL_CATEGORIES = frozenset(
    {Category.PERSON_CARD, Category.PLAN, Category.DISCHARGE_CASE}
)


def same_health_care(question: Question) -> Decision | None:
    """A18: one region's health care, or one municipality's, is one provider."""
    if not (question.same_provider and question.care_provider):
        return None
    if not (question.other_unit or _case_of_own_region(question)):
        return None
    return allow(
        Rule.A18,
        _ground_of_relation(question),
        "Uppgifterna finns inom samma hälso- och sjukvård. " + _why(question),
        review=_stated(question),
    )


def same_municipal_care(question: Question) -> Decision | None:
    """A19: one municipality's care of elderly and disabled persons may exchange."""
    of_care = question.domain is Domain.ELDERLY_AND_DISABILITY
    if not (question.same_provider and of_care and question.other_unit):
        return None
    return allow(
        Rule.A19,
        _ground_of_relation(question),
        "Uppgifterna finns inom samma kommuns omsorg. " + _why(question),
        review=_stated(question),
    )


def technical_processing(question: Question) -> Decision | None:
    """A20: the system stores and moves data; it never reads for a human."""
    if question.category in TECHNICAL_CATEGORIES:
        return allow(
            Rule.A20, Ground.READ_TECHNICAL, "Systemet behandlar uppgiften tekniskt."
        )
    return deny(
        Rule.A20,
        "Systemet får inte läsa de här uppgifterna.",
        "Låt någon som deltar i vården öppna dem.",
    )


def own_data_in_a_relation(question: Question) -> Decision | None:
    """A02 again, at last: the unit's own data, or data it is party to."""
    own = question.same_provider or question.party
    if not own and question.category is not Category.PERSON_CARD:
        return None
    extent = Extent.ALL
    if question.category is Category.PLAN and question.actor.role in OWN_PARTS_OF_PLAN:
        extent = Extent.OWN_PARTS
    return allow(
        Rule.A02,
        _ground_of_relation(question),
        _why(question),
        extent=extent,
        review=_stated(question),
    )


def closed_unless_opened(question: Question) -> Decision:
    """A03: what no rule has opened stays closed."""
    return deny(
        Rule.A03,
        "Ingen regel ger dig rätt att läsa de här uppgifterna.",
        "Fråga den enhet som har uppgifterna, eller din chef.",
    )


Answer = Callable[[Question], Decision | None]

FOR_STAFF: tuple[Answer, ...] = (
    staff.signed_in_under_one_assignment,  # A01
    staff.decision_makers_see_no_person,  # B01
    staff.log_is_read_by_reviewers,  # B02
    staff.takes_part_in_the_care,  # A02
    staff.role_needs_the_data,  # A03
    staff.protected_identity_needs_permission,  # B03
    staff.plan_is_read_by_participants,  # B04
    staff.one_step_at_a_time,  # A04
    blocks.inner_block_closes,  # A05
    blocks.inner_block_is_lifted,  # A06
    blocks.data_is_made_available,  # A07
    blocks.others_see_that_data_exist,  # A08
    shared_records.available_for_one_without_capacity,  # A09
    shared_records.care_provider_reads,  # A10
    shared_records.social_care_reads,  # A11
    shared_records.care_provider_reads_without_capacity,  # A12
    shared_records.social_care_reads_without_capacity,  # A13
    blocks.blocked_data_in_danger,  # A14
    shared_records.emergency_opening,  # A15
    shared_records.nothing_else_opens,  # A16
    shared_records.outside_shared_records,  # A17
    same_health_care,  # A18
    same_municipal_care,  # A19
    own_data_in_a_relation,  # A02
)
FOR_INHABITANTS: tuple[Answer, ...] = (
    staff.signed_in_under_one_assignment,  # A01
    inhabitants.the_dead_are_not_read_online,  # C05
    inhabitants.child_reads_from_sixteen,  # C02
    inhabitants.person_reads_her_own,  # C01
    inhabitants.guardian_reads_until_thirteen,  # C03
    inhabitants.relative_reads_by_mandate,  # C04
)
RULES_OF: dict[ActorKind, tuple[Answer, ...]] = {
    ActorKind.STAFF: FOR_STAFF,
    ActorKind.PERSON: FOR_INHABITANTS,
    ActorKind.RELATIVE: FOR_INHABITANTS,
    ActorKind.SYSTEM: (technical_processing,),  # A20
}


def decide(
    *,
    actor: Actor,
    subject: SubjectFacts,
    record: RecordFacts,
    now: datetime,
    circumstances: Circumstances | None = None,
) -> Decision:
    """Whether the actor may read this record about this person, and why.

    Never raises; a no always names its rule and what to do about it.
    """
    return answer(
        ask(
            actor=actor,
            subject=subject,
            record=record,
            circumstances=circumstances or Circumstances(),
            now=now,
        )
    )


def answer(question: Question) -> Decision:
    """The first rule's answer; no answer at all is a no."""
    for rule in RULES_OF[question.actor.kind]:
        decision = rule(question)
        if decision is not None:
            return _reviewed(question, decision)
    return closed_unless_opened(question)


def _reviewed(question: Question, decision: Decision) -> Decision:
    """What staff open on their word alone, and protected identities, are looked at."""
    if question.actor.kind is not ActorKind.STAFF:
        return decision
    protected = question.subject.protection is not Protection.NONE
    if protected or (decision.allowed and _on_own_word(question)):
        return replace(decision, review=True)
    return decision


def _on_own_word(question: Question) -> bool:
    """Whether nothing but a stated reason ties the unit to the person."""
    relation = question.relation
    tied = relation is not None and relation.kind is not RelationKind.STATED
    return bool(question.reason or relation) and not tied


def _case_of_own_region(question: Question) -> bool:
    return question.category is Category.DISCHARGE_CASE and not question.party


def _ground_of_relation(question: Question) -> Ground:
    if question.relation is None:
        return Ground.READ_STATED if question.reason else Ground.READ_CERTIFICATE
    return GROUND_OF_RELATION[question.relation.kind]


def _why(question: Question) -> str:
    return READING_GROUNDS[_ground_of_relation(question)].why


def _stated(question: Question) -> bool:
    return _ground_of_relation(question) is Ground.READ_STATED
