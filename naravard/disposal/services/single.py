"""Erases one record, or one thing in it, that must not be there whatever its age."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from naravard.core.clock import day_of
from naravard.disposal.models import Decision, Item
from naravard.disposal.rules import Approval, Ground, NothingToErase, check_said
from naravard.disposal.services.approving import sign
from naravard.disposal.services.erasing import ERASE, finish
from naravard.operation.retention import Kept
from naravard.people.models import Organisation

SOURCES = {
    Ground.DESTRUCTION: "Patientdatalagen (2008:355) 8 kap. 4 §",
    Ground.WRONG_PERSON: "Dataskyddsförordningen (EU) 2016/679 artikel 5.1 d och 17",
}
HELD = """
SELECT min(entered_on), max(entered_on) FROM disposal_held
WHERE organisation_id = %s AND kept = %s AND person_id = %s
AND (%s::uuid IS NULL OR id = %s::uuid)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Single:
    """Whose record by which owner, or which thing in it, and why it goes."""

    person_id: UUID
    owner: str  # the organisation's key
    kept: Kept
    ground: Ground
    object_id: UUID | None = None


@transaction.atomic
def erase_single(*, single: Single, approval: Approval, now: datetime) -> int:
    """Erase it, and write the protocol; returns the decision's number.

    What others were given stays theirs until they decide too. Raises NothingToErase,
    ReferenceMissing and NotOwnersOfficer.
    """
    check_said(approval)
    owner = Organisation.objects.filter(key=single.owner).first()
    if owner is None:
        raise NothingToErase
    with connection.cursor() as cursor:
        thing = single.object_id
        cursor.execute(HELD, [owner.pk, single.kept, single.person_id, thing, thing])
        oldest, newest = cursor.fetchone()
    if oldest is None:
        raise NothingToErase
    decision = Decision(
        organisation=owner,
        kept=single.kept,
        ground=single.ground,
        source=SOURCES[single.ground],
        before=day_of(now),
        proposed=1,
        oldest=oldest,
        newest=newest,
        made_at=now,
        began_at=now,
    )
    sign(decision=decision, approval=approval, now=now)
    decision.save()
    item = Item.objects.create(
        decision=decision, person_id=single.person_id, object_id=thing
    )
    with connection.cursor() as cursor:
        cursor.execute(ERASE, [day_of(now), [item.pk]])
    finish(number=decision.pk, now=now)
    return decision.pk
