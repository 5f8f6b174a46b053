"""The card "Min kontakt": one person to call, then the others, then the night."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from naravard.discharge.own import ContactForYou, WhoToCall
from naravard.web.inhabitant.words.doers import LETTERS, first_name
from naravard.web.inhabitant.words.phones import phone_link
from naravard.web.words.days import sentence_start


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCard:
    """Somebody to call, ready to be written out."""

    letter: str
    name: str
    about: str
    phone: str
    href: str
    call: str  # what the button says
    hours: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallsCard:
    """Whom to call; `by_day` and `by_night` are as the hospital wrote them."""

    contact: ContactCard | None
    others: tuple[ContactCard, ...]
    by_day: str
    by_night: str
    in_hospital: bool


def calls_card(shown: WhoToCall, _now: datetime) -> CallsCard:
    """The card for whom to call."""
    return CallsCard(
        contact=_card(shown.contact) if shown.contact else None,
        others=tuple(_card(each) for each in shown.others),
        by_day=shown.by_day,
        by_night=shown.by_night,
        in_hospital=shown.in_hospital,
    )


def _card(contact: ContactForYou) -> ContactCard:
    return ContactCard(
        letter=LETTERS[contact.doer],
        name=contact.name or contact.unit,
        about=_about(contact),
        phone=contact.phone,
        href=phone_link(contact.phone) if contact.phone else "",
        call=gettext("Ring %(name)s")
        % {"name": first_name(contact.name) if contact.name else contact.unit},
        hours=f"{sentence_start(contact.phone_hours)}." if contact.phone_hours else "",
    )


def _about(contact: ContactForYou) -> str:
    where = ", ".join(part for part in (contact.title, contact.unit) if part)
    if contact.is_named_contact:
        return gettext(
            "%(where)s. Din fasta vårdkontakt, den som håller ihop din vård."
        ) % {"where": where}
    if contact.is_in_plan:
        return gettext("%(where)s. Din kontakt i planen.") % {"where": where}
    return ""
