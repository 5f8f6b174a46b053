"""Tells the database who acts; called once at the border, from who is signed in."""

from django.db import connection

from naravard.access.rules import Actor
from naravard.core.acting import Acting, start_acting, told_to_database


def act_as(*, actor: Actor) -> None:
    """From here on this thread's transactions are the actor's.

    Costs nothing of its own: the next transaction says it as it begins. A transaction
    that is open already is told at once.
    """
    who = Acting(
        kind=actor.kind.value,
        assignment_id=actor.assignment_id,
        unit_id=actor.unit_id,
        organisation_id=actor.organisation_id,
        person_id=actor.person_id,
        on_behalf_of=actor.on_behalf_of,
    )
    start_acting(who)
    if connection.in_atomic_block:
        connection.connection.execute(told_to_database(who), prepare=False)
