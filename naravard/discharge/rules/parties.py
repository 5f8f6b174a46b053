"""Who takes part: units, their principals, and which municipality they answer for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Principal(StrEnum):
    """Who is responsible for a unit (huvudman), or that it is run privately."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    PRIVATE = "private"


class UnitKind(StrEnum):
    """What a unit gives; the kind, not the owner, decides whose duty it fulfils."""

    INPATIENT = "inpatient"
    OPEN_CARE = "open_care"
    MUNICIPAL_HEALTH_CARE = "municipal_health_care"
    SOCIAL_SERVICES = "social_services"


MUNICIPAL_KINDS = frozenset({UnitKind.MUNICIPAL_HEALTH_CARE, UnitKind.SOCIAL_SERVICES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit in a case; `municipality` is the code of the one it answers for."""

    key: str
    principal: Principal
    kind: UnitKind
    municipality: str | None = None


def any_of_kind(
    keys: Iterable[str], kinds: Iterable[UnitKind], units: Mapping[str, Unit]
) -> bool:
    """Whether any of the units is of one of the kinds."""
    return not {units[key].kind for key in keys}.isdisjoint(kinds)


def reaches_municipality(
    keys: Iterable[str], municipality: str, units: Mapping[str, Unit]
) -> bool:
    """Whether any of the units does municipal work for the municipality."""
    named = [units[key] for key in keys]
    return municipality in [
        unit.municipality for unit in named if unit.kind in MUNICIPAL_KINDS
    ]


def both_principals_needed(keys: Iterable[str], units: Mapping[str, Unit]) -> bool:
    """Whether both region and municipality are needed (LUS 4 kap. 1 §)."""
    kinds = {units[key].kind for key in keys}
    return UnitKind.OPEN_CARE in kinds and not kinds.isdisjoint(MUNICIPAL_KINDS)
