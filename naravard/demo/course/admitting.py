"""Who is admitted, and to which ward: drawn by age, home and kind of care."""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from random import Random

from naravard.demo.course import parameters
from naravard.demo.people import ADULT, Patient, Places
from naravard.demo.population.weighted import from_table
from naravard.people.queries import UnitRow
from naravard.people.roles import CareUnitKind

CHILDRENS_WARD = "barn"
# Beginnings of words in the names of wards that rarely coordinate a discharge.
SELDOM = ("bb", "neonatal", "intensiv", "kvinno", "förloss", CHILDRENS_WARD)
NEARER = 3.0  # times as often in the hospital of one's own municipality


class Pool:
    """Everybody who can be admitted, laid out for quick draws by age."""

    def __init__(self, patients: Sequence[Patient], today: date) -> None:
        """Lay out adults and children by how often they are admitted."""
        self._adults = [each for each in patients if each.age_on(today) >= ADULT]
        self._children = [each for each in patients if each.is_minor_on(today)]
        table = parameters.ADMITTED_BY_AGE
        self._weights = list(
            accumulate(from_table(table, each.age_on(today)) for each in self._adults)
        )
        self._today = today

    def adult(self, random: Random) -> Patient:
        """An adult; the older the likelier."""
        return random.choices(self._adults, cum_weights=self._weights)[0]

    def any_adult(self, random: Random) -> Patient:
        """An adult; all ages in the pool as likely."""
        return random.choice(self._adults)

    def child(self, random: Random) -> Patient:
        """A child, or an adult where no child is."""
        return random.choice(self._children or self._adults)

    def children(self) -> tuple[Patient, ...]:
        """All children."""
        return tuple(self._children)

    def protected(self) -> tuple[Patient, ...]:
        """Adults with protected identity."""
        return tuple(each for each in self._adults if each.protected)


class Wards:
    """The wards of the county, and how likely each is for somebody."""

    def __init__(self, places: Places) -> None:
        """Sort the wards by kind of care."""
        wards = [
            unit
            for unit in places.by_key.values()
            if unit.kind is CareUnitKind.INPATIENT
        ]
        self._psychiatric = [ward for ward in wards if ward.psychiatric]
        somatic = [ward for ward in wards if not ward.psychiatric]
        self._children = [w for w in somatic if _is_named(w, (CHILDRENS_WARD,))]
        self._somatic = [w for w in somatic if not _is_named(w, SELDOM)] or somatic

    def draw(
        self, patient: Patient, *, psychiatric: bool, minor: bool, random: Random
    ) -> UnitRow:
        """A ward with beds for this kind of care, rather near home."""
        if psychiatric and self._psychiatric:
            return _nearby(self._psychiatric, patient, random)
        if minor and self._children:
            return random.choice(self._children)
        return _nearby(self._somatic, patient, random)


def _is_named(ward: UnitRow, beginnings: Sequence[str]) -> bool:
    return ward.name.casefold().startswith(tuple(beginnings))


def _nearby(wards: Sequence[UnitRow], patient: Patient, random: Random) -> UnitRow:
    weights = [
        max(ward.beds, 1)
        * (NEARER if ward.municipality_code == patient.municipality else 1)
        for ward in wards
    ]
    return random.choices(wards, weights)[0]
