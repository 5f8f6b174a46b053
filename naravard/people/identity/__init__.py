"""Which numbers identify persons, organisations and staff, and how they are read.

Pure: the forms, check digits and code systems of personnummer, samordningsnummer,
reserve numbers, organisationsnummer and HSA-id.
"""

from naravard.people.identity.check_digit import check_digit_for, passes_luhn
from naravard.people.identity.errors import (
    BirthDateInFuture,
    CheckDigitDoesNotMatch,
    FormNotRecognised,
    HsaIdNotValid,
    NoSuchBirthDate,
    OrganisationNumberNotValid,
    PersonNumberNotValid,
    RealNumberNotAllowed,
)
from naravard.people.identity.numbers_for_tests import (
    PUBLISHED_EXAMPLES,
    check_is_test_number,
    is_test_number,
)
from naravard.people.identity.organisations import (
    HSA_ID_OIDS,
    HSA_ID_SYSTEM,
    ORGANISATION_NUMBER_SYSTEM,
    HsaId,
    is_invented_hsa_prefix,
    parse_hsa_id,
    parse_organisation_number,
)
from naravard.people.identity.parsing import parse, parse_as
from naravard.people.identity.person import PersonIdentifier
from naravard.people.identity.systems import (
    IdentifierSystem,
    SystemNames,
    names_of,
    system_named,
)

__all__ = [
    "HSA_ID_OIDS",
    "HSA_ID_SYSTEM",
    "ORGANISATION_NUMBER_SYSTEM",
    "PUBLISHED_EXAMPLES",
    "BirthDateInFuture",
    "CheckDigitDoesNotMatch",
    "FormNotRecognised",
    "HsaId",
    "HsaIdNotValid",
    "IdentifierSystem",
    "NoSuchBirthDate",
    "OrganisationNumberNotValid",
    "PersonIdentifier",
    "PersonNumberNotValid",
    "RealNumberNotAllowed",
    "SystemNames",
    "check_digit_for",
    "check_is_test_number",
    "is_invented_hsa_prefix",
    "is_test_number",
    "names_of",
    "parse",
    "parse_as",
    "parse_hsa_id",
    "parse_organisation_number",
    "passes_luhn",
    "system_named",
]
