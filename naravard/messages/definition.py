"""What a kind of message is: who tells whom what, how soon and on what ground (pure).

A payload is a frozen dataclass whose every field says its Swedish name and what class
of information it holds. A definition that breaks the law cannot be made: it raises
when its module is imported.
"""

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from datetime import datetime, timedelta
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Self, get_args, get_origin, get_type_hints

from naravard.messages.grounds import GROUNDS, Content, Ground
from naravard.people.roles import CareUnitKind

# LUS 2:2 with the estimate of 2:1: all that may be sent without the person's consent.
# The receiving units, also named there, are the message's recipients.
WHITELIST = frozenset(
    {
        "given_name",
        "family_name",
        "person_identity",
        "registered_address",
        "estimated_discharge_at",
    }
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A field's name to people, and the class of information it holds."""

    text: str
    content: Content | None = None  # None inside a part: its field has said it


class Choice(StrEnum):
    """A closed list whose values carry their Swedish wording."""

    wording: str

    def __new__(cls, value: str, wording: str) -> Self:
        """Make one value of the list."""
        choice = str.__new__(cls, value)
        choice._value_ = value
        choice.wording = wording
        return choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """What a message says; each message type has its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """How one field of a payload is read, checked and shown."""

    name: str
    shown: Shown
    type: type[str] | type[bool] | type[datetime] | type[Choice] | type[Payload]
    many: bool
    required: bool


_specs_read: dict[type[Payload], dict[str, FieldSpec]] = {}


def specs_of(payload: type[Payload]) -> dict[str, FieldSpec]:
    """Every field of a payload by name, in the order they are shown."""
    if payload not in _specs_read:
        _specs_read[payload] = _specs(payload)
    return _specs_read[payload]


def _specs(payload: type[Payload]) -> dict[str, FieldSpec]:
    hints = get_type_hints(payload, include_extras=True)
    return {
        field.name: _spec(field.name, hints[field.name], field.default is MISSING)
        for field in fields(payload)
    }


def _spec(name: str, hint: object, required: bool) -> FieldSpec:
    if get_origin(hint) is not Annotated:
        raise DefinitionIncomplete(f"{name} lacks its Swedish name.")
    annotated, shown = get_args(hint)
    many = get_origin(annotated) is tuple
    (kind,) = _kinds(annotated)
    return FieldSpec(name=name, shown=shown, type=kind, many=many, required=required)


def _kinds(annotated: object) -> Iterator[type]:
    if get_origin(annotated) in {tuple, UnionType}:
        parts = (part for part in get_args(annotated) if part is not Ellipsis)
        yield from (part for part in parts if part is not NoneType)
    elif isinstance(annotated, type):
        yield annotated


class DefinitionIncomplete(ValueError):
    """A message type lacks what the law or the reader asks of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageType:
    """One kind of statutory message.

    Raises DefinitionIncomplete unless it names law, ground, sender and receiver, and
    unless a message without consent stays within the five facts of LUS 2:2.
    """

    code: str
    number: str
    title: str
    says: str
    law: str
    deadline: str
    senders: frozenset[CareUnitKind]
    recipients: frozenset[CareUnitKind]
    legal_grounds: frozenset[Ground]
    payload: type[Payload]
    example: Payload
    send_within: timedelta | None = None
    whitelist: bool = False
    to_person: bool = False

    def __post_init__(self) -> None:
        """Refuse a definition that breaks the promises above."""
        self._check_says_enough()
        self._check_parties()
        self._check_whitelist()

    def _check_says_enough(self) -> None:
        texts = (self.code, self.number, self.title, self.says, self.law, self.deadline)
        if not all(text.strip() for text in texts):
            raise DefinitionIncomplete(f"{self.code}: a text is missing.")
        if not isinstance(self.example, self.payload):
            raise DefinitionIncomplete(f"{self.code}: its example is another payload.")
        if any(spec.shown.content is None for spec in specs_of(self.payload).values()):
            raise DefinitionIncomplete(f"{self.code}: a field has no class.")

    def _check_parties(self) -> None:
        if not self.legal_grounds:
            raise DefinitionIncomplete(f"{self.code}: no legal ground.")
        if not self.senders or bool(self.recipients) is self.to_person:
            raise DefinitionIncomplete(f"{self.code}: from whom, to whom?")

    def _check_whitelist(self) -> None:
        rests_on_duty = Ground.DUTY_LUS in self.legal_grounds
        if rests_on_duty is not self.whitelist:
            raise DefinitionIncomplete(f"{self.code}: duty and whitelist go together.")
        if self.whitelist and not specs_of(self.payload).keys() <= WHITELIST:
            raise DefinitionIncomplete(f"{self.code}: more than LUS 2:2 allows.")
        if self.whitelist and self.legal_grounds != {Ground.DUTY_LUS}:
            raise DefinitionIncomplete(f"{self.code}: no ground widens the whitelist.")


def closed_fields(
    payload_type: type[Payload], keys: frozenset[str], ground: Ground
) -> tuple[str, ...]:
    """The Swedish names of the present fields that the ground does not open."""
    opens = GROUNDS[ground].opens
    return tuple(
        spec.shown.text
        for spec in specs_of(payload_type).values()
        if spec.name in keys and spec.shown.content not in opens
    )
