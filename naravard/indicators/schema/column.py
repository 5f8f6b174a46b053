"""What a table and a column of the lake are, and words that columns may hold (pure)."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a column holds, in the lake's own files."""

    PERSON = "person"  # a pseudonym: a whole number
    DAY = "day"  # a Swedish calendar day
    MOMENT = "moment"  # a day, with the minute of the day beside it
    CODE = "code"  # upper case, no dots
    CODES = "codes"  # a list of codes
    DAYS = "days"  # a list of days
    TEXT = "text"
    FLAG = "flag"
    WHOLE = "whole"
    NUMBER = "number"
    MUNICIPALITY = "municipality"  # four digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column; `words` are the only values allowed, each with its other spellings.

    `toy` is what a toy row holds when it says nothing.
    """

    name: str
    kind: Kind
    says: str = ""
    filled: bool = False
    optional: bool = False
    toy: str | None = None
    words: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One kind of event or fact; `day` is the column whose year the files follow.

    `beside`: rows that persons' rows are joined with, so every part of a lake has them.
    `first_by`: the columns a file is sorted by before person and day, so that whoever
    asks for some of their values can leave the rest of the file unread.
    """

    name: str
    says: str
    columns: tuple[Column, ...]
    day: str | None = None
    aliases: tuple[str, ...] = ()
    beside: bool = False
    first_by: tuple[str, ...] = ()

    @property
    def person(self) -> str | None:
        """The column that names a person, by which rows are spread over buckets."""
        first = self.columns[0]
        return first.name if first.kind is Kind.PERSON else None

    @property
    def order(self) -> tuple[str, ...]:
        """The columns that a file is sorted by."""
        last = (self.person, self.day)
        return (*self.first_by, *(n for n in last if n and n not in self.first_by))

    def column(self, name: str) -> Column:
        """The column with the name. Raises KeyError."""
        return {column.name: column for column in self.columns}[name]


# What other systems write where nothing is known; it becomes nothing.
UNKNOWN_WORDS = ("okänt", "okänd", "unknown", "uppgift saknas", "u")
SEX = (
    ("F", "K", "KVINNA", "FEMALE", "2"),
    ("M", "MAN", "MALE", "1"),
)
HOUSING = (
    ("ordinärt", "ordinart", "ordinary"),
    ("säbo", "sabo", "special"),
    ("korttids", "korttid", "short"),
)
LEVEL = (
    ("pv", "primärvård", "primarvard"),
    ("spec", "specialistvård", "specialistvard"),
    ("akut", "akutmottagning"),
    ("kommun",),
)
MODE = (
    ("mottagning", "mottagningsbesök", "besök"),
    ("hem", "hembesök"),
    ("video",),
    ("telefon",),
    ("chatt", "chat"),
)
CONTACT = (
    ("fast_lakare", "fast_läkare", "fast_läkarkontakt"),
    ("fast_vardkontakt", "fast_vårdkontakt"),
)
PLAN = (("sip",), ("patientkontrakt",))
EDUCATION = (
    ("forgymnasial", "förgymnasial"),
    ("gymnasial",),
    ("eftergymnasial",),
)
BORN = (("sverige", "se"), ("eu",), ("utanför", "utanfor"))


def person_column(name: str = "pid") -> Column:
    """The column that names a person."""
    return Column(name=name, kind=Kind.PERSON, says="personens pseudonym", filled=True)


def day_column(
    name: str, says: str, *, filled: bool = False, toy: str | None = None
) -> Column:
    """A column of Swedish calendar days."""
    return Column(name=name, kind=Kind.DAY, says=says, filled=filled, toy=toy)


def text_column(name: str, says: str, *, toy: str | None = None) -> Column:
    """A column of free text or keys."""
    return Column(name=name, kind=Kind.TEXT, says=says, toy=toy)


def flag_column(name: str, says: str, *, toy: str | None = None) -> Column:
    """A column of yes and no."""
    return Column(name=name, kind=Kind.FLAG, says=says, toy=toy)


def optional_column(
    kind: Kind, name: str, says: str, *words: tuple[str, ...]
) -> Column:
    """A column a lake may lack; some indicators then cannot be counted."""
    return Column(name=name, kind=kind, says=says, optional=True, words=words)
