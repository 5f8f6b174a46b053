"""The check digit of Swedish personal and organisation numbers (Luhn, modulus 10)."""

# What a digit adds in the places where it is doubled: the digits of twice its value.
DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
TEN = 10


def check_digit_for(digits: str) -> int:
    """The digit that makes `digits` pass when it is put last."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        total += DOUBLED[int(digit)] if place % 2 == 0 else int(digit)
    return -total % TEN


def passes_luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of those before it."""
    return check_digit_for(digits[:-1]) == int(digits[-1])
