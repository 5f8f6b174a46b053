"""What the latest plan of a day changed, for somebody who works in it."""

from uuid import UUID

from naravard.mobile.routing.replanning.changes import Change, told
from naravard.mobile.rows import TeamDay


def moved_for(day: TeamDay, assignment_id: UUID | None) -> tuple[str, ...]:
    """Each visit that came to, left or moved in one's own round, as a sentence.

    Whoever has no round that day is told of every change.
    """
    if day.latest is None:
        return ()
    own = frozenset(
        str(each.shift_id) for each in day.rounds if each.assignment_id == assignment_id
    )
    return tuple(
        told(change, day.called)
        for change in day.latest.changes
        if not own or own & _who(change)
    )


def _who(change: Change) -> frozenset[str]:
    """Everybody who made the visit before, or makes it now."""
    made = (each for each in (change.before, change.after) if each is not None)
    return frozenset(who for each in made for who in each.by)
