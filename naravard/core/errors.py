"""What a rule says when it says no, in words a person can use."""


class DomainError(Exception):
    """A rule said no: `message` and `remedy` in plain Swedish, `rule` names the law."""

    rule = ""

    def __init__(self, message: str, *, rule: str = "", remedy: str = "") -> None:
        """Hold the three sentences; the web and FHIR show all that are given."""
        super().__init__(message)
        self.message = message
        self.rule = rule or self.rule
        self.remedy = remedy


class NotFound(DomainError):
    """What was asked for is not here, or may not be known to be here."""


class NotAllowed(DomainError):
    """The one who asks may not; the remedy says who can, and how to ask."""


class Conflict(DomainError):
    """Someone else was first, or what was read is no longer so."""
