"""What colour means here; a colour never stands alone without icon and word."""

from enum import StrEnum


class Tone(StrEnum):
    """How much something asks for attention; the value is the class in the stylesheet.

    DANGER is kept for risk to a person and for a deadline that has passed.
    """

    PLAIN = ""
    INFO = "info"
    GOOD = "bra"
    WARNING = "varn"
    DANGER = "fara"


def tone_named(name: str) -> Tone:
    """The tone a template asks for by its English name; KeyError when misspelt."""
    return Tone[name.upper()]
