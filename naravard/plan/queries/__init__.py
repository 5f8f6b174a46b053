"""The only readers of the plan; each takes who asks, or a record that is open."""

from naravard.plan.queries.calendars import meeting_calendar, times_calendar
from naravard.plan.queries.concerns import concerns_to
from naravard.plan.queries.heads import head_of, plan_of, team_around
from naravard.plan.queries.history import compare, process_of, version_of, versions_of
from naravard.plan.queries.legal import document_of, documents_of, standings_of
from naravard.plan.queries.lists import my_persons, to_do
from naravard.plan.queries.meetings import meeting_of, meetings_of
from naravard.plan.queries.pack import pack_of
from naravard.plan.queries.talk import notes_of, tasks_of

__all__ = [
    "compare",
    "concerns_to",
    "document_of",
    "documents_of",
    "head_of",
    "meeting_calendar",
    "meeting_of",
    "meetings_of",
    "my_persons",
    "notes_of",
    "pack_of",
    "plan_of",
    "process_of",
    "standings_of",
    "tasks_of",
    "team_around",
    "times_calendar",
    "to_do",
    "version_of",
    "versions_of",
]
