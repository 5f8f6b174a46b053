"""How a person wants to be met, and whom she lets do what."""

from dataclasses import replace

from django.db.models import Q

from naravard.access.rules import Actor, OpenRecord
from naravard.core.clock import day_of
from naravard.dialogue.models import ToldWishes
from naravard.dialogue.rows import MandateRow, WishesRow
from naravard.dialogue.rules.wishes import (
    Channel,
    PlaceOfCare,
    Wishes,
    mandate_of,
)
from naravard.people.models import Person, RelatedPerson
from naravard.people.roles import RelatedKind

CARD = ("language", "interpreter", "easy_to_read")


def wishes_of(record: OpenRecord) -> WishesRow:
    """What she has told last, in two SQL; the language is the one of her card."""
    person = Person.objects.only(*CARD).get(pk=record.person_id)
    told = ToldWishes.objects.filter(person_id=record.person_id).order_by("-at").first()
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
        by_name=told.by_name,
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
            kind=RelatedKind(row.kind),
            mandate=mandate_of(may_read=row.may_read, may_act=row.may_act),
            can_sign_in=row.other_id is not None,
        )
        for row in rows
    )
