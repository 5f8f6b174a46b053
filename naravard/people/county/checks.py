"""What must hold in a county as a whole, beyond each row by itself."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import combinations
from math import isclose
from typing import NoReturn

from naravard.people.county.data import (
    AgreementData,
    County,
    MunicipalityData,
    ProviderData,
    RegionData,
    UnitData,
    UnitKind,
)
from naravard.people.county.reading import CountyFileNotValid
from naravard.people.identity import is_invented_hsa_prefix, passes_luhn

# The numbers that Post- och telestyrelsen keeps for fiction among mobile numbers.
INVENTED_PHONES = frozenset(f"070-174 06 {last:02}" for last in range(5, 100))

# Without these three a person can not be received at home.
NEEDED_EVERYWHERE = (
    UnitKind.OPEN_CARE,
    UnitKind.MUNICIPAL_HEALTH_CARE,
    UnitKind.SOCIAL_SERVICES,
)
_SHARE_TOLERANCE = 0.001


def check_county(county: County, file: str) -> None:
    """Raise CountyFileNotValid for the first thing that does not hold."""
    check = _Check(county, file)
    check.keys_are_unique()
    check.populations_add_up()
    check.municipalities_are_right()
    check.places_are_known()
    check.units_follow_one_another()
    check.every_municipality_can_receive()
    check.agreements_do_not_overlap()
    check.rates_are_one_a_year()
    check.terms_do_not_overlap()
    check.preservations_are_of_known_organisations()
    if county.invented:
        check.nothing_leads_to_reality()


class _Check:
    """The checks of one county."""

    def __init__(self, county: County, file: str) -> None:
        self.county = county
        self.file = file
        self.codes = {row.code for row in county.municipalities}

    def preservations_are_of_known_organisations(self) -> None:
        known = {row.key for row in _organisations(self.county)}
        for row in self.county.preservations:
            for key in row.organisations:
                if key not in known:
                    self._fail("preservations", f"{row.key} nämner okända {key}")

    def keys_are_unique(self) -> None:
        county = self.county
        self._unique("organisationer", (row.key for row in _organisations(county)))
        self._unique("municipalities", (row.code for row in county.municipalities))
        self._unique("nodes", (row.key for row in county.nodes))
        self._unique("hospitals", (row.key for row in county.hospitals))
        self._unique("units", (row.key for row in county.units))
        self._unique("units", (row.hsa_id for row in county.units))
        self._unique("agreements", (row.key for row in county.agreements))

    def populations_add_up(self) -> None:
        total = sum(row.population for row in self.county.municipalities)
        if total != self.county.population:
            self._fail(
                "county.population",
                f"är {self.county.population} men kommunerna har {total} tillsammans",
            )

    def municipalities_are_right(self) -> None:
        for row in self.county.municipalities:
            if not row.code.startswith(self.county.code):
                self._fail(row.name, f"koden {row.code} är inte länets")
            if row.share_80_and_over > row.share_65_and_over:
                self._fail(row.name, "fler är 80 och äldre än 65 och äldre")
            shares = sum(town.share for town in row.towns)
            if not isclose(shares, 1, abs_tol=_SHARE_TOLERANCE):
                self._fail(row.name, f"orternas andelar är {shares:g}, inte 1")

    def places_are_known(self) -> None:
        in_nodes = [code for node in self.county.nodes for code in node.municipalities]
        self._unique("nodes", in_nodes)
        self._known("nodes", in_nodes)
        self._known("hospitals", (row.municipality for row in self.county.hospitals))
        self._known(
            "units", (row.municipality for row in self.county.units if row.municipality)
        )
        for agreement in self.county.agreements:
            self._known(agreement.key, agreement.municipalities)

    def units_follow_one_another(self) -> None:
        by_key = {unit.key: unit for unit in self.county.units}
        for unit in self.county.units:
            if unit.valid_to is not None and unit.valid_to < unit.valid_from:
                self._fail(unit.key, "slutar gälla innan den börjar")
            if unit.successor is not None:
                self._check_successor(unit, by_key.get(unit.successor))

    def _check_successor(self, unit: UnitData, successor: UnitData | None) -> None:
        if successor is None:
            self._fail(unit.key, f"efterträdaren ”{unit.successor}” finns inte")
        if unit.valid_to is None:
            self._fail(unit.key, "har en efterträdare men inget slutdatum")
        if not successor.is_valid_on(unit.valid_to + timedelta(days=1)):
            self._fail(unit.key, "efterträdaren gäller inte dagen därefter")

    def every_municipality_can_receive(self) -> None:
        open_units = {
            (unit.municipality, unit.kind)
            for unit in self.county.units
            if unit.valid_to is None
        }
        listing = {
            unit.municipality
            for unit in self.county.units
            if unit.valid_to is None and unit.listed_people
        }
        for row in self.county.municipalities:
            for kind in NEEDED_EVERYWHERE:
                if (row.code, kind) not in open_units:
                    self._fail(f"units.{kind}", f"{row.name} har ingen sådan enhet")
            if row.code not in listing:
                self._fail("units.open_care", f"{row.name} har ingen med listed_people")

    def agreements_do_not_overlap(self) -> None:
        for agreement in self.county.agreements:
            ends = agreement.valid_to
            if ends is not None and ends < agreement.valid_from:
                self._fail(agreement.key, "slutar gälla innan det börjar")
        for one, other in combinations(self.county.agreements, 2):
            if _same_cases(one, other) and _same_days(one, other):
                self._fail(one.key, f"gäller samtidigt som {other.key}")

    def terms_do_not_overlap(self) -> None:
        for row in self.county.visit_terms:
            if row.valid_to is not None and row.valid_to < row.valid_from:
                self._fail(
                    f"visit_terms.{row.urgency}", "slutar gälla innan den börjar"
                )
        for one, other in combinations(self.county.visit_terms, 2):
            same_days = one.is_valid_on(other.valid_from) or other.is_valid_on(
                one.valid_from
            )
            if one.urgency == other.urgency and same_days:
                self._fail("visit_terms", f"{one.urgency} gäller två gånger samma dag")

    def rates_are_one_a_year(self) -> None:
        self._unique("rates", (str(rate.year) for rate in self.county.rates))

    def nothing_leads_to_reality(self) -> None:
        for place, could_be_real in _could_be_real(self.county):
            if could_be_real:
                self._fail(place, "kan tillhöra någon i verkligheten")

    def _unique(self, place: str, keys: Iterable[str]) -> None:
        seen: set[str] = set()
        for key in keys:
            if key in seen:
                self._fail(place, f"”{key}” står två gånger")
            seen.add(key)

    def _known(self, place: str, codes: Iterable[str]) -> None:
        for code in codes:
            if code not in self.codes:
                self._fail(place, f"kommunen {code} finns inte i filen")

    def _fail(self, place: str, what: str) -> NoReturn:
        raise CountyFileNotValid(self.file, place, what)


def _same_cases(one: AgreementData, other: AgreementData) -> bool:
    return bool(
        set(one.municipalities) & set(other.municipalities)
        and set(one.care) & set(other.care)
    )


def _same_days(one: AgreementData, other: AgreementData) -> bool:
    return one.is_valid_on(other.valid_from) or other.is_valid_on(one.valid_from)


def _organisations(
    county: County,
) -> tuple[RegionData | MunicipalityData | ProviderData, ...]:
    return (county.region, *county.municipalities, *county.providers)


def _could_be_real(county: County) -> Iterator[tuple[str, bool]]:
    """Every number that leads to somebody, and whether it could be a real one."""
    for row in _organisations(county):
        yield f"{row.key}.hsa_prefix", not is_invented_hsa_prefix(row.hsa_prefix)
    for provider in county.providers:
        real = passes_luhn(provider.organisation_number)
        yield f"{provider.key}.organisation_number", real
    yield f"{county.region.key}.phone", county.region.phone not in INVENTED_PHONES
    for unit in county.units:
        yield f"{unit.key}.phone", unit.phone not in INVENTED_PHONES
