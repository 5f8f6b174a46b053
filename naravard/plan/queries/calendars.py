"""Calendar files of what is agreed around a plan."""

from datetime import datetime
from uuid import UUID

from naravard.access.rules import OpenRecord
from naravard.core.errors import NotFound
from naravard.plan.ical import Entry, calendar
from naravard.plan.queries.heads import plan_of
from naravard.plan.queries.meetings import meeting_of
from naravard.plan.rules.kinds import TimeStatus
from naravard.plan.rules.meetings import MeetingStatus

# What stands in the calendar; not a word of what it is about.
MEETING_TITLE = "Möte (Nära)"
TIME_TITLE = "Avtalad tid (Nära)"


def meeting_calendar(record: OpenRecord, meeting_id: UUID, now: datetime) -> str:
    """One meeting as a calendar file. Raises NotFound, also when it has no time yet."""
    meeting = meeting_of(record, meeting_id)
    if meeting.starts_at is None:
        raise NotFound("Mötet har ingen tid än.", remedy="Välj en tid först.")
    entry = Entry(
        id=meeting.meeting_id,
        title=MEETING_TITLE,
        starts_at=meeting.starts_at,
        minutes=meeting.minutes_long,
        place=meeting.place,
        sequence=meeting.sequence,
        cancelled=meeting.status is MeetingStatus.CANCELLED,
        stamped_at=now,
    )
    return calendar((entry,))


def times_calendar(record: OpenRecord, now: datetime) -> str:
    """Every agreed time that the record shows, as one calendar file."""
    plan = plan_of(record, now)
    times = plan.content.times if plan else ()
    return calendar(
        tuple(
            Entry(
                id=one.id,
                title=TIME_TITLE,
                starts_at=one.starts_at,
                minutes=one.minutes,
                place=one.place,
                cancelled=one.status is TimeStatus.CANCELLED,
                stamped_at=now,
            )
            for one in times
        )
    )
