"""What a county consists of, as frozen rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

ParameterValue = bool | int | float | str
NO_GENITIVE = frozenset("aeiouyåäösxz")  # last letters of names that take no -s


class OrganisationKind(StrEnum):
    """Who answers for a unit; the words of the discharge engine's principals."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    PRIVATE = "private"


class UnitKind(StrEnum):
    """What a unit does; the first four are the parties of LUS 1 kap. 4 §."""

    INPATIENT = "inpatient"
    OPEN_CARE = "open_care"
    MUNICIPAL_HEALTH_CARE = "municipal_health_care"
    SOCIAL_SERVICES = "social_services"
    MOBILE_TEAM = "mobile_team"
    SCHOOL_HEALTH = "school_health"
    SHORT_STAY = "short_stay"
    OTHER = "other"
    CHILD_AND_FAMILY = "child_and_family"  # receives reports of concern (SoL 19:1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionData:
    """The region: principal of hospitals, psychiatry and most primary care."""

    key: str
    name: str
    organisation_number: str
    hsa_prefix: str
    residence: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TownData:
    """A post town, its postal codes and its share (0–1) of the municipality's homes."""

    name: str
    postal_codes: tuple[str, ...]
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityData:
    """A municipality; shares are 0–1, coordinates WGS84 degrees of the main town.

    `verified` tells whether the shares were found in statistics rather than estimated.
    """

    key: str
    code: str
    name: str
    organisation_number: str
    hsa_prefix: str
    population: int
    share_65_and_over: float
    share_80_and_over: float
    verified: bool
    latitude: float
    longitude: float
    towns: tuple[TownData, ...]

    @property
    def organisation_name(self) -> str:
        """What the municipality is called as a principal: `Storbys kommun`.

        Names that end in a vowel or s take no genitive: `Storby kommun`.
        """
        genitive = "" if self.name[-1:].lower() in NO_GENITIVE else "s"
        return f"{self.name}{genitive} kommun"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderData:
    """A private care provider under contract."""

    key: str
    name: str
    organisation_number: str
    hsa_prefix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeData:
    """Municipalities that share local care (närvårdsområde)."""

    key: str
    name: str
    municipalities: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HospitalData:
    """A hospital site; coordinates are WGS84 degrees."""

    key: str
    name: str
    municipality: str
    emergency: bool
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitData:
    """A unit as it was called from `valid_from` to `valid_to`, both days included.

    `municipality` and `node` are where it works; None means the whole county.
    `listed_people` is about how many have chosen it; 0 where nobody is listed.
    """

    key: str
    name: str
    kind: UnitKind
    organisation: str
    principal: OrganisationKind
    hsa_id: str
    municipality: str | None
    node: str | None
    hospital: str | None
    care: str
    beds: int
    direct_admission_places: int
    listed_people: int
    phone: str
    phone_hours: str
    valid_from: date
    valid_to: date | None
    successor: str | None
    criteria: tuple[str, ...] = ()  # of a mobile team, for whom it takes in
    criteria_needed: int = 0

    def is_valid_on(self, day: date) -> bool:
        """Whether the unit existed, under this name and contract, on `day`."""
        return self.valid_from <= day and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementData:
    """How the municipalities pay for those who are ready to leave (LUS 4 kap. 5 §).

    `parameters` are named as the discharge engine's; what is left out is the law's.
    """

    key: str
    model: str
    municipalities: tuple[str, ...]
    care: tuple[str, ...]
    parameters: Mapping[str, ParameterValue]
    valid_from: date
    valid_to: date | None
    source: str
    verified: bool

    def is_valid_on(self, day: date) -> bool:
        """Whether the agreement applies on `day`."""
        return self.valid_from <= day and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RateData:
    """What a day in hospital costs the municipality a given year (LUS 5 kap. 6 §)."""

    year: int
    amount_sek: int
    evidence: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PreservationData:
    """What organisations must keep beyond its time: an archive decision, a sample.

    `born_on_days` are days of the month (1 to 31); none means everybody.
    """

    key: str
    organisations: tuple[str, ...]
    kept: str
    born_on_days: tuple[int, ...]
    valid_from: date
    valid_to: date | None
    source: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitTermsData:
    """How soon a mobile team answers and comes, by how soon it is asked for; minutes.

    Without `visit_minutes` the visit is made before the day has ended.
    """

    urgency: str
    answer_minutes: int
    visit_minutes: int | None
    valid_from: date
    valid_to: date | None
    source: str
    verified: bool

    def is_valid_on(self, day: date) -> bool:
        """Whether the terms apply on `day`."""
        return self.valid_from <= day and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class County:
    """A whole county: one region, its municipalities and all their units."""

    code: str
    name: str
    population: int
    population_on: date
    source: str
    invented: bool
    region: RegionData
    municipalities: tuple[MunicipalityData, ...]
    providers: tuple[ProviderData, ...]
    nodes: tuple[NodeData, ...]
    hospitals: tuple[HospitalData, ...]
    units: tuple[UnitData, ...]
    agreements: tuple[AgreementData, ...]
    rates: tuple[RateData, ...]
    preservations: tuple[PreservationData, ...]
    visit_terms: tuple[VisitTermsData, ...]

    def municipality(self, code: str) -> MunicipalityData:
        """The municipality with this code. Raises KeyError."""
        return {row.code: row for row in self.municipalities}[code]

    def unit(self, key: str) -> UnitData:
        """The unit with this key, also one that is no more. Raises KeyError."""
        return {row.key: row for row in self.units}[key]

    def units_on(self, day: date) -> tuple[UnitData, ...]:
        """The units that exist on `day`, in the file's order."""
        return tuple(unit for unit in self.units if unit.is_valid_on(day))

    def unit_in_charge_on(self, key: str, day: date) -> UnitData:
        """The unit that has taken over from `key` by `day`; itself while it exists."""
        unit = self.unit(key)
        while unit.successor and unit.valid_to is not None and unit.valid_to < day:
            unit = self.unit(unit.successor)
        return unit

    def agreement_for(
        self, municipality: str, *, care: str, day: date
    ) -> AgreementData | None:
        """The agreement that applies; None means that the law alone does."""
        return next(
            (
                agreement
                for agreement in self.agreements
                if municipality in agreement.municipalities
                and care in agreement.care
                and agreement.is_valid_on(day)
            ),
            None,
        )

    def rate_for(self, year: int) -> RateData | None:
        """The rate of the year; None means that it is not known and none is billed."""
        return next((rate for rate in self.rates if rate.year == year), None)
