"""How a person wants to be met, and whom she lets do what."""

from dataclasses import replace
from datetime import date

from django.db.models import Q

from naravard.access.rules import Actor, OpenRecord
from naravard.core.clock import day_of
from naravard.dialogue.models import ToldWishes
from naravard.dialogue.rows import MandateRow, WishesRow
from naravard.dialogue.rules.wishes import (
    Channel,
    Mandate,
    PlaceOfCare,
    Wishes,
    mandate_of,
)
from naravard.people.models import Person, RelatedPerson
from naravard.people.roles import RelatedKind
from naravard.plan.rules.kinds import Author

CARD = ("language", "interpreter", "easy_to_read")


def wishes_of(record: OpenRecord) -> WishesRow:
    """What she has told last, in two SQL; the language is the one of her card."""
    person = Person.objects.only(*CARD).get(pk=record.person_id)
    told = (
        ToldWishes.objects.filter(person_id=record.person_id)
        .select_related("unit")
        .order_by("-at")
        .first()
    )
    wishes = Wishes(
        language=person.language,
        interpreter=person.interpreter,
        easy_to_read=person.easy_to_read,
    )
    if told is None:
        return WishesRow(wishes=wishes)
    return WishesRow(
        wishes=replace(
            wishes,
            interpreter_about=told.interpreter_about,
            channel=Channel(told.channel),
            place=PlaceOfCare(told.place),
            place_about=told.place_about,
        ),
        told_at=told.at,
        author=Author(told.author),
        by_name=told.by_name,
        unit=told.unit.name if told.unit else "",
    )


def reads_easily(actor: Actor) -> bool:
    """Whether somebody has chosen the easy-to-read edition for herself (one SQL)."""
    chosen = Person.objects.filter(easy_to_read=True)
    return actor.person_id is not None and chosen.filter(pk=actor.person_id).exists()


def mandates_of(record: OpenRecord) -> tuple[MandateRow, ...]:
    """Those close to her today and what each may do here, by name."""
    today = day_of(record.opened_at)
    rows = RelatedPerson.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=today),
        person_id=record.person_id,
        valid_from__lte=today,
    ).order_by("kind", "name", "pk")
    return tuple(
        MandateRow(
            related_id=row.pk,
            name=row.name,
            relation=row.relation,
            phone=row.phone,
            kind=RelatedKind(row.kind),
            mandate=_mandate_on(row, today),
            last_day=row.mandate_to,
            can_sign_in=row.other_id is not None,
        )
        for row in rows
    )


def _mandate_on(row: RelatedPerson, today: date) -> Mandate:
    """What she may do that day; a mandate past its last day is none."""
    if row.mandate_to is not None and row.mandate_to < today:
        return Mandate.NONE
    return mandate_of(may_read=row.may_read, may_act=row.may_act)
