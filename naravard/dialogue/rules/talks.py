"""A talk between a person and care: asked, answered, asked again, closed (pure)."""

from enum import StrEnum

from naravard.core.errors import DomainError, NotAllowed

LONGEST_TEXT = 4_000  # characters
LONGEST_SUBJECT = 120


class Waits(StrEnum):
    """Whose turn it is."""

    FOR_CARE = "for_care"
    FOR_PERSON = "for_person"  # answered; she may write again


class WrittenBy(StrEnum):
    """Whose words a line is."""

    PERSON = "person"
    PROXY = "proxy"  # a guardian for her child
    CARE = "care"
    HOUSE = "house"  # that it was passed on; shown to staff only


class NothingWritten(DomainError):
    """A line says something."""


class NotReadThere(NotAllowed):
    """What she wrote is passed on only to those who take part in her plan."""

    rule = "OSL 25 kap. 1 §, 26 kap. 1 §; HSL 16 kap. 4 §"


def said(text: str) -> str:
    """The text without blank ends. Raises NothingWritten when there is none."""
    if not text.strip():
        raise NothingWritten("Texten är tom.", remedy="Skriv vad du vill säga.")
    return text.strip()
