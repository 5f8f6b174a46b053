"""Names and languages of a home and of those in it."""

from collections.abc import Sequence
from random import Random

from naravard.demo.names import ORIGINS, Cohort, Origin
from naravard.demo.population.households import Member
from naravard.demo.population.weighted import by_rank, by_weight, draw

FIRST_YEAR = 1900
LAST_YEAR = 2100
SWEDISH = "sv"


class NameGiver:
    """An origin with its names laid out for quick draws."""

    __slots__ = ("interpreter", "language", "men", "speaks", "surnames", "women")

    def __init__(self, origin: Origin) -> None:
        """Lay out the names; given names by year of birth."""
        self.language = origin.language
        self.speaks = origin.speaks
        self.interpreter = origin.interpreter
        self.surnames = by_rank(origin.surnames)
        self.women = _by_year(origin.given.women)
        self.men = _by_year(origin.given.men)

    def given_name(self, member: Member, year: int, random: Random) -> str:
        """A name that was given the year the person was born."""
        names = self.women if member.woman else self.men
        return draw(names[year - FIRST_YEAR], random)


def name_givers() -> tuple[NameGiver, ...]:
    """A row to draw from, by each origin's share of the homes."""
    return by_weight({NameGiver(origin): origin.weight for origin in ORIGINS})


def _by_year(cohorts: Sequence[Cohort]) -> list[tuple[str, ...]]:
    rows = {cohort.first_year: by_rank(cohort.names) for cohort in cohorts}
    return [
        rows[max(first for first in rows if first <= year)]
        for year in range(FIRST_YEAR, LAST_YEAR)
    ]
