"""The code on the pack: easy to read aloud, hard to guess, good once (pure)."""

from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256

# No letter or digit that is taken for another on paper.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, GROUP = 3, 4  # 12 signs: more than 10 to the 17th codes
OPENS_FOR = timedelta(days=14)  # long enough for a stay's beginning [DES]


def code_from(draw: Callable[[str], str]) -> str:
    """A new code, such as K7WD-2HQX-9PRM; `draw` picks one sign by chance."""
    return "-".join(
        "".join(draw(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS)
    )


def digest_of_code(code: str) -> str:
    """The same however the code is written: with spaces, hyphens or small letters."""
    signs = "".join(sign for sign in code.upper() if sign in ALPHABET)
    return sha256(signs.encode()).hexdigest()
