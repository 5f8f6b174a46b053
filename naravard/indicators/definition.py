"""What an indicator is: one file with its meaning, its SELECT and toy answers (pure).

The SELECT, in the words of DuckDB, returns one row per unit of analysis:

- `pid`: the person, or NULL when the row is about nobody
- `day`: the day the row belongs to; only rows inside the period are counted
- `num` and `den`: what the row adds above and below the line
- whatever `gives` names: `muni`, `unit`, `age`

Everything else (period, strata, standardisation, intervals, small numbers) is done by
the engine, so that a definition cannot get its statistics wrong.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from naravard.indicators.errors import DefinitionIncomplete

Parameter = int | str | date | None
FEWEST_EXAMPLES = 2
# What a SELECT may give beside pid, day, num and den.
MAY_GIVE = frozenset({"muni", "unit", "age"})


class Direction(StrEnum):
    """Which way is better; CONTEXT is never coloured."""

    UP = "up"
    DOWN = "down"
    CONTEXT = "context"


class Provenance(StrEnum):
    """Whose definition it is, and how far it may be trusted."""

    NATIONAL = "national"  # a national owner's, as we have read it
    OWN = "own"  # the county's own
    TO_VERIFY = "to verify"  # a national name, details not yet checked with its owner


class Measure(StrEnum):
    """How num and den become the value."""

    SHARE = "share"  # of those in den, how many in num: per hundred
    RATE = "rate"  # num per so many inhabitants
    RATIO = "ratio"  # num per so many den, neither being a part of the other
    MEAN = "mean"  # num / den, where den counts the units of analysis
    MEDIAN = "median"  # the middle num / den
    MEAN_OF_MONTHS = "mean of months"  # the mean of each month's num / den
    PUBLISHED = "published"  # counted by its owner and only read here


class Standard(StrEnum):
    """The population that a standardised rate is weighed by."""

    NONE = ""
    ESP2013 = "ESP2013"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhabitants:
    """Who stands below the line of a rate.

    `mean`: the mean of the first and the last day, else the last day alone.
    `years`: the mean over so many years, the period's own the last.
    """

    min_age: int = 0
    max_age: int | None = None
    mean: bool = False
    years: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """The column that must be filled as often as it used to be, else nothing is shown.

    A feed that stops, or a system that stops sending a date, looks like good news.
    """

    table: str
    day: str
    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A toy lake and the answer worked out by hand.

    `lake` is written `table: column column …` and one line a row; `-` is nothing, and
    columns left out hold their toy value. Of what is only published, `lake` is the
    lines of Kolada's file.
    """

    says: str
    lake: str
    period: str
    num: float | None = None
    den: float | None = None
    value: float | None = None
    params: dict[str, Parameter] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One indicator. Raises DefinitionIncomplete when it does not say enough.

    `version`: patch, same numbers; minor, new division or parameter; major, other
    numbers, and a break line is drawn. `lag_days`: how long the facts take to arrive.
    `once`: a person is in one row at most, so that rows need not be put together.
    `of_listed`: its unit is the one where the person is listed on the row's day.
    `choices`: the words that a parameter of text may be.
    `amount`: num is days or places, not people or events, so few are not few people.
    `also`: other ids it answers to. `blocks`: shared parts of SQL (see `blocks`).
    """

    id: str
    version: str = "1.0.0"
    title: str
    says: str
    direction: Direction
    measure: Measure
    per: float = 100
    unit: str = "%"
    source: str
    provenance: Provenance
    note: str = ""
    owner: str = "Nära"
    kolada: tuple[str, ...] = ()
    kolada_factor: float = 1
    also: tuple[str, ...] = ()
    perspective: str = "invånare"
    needs: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    of_listed: bool = False
    params: dict[str, Parameter] = field(default_factory=dict)
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    inhabitants: Inhabitants | None = None
    standard: Standard = Standard.NONE
    amount: bool = False
    once: bool = False
    years: int = 1
    lag_days: int = 30
    valid_from: date = date(2024, 1, 1)
    gate: Gate | None = None
    sql: str = ""
    examples: tuple[Example, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a definition that says too little."""
        self._check_texts()
        if self.is_counted:
            self._check_counted()

    @property
    def is_counted(self) -> bool:
        """Whether we count it ourselves, or only read what its owner publishes."""
        return self.measure is not Measure.PUBLISHED

    def _check_texts(self) -> None:
        texts = (self.id, self.version, self.title, self.says, self.source, self.owner)
        if not all(text.strip() for text in texts):
            raise DefinitionIncomplete(f"{self.id}: a text is missing.")
        if len(self.version.split(".")) != len(("major", "minor", "patch")):
            raise DefinitionIncomplete(f"{self.id}: the version has three parts.")

    def _check_counted(self) -> None:
        if not self.sql or not self.needs:
            raise DefinitionIncomplete(f"{self.id}: no SELECT, or nothing needed.")
        if len(self.examples) < FEWEST_EXAMPLES:
            raise DefinitionIncomplete(f"{self.id}: too few worked examples.")
        if set(self.gives) - MAY_GIVE:
            raise DefinitionIncomplete(f"{self.id}: gives something unknown.")
        if (self.measure is Measure.RATE) is not (self.inhabitants is not None):
            raise DefinitionIncomplete(f"{self.id}: a rate is per inhabitants.")
