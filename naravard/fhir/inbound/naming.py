"""What a source's things are called in our registers, the same each time (pure)."""

from dataclasses import dataclass
from hashlib import sha256

from naravard.core.errors import DomainError
from naravard.fhir.inbound.records import Reference, Told, by_number
from naravard.people.details import LONGEST_VALUE, Number

LONGEST_SOURCE = 30
LONGEST_KEY = 80  # what the column `CareUnit.key` holds, in characters
_DIGEST = 32


class SourceNameNotValid(DomainError):
    """A source has a short name of letters, digits, dots and hyphens."""

    def __init__(self) -> None:
        """Say which form is right."""
        super().__init__(
            "Källans namn går inte att använda.",
            remedy=f"Högst {LONGEST_SOURCE} tecken: a–z, 0–9, punkt och bindestreck.",
        )


@dataclass(frozen=True, slots=True)
class Source:
    """Whose resources these are; ids are unique within a source."""

    name: str

    def __post_init__(self) -> None:
        """Raise SourceNameNotValid unless the name can be part of a key."""
        plain = self.name.replace(".", "").replace("-", "")
        fits = plain.isascii() and plain.isalnum() and len(self.name) <= LONGEST_SOURCE
        if not fits:
            raise SourceNameNotValid

    def key(self, name: str) -> str:
        """A key for a unit or somebody in staff without a national number."""
        return f"{self.name}:{_within(name, LONGEST_KEY - LONGEST_SOURCE - 1)}"

    def key_of(self, reference: Reference) -> str:
        """The key of what was told earlier under this address or number."""
        number = reference.number
        return self.key(by_number(number) if number else reference.address)

    def number(self, name: str) -> Number:
        """What the source calls a person or a stay."""
        return Number(
            system=f"urn:naravard:source:{self.name}",
            value=_within(name, LONGEST_VALUE),
        )


def has_name(told: Told) -> bool:
    """Whether the source has given it a name, rather than only a place in a file."""
    return bool(told.id or told.full_url)


def _within(name: str, longest: int) -> str:
    if len(name) <= longest:
        return name
    return sha256(name.encode("utf-8", "replace")).hexdigest()[:_DIGEST]
