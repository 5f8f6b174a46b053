"""For whom the page is read: the greeting, the banner and the choice of person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from naravard.access.rules import Actor, ActorKind, Ground
from naravard.core.clock import day_of
from naravard.discharge.services.inhabitant import Opened
from naravard.people.queries import ReadsForRow, reads_for
from naravard.people.roles import RelatedKind
from naravard.web.inhabitant.words.doers import first_name
from naravard.web.words.days import long_day, sentence_start, weekday

NAMELESS = "Namn saknas"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One person to read about; `related_id` is empty for oneself."""

    related_id: str
    name: str
    about: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderShown:
    """The top of every page about a person."""

    heading: str
    day: str
    is_own: bool
    name: str
    first_name: str
    why: str
    choices: tuple[Choice, ...]
    protected: bool
    sees_answers: bool
    is_easy: bool  # whether the person herself has chosen the easy-to-read edition


def reader_shown(opened: Opened, now: datetime) -> ReaderShown:
    """The greeting to the person herself, or whose page somebody else reads."""
    name = "" if opened.person.name == NAMELESS else opened.person.name
    first = first_name(name)
    return ReaderShown(
        heading=_heading(first, name, is_own=opened.is_own),
        day=_today(now),
        is_own=opened.is_own,
        name=name,
        first_name=first,
        why=_why(opened),
        choices=choices(opened.record.actor, opened.reads_for),
        protected=opened.person.protected,
        sees_answers=not opened.by_mandate,
        is_easy=opened.is_own and opened.person.easy_to_read,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Banner:
    """For whom one reads, on a page that shows nothing else about her."""

    is_own: bool
    name: str = ""
    first_name: str = ""
    why: str = ""


def banner(actor: Actor, now: datetime) -> Banner:
    """Whose pages these are, when they are somebody else's than the reader's own."""
    rows = reads_for(actor, day_of(now)) if actor.on_behalf_of else ()
    row = next((one for one in rows if one.person_id == actor.on_behalf_of), None)
    if row is None:
        return Banner(is_own=True)
    why = (
        gettext("Du läser som vårdnadshavare.")
        if row.kind is RelatedKind.GUARDIAN
        else gettext("Du läser för att personen har gett dig rätt till det.")
    )
    return Banner(is_own=False, name=row.name, first_name=first_name(row.name), why=why)


def choices(actor: Actor, reads_for: Iterable[ReadsForRow]) -> tuple[Choice, ...]:
    """Oneself first, then those one may ask to read for; nothing when alone."""
    others = tuple(
        Choice(
            related_id=str(row.related_id),
            name=row.name,
            about=gettext("Du är %(relation)s.") % {"relation": row.relation},
            current=row.person_id == actor.on_behalf_of,
        )
        for row in reads_for
    )
    if not others and actor.kind is ActorKind.PERSON:
        return ()
    myself = Choice(
        related_id="",
        name=gettext("Mig själv"),
        about="",
        current=actor.kind is ActorKind.PERSON,
    )
    return (myself, *others)


def _heading(first: str, name: str, *, is_own: bool) -> str:
    if not is_own:
        return name or gettext("Namn saknas")
    return gettext("Hej %(name)s!") % {"name": first} if first else gettext("Hej!")


def _today(now: datetime) -> str:
    today = day_of(now)
    return sentence_start(f"{weekday(today)} {long_day(today)}")


def _why(opened: Opened) -> str:
    if opened.record.ground == Ground.READ_GUARDIAN:
        return gettext("Du läser som vårdnadshavare.")
    if opened.by_mandate:
        return gettext("Du läser för att personen har gett dig rätt till det.")
    return ""
