"""A sample nobody can foresee, and that comes out the same when drawn again.

Each row is drawn by its number and a secret: the same rows are picked whoever runs the
check and however often, and nobody who reads can know which they are (stickprov).
"""

import hashlib
import hmac
from collections.abc import Iterable

from naravard.review.definition import Check, DayOfLog, Example, Opening, Weight
from naravard.review.examples import opening

ONE_IN = 100  # readings [own]


def _finds(day: DayOfLog) -> Iterable[Opening]:
    return (
        row
        for row in day.openings
        if row.of_the_record and is_drawn(row.id, day.secret)
    )


def is_drawn(number: int, secret: bytes) -> bool:
    """Whether the row with this number in the log is part of the sample."""
    digest = hmac.new(secret, b"sample %d" % number, hashlib.sha256).digest()
    return int.from_bytes(digest[:8], "big") % ONE_IN == 0


CHECK = Check(
    code="sample",
    title="Stickprov",
    why="Läsningen lottades fram. Det säger inget om den som läste.",
    source="HSLF-FS 2016:40 4 kap. 9 §: återkommande stickprov",
    weight=Weight.SAMPLE,
    finds=_finds,
    limits=(f"en av {ONE_IN} läsningar",),
    examples=(
        Example(
            says="Av de första tvåhundra raderna lottas alltid samma fram.",
            openings=tuple(opening(number) for number in range(1, 201)),
            picks=frozenset(
                number for number in range(1, 201) if is_drawn(number, b"example")
            ),
        ),
    ),
)
