"""A knock on a door: who, where, about whom."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Knock:
    """One visitor at one address about one citizen."""

    visitor: str
    address: str
    about: str
    slug: str = ""
    sent: bool = False
