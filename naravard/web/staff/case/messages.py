"""Messages in order, with what each unit has done with them and what we can do."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext

from naravard.messages.queries import MessageRow, ReceiptRow
from naravard.web.caregivers import Caregiver
from naravard.web.staff.acts.definition import Setting
from naravard.web.staff.acts.offered import Offer, message_offers
from naravard.web.staff.words.messages import in_language
from naravard.web.staff.words.units import letter_of
from naravard.web.words.days import moment_words

AT_ONCE = timedelta(minutes=5)  # what is written within these was written at once


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReceipt:
    """What one unit has done with the message, and in which tone to say it."""

    unit: str
    letter: Caregiver
    says: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMessage:
    """One message as the page of the case writes it out."""

    row: MessageRow
    title: str
    sender: str
    letter: Caregiver
    when: str
    written_later: str
    lines: tuple[tuple[str, str], ...]
    receipts: tuple[ShownReceipt, ...]
    withdrawn: str
    offers: tuple[Offer, ...]


def shown_messages(setting: Setting) -> tuple[ShownMessage, ...]:
    """All messages of the case that our unit may read, the newest first."""
    return tuple(_shown(row, setting) for row in reversed(setting.messages))


def _shown(row: MessageRow, setting: Setting) -> ShownMessage:
    kinds = {party.unit_id: party.kind for party in setting.view.parties}
    return ShownMessage(
        row=row,
        title=in_language(row.title),
        sender=", ".join(
            part for part in (row.sender_name, row.sender_unit_name) if part
        ),
        letter=letter_of(kinds.get(row.sender_unit_id, "")),
        when=moment_words(row.sent_at, setting.now),
        written_later=_written_later(row, setting.now),
        lines=tuple((in_language(line.label), line.text) for line in row.rows),
        receipts=tuple(
            _receipt(receipt, letter_of(kinds.get(receipt.unit_id, "")), setting.now)
            for receipt in row.receipts
        ),
        withdrawn=_withdrawn(row, setting.now),
        offers=message_offers(setting, row),
    )


def _receipt(receipt: ReceiptRow, letter: Caregiver, now: datetime) -> ShownReceipt:
    says, tone = _says(receipt, now)
    if receipt.forwarded_by:
        says = gettext("%(says)s. Skickat vidare av %(unit)s") % {
            "says": says,
            "unit": receipt.forwarded_by,
        }
    return ShownReceipt(unit=receipt.unit_name, letter=letter, says=says, tone=tone)


def _says(receipt: ReceiptRow, now: datetime) -> tuple[str, str]:
    if receipt.missent_at:
        because = {"because": receipt.missent_because}
        return gettext("Felskickat: %(because)s") % because, "warning"
    if receipt.reaches_not:
        return gettext("Når inte fram. Ring enheten."), "danger"
    if receipt.acknowledged_at:
        return _done(gettext("Mottaget"), receipt.acknowledged_at, now), "good"
    if receipt.read_at:
        return _done(gettext("Läst"), receipt.read_at, now), "plain"
    return gettext("Inte läst ännu"), "plain"


def _done(what: str, moment: datetime, now: datetime) -> str:
    return f"{what} {moment_words(moment, now)}"


def _written_later(row: MessageRow, now: datetime) -> str:
    """When it was entered, if that was more than a moment after it happened."""
    if row.recorded_at - row.sent_at < AT_ONCE:
        return ""
    return gettext("Inskrivet i efterhand %(when)s") % {
        "when": moment_words(row.recorded_at, now)
    }


def _withdrawn(row: MessageRow, now: datetime) -> str:
    if row.withdrawn_at is None:
        return ""
    return gettext("Återtaget %(when)s: %(because)s") % {
        "when": moment_words(row.withdrawn_at, now),
        "because": row.withdrawn_because,
    }
