"""What may be wrong with a lake, a period or a question to the engine."""

from naravard.core.errors import DomainError, NotFound


class UnknownIndicator(NotFound):
    """No indicator has this id."""


class PeriodNotReadable(DomainError):
    """A period is a year, a quarter or a month."""


class LakeNotValid(DomainError):
    """A file of the lake breaks the layout; the message names file, row and column."""


class LakeNotFound(NotFound):
    """The folder holds no table we know."""


class TableMissing(DomainError):
    """The lake lacks a table that the indicator counts on."""


class BreakdownNotPossible(DomainError):
    """The indicator cannot be divided that way."""


class ParameterNotKnown(DomainError):
    """No chosen indicator has the parameter, or the value is of another kind."""


class OrderNotPossible(DomainError):
    """An engine we know, and parts, threads and memory that there can be."""


class EngineNotReachable(DomainError):
    """The Spark interface that was named did not answer, or is not installed."""


class ExampleNotReadable(ValueError):
    """A toy lake is not written as a table of columns and rows."""


class DefinitionIncomplete(ValueError):
    """An indicator lacks what its reader or the engine asks of it."""


class OutputNotPossible(DomainError):
    """Results are written as CSV, Parquet or JSON."""


class KoladaNotReadable(DomainError):
    """A file of published values is Kolada's JSON, or CSV with its five columns."""
