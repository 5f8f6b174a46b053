"""Puts people of given ages together in homes: families, couples and those alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from naravard.demo.population.ages import OLDEST, AgeCounts
from naravard.demo.population.weighted import by_weight, draw, from_table

ADULT = 18
# Young adults who still live with their parents: age, share.
AT_HOME = {18: 0.95, 19: 0.8, 20: 0.6, 21: 0.45, 22: 0.32, 23: 0.2}
LEAVES_HOME_BEFORE = 24
YOUNGEST_PARENT = 17  # years older than the oldest child

# How the homes are made up: our own rounding of what is usual in Sweden.
CHILDREN_IN_FAMILY = by_weight({1: 34, 2: 46, 3: 15, 4: 5})
YEARS_BETWEEN_SIBLINGS = by_weight({1: 1, 2: 4, 3: 4, 4: 2, 6: 1})
AGE_AT_FIRST_CHILD = by_weight(
    {20: 2, 23: 5, 25: 8, 27: 12, 29: 14, 31: 12, 33: 8, 36: 5, 40: 2}
)
TWO_PARENTS = 0.77
SAME_SEX_PARENTS = 0.015
YEARS_OLDER_THAN_WIFE = by_weight({-3: 2, -1: 4, 0: 6, 1: 6, 2: 6, 4: 5, 6: 2, 9: 1})
# Women without children at home who live with a man: from age, share.
LIVES_WITH_MAN = {18: 0.25, 25: 0.6, 35: 0.55, 50: 0.74, 65: 0.7, 75: 0.58, 80: 0.42}
LIVES_WITH_MAN |= {85: 0.25, 90: 0.1}
FURTHEST_FROM_WISHED_AGE = 6


class Member(NamedTuple):
    """Somebody in a home, before getting a name."""

    woman: bool
    age: int


@dataclass(slots=True)
class Home:
    """Those who live together: one or two adults, and perhaps their children."""

    adults: list[Member]
    children: list[Member]


_WOMAN = tuple(Member(woman=True, age=age) for age in range(OLDEST + 1))
_MAN = tuple(Member(woman=False, age=age) for age in range(OLDEST + 1))


class _Adults:
    """Those of one sex who have no home yet, counted by age."""

    def __init__(self, members: tuple[Member, ...], counts: Sequence[int]) -> None:
        self.members = members
        self.counts = list(counts)

    def take(self, wished: int, *, lowest: int, within: int) -> Member | None:
        """Somebody of about the wished age, not below `lowest`; None if nobody is."""
        counts = self.counts
        wished = max(wished, lowest)
        for apart in range(within + 1):
            for age in (wished - apart, wished + apart):
                if lowest <= age <= OLDEST and counts[age]:
                    counts[age] -= 1
                    return self.members[age]
        return None


def form_homes(counts: AgeCounts, random: Random) -> Iterator[Home]:
    """Homes in which everybody counted lives, each once."""
    women, men = list(counts.women), list(counts.men)
    children = _children(women, men, random)
    adults = _Adults(_WOMAN, women), _Adults(_MAN, men)
    yield from _families(children, *adults, random)
    yield from _couples(*adults, random)
    yield from _alone(adults)


def _children(
    women: list[int], men: list[int], random: Random
) -> tuple[list[Member], ...]:
    """Those who live with parents, by age and in random order; taken off the counts."""
    children: list[list[Member]] = [[] for _ in range(LEAVES_HOME_BEFORE)]
    for age, of_age in enumerate(children):
        for counts, members in ((women, _WOMAN), (men, _MAN)):
            at_home = round(counts[age] * AT_HOME.get(age, 1))
            counts[age] -= at_home
            of_age.extend([members[age]] * at_home)
        random.shuffle(of_age)
    return tuple(children)


def _families(
    children: tuple[list[Member], ...], women: _Adults, men: _Adults, random: Random
) -> Iterator[Home]:
    """Every child with its siblings and parents, the oldest children first."""
    for age in range(LEAVES_HOME_BEFORE - 1, -1, -1):
        while children[age]:
            siblings = _siblings(age, children, random)
            yield Home(_parents(siblings[0].age, women, men, random), siblings)


def _siblings(
    age: int, children: tuple[list[Member], ...], random: Random
) -> list[Member]:
    """A child of this age and perhaps younger ones."""
    siblings = [children[age].pop()]
    for _ in range(draw(CHILDREN_IN_FAMILY, random) - 1):
        age -= draw(YEARS_BETWEEN_SIBLINGS, random)
        if age >= 0 and children[age]:
            siblings.append(children[age].pop())
    return siblings


def _parents(
    oldest_child: int, women: _Adults, men: _Adults, random: Random
) -> list[Member]:
    """One or two adults old enough; nobody only where the municipality has no more."""
    lowest = oldest_child + YOUNGEST_PARENT
    wished = oldest_child + draw(AGE_AT_FIRST_CHILD, random)
    first = women.take(wished, lowest=lowest, within=OLDEST)
    chance = random.random()
    if first is not None and chance > TWO_PARENTS:
        return [first]
    others = women if chance < TWO_PARENTS * SAME_SEX_PARENTS else men
    second = others.take(wished + _years_older(random), lowest=lowest, within=OLDEST)
    return [parent for parent in (first, second) if parent is not None]


def _couples(women: _Adults, men: _Adults, random: Random) -> Iterator[Home]:
    """Women and men without children at home who live together."""
    for age in range(ADULT, OLDEST + 1):
        share = from_table(LIVES_WITH_MAN, age)
        for _ in range(round(women.counts[age] * share)):
            wished = age + _years_older(random)
            man = men.take(wished, lowest=ADULT, within=FURTHEST_FROM_WISHED_AGE)
            if man is None:
                break
            women.counts[age] -= 1
            yield Home([women.members[age], man], [])


def _alone(adults: tuple[_Adults, _Adults]) -> Iterator[Home]:
    """Those who are left, each in a home of their own."""
    for some in adults:
        for member, count in zip(some.members, some.counts, strict=True):
            for _ in range(count):
                yield Home([member], [])


def _years_older(random: Random) -> int:
    return draw(YEARS_OLDER_THAN_WIFE, random)
