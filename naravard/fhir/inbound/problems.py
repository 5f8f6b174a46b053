"""What could not be used, where it stands and why (pure).

Nothing here repeats what the resource says about somebody: a place, a path and a
sentence are enough to find it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

# A resource's id sometimes holds a personnummer, as in test material.
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"[0-9]{6}(?:[0-9]{2})?[-+]?[0-9A-Za-z]{2}[0-9]{2}")


class Reason(StrEnum):
    """Why something was not used, or only in part; the text is what people read."""

    BROKEN_FILE = "filen eller raden går inte att läsa"
    NOT_A_RESOURCE = "inte en FHIR-resurs"
    UNKNOWN_TYPE = "okänd resurstyp"
    TYPE_NOT_READ = "resurstyp som inte läses in"
    NOT_INPATIENT = "vårdkontakt utan inskrivning på sjukhus"
    NOT_HAPPENED = "vårdtillfälle som inte har börjat eller är struket"
    PART_OF_ANOTHER = "del av ett annat vårdtillfälle"
    NOT_A_UNIT = "plats som hör till en enhet men inte är en"
    DELETION = "begäran om borttagning"
    WRONG_FORM = "värde i fel form"
    REQUIRED_MISSING = "nödvändig uppgift saknas"
    NUMBER_NOT_VALID = "nummer som inte stämmer"
    IDENTITY_CONFLICT = "nummer som hör till någon annan"
    REFERENCE_MISSING = "hänvisning som inte leder till något"
    DUPLICATE = "samma sak en gång till, med annat innehåll"
    ROLE_UNKNOWN = "roll som inte finns i Nära"
    PERIOD_NOT_POSSIBLE = "tider som inte går ihop"
    REFUSED = "regel i Nära säger nej"
    USED_IN_PART = "använt, men inte helt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a resource stands: line and entry are counted from one, 0 is none."""

    file: str
    line: int = 0
    entry: int = 0

    def __str__(self) -> str:
        """As people read it."""
        line = f", rad {self.line}" if self.line else ""
        entry = f", post {self.entry}" if self.entry else ""
        return f"{self.file}{line}{entry}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One line of the report."""

    place: Place
    reason: Reason
    what: str
    resource: str = ""
    path: str = ""

    def __str__(self) -> str:
        """As people read it."""
        named = ": ".join(part for part in (self.resource, self.path) if part)
        where = f"{self.place}: {named}" if named else str(self.place)
        return f"{where}: {self.what}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something in a resource that was passed over."""

    path: str
    what: str


class NotUsable(Exception):
    """A resource can not be used; raised and caught inside the reading of one."""

    def __init__(self, reason: Reason, path: str, what: str) -> None:
        """Hold what the problem will say."""
        super().__init__(what)
        self.reason = reason
        self.path = path
        self.what = what


def masked(resource: str) -> str:
    """The resource's name without what may be a personal number."""
    if _UUID.search(resource):
        return resource
    return _LONG_NUMBER.sub("…", resource)
