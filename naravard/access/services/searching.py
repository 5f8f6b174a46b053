"""Searching for a person: decided, looked up and logged in one transaction."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from naravard.access.rules import (
    AccessDenied,
    Action,
    Actor,
    Category,
    SearchTerm,
    decide_search,
)
from naravard.access.services.opening import open_list, require
from naravard.people.queries import PersonCard, find_by_identifier, search_by_name

MOST_FOUND = 30
SHORTEST_NAME = 2  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Who was found, by what; `many` says that more have the name than are shown."""

    by: SearchTerm
    persons: tuple[PersonCard, ...]
    many: bool = False
    too_short: bool = False


@transaction.atomic
def search_persons(*, actor: Actor, text: str, now: datetime) -> Found:
    """Find by a number in any form, or by name among those the unit works with.

    Raises AccessDenied, and PersonNumberNotValid for a number that cannot be one.
    """
    require(actor=actor, action=Action.SEARCH)
    by = SearchTerm.IDENTITY_NUMBER if _is_number(text) else SearchTerm.NAME
    decision = decide_search(actor, frozenset({by}))
    if not decision.allowed:
        raise AccessDenied(decision, actor=actor, action=Action.SEARCH)
    found = _found(actor, text, by, now)
    open_list(
        actor=actor,
        action=Action.SEARCH,
        person_ids=tuple(person.id for person in found.persons),
        now=now,
        category=Category.PERSON_CARD,
    )
    return found


def _is_number(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _found(actor: Actor, text: str, by: SearchTerm, now: datetime) -> Found:
    if by is SearchTerm.IDENTITY_NUMBER:
        person = find_by_identifier(actor, text, now)
        return Found(by=by, persons=(person,) if person else ())
    if len(text.strip()) < SHORTEST_NAME:
        return Found(by=by, persons=(), too_short=True)
    persons = search_by_name(actor, text, now, MOST_FOUND + 1)
    return Found(by=by, persons=persons[:MOST_FOUND], many=len(persons) > MOST_FOUND)
