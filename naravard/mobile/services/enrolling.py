"""Takes people into a team by its criteria, and lets them leave it with a reason."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor, Category, RelationKind
from naravard.core.errors import NotFound
from naravard.mobile import queries
from naravard.mobile.models import Enrolment, Visit
from naravard.mobile.rules.enrolling import check_end, check_enrolment, judge
from naravard.mobile.rules.states import VisitState

STILL_TO_MAKE = (VisitState.WAITING, VisitState.PLANNED, VisitState.BEGUN)


def enrol(
    *,
    actor: Actor,
    person_id: UUID,
    from_unit_id: UUID,
    now: datetime,
    criteria: tuple[str, ...] = (),
    reason: str = "",
    named_contact: UUID | None = None,
) -> Enrolment:
    """The person belongs to the actor's team from now on, or does already.

    `criteria` are those of the team's that hold. Raises EnrolmentNeedsAReason when they
    are too few and nothing is said, and NotFound for a contact outside the team.
    """
    assert actor.unit_id is not None
    if named_contact is not None:
        queries.check_member(actor, named_contact)
    is_in = {"person_id": person_id, "team_id": actor.unit_id, "ended_at": None}
    known = Enrolment.objects.filter(**is_in).first()
    if known is not None:
        return _with_contact(known, named_contact)
    asked = queries.own_team(actor).criteria
    judged = judge(asked, criteria)
    check_enrolment(asked, judged, reason)
    enrolment, is_new = Enrolment.objects.get_or_create(
        **is_in,
        defaults={
            "referred_by_id": from_unit_id,
            "criteria": list(judged.met),
            "unmet": list(judged.unmet),
            "reason": reason.strip(),
            "named_contact_id": named_contact,
            "decided_at": now,
            "decided_by_id": actor.assignment_id,
        },
    )
    if is_new:
        access.relate(
            person_id=person_id,
            unit_ids=(actor.unit_id,),
            kind=RelationKind.ENROLLED,
            source=enrolment.pk,
            starts_at=now,
        )
        access.note_change(
            actor=actor,
            person_id=person_id,
            what="enrolled_in_team",
            object_id=enrolment.pk,
            now=now,
        )
    return enrolment


@transaction.atomic
def end_enrolment(
    *, actor: Actor, enrolment_id: UUID, reason: str, now: datetime
) -> UUID:
    """The person belongs to the actor's team no more; returns whose enrolment it was.

    Raises AccessDenied, NotFound, EndNeedsAReason and StillToVisit.
    """
    enrolment = _ours(actor, enrolment_id, now)
    still = Visit.objects.filter(
        person_id=enrolment.person_id,
        team_id=enrolment.team_id,
        state__in=STILL_TO_MAKE,
    )
    check_end(reason, still.count())
    enrolment.ended_at = now
    enrolment.ended_by_id = actor.assignment_id
    enrolment.end_reason = reason.strip()
    enrolment.save(update_fields=["ended_at", "ended_by", "end_reason"])
    access.end_relations(
        source=enrolment.pk, ends_at=now, kinds=[RelationKind.ENROLLED]
    )
    access.note_change(
        actor=actor,
        person_id=enrolment.person_id,
        what="enrolment_ended",
        object_id=enrolment.pk,
        now=now,
    )
    return enrolment.person_id


def _ours(actor: Actor, enrolment_id: UUID, now: datetime) -> Enrolment:
    """An enrolment in the actor's team that has not ended, opened and held."""
    access.require(actor=actor, action=Action.TRIAGE_VISIT)
    found = (
        Enrolment.objects.select_for_update()
        .filter(pk=enrolment_id, team_id=actor.unit_id, ended_at=None)
        .first()
    )
    if found is None:
        raise NotFound("Inskrivningen finns inte i ert team, eller är redan avslutad.")
    access.open_record(
        actor=actor,
        person_id=found.person_id,
        now=now,
        category=Category.VISIT,
        action=Action.TRIAGE_VISIT,
        about=enrolment_id,
    )
    return found


def _with_contact(enrolment: Enrolment, named_contact: UUID | None) -> Enrolment:
    """Whoever belongs to the team already may get another contact."""
    if named_contact is not None and named_contact != enrolment.named_contact_id:
        enrolment.named_contact_id = named_contact
        enrolment.save(update_fields=["named_contact"])
    return enrolment
