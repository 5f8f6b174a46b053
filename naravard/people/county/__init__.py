"""A county as data: its organisations, units, agreements and rates, read from a file.

No place has its name in the code: another county is another file.
"""

from naravard.people.county.data import (
    AgreementData,
    County,
    HospitalData,
    MunicipalityData,
    NodeData,
    OrganisationKind,
    ParameterValue,
    ProviderData,
    RateData,
    RegionData,
    TownData,
    UnitData,
    UnitKind,
    VisitTermsData,
)
from naravard.people.county.loading import load_county
from naravard.people.county.reading import CountyFileNotValid

__all__ = [
    "AgreementData",
    "County",
    "CountyFileNotValid",
    "HospitalData",
    "MunicipalityData",
    "NodeData",
    "OrganisationKind",
    "ParameterValue",
    "ProviderData",
    "RateData",
    "RegionData",
    "TownData",
    "UnitData",
    "UnitKind",
    "VisitTermsData",
    "load_county",
]
