"""Hands out test personal numbers, each once, to people of a given age and sex."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from naravard.core.errors import DomainError
from naravard.demo.population.ages import OLDEST, AgeCounts
from naravard.people.identity import check_digit_for

# Skatteverket's test numbers: ten birth numbers a day for women, ten for men.
WOMENS_BIRTH_NUMBERS = range(980, 1000, 2)
MENS_BIRTH_NUMBERS = range(981, 1000, 2)
A_DAY = 10
TEN = 10


class NotEnoughTestNumbers(DomainError):
    """More people are wanted of an age than there are test numbers."""

    def __init__(self, age: int) -> None:
        """Say which age there are too many of."""
        super().__init__(
            f"Testnumren räcker inte till alla som är {age} år.",
            rule="Påhittade personer får bara ha testnummer.",
            remedy="Välj ett mindre län: omkring en halv miljon invånare går bra.",
        )


class BirthNumber(NamedTuple):
    """A personal number and the date in it."""

    number: str
    born: date


@dataclass(frozen=True, slots=True)
class _Ending:
    """Three digits and what they add to the check sum after six others."""

    digits: str
    adds: int


@dataclass(slots=True)
class _Day:
    """A date as written in numbers and what its six digits add to the check sum."""

    born: date
    written: str = field(init=False)
    adds: int = field(init=False)

    def __post_init__(self) -> None:
        self.written = f"{self.born:%Y%m%d}"
        self.adds = -check_digit_for(self.written[2:] + "000") % TEN


def _endings(birth_numbers: Iterable[int]) -> tuple[_Ending, ...]:
    return tuple(
        _Ending(digits=str(number), adds=-check_digit_for(str(number)) % TEN)
        for number in birth_numbers
    )


_WOMENS_ENDINGS = _endings(WOMENS_BIRTH_NUMBERS)
_MENS_ENDINGS = _endings(MENS_BIRTH_NUMBERS)


class NumberSupply:
    """Numbers drawn at random among the days on which one has a certain age today.

    The days of different ages never meet, and within an age each number is drawn at
    most once, so no two people can get the same; when a day's numbers have gone, the
    draw falls on another day.
    """

    def __init__(
        self,
        counts: Sequence[AgeCounts],
        *,
        random: Random,
        today: date,
        reserved: frozenset[str],
    ) -> None:
        """Draw as many as the counts ask for together. Raises NotEnoughTestNumbers."""
        self._random = random
        self._reserved = reserved
        self.women: list[list[BirthNumber]] = []
        self.men: list[list[BirthNumber]] = []
        for age in range(OLDEST + 1):
            days = _days_of_birth(age, today)
            women = sum(count.women[age] for count in counts)
            men = sum(count.men[age] for count in counts)
            self.women.append(self._draw(women, age, days, _WOMENS_ENDINGS))
            self.men.append(self._draw(men, age, days, _MENS_ENDINGS))

    def _draw(
        self, wanted: int, age: int, days: list[_Day], endings: tuple[_Ending, ...]
    ) -> list[BirthNumber]:
        """`wanted` numbers, none of them reserved."""
        first, last = days[0].written, days[-1].written
        kept_away = sum(first <= number[:8] <= last for number in self._reserved)
        places = range(len(days) * A_DAY)
        if wanted > len(places) - kept_away:
            raise NotEnoughTestNumbers(age)
        drawn = [
            _number(days[place // A_DAY], endings[place % A_DAY])
            for place in self._random.sample(places, wanted + kept_away)
        ]
        free = [one for one in drawn if one.number not in self._reserved]
        return free[:wanted]


def _number(day: _Day, ending: _Ending) -> BirthNumber:
    check_digit = -(day.adds + ending.adds) % TEN
    return BirthNumber(f"{day.written}{ending.digits}{check_digit}", day.born)


def _days_of_birth(age: int, today: date) -> list[_Day]:
    """Every date of birth that makes one `age` years old today."""
    first = _years_before(today, age + 1) + timedelta(days=1)
    last = _years_before(today, age)
    return [_Day(first + timedelta(days=n)) for n in range((last - first).days + 1)]


def _years_before(day: date, years: int) -> date:
    """The same day of another year; 28 February for a leap day without its like."""
    year = day.year - years
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))
