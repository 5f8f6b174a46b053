"""Meetings and agreed times as iCalendar (RFC 5545), with nothing said about care.

A calendar lies open on telephones and in other people's systems: the entry tells when,
where and with whom to speak, never what it is about.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from icalendar import Calendar, Event

PRODUCT = "-//Nara//naravard//SV"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a calendar; `sequence` grows each time it is moved."""

    id: UUID
    title: str
    starts_at: datetime
    minutes: int
    place: str = ""
    sequence: int = 0
    cancelled: bool = False
    stamped_at: datetime


def calendar(entries: tuple[Entry, ...]) -> str:
    """The entries as one calendar file."""
    file = Calendar()
    file.add("prodid", PRODUCT)
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    for entry in entries:
        file.add_component(_event(entry))
    text: str = file.to_ical().decode()
    return text


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", f"{entry.id}@naravard")
    event.add("dtstamp", entry.stamped_at)
    event.add("dtstart", entry.starts_at)
    event.add("dtend", entry.starts_at + timedelta(minutes=entry.minutes))
    event.add("summary", entry.title)
    event.add("sequence", entry.sequence)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    if entry.place:
        event.add("location", entry.place)
    return event
