"""Sealing with age: whoever makes a backup needs not be able to open one."""

from collections.abc import Callable, Iterable
from typing import IO, Protocol

import pyrage

from naravard.jobs.backup.errors import BackupUnreadable, NoBackupKey


class Sink(Protocol):
    """Where opened bytes are written."""

    def write(self, part: bytes, /) -> object:
        """Take the next bytes."""
        ...

    def flush(self) -> object:
        """Nothing is held back."""
        ...


def new_keys() -> tuple[str, str]:
    """A new pair: what to seal for (public), and what opens it (secret)."""
    identity = pyrage.x25519.Identity.generate()
    return str(identity.to_public()), str(identity)


def seal(plain: IO[bytes], sealed: IO[bytes], recipients: str) -> None:
    """Encrypt a stream for every recipient named, by comma. Raises NoBackupKey."""
    pyrage.encrypt_io(plain, sealed, _recipients(recipients))


def unseal(sealed: IO[bytes], plain: Sink, identity: str) -> None:
    """Decrypt a stream. Raises NoBackupKey and BackupUnreadable.

    Every part is authenticated before it is written; a file cut short is told only at
    its end.
    """
    key = _known(pyrage.x25519.Identity.from_str, identity, pyrage.IdentityError)
    try:
        pyrage.decrypt_io(sealed, plain, [key])
    except pyrage.DecryptError as problem:
        raise _unreadable() from problem
    except OSError as problem:
        if problem.errno is not None:  # a broken pipe, not a broken seal
            raise
        raise _unreadable() from problem


def _recipients(text: str) -> list[object]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names:
        raise _no_key("NARAVARD_BACKUP_RECIPIENTS")
    return list(_all_known(names))


def _all_known(names: Iterable[str]) -> Iterable[object]:
    for name in names:
        yield _known(pyrage.x25519.Recipient.from_str, name, pyrage.RecipientError)


def _known(
    read: Callable[[str], object], text: str, refusal: type[Exception]
) -> object:
    try:
        return read(text.strip())
    except refusal as problem:
        raise _no_key("NARAVARD_BACKUP_RECIPIENTS och NARAVARD_BACKUP_IDENTITY") from (
            problem
        )


def _no_key(where: str) -> NoBackupKey:
    return NoBackupKey(
        f"Det finns ingen giltig nyckel i {where}.",
        remedy="Skapa ett nyckelpar med: naravard backup --new-key",
    )


def _unreadable() -> BackupUnreadable:
    return BackupUnreadable(
        "Filen går inte att öppna: skadad, avbruten eller låst med annan nyckel.",
        remedy="Kontrollera nyckeln, eller ta en annan säkerhetskopia.",
    )
