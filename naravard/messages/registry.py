"""Every message type by its code (pure)."""

from typing import cast

from naravard.core.catalogue import entries
from naravard.core.errors import NotFound
from naravard.messages import catalogue
from naravard.messages.definition import MessageType

MESSAGE_TYPES: dict[str, MessageType] = {
    entry.code: entry
    for entry in cast("list[MessageType]", entries(catalogue, "MESSAGE_TYPE"))
}


class UnknownMessageType(NotFound):
    """No message type has this code."""


def message_type(code: str) -> MessageType:
    """The message type with the code, or UnknownMessageType."""
    if code not in MESSAGE_TYPES:
        raise UnknownMessageType(
            "Den sortens meddelande finns inte.",
            remedy="Välj en sort ur meddelandelistan.",
        )
    return MESSAGE_TYPES[code]


def in_order() -> list[MessageType]:
    """The types as people list them: M1 to M14, then the deviation and its answer."""
    return sorted(
        MESSAGE_TYPES.values(), key=lambda type_: (-ord(type_.number[0]), _place(type_))
    )


def _place(type_: MessageType) -> int:
    return int(type_.number[1:])
