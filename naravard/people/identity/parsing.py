"""Reads a person's number in every form it is written in."""

import re
from collections.abc import Callable
from datetime import date

from naravard.people.identity.check_digit import passes_luhn
from naravard.people.identity.errors import (
    BirthDateInFuture,
    CheckDigitDoesNotMatch,
    FormNotRecognised,
    NoSuchBirthDate,
)
from naravard.people.identity.person import (
    COORDINATION_DAY_OFFSET,
    PersonIdentifier,
    written_date,
)
from naravard.people.identity.systems import IdentifierSystem

# Dashes that word processors and web pages put where a hyphen was meant.
_DASHES = str.maketrans({"–": "-", "−": "-", "‐": "-", "‑": "-"})

_SHORT = re.compile(r"([0-9]{6})([-+]?)([0-9]{4})")
_LONG = re.compile(r"([0-9]{8})-?([0-9]{4})")
# Two letters that can not be taken for digits or for each other.
_NATIONAL = re.compile(r"([0-9]{8})-?([A-HJ-NPR-UX-Z]{2}[0-9]{2})")
_STOCKHOLM = re.compile(r"99(?:18|19|20)[0-9]{8}")
_VASTRA_GOTALAND = re.compile(r"(?:18|19|20)[0-9]{6}[KMX][0-9]{3}")
_VARMLAND = re.compile(r"(?:18|19|20)[0-9]{6}[A-Z]{2}[0-9]{2}")
_ASYLUM_CARD = re.compile(r"[0-9A-Z][0-9A-Z/-]{3,19}")

# National reserve numbers: XX=00 is a person whose birth date is unknown; the rest is a
# serial number within these bounds. 01–17 are reserved and 18–21 are never used.
_UNKNOWN_BIRTH = "00"
_SERIAL_MONTHS = range(20, 100)
_SERIAL_DAYS = range(40, 60)
_FIRST_CENTURY_IN_USE = 22


def parse(text: str, *, today: date) -> PersonIdentifier:
    """The number that `text` holds, with the system that its form shows.

    `today` settles the century of a number written with ten digits. Raises
    PersonNumberNotValid. An LMA number has no form of its own: see `parse_as`.
    """
    written = text.strip().translate(_DASHES).upper()
    for reader in _READERS:
        identifier = reader(written, today)
        if identifier is not None:
            return identifier
    raise FormNotRecognised


def parse_as(system: IdentifierSystem, text: str, *, today: date) -> PersonIdentifier:
    """The number, known to be of `system`. Raises PersonNumberNotValid."""
    if system is IdentifierSystem.ASYLUM_CARD_NUMBER:
        return _asylum_card(text.strip().upper())
    identifier = parse(text, today=today)
    if identifier.system is not system:
        raise FormNotRecognised
    return identifier


def _short(written: str, today: date) -> PersonIdentifier | None:
    """Ten digits, with `-`, `+` or nothing between; `+` from the year one turns 100."""
    match = _SHORT.fullmatch(written)
    if match is None:
        return None
    six, separator, last_four = match.groups()
    return _numeric(_century(six, separator, today) + six + last_four, today)


def _long(written: str, today: date) -> PersonIdentifier | None:
    """Twelve digits, with `-` or nothing before the last four."""
    match = _LONG.fullmatch(written)
    return None if match is None else _numeric("".join(match.groups()), today)


def _national(written: str, today: date) -> PersonIdentifier | None:
    """A national reserve number; its check digit's letter weights are not published."""
    match = _NATIONAL.fullmatch(written)
    if match is None or match[1].startswith(("18", "19", "20")):
        return None
    value = match[1] + match[2]
    if value.startswith(_UNKNOWN_BIRTH):
        _check_serial(value)
    else:
        _check_dated_reserve(value, today)
    return PersonIdentifier(
        system=IdentifierSystem.NATIONAL_RESERVE_NUMBER, value=value
    )


def _stockholm(written: str, _today: date) -> PersonIdentifier | None:
    """99, a year, five digits and a check digit over positions 5–11."""
    if not _STOCKHOLM.fullmatch(written):
        return None
    if not passes_luhn(written[4:]):
        raise CheckDigitDoesNotMatch
    return PersonIdentifier(
        system=IdentifierSystem.STOCKHOLM_RESERVE_NUMBER, value=written
    )


def _vastra_gotaland(written: str, today: date) -> PersonIdentifier | None:
    """A birth date, K, M or X, two digits and a check digit; taken as it is."""
    system = IdentifierSystem.VASTRA_GOTALAND_RESERVE_NUMBER
    return _local(_VASTRA_GOTALAND, system, written, today)


def _varmland(written: str, today: date) -> PersonIdentifier | None:
    """A birth date, two letters, a digit and a check digit; taken as it is."""
    system = IdentifierSystem.VARMLAND_RESERVE_NUMBER
    return _local(_VARMLAND, system, written, today)


_Reader = Callable[[str, date], PersonIdentifier | None]

# The forms exclude one another, except that Stockholm's must be asked before twelve
# digits in general.
_READERS: tuple[_Reader, ...] = (
    _short,
    _stockholm,
    _long,
    _national,
    _vastra_gotaland,
    _varmland,
)


def _century(six: str, separator: str, today: date) -> str:
    """The two digits to put first: the newest century that the writing allows."""
    century, year_of_century = divmod(today.year, 100)
    year, month, day = (int(six[i : i + 2]) for i in range(0, 6, 2))
    if separator == "+":
        return str(century - 1 - (year > year_of_century))
    if day > COORDINATION_DAY_OFFSET:
        day -= COORDINATION_DAY_OFFSET
    not_yet = (year, month, day) > (year_of_century, today.month, today.day)
    return str(century - not_yet)


def _numeric(value: str, today: date) -> PersonIdentifier:
    """Twelve digits as personnummer or samordningsnummer, checked."""
    _check_born(value, today)
    if not passes_luhn(value[2:]):
        raise CheckDigitDoesNotMatch
    coordination = int(value[6:8]) > COORDINATION_DAY_OFFSET
    system = (
        IdentifierSystem.COORDINATION_NUMBER
        if coordination
        else IdentifierSystem.PERSONAL_NUMBER
    )
    return PersonIdentifier(system=system, value=value)


def _check_born(value: str, today: date) -> None:
    """Raise unless the number holds a real date that has come."""
    if not value.startswith(("18", "19", "20")):
        raise NoSuchBirthDate
    _check_date(value, today)


def _check_date(value: str, today: date) -> None:
    try:
        born = written_date(value)
    except ValueError:
        # The cause would hold digits of the number, so it is not passed on.
        raise NoSuchBirthDate from None
    if born > today:
        raise BirthDateInFuture


def _check_plain_date(value: str, today: date) -> None:
    """Raise unless the date has come and its day is not that of a samordningsnummer."""
    if int(value[6:8]) > COORDINATION_DAY_OFFSET:
        raise NoSuchBirthDate
    _check_date(value, today)


def _check_dated_reserve(value: str, today: date) -> None:
    if int(value[:2]) < _FIRST_CENTURY_IN_USE:
        raise FormNotRecognised
    _check_plain_date(value, today)


def _check_serial(value: str) -> None:
    in_bounds = int(value[4:6]) in _SERIAL_MONTHS and int(value[6:8]) in _SERIAL_DAYS
    if not in_bounds:
        raise FormNotRecognised


def _local(
    form: re.Pattern[str], system: IdentifierSystem, written: str, today: date
) -> PersonIdentifier | None:
    """A region's own number when the form fits; only its date is looked at."""
    if not form.fullmatch(written):
        return None
    _check_plain_date(written, today)
    return PersonIdentifier(system=system, value=written)


def _asylum_card(written: str) -> PersonIdentifier:
    if not _ASYLUM_CARD.fullmatch(written):
        raise FormNotRecognised
    return PersonIdentifier(system=IdentifierSystem.ASYLUM_CARD_NUMBER, value=written)
