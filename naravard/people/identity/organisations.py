"""Numbers of organisations and of staff: organisationsnummer and HSA-id."""

import re
from dataclasses import dataclass, field

from naravard.people.identity.check_digit import passes_luhn
from naravard.people.identity.errors import HsaIdNotValid, OrganisationNumberNotValid

ORGANISATION_NUMBER_SYSTEM = "urn:oid:2.5.4.97"
HSA_ID_SYSTEM = "urn:oid:1.2.752.29.4.19"
# Both are in live use: HL7 Sweden's base profiles, and Inera's service contracts.
HSA_ID_OIDS = frozenset({"1.2.752.29.4.19", "1.2.752.129.2.1.4.1"})

_ORGANISATION_NUMBER = re.compile(r"([0-9]{2}[2-9][0-9]{3})-?([0-9]{4})")
_HSA_ID = re.compile(r"SE[0-9]{10}-[A-Za-z0-9]{1,18}", re.IGNORECASE)
_HSA_PREFIX = re.compile(r"SE([0-9]{10})")


@dataclass(frozen=True, slots=True)
class HsaId:
    """An HSA-id as written; two that differ only in case are the same."""

    value: str = field(compare=False)
    comparable: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Keep the form that comparison goes by."""
        object.__setattr__(self, "comparable", self.value.upper())


def parse_hsa_id(text: str) -> HsaId:
    """The HSA-id that `text` holds. Raises HsaIdNotValid."""
    written = text.strip()
    if not written.isascii() or not _HSA_ID.fullmatch(written):
        raise HsaIdNotValid
    return HsaId(written)


def parse_organisation_number(text: str) -> str:
    """Ten digits without hyphen. Raises OrganisationNumberNotValid."""
    match = _ORGANISATION_NUMBER.fullmatch(text.strip())
    if match is None or not passes_luhn(match[1] + match[2]):
        raise OrganisationNumberNotValid
    return match[1] + match[2]


def is_invented_hsa_prefix(prefix: str) -> bool:
    """Whether `SE` and ten digits can belong to nobody: the check digit is wrong."""
    match = _HSA_PREFIX.fullmatch(prefix)
    return match is not None and not passes_luhn(match[1])
