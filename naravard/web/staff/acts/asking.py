"""Questions and words that several acts share."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext

from naravard.discharge.rows import PartyRow
from naravard.messages.queries import MessageRow
from naravard.people.queries import UnitRow
from naravard.web.staff.acts.definition import Doing, Setting, Shown
from naravard.web.staff.forms.fields import Option, harm_test_field

ADULT_AT = 18  # years


def asks_harm_test(setting: Setting) -> bool:
    """Whether nothing but a written harm test would let information go to all."""
    age = setting.person.age
    return not (
        setting.consented
        or setting.case.compulsory
        or setting.person.lacks_capacity
        or (age is not None and age < ADULT_AT)
    )


def harm_test(setting: Setting) -> dict[str, forms.Field]:
    """The field for it, where it may be needed."""
    return {"harm_test": harm_test_field()} if asks_harm_test(setting) else {}


def to_others(setting: Setting) -> tuple[Shown, ...]:
    """Which units a message will reach."""
    return (
        Shown(
            term=gettext("Går till"),
            text=names_of(setting.others) or gettext("Ingen annan är med ännu"),
        ),
    )


def names_of(parties: Iterable[PartyRow]) -> str:
    """The units by name."""
    return ", ".join(party.unit for party in parties)


def party_options(parties: Iterable[PartyRow]) -> list[Option]:
    """Units in the case to choose among."""
    return [
        Option(value=str(party.unit_id), text=f"{party.unit}, {party.organisation}")
        for party in parties
    ]


def unit_options(units: Iterable[UnitRow]) -> list[Option]:
    """Units to choose among, each once."""
    named = {unit.id: unit for unit in units}
    return [
        Option(value=str(unit.id), text=f"{unit.name}, {unit.organisation_name}")
        for unit in named.values()
    ]


def has_others(setting: Setting) -> bool:
    """Whether anyone else takes part."""
    return bool(setting.others)


def received(setting: Setting) -> bool:
    """Whether our unit got the message, and it has not been taken or sent back."""
    message = setting.message
    return (
        message is not None
        and message.withdrawn_at is None
        and any(
            receipt.unit_id == setting.actor.unit_id and receipt.missent_at is None
            for receipt in message.receipts
        )
    )


def about_message(setting: Setting) -> tuple[Shown, ...]:
    """What the message says, above the form that is about it."""
    message = setting.message
    if message is None:
        return ()
    return (
        Shown(term=gettext("Meddelande"), text=message.title),
        Shown(term=gettext("Från"), text=message.sender_unit_name),
        *(Shown(term=row.label, text=row.text) for row in message.rows),
    )


def message_of(doing: Doing) -> MessageRow:
    """The message that the act is about."""
    message = doing.setting.message
    assert message is not None  # the act is only offered about a message
    return message
