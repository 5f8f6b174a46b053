"""The county's inhabitants: invented, written by hand, and who may fall ill."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from random import Random
from uuid import UUID

from naravard.demo.ids import demo_id
from naravard.demo.people import ADULT, Patient
from naravard.demo.population import InventedPerson, Protection, generate_population
from naravard.demo.population.homes import Homes, Place
from naravard.demo.stories import PersonStory, Stories
from naravard.people.county import County
from naravard.people.details import PersonDetails

OLD = 65
VERY_OLD = 80
# Of those too young to be likely patients, so many are kept in mind.
ONE_ADULT_IN = 12
ONE_CHILD_IN = 60
LACKS_CAPACITY = 0.025  # of those 80 and over [design]
PLACED_ELSEWHERE = 0.003  # of those 80 and over, SoL 8 kap. 4 § [design]


class Inhabitants:
    """Everybody, one by one; remembers those who may come to need hospital."""

    def __init__(
        self, county: County, stories: Stories, *, seed: int, today: date
    ) -> None:
        """Nobody has been made yet."""
        self._county = county
        self._stories = stories
        self._seed = seed
        self._today = today
        self._remembered: list[InventedPerson] = []

    def everybody(self) -> Iterator[InventedPerson]:
        """All but those written by hand; with them, as many as the file says."""
        reserved = frozenset(p.number(self._today) for p in self._stories.people)
        in_place_of = Counter(p.municipality for p in self._stories.people)
        invented = generate_population(
            self._county, seed=self._seed, today=self._today, reserved=reserved
        )
        for number, person in enumerate(invented):
            if in_place_of[person.municipality] and person.household_size == 1:
                in_place_of[person.municipality] -= 1
                continue
            if self._is_remembered(person, number):
                self._remembered.append(person)
            yield person

    def patients(self, ids: Mapping[str, UUID]) -> list[Patient]:
        """Those who may be admitted; `ids` by personal number."""
        random = Random(f"capacity {self._seed}")  # noqa: S311 (not for secrets)
        return [
            _patient(
                person,
                ids[person.personal_number],
                lacks_capacity=self._age(person) >= VERY_OLD
                and random.random() < LACKS_CAPACITY,
            )
            for person in self._remembered
        ]

    def placed(self, patients: Iterable[Patient]) -> dict[Patient, str]:
        """Those whom another municipality has placed here, and which."""
        random = Random(f"placed {self._seed}")  # noqa: S311
        codes = [row.code for row in self._county.municipalities]
        return {
            patient: random.choice([c for c in codes if c != patient.municipality])
            for patient in patients
            if patient.age_on(self._today) >= VERY_OLD
            and random.random() < PLACED_ELSEWHERE
        }

    def _is_remembered(self, person: InventedPerson, number: int) -> bool:
        age = self._age(person)
        if age >= OLD or person.protection is not Protection.NONE:
            return True
        return number % (ONE_ADULT_IN if age >= ADULT else ONE_CHILD_IN) == 0

    def _age(self, person: InventedPerson) -> int:
        return self._today.year - person.birth_date.year


def person_id(key: str) -> UUID:
    """The id of somebody written by hand."""
    return demo_id("person", key)


def told_details(
    story: PersonStory, unit_id: UUID, homes: Homes, today: date
) -> PersonDetails:
    """Somebody written by hand, as the register is to know her."""
    at = _home(story, homes)
    return PersonDetails(
        given_name=story.given_name,
        family_name=story.family_name,
        birth_date=story.born.day(today),
        protection=story.protection,
        registered_in=story.municipality,
        street=story.street,
        postal_code=story.postal_code,
        town=story.town,
        latitude=at.latitude if at else None,
        longitude=at.longitude if at else None,
        phone=story.phone,
        language=story.language,
        interpreter=story.interpreter,
        lacks_capacity=story.lacks_capacity,
        listed_unit_id=unit_id,
    )


def told_patient(story: PersonStory, today: date) -> Patient:
    """Somebody written by hand, as a patient."""
    return Patient(
        person_id=person_id(story.key),
        number=story.number(today),
        given_name=story.given_name,
        family_name=story.family_name,
        birth_date=story.born.day(today),
        municipality=story.municipality,
        care_unit=story.unit,
        address=_address(story.street, story.postal_code, story.town),
        protected=story.protection.value != Protection.NONE.value,
        lacks_capacity=story.lacks_capacity,
    )


def told_at_home(stories: Stories, county: County, today: date) -> tuple[Patient, ...]:
    """Those written by hand who have just come home, where they live."""
    homes = Homes(county)
    home_again = {stay.person for stay in stories.drawn if stay.state == "DISCHARGED"}
    found = []
    for story in stories.people:
        at = _home(story, homes)
        if story.key in home_again and at is not None:
            patient = told_patient(story, today)
            found.append(replace(patient, latitude=at.latitude, longitude=at.longitude))
    return tuple(found)


def _home(story: PersonStory, homes: Homes) -> Place | None:
    """Where somebody written by hand lives; nowhere when her address is protected."""
    if story.protection.value == Protection.PROTECTED_REGISTRATION.value:
        return None
    number = int(story.birth_number) + len(story.street)
    return homes.at(story.municipality, story.town, number)


def _patient(person: InventedPerson, id_: UUID, *, lacks_capacity: bool) -> Patient:
    return Patient(
        person_id=id_,
        number=person.personal_number,
        given_name=person.given_name,
        family_name=person.surname,
        birth_date=person.birth_date,
        municipality=person.municipality,
        care_unit=person.care_unit,
        address=_address(person.street, person.postal_code, person.town),
        protected=person.protection is not Protection.NONE,
        latitude=person.latitude,
        longitude=person.longitude,
        lacks_capacity=lacks_capacity,
    )


def _address(street: str, postal_code: str, town: str) -> str:
    return ", ".join(part for part in (street, f"{postal_code} {town}".strip()) if part)
