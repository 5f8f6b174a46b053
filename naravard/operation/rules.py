"""How often the same person, and the same address, may do a thing (pure)."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from naravard.core.errors import DomainError

MINUTE = timedelta(minutes=1)


class TooManyTimes(DomainError):
    """The same thing was done too many times in a short while."""

    def __init__(self, wait: timedelta) -> None:
        """Say how long to wait; the words hold no number that would be counted on."""
        super().__init__(
            "Det här har gjorts för många gånger på kort tid.",
            remedy=(
                "Gå tillbaka, vänta en minut och försök igen. "
                "Det du har skrivit finns oftast kvar när du går tillbaka."
            ),
        )
        self.wait = wait


class Doing(StrEnum):
    """What is counted."""

    SIGN_IN = "sign_in"
    SEARCH = "search"
    FORM = "form"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """So many times within so long; a whole allowance may be spent at once."""

    times: int
    within: timedelta = MINUTE

    @property
    def step(self) -> timedelta:
        """How long it takes to earn one more time."""
        return self.within / self.times


# Own figures: somebody who works fast stays far below the first, and a hospital that
# shares one address stays below the second. [design]
#                 the same person      the same address
LIMITS = {
    Doing.SIGN_IN: (Limit(times=20), Limit(times=200)),
    Doing.SEARCH: (Limit(times=30), Limit(times=600)),
    Doing.FORM: (Limit(times=120), Limit(times=2_400)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """One time taken from one allowance; the key tells nobody whose it is."""

    key: str
    limit: Limit

    def full_at(self, now: datetime) -> datetime:
        """When a fresh allowance is whole again after this."""
        return now + self.limit.step

    def latest(self, now: datetime) -> datetime:
        """The latest moment an allowance can be whole again; beyond it, it is spent."""
        return now + self.limit.within


def spendings(
    doing: Doing, *, person: str, address: str, secret: str
) -> tuple[Spending, ...]:
    """What one doing takes from whom; `person` is empty for somebody unknown."""
    of_person, of_address = LIMITS[doing]
    asked = (("person", person, of_person), ("address", address, of_address))
    found = (
        Spending(key=_key(doing, kind, who, secret), limit=limit)
        for kind, who, limit in asked
        if who
    )
    return tuple(sorted(found, key=lambda spending: spending.key))


def _key(doing: Doing, kind: str, who: str, secret: str) -> str:
    text = f"{doing}:{kind}:{who}".encode()
    return hmac.new(secret.encode(), text, hashlib.sha256).hexdigest()
