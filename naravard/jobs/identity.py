"""Merging rows of one person and parting them, as the one who runs Nära does it."""

from collections.abc import Callable
from datetime import datetime

from django.core.management.base import CommandError
from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Actor, ActorKind
from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.people.services import Merge

OPERATOR = Actor(kind=ActorKind.SYSTEM, name="Den som driftar Nära")


def done_and_noted(what: str, reason: str, deed: Callable[[datetime], Merge]) -> str:
    """Do it, note it in the change log of both rows, and say what it is called.

    Raises CommandError with a rule's no, and then nothing has been done.
    """
    now = clock.now()
    try:
        with transaction.atomic():
            merge = deed(now)
            for person_id in (merge.kept_id, merge.merged_id):
                access.note_change(
                    actor=OPERATOR,
                    person_id=person_id,
                    what=what,
                    object_id=merge.id,
                    now=now,
                    details={"reason": reason},
                )
    except DomainError as problem:
        raise CommandError(f"{problem.message} {problem.remedy}") from problem
    return str(merge.id)
