"""Those who decide say yes, no, or no more; each takes effect at once."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import (
    Action,
    ActorKind,
    ConsentHow,
    ConsentScope,
    OpenRecord,
    RelationKind,
)
from naravard.core.clock import day_of
from naravard.core.errors import DomainError
from naravard.plan.models import Plan, PlanParty, PlanWord
from naravard.plan.queries.history import consent_facts
from naravard.plan.rules.consent import (
    Speaker,
    Standing,
    Word,
    may_speak,
    standing,
)
from naravard.plan.rules.process import BEFORE_CONSENT, MoveFacts, PlanStatus
from naravard.plan.services.file import (
    check_may,
    lock_plan,
    move,
)
from naravard.plan.services.parties import end_all_parts

# A no is respected; the offer is made again after so long. Our choice. [DES]
ASK_AGAIN_AFTER = timedelta(days=90)
# Only here does a no move the plan: elsewhere it has been said before, or the plan
# rests on LPT 7 a § and goes on with the no written down.
UNANSWERED = frozenset({PlanStatus.NEED_FLAGGED, PlanStatus.CONSENT_PENDING})


class NotAskedToSpeak(DomainError):
    """This one's yes or no does not decide about the plan."""

    rule = "FB 6 kap. 11 och 13 §§, SoL 3 kap. 4 §"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one speaker says: yes or no, how, and which guardian it is."""

    yes: bool
    speaker: Speaker = Speaker.PERSON
    related_id: UUID | None = None
    how: ConsentHow = ConsentHow.SPOKEN


@transaction.atomic
def say(*, record: OpenRecord, plan_id: UUID, said: Said, now: datetime) -> Standing:
    """Keep one speaker's yes or no; the plan opens when all who decide have said yes.

    A no stops at once what had been shared. The record may be opened for anything.
    Raises NotAskedToSpeak and AccessDenied.
    """
    check_may(record, Action.RECORD_CONSENT)
    plan = lock_plan(record, plan_id)
    facts = consent_facts(plan, record)
    _check_speaker(record, said)
    if not may_speak(said.speaker, said.related_id, facts):
        raise NotAskedToSpeak(
            "Det är inte den personens ja eller nej som avgör.",
            remedy="Se vems svar som väntas, och fråga dem.",
        )
    _keep(record, plan, said, now)
    stands = standing(_words(plan), facts)
    if stands.consented:
        _consented(record, plan, said, now)
    elif stands.declined:
        _declined(record, plan, said, now)
    return stands


@transaction.atomic
def withdraw(
    *, record: OpenRecord, plan_id: UUID, now: datetime, because: str = ""
) -> None:
    """The person, or one who decided, takes the yes back; nobody in staff reads on.

    Each unit keeps its own record of what it has signed and done. OSL 12 kap. 2 §.
    """
    check_may(record, Action.WITHDRAW_CONSENT)
    plan = lock_plan(record, plan_id)
    if plan.compulsory_since:
        raise NotAskedToSpeak(
            "Planen görs enligt LPT eller LRV och vilar inte på samtycke.",
            rule="LPT 7 a §, LRV 12 a §",
            remedy="Personens inställning skrivs i planen. Säg den till den som"
            " samordnar.",
        )
    _withdrawn(record, plan, now, because)


def _check_speaker(record: OpenRecord, said: Said) -> None:
    """An inhabitant speaks in her own name only; staff write down what others say."""
    actor = record.actor
    herself = said.speaker is Speaker.PERSON
    if actor.kind is ActorKind.PERSON and not herself:
        raise NotAskedToSpeak("Du svarar bara för dig själv.")
    if actor.kind is ActorKind.RELATIVE and herself:
        raise NotAskedToSpeak("Barnet, eller den du företräder, svarar själv.")


def _keep(record: OpenRecord, plan: Plan, said: Said, now: datetime) -> None:
    PlanWord.objects.bulk_create(
        [
            PlanWord(
                plan=plan,
                speaker=said.speaker,
                related_id=said.related_id,
                yes=said.yes,
                how=said.how,
                at=now,
                unit_id=record.actor.unit_id,
                assignment_id=record.actor.assignment_id,
            )
        ]
    )


def _words(plan: Plan) -> tuple[Word, ...]:
    return tuple(
        Word(
            speaker=Speaker(row.speaker),
            yes=row.yes,
            at=row.at,
            related_id=row.related_id,
        )
        for row in PlanWord.objects.filter(plan=plan).order_by("at", "pk")
    )


def _consented(record: OpenRecord, plan: Plan, said: Said, now: datetime) -> None:
    access.give_consent(
        record=record,
        scope=ConsentScope.SIP,
        how=said.how,
        now=now,
        source=plan.pk,
    )
    _rests_on_her_yes(plan, now)
    plan.asked_again_on = None
    if PlanStatus(plan.status) in BEFORE_CONSENT | {PlanStatus.WITHDRAWN}:
        plan.started_at = plan.started_at or now
        move(
            record=record,
            plan=plan,
            after=PlanStatus.PREPARING,
            facts=MoveFacts(consented=True),
            now=now,
        )
    else:
        plan.save(update_fields=["consented", "compulsory_since", "asked_again_on"])
    _relate_all(plan, now)


def _rests_on_her_yes(plan: Plan, now: datetime) -> None:
    """From her yes on it is hers to take back, also where LPT 7 a § carried it."""
    access.end_relations(
        source=plan.pk, ends_at=now, kinds=(RelationKind.COMPULSORY_PLAN,)
    )
    plan.consented = True
    plan.compulsory_since = None


def _relate_all(plan: Plan, now: datetime) -> None:
    """Those who take part may open the plan from now on."""
    access.relate(
        person_id=plan.person_id,
        unit_ids=tuple(
            PlanParty.objects.filter(plan=plan, left_at=None).values_list(
                "unit_id", flat=True
            )
        ),
        kind=RelationKind.PLAN,
        source=plan.pk,
        starts_at=now,
    )


def _declined(record: OpenRecord, plan: Plan, said: Said, now: datetime) -> None:
    if plan.consented:
        _withdrawn(record, plan, now, "")
        return
    plan.asked_again_on = ask_again_on(now)
    if PlanStatus(plan.status) not in UNANSWERED:
        plan.save(update_fields=["asked_again_on"])
    else:
        move(
            record=record,
            plan=plan,
            after=PlanStatus.DECLINED,
            facts=MoveFacts(),
            now=now,
        )
    access.decline_consent(
        record=record,
        scope=ConsentScope.SIP,
        how=said.how,
        now=now,
        source=plan.pk,
    )


def ask_again_on(now: datetime) -> date:
    """The day the offer is made again after a no."""
    return day_of(now + ASK_AGAIN_AFTER)


def _withdrawn(record: OpenRecord, plan: Plan, now: datetime, because: str) -> None:
    """The rows first, then the consent: from then on the database shows staff none."""
    plan.consented = False
    plan.asked_again_on = ask_again_on(now)
    move(
        record=record,
        plan=plan,
        after=PlanStatus.WITHDRAWN,
        facts=MoveFacts(),
        now=now,
        because=because,
    )
    end_all_parts(plan=plan, now=now)
    access.withdraw_consent(record=record, scope=ConsentScope.SIP, now=now)
