"""A person's number, read and checked once and then carried as it is."""

from dataclasses import dataclass, field
from datetime import date

from naravard.people.identity.systems import IdentifierSystem

COORDINATION_DAY_OFFSET = 60  # samordningsnummer: 61 is the first of the month
FIRST_LETTERED_CENTURY = 22  # the lowest XX of a reserve number with a birth date

_WITH_SEPARATOR = frozenset(
    {
        IdentifierSystem.PERSONAL_NUMBER,
        IdentifierSystem.COORDINATION_NUMBER,
        IdentifierSystem.NATIONAL_RESERVE_NUMBER,
    }
)
_DATED = _WITH_SEPARATOR | {
    IdentifierSystem.VASTRA_GOTALAND_RESERVE_NUMBER,
    IdentifierSystem.VARMLAND_RESERVE_NUMBER,
}
_DATE_LENGTH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonIdentifier:
    """A checked number and its system; stored without separator, never shown in logs.

    It says nothing of gender: the digit that once did is no truth about a person.
    """

    system: IdentifierSystem
    value: str = field(repr=False)

    @property
    def display(self) -> str:
        """The form people read, such as 19430214-9804."""
        if self.system in _WITH_SEPARATOR:
            return f"{self.value[:_DATE_LENGTH]}-{self.value[_DATE_LENGTH:]}"
        return self.value

    @property
    def birth_date(self) -> date | None:
        """The date in the number, if it has one; the true birth date may differ."""
        if self.system not in _DATED or self.value.startswith("00"):
            return None
        return written_date(self.value)


def written_date(value: str) -> date:
    """The date that the first eight digits mean. Raises ValueError when there is none.

    Days from 61 are those of a samordningsnummer; centuries from 22 those of a national
    reserve number, where every third number up means the same century (19→22, 20→23).
    """
    century, year, month, day = (int(value[i : i + 2]) for i in range(0, 8, 2))
    if century >= FIRST_LETTERED_CENTURY:
        century = 19 + (century - 19) % 3
    if day > COORDINATION_DAY_OFFSET:
        day -= COORDINATION_DAY_OFFSET
    return date(century * 100 + year, month, day)
