"""Writes who stands close to a person: guardians, relatives and trustees."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from django.db import transaction

from naravard.people.models import RelatedPerson
from naravard.people.roles import RelatedKind


@transaction.atomic
def add_related(
    *,
    person_id: UUID,
    name: str,
    kind: RelatedKind,
    relation: str,
    valid_from: date,
    valid_to: date | None = None,
    phone: str = "",
    may_read: bool = False,
    may_act: bool = False,
    other_id: UUID | None = None,
    related_id: UUID | None = None,
) -> UUID:
    """Write a guardian (FB 6 kap.), relative or trustee; `may_read` is her mandate.

    `may_act` lets somebody who reads also propose times and write goals for the person.
    """
    related = RelatedPerson.objects.create(
        pk=related_id or uuid4(),
        person_id=person_id,
        other_id=other_id,
        name=name,
        kind=kind,
        relation=relation,
        phone=phone,
        may_read=may_read,
        may_act=may_read and may_act,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    return related.pk


@transaction.atomic
def end_related(*, related_id: UUID, last_day: date) -> None:
    """End a guardianship or mandate; what it let somebody see stays in the log."""
    RelatedPerson.objects.filter(pk=related_id).update(valid_to=last_day)


@transaction.atomic
def forget_related(*, related_id: UUID, today: date) -> None:
    """Take somebody away from those close to a person, from this moment.

    Days are inclusive, so the last day is yesterday, also for whom it began today.
    """
    yesterday = today - timedelta(days=1)
    related = RelatedPerson.objects.select_for_update().get(pk=related_id)
    related.may_read = related.may_act = False
    related.valid_from = min(related.valid_from, yesterday)
    related.valid_to = yesterday
    related.save(
        update_fields=["may_read", "may_act", "valid_from", "valid_to"],
    )


@transaction.atomic
def describe_related(*, related_id: UUID, name: str, relation: str, phone: str) -> None:
    """Write anew what somebody close is called and how she is reached."""
    RelatedPerson.objects.filter(pk=related_id).update(
        name=name, relation=relation, phone=phone
    )


@transaction.atomic
def set_mandate(
    *, related_id: UUID, may_read: bool, may_act: bool, last_day: date | None = None
) -> None:
    """Let a relative read, and act too, or neither; who may decide is tried above."""
    RelatedPerson.objects.filter(pk=related_id).update(
        may_read=may_read,
        may_act=may_read and may_act,
        mandate_to=last_day if may_read else None,
    )
