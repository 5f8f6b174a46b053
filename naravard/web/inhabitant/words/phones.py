"""Telephone numbers as links, and the ones that answer when nobody else does."""

SWEDEN = "+46"
HEALTH_ADVICE = "1177"
EMERGENCY = "112"


def phone_link(number: str) -> str:
    """The address that calls a number; short numbers as they are, others from +46."""
    digits = "".join(sign for sign in number if sign.isdecimal())
    if number.strip().startswith("+"):
        return f"tel:+{digits}"
    if digits.startswith("0"):
        return f"tel:{SWEDEN}{digits[1:]}"
    return f"tel:{digits}"
