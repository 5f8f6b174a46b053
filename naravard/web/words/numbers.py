"""Numbers as people read them: `19430214-9804`, `2,7`."""

from decimal import ROUND_HALF_UP, Decimal

from naravard.web.words.days import language

DIGITS_OF_A_PERSONAL_NUMBER = 12


def personal_number(identity: str) -> str:
    """A personnummer or samordningsnummer with its hyphen; anything else unchanged."""
    digits = identity.replace("-", "")
    if len(digits) != DIGITS_OF_A_PERSONAL_NUMBER or not digits.isdecimal():
        return identity
    return f"{digits[:8]}-{digits[8:]}"


def decimal_words(value: Decimal, decimals: int) -> str:
    """`2,7`; `2.7` in English. Halves are rounded away from zero."""
    rounded = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return str(rounded) if language() == "en" else str(rounded).replace(".", ",")


def initials(name: str) -> str:
    """First letters of the first and the last word of a name: `KH`."""
    words = name.split()
    return "".join(word[0].upper() for word in (words[:1] + words[1:][-1:]))
