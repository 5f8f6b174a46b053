"""«Mina uppgifter» ready to be written out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext

from naravard.core.clock import day_of
from naravard.dialogue.rows import MandateRow
from naravard.dialogue.rules.wishes import Channel, Mandate, PlaceOfCare, Wishes
from naravard.dialogue.services import OwnDetails
from naravard.discharge.services.inhabitant import Opened
from naravard.people.queries import reads_for
from naravard.web.inhabitant.details.words import CHANNELS, MANDATES, PLACES
from naravard.web.inhabitant.reader import ReaderShown, reader_shown
from naravard.web.inhabitant.words.days import plain_moment
from naravard.web.words.languages import LANGUAGES, SWEDISH

TONES = {Mandate.NONE: "plain", Mandate.READS: "info", Mandate.ACTS: "good"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseOne:
    """Somebody close to her, and what she may do here."""

    related_id: UUID
    name: str
    relation: str
    mandate: str
    tone: str
    may_change: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailsShown:
    """The page: what she has told, line by line."""

    reader: ReaderShown
    wishes: Wishes
    told: tuple[tuple[str, str], ...]
    told_when: str
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
        register=_register(opened),
        close=tuple(_close(row, is_own=reader.is_own) for row in opened.mandates),
    )


def spoken(code: str) -> str:
    """`Svenska`, `Somaliska`; the code itself for what has no name here."""
    if code in {SWEDISH, ""}:
        return capfirst(gettext("svenska"))
    return capfirst(str(LANGUAGES.get(code, code)))


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


def _close(row: MandateRow, *, is_own: bool) -> CloseOne:
    if not row.is_hers_to_give:
        mandate, tone = gettext("Har sitt uppdrag från någon annan än dig"), "plain"
    else:
        mandate, tone = str(MANDATES[row.mandate]), TONES[row.mandate]
    return CloseOne(
        related_id=row.related_id,
        name=row.name,
        relation=row.relation,
        mandate=mandate,
        tone=tone,
        may_change=is_own and row.is_hers_to_give and row.can_sign_in,
    )


def _joined(first: str, more: str) -> str:
    return f"{first}. {more}" if more.strip() else first
