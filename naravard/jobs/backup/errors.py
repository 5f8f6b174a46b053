"""Why a backup could not be made or put back, in words an operator can act on."""

from naravard.core.errors import Conflict, DomainError


class NoBackupKey(DomainError):
    """No key is set, or it is none that age knows."""


class BackupFileTaken(Conflict):
    """A backup never writes over another file."""


class BackupNotMade(DomainError):
    """PostgreSQL's own program failed; the message holds what it said."""


class BackupUnreadable(DomainError):
    """The file is no backup, is damaged, or is sealed for another key."""


class BackupFromLaterVersion(DomainError):
    """The backup was made by a later Nära or a later PostgreSQL than this."""


class TargetNotEmpty(Conflict):
    """Something is already in the database that would be written over."""


class NotRestored(DomainError):
    """PostgreSQL refused; the database is as it was before."""


class RestoredUnlike(DomainError):
    """What was restored is not what the backup says it held."""
