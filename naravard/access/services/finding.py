"""Finding a person by number or name: decided and logged like any other reading."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from naravard.access.rules import AccessDenied, Action, Actor, SearchTerm, decide_search
from naravard.access.services.trace import log
from naravard.people.queries import (
    PersonCard,
    find_by_identifier,
    search_by_name,
)

MOST = 20  # names in one answer; more is not a search


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Whom a search found, and whether it was by number."""

    people: tuple[PersonCard, ...]
    by_number: bool


@transaction.atomic
def find_person(*, actor: Actor, text: str, now: datetime) -> Found:
    """Whoever has the number, or those our unit knows by the name; one log row.

    Raises AccessDenied, and PersonNumberNotValid when a number is mistyped.
    """
    by_number = any(letter.isdigit() for letter in text)
    term = SearchTerm.IDENTITY_NUMBER if by_number else SearchTerm.NAME
    decision = decide_search(actor, frozenset({term}))
    if not decision.allowed:
        raise AccessDenied(decision, actor=actor, action=Action.SEARCH, person_ids=())
    people = _by_number(actor, text, now) if by_number else _by_name(actor, text, now)
    log(
        actor=actor,
        action=Action.SEARCH,
        person_ids=tuple(card.id for card in people),
        now=now,
        rule=decision.rule,
    )
    return Found(people=people, by_number=by_number)


def _by_number(actor: Actor, text: str, now: datetime) -> tuple[PersonCard, ...]:
    card = find_by_identifier(actor, text, now)
    return (card,) if card else ()


def _by_name(actor: Actor, text: str, now: datetime) -> tuple[PersonCard, ...]:
    return search_by_name(actor, text, now, MOST)
