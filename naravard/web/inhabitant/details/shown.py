"""«Mina uppgifter» ready to be written out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext

from naravard.core.clock import day_of
from naravard.dialogue.rows import MandateRow, WishesRow
from naravard.dialogue.rules.wishes import Channel, Mandate, PlaceOfCare, Wishes
from naravard.dialogue.services import OwnDetails
from naravard.discharge.services.inhabitant import Opened
from naravard.people.queries import reads_for
from naravard.web.inhabitant.details.words import CHANNELS, MANDATES, PLACES
from naravard.web.inhabitant.reader import ReaderShown, reader_shown
from naravard.web.inhabitant.words.days import plain_day, plain_moment
from naravard.web.inhabitant.words.phones import phone_link
from naravard.web.words.languages import LANGUAGES, SWEDISH

TONES = {Mandate.NONE: "plain", Mandate.READS: "info", Mandate.ACTS: "good"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseOne:
    """Somebody close to her, and what she may do here."""

    related_id: UUID
    name: str
    relation: str
    phone: str
    href: str
    mandate: str
    tone: str
    until: str
    is_hers: bool  # whether she decides about it, and reads here herself
    may_let_in: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailsShown:
    """The page: what she has told, line by line."""

    reader: ReaderShown
    wishes: Wishes
    told: tuple[tuple[str, str], ...]
    told_when: str
    told_by: str
    register: tuple[tuple[str, str], ...]
    close: tuple[CloseOne, ...]


def details_shown(opened: OwnDetails, now: datetime) -> DetailsShown:
    """The page, and the words for it."""
    actor = opened.record.actor
    reader = reader_shown(
        Opened(
            record=opened.record,
            person=opened.person,
            reads_for=reads_for(actor, day_of(now)),
        ),
        now,
    )
    told = opened.told
    return DetailsShown(
        reader=reader,
        wishes=told.wishes,
        told=_told(told.wishes),
        told_when=plain_moment(told.told_at, now) if told.told_at else "",
        told_by=told_by(told) if told.is_written_down else "",
        register=_register(opened),
        close=tuple(_close(row, now, is_own=reader.is_own) for row in opened.mandates),
    )


def spoken(code: str) -> str:
    """`Svenska`, `Somaliska`; the code itself for what has no name here."""
    if code in {SWEDISH, ""}:
        return capfirst(gettext("svenska"))
    return capfirst(str(LANGUAGES.get(code, code)))


def told_by(told: WishesRow) -> str:
    """Who wrote it down: `Sara Blom, distriktssköterska, Lillby vårdcentral`."""
    return ", ".join(part for part in (told.by_name, told.unit) if part)


def _told(wishes: Wishes) -> tuple[tuple[str, str], ...]:
    interpreter = gettext("Ja") if wishes.interpreter else gettext("Nej")
    return (
        (gettext("Språk"), spoken(wishes.language)),
        (gettext("Tolk"), _joined(interpreter, wishes.interpreter_about)),
        (
            gettext("Lättläst"),
            gettext("Ja") if wishes.easy_to_read else gettext("Nej"),
        ),
        (gettext("Svar från vården"), str(CHANNELS[Channel(wishes.channel)])),
        (
            gettext("Var jag helst får vård"),
            _joined(str(PLACES[PlaceOfCare(wishes.place)]), wishes.place_about),
        ),
    )


def _register(opened: OwnDetails) -> tuple[tuple[str, str], ...]:
    """What comes from the register; hidden where it is protected."""
    person = opened.person
    lines = (
        (gettext("Namn"), person.name),
        (gettext("Adress"), person.address),
        (gettext("Telefon"), person.phone),
        (gettext("Vårdcentral"), person.listed_unit_name),
    )
    return tuple((label, text) for label, text in lines if text)


def _close(row: MandateRow, now: datetime, *, is_own: bool) -> CloseOne:
    mandate, tone = _mandate(row)
    until = row.last_day if row.mandate.may_read else None
    return CloseOne(
        related_id=row.related_id,
        name=row.name,
        relation=row.relation,
        phone=row.phone,
        href=phone_link(row.phone) if row.phone else "",
        mandate=mandate,
        tone=tone,
        until=plain_day(until, day_of(now)) if until else "",
        is_hers=is_own and row.is_hers_to_give,
        may_let_in=is_own and row.is_hers_to_give and row.can_sign_in,
    )


def _mandate(row: MandateRow) -> tuple[str, str]:
    if not row.is_hers_to_give:
        return gettext("Har sitt uppdrag från någon annan än dig"), "plain"
    if not row.can_sign_in:
        return gettext("Kontakt. Kan inte logga in här"), "plain"
    return str(MANDATES[row.mandate]), TONES[row.mandate]


def _joined(first: str, more: str) -> str:
    return f"{first}. {more}" if more.strip() else first
