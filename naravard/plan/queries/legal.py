"""The plan read as the legal plans it must satisfy, and what each still lacks."""

from dataclasses import replace
from datetime import datetime

from naravard.access.rules import Extent, OpenRecord, age_on
from naravard.core.clock import day_of
from naravard.people.models import Person
from naravard.plan.catalogue import legal_plan
from naravard.plan.definition import LegalPlan
from naravard.plan.models import Signature
from naravard.plan.queries.heads import plan_of
from naravard.plan.rows import PlanRow, SignatureRow, ViewStanding
from naravard.plan.rules.kinds import View
from naravard.plan.rules.legal import Document, PersonFacts
from naravard.plan.rules.signing import Signed, awaiting, digest_of, still_signed_by
from naravard.plan.stored import SCHOOL


def document_of(record: OpenRecord, view: View, now: datetime) -> Document | None:
    """The plan read as one legal plan, as far as the record shows."""
    plan = plan_of(record, now)
    if plan is None:
        return None
    return legal_plan(view).document(plan.content, facts_of(plan, now))


def documents_of(record: OpenRecord, now: datetime) -> tuple[Document, ...]:
    """The plan read as each of the legal plans it is to be."""
    plan = plan_of(record, now)
    if plan is None:
        return ()
    facts = facts_of(plan, now)
    return tuple(
        legal_plan(view).document(plan.content, facts)
        for view in plan.content.header.views
    )


def standings_of(record: OpenRecord, now: datetime) -> tuple[ViewStanding, ...]:
    """How each legal plan this plan is to be stands; only to those who read it all."""
    plan = plan_of(record, now)
    if plan is None or plan.extent is not Extent.ALL:
        return ()
    return standings(plan, now)


def standings(plan: PlanRow, now: datetime) -> tuple[ViewStanding, ...]:
    """How each legal plan stands, of a plan that has been read already."""
    signatures = tuple(
        Signature.objects.filter(plan_id=plan.head.plan_id)
        .select_related("unit")
        .order_by("at", "pk")
    )
    facts = facts_of(plan, now)
    return tuple(
        _standing(legal_plan(view), plan, facts, signatures)
        for view in plan.content.header.views
    )


def facts_of(plan: PlanRow, now: datetime) -> PersonFacts:
    """What the legal plans must know beside what the plan says."""
    person = Person.objects.only("birth_date").get(pk=plan.head.person_id)
    present = [party for party in plan.parties if party.left_at is None]
    return PersonFacts(
        today=day_of(now),
        age=age_on(person.birth_date, day_of(now)),
        consented=plan.head.consented,
        unit_names=plan.unit_names,
        related_names=plan.related_names,
        must_sign=tuple(party.unit_id for party in present),
        school_takes_part=any(party.unit_kind in SCHOOL for party in present),
    )


def _standing(
    legal: LegalPlan,
    plan: PlanRow,
    facts: PersonFacts,
    signatures: tuple[Signature, ...],
) -> ViewStanding:
    under = [one for one in signatures if one.view == legal.view]
    signed = tuple(Signed(unit_id=one.unit_id, digest=one.digest) for one in under)
    digest = digest_of(legal.document(plan.content, facts))
    holding = still_signed_by(signed, digest)
    return ViewStanding(
        view=legal.view,
        title=legal.title,
        law=legal.law,
        verified=legal.verified,
        missing=legal.missing(plan.content, replace(facts, signed_by=holding)),
        signatures=tuple(
            SignatureRow(
                view=legal.view,
                unit_id=one.unit_id,
                unit=one.unit.name,
                by_name=one.by_name,
                at=one.at,
                version=one.version,
                still_holds=one.digest == digest,
            )
            for one in under
        ),
        awaits_signature=(
            awaiting(facts.must_sign, signed, digest) if legal.signed else ()
        ),
    )
