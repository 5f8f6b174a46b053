"""Which numbers are made for tests and belong to nobody."""

from naravard.people.identity.errors import RealNumberNotAllowed
from naravard.people.identity.person import PersonIdentifier
from naravard.people.identity.systems import IdentifierSystem

# Birth numbers (the three digits after the date) that Skatteverket's own test numbers
# use; a date has twenty of them.
TEST_BIRTH_NUMBERS = range(980, 1000)

# Examples in textbooks, in HL7 Sweden's profiles and in Inera's test material.
PUBLISHED_EXAMPLES = frozenset(
    {
        "196408233234",
        "198112189876",
        "195009072553",
        "196101182803",
        "189002029800",
        "189602029812",
        "200302022389",
        "199002222397",
        "200001252386",
        "196109732393",
        "98240301AA06",
        "191212121212",
    }
)

_WITH_BIRTH_NUMBER = frozenset(
    {IdentifierSystem.PERSONAL_NUMBER, IdentifierSystem.COORDINATION_NUMBER}
)


def is_test_number(identifier: PersonIdentifier) -> bool:
    """Whether the number is a test number and can belong to no living person."""
    if identifier.value in PUBLISHED_EXAMPLES:
        return True
    return (
        identifier.system in _WITH_BIRTH_NUMBER
        and int(identifier.value[8:11]) in TEST_BIRTH_NUMBERS
    )


def check_is_test_number(identifier: PersonIdentifier) -> None:
    """Raise RealNumberNotAllowed unless the number is a test number."""
    if not is_test_number(identifier):
        raise RealNumberNotAllowed
