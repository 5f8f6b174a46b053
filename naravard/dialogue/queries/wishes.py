"""How a person wants to be met, and whom she lets do what."""

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


def wishes_of(record: OpenRecord) -> WishesRow:
    """What she has told last, in two SQL; the language is the one of her card."""
    person = Person.objects.only("language", "interpreter").get(pk=record.person_id)
    told = ToldWishes.objects.filter(person_id=record.person_id).order_by("-at").first()
    spoken = {"language": person.language, "interpreter": person.interpreter}
    if told is None:
        return WishesRow(wishes=Wishes(**spoken))
    return WishesRow(
        wishes=Wishes(
            **spoken,
            interpreter_about=told.interpreter_about,
            easy_to_read=told.easy_to_read,
            channel=Channel(told.channel),
            place=PlaceOfCare(told.place),
            place_about=told.place_about,
        ),
        told_at=told.at,
        by_name=told.by_name,
    )


def reads_easily(actor: Actor) -> bool:
    """Whether somebody has chosen the easy-to-read edition for herself (one SQL)."""
    told = ToldWishes.objects.filter(person_id=actor.person_id).order_by("-at")
    return bool(told.values_list("easy_to_read", flat=True).first())


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
