"""One invented person, as a row ready to be stored."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class RegisteredSex(StrEnum):
    """What the population register says; no truth about a person's gender."""

    WOMAN = "woman"
    MAN = "man"


class Protection(StrEnum):
    """How the person's data in the population register are protected."""

    NONE = "none"
    CONFIDENTIALITY_MARK = "confidentiality_mark"  # sekretessmarkering
    PROTECTED_REGISTRATION = "protected_registration"  # skyddad folkbokföring


class InventedPerson(NamedTuple):
    """A person; texts are empty where there is nothing to tell.

    Those in the same `household` (a number, unique in the county) share an address.
    `care_unit` is the key of the unit where the person is listed, `language` is
    ISO 639, `guardians` are the personal numbers of a child's one or two guardians.
    Someone in protected registration has neither address, place nor phone.
    Coordinates are WGS84 degrees.
    """

    personal_number: str
    given_name: str
    surname: str
    birth_date: date
    registered_sex: RegisteredSex
    municipality: str
    care_unit: str
    household: int
    household_size: int
    street: str
    postal_code: str
    town: str
    latitude: float | None
    longitude: float | None
    phone: str
    language: str
    needs_interpreter: bool
    protection: Protection
    guardians: tuple[str, ...]
