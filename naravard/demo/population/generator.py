"""Makes the people of a county, one home after another."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from random import Random

from naravard.core.errors import DomainError
from naravard.demo.population.ages import AgeCounts, count_ages
from naravard.demo.population.homes import Homes, Place
from naravard.demo.population.households import ADULT, Home, Member, form_homes
from naravard.demo.population.naming import SWEDISH, NameGiver, name_givers
from naravard.demo.population.number_supply import BirthNumber, NumberSupply
from naravard.demo.population.person import (
    InventedPerson,
    Protection,
    RegisteredSex,
)
from naravard.demo.population.places import (
    NOWHERE,
    Address,
    PostTown,
    draw_address,
    post_towns,
)
from naravard.demo.population.weighted import by_weight, draw
from naravard.people.county import County, MunicipalityData

# Kept for fiction among mobile numbers, so many share the same.
PHONES = tuple(f"070-174 06 {last:02}" for last in range(5, 100))
YOUNGEST_WITH_PHONE = 16
SAME_SURNAME_IN_COUPLE = 0.62

# About one home in a thousand: a few hundred people in a county of 280 000.
PROTECTED_HOMES = 0.0011
PROTECTED_REGISTRATION_AMONG_THEM = 0.12


class NoUnitToListAt(DomainError):
    """A municipality has no unit where its inhabitants can be listed."""

    def __init__(self, municipality: str) -> None:
        """Name the municipality."""
        super().__init__(
            f"{municipality} har ingen vårdcentral att lista sig på den dagen.",
            remedy="Sätt listed_people på en öppenvårdsenhet i länets fil.",
        )


@dataclass(frozen=True, slots=True)
class _Municipality:
    """What the homes of a municipality are drawn from."""

    code: str
    ages: AgeCounts
    places: tuple[PostTown, ...]
    care_units: tuple[str, ...]


def generate_population(
    county: County,
    *,
    seed: int,
    today: date,
    reserved: frozenset[str] = frozenset(),
) -> Iterator[InventedPerson]:
    """Everybody in the county, municipality by municipality and home by home.

    `reserved` are personal numbers (twelve digits) that nobody may get. Raises
    NoUnitToListAt and NotEnoughTestNumbers.
    """
    # Not for secrets: the same seed must give the same people.
    random = Random(seed)  # noqa: S311
    municipalities = [
        _municipality(row, county, today) for row in county.municipalities
    ]
    counts = [municipality.ages for municipality in municipalities]
    numbers = NumberSupply(counts, random=random, today=today, reserved=reserved)
    maker = _HomeMaker(numbers, Homes(county), random)
    for municipality in municipalities:
        for home in form_homes(municipality.ages, random):
            yield from maker.people_of(home, municipality)


def _municipality(row: MunicipalityData, county: County, today: date) -> _Municipality:
    listed = {
        unit.key: unit.listed_people
        for unit in county.units_on(today)
        if unit.municipality == row.code and unit.listed_people
    }
    if not listed:
        raise NoUnitToListAt(row.name)
    return _Municipality(row.code, count_ages(row), post_towns(row), by_weight(listed))


class _HomeMaker:
    """Gives the members of a home their numbers, names and address."""

    def __init__(self, numbers: NumberSupply, homes: Homes, random: Random) -> None:
        self._numbers = numbers
        self._homes = homes
        self._random = random
        self._name_givers = name_givers()
        self._next_household = count(1)

    def people_of(
        self, home: Home, municipality: _Municipality
    ) -> Iterator[InventedPerson]:
        """The adults and then the children of a home."""
        random = self._random
        household = next(self._next_household)
        names = draw(self._name_givers, random)
        care_unit = draw(municipality.care_units, random)
        protection = self._protection()
        address = draw_address(municipality.places, random)
        family = _Family(
            names=names,
            municipality=municipality.code,
            care_unit=care_unit,
            household=household,
            size=len(home.adults) + len(home.children),
            protection=protection,
            address=address,
            at=self._homes.at(municipality.code, address.place.town, household),
            random=random,
        )
        guardians = []
        for place, member in enumerate(home.adults):
            number = self._number(member)
            guardians.append(number.number)
            yield family.person(member, number, family.adults_surname(place), ())
        both = tuple(guardians)
        for child in home.children:
            number = self._number(child)
            who = both if child.age < ADULT else ()
            yield family.person(child, number, family.surname, who)

    def _number(self, member: Member) -> BirthNumber:
        numbers = self._numbers.women if member.woman else self._numbers.men
        return numbers[member.age].pop()

    def _protection(self) -> Protection:
        chance = self._random.random() / PROTECTED_HOMES
        if chance >= 1:
            return Protection.NONE
        if chance < PROTECTED_REGISTRATION_AMONG_THEM:
            return Protection.PROTECTED_REGISTRATION
        return Protection.CONFIDENTIALITY_MARK


class _Family:
    """What those in a home have in common."""

    __slots__ = (
        "_address",
        "_at",
        "_care_unit",
        "_household",
        "_language",
        "_municipality",
        "_names",
        "_protection",
        "_random",
        "_size",
        "surname",
    )

    def __init__(
        self,
        *,
        names: NameGiver,
        municipality: str,
        care_unit: str,
        household: int,
        size: int,
        protection: Protection,
        address: Address,
        at: Place,
        random: Random,
    ) -> None:
        hidden = protection is Protection.PROTECTED_REGISTRATION
        self._names = names
        self._municipality = municipality
        self._care_unit = care_unit
        self._household = household
        self._size = size
        self._protection = protection
        self._address = NOWHERE if hidden else address
        self._at = None if hidden else at
        self._random = random
        self._language = names.language if random.random() < names.speaks else SWEDISH
        self.surname = draw(names.surnames, random)

    def adults_surname(self, place: int) -> str:
        """The family's name, or for the second adult often another."""
        if place == 0 or self._random.random() < SAME_SURNAME_IN_COUPLE:
            return self.surname
        return draw(self._names.surnames, self._random)

    def person(
        self,
        member: Member,
        number: BirthNumber,
        surname: str,
        guardians: tuple[str, ...],
    ) -> InventedPerson:
        """A member with all there is to tell."""
        address = self._address
        return InventedPerson(
            number.number,
            self._names.given_name(member, number.born.year, self._random),
            surname,
            number.born,
            RegisteredSex.WOMAN if member.woman else RegisteredSex.MAN,
            self._municipality,
            self._care_unit,
            self._household,
            self._size,
            address.street,
            address.place.postal_code,
            address.place.town,
            self._at.latitude if self._at else None,
            self._at.longitude if self._at else None,
            self._phone(member),
            self._language,
            self._needs_interpreter(member),
            self._protection,
            guardians,
        )

    def _phone(self, member: Member) -> str:
        if member.age < YOUNGEST_WITH_PHONE or self._address is NOWHERE:
            return ""
        return draw(PHONES, self._random)

    def _needs_interpreter(self, member: Member) -> bool:
        if member.age < ADULT or self._language == SWEDISH:
            return False
        return self._random.random() < self._names.interpreter
